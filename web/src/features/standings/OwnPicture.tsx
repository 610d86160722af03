import type { OutcomeOf_CountsFragment } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { useViewer } from "../../app/viewer";
import { useAllTexts } from "../../texts";
import { Disclosure, type OutcomePart } from "../../ui";
import { outcomeOf } from "./outcome-of";
import { comparisonPicture, PictureButtons, type PictureLine } from "./take-out";
import { usePeriodName } from "./usePeriodName";

type OwnPictureProps = {
  name: string;
  /** the newest first */
  periods: readonly { period: string; counts: OutcomeOf_CountsFragment }[];
  lead: string;
};

/** The same bars as a picture to show in a meeting; of duties alone, since a picture is passed on and the small numbers of persons are not. */
export function OwnPicture({ name, periods, lead }: OwnPictureProps) {
  const { standings, takeOut, ui } = useAllTexts();
  const texts = standings.own;
  const format = useFormat();
  const periodName = usePeriodName();
  const { seat } = useViewer();
  const lines = periods.map(({ period, counts }): PictureLine => ({
    name: periodName(period),
    outcome: outcomeOf(counts),
    words: counts.closed ? format.outOf(counts.onTime ?? 0, counts.closed) : texts.none,
  }));
  const [total, ...earlier] = lines;
  const [now] = periods;
  if (!total || !now) return null;
  const word = (part: OutcomePart): string => format.sentence(ui.outcome[part]);
  return (
    <Disclosure summary={takeOut.title}>
      <div className="v-take-out">
        <PictureButtons
          fileName={takeOut.ownFile(name, now.period)}
          of={`${name}, ${texts.us}`}
          picture={(measure) =>
            comparisonPicture(
              {
                title: `${name}: ${total.words}${now.counts.closed ? ` ${texts.onTime}` : ""}.`,
                lead: `${seat.unitName}. ${lead}`,
                counted: takeOut.onTimeOf,
                legend: {
                  onTime: word("onTime"),
                  late: word("late"),
                  missed: word("missed"),
                  joined: word("joined"),
                  takenOver: word("takenOver"),
                },
                total,
                lines: earlier,
                notes: [standings.defined, takeOut.asOf(format.fullDate(format.today()))],
              },
              measure,
            )
          }
        />
      </div>
    </Disclosure>
  );
}
