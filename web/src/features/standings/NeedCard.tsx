import { readFragment, type FragmentType } from "../../../../graphql/generated";
import { NeedCard_NeedFragmentDoc, type NeedCard_NeedFragment } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { useCan } from "../../app/viewer";
import { useAllTexts } from "../../texts";
import { ButtonLink, Card } from "../../ui";
import { BorrowedDuties, type BorrowedDuty } from "../follow-up";
import { NudgeButton } from "../news";

const SILENT_DAYS = 30;

type Reason = "asked" | "noBoard" | "silent" | "overdue" | "missed";

/** What weighs most decides the next step. */
function reasonOf({ askedForHelpOn, activeSeats, daysSinceSignIn, overdue }: NeedCard_NeedFragment): Reason {
  if (askedForHelpOn) return "asked";
  if (activeSeats === 0) return "noBoard";
  if (daysSinceSignIn === null || daysSinceSignIn >= SILENT_DAYS) return "silent";
  return overdue > 0 ? "overdue" : "missed";
}

type NeedProps = {
  need: FragmentType<typeof NeedCard_NeedFragmentDoc>;
  /** its duties, where nobody in the chapter is at them */
  duties?: readonly BorrowedDuty[] | undefined;
};

/** A chapter that may need help: why, in words, and what one can do now. Never a number on the chapter. */
export function NeedCard({ need: masked, duties }: NeedProps) {
  const need = readFragment(NeedCard_NeedFragmentDoc, masked);
  const { standings, followUp } = useAllTexts();
  const texts = standings.overview;
  const format = useFormat();
  const mayInvite = useCan("SEAT_GRANT");
  const { chapter, askedForHelpOn, activeSeats, daysSinceSignIn: days, overdue, missed } = need;
  const why = [
    ...(askedForHelpOn ? [texts.why.asked(format.relativeDay(askedForHelpOn))] : []),
    ...(activeSeats === 0 ? [texts.why.noBoard] : []),
    ...(activeSeats > 0 && days === null ? [texts.why.neverSeen] : []),
    ...(activeSeats > 0 && days !== null && days >= SILENT_DAYS ? [texts.why.silent(format.number(days))] : []),
    ...(overdue > 0 ? [texts.why.overdue(format.number(overdue))] : []),
    ...(missed > 0 ? [texts.why.missed(format.number(missed))] : []),
  ];
  const reason = reasonOf(need);
  return (
    <Card title={chapter.shortName} level={3}>
      <p className="v-need__why">{why.join(" ")}</p>
      {duties && (
        <div className="v-need__queue">
          <p>
            <strong>{followUp.queue.heading}</strong>
          </p>
          <BorrowedDuties duties={duties} />
        </div>
      )}
      <div className="v-need__next">
        <p>
          <strong>{texts.next}</strong>
          <br />
          {texts.step[reason === "noBoard" && !mayInvite ? "noBoardAsk" : reason]}
        </p>
        <div className="v-need__acts">
          {activeSeats > 0 && <NudgeButton chapterId={chapter.id} chapterName={chapter.shortName} />}
          <ButtonLink to={`/lag/${chapter.id}`} variant="secondary">
            {reason === "noBoard" && mayInvite ? texts.invite : texts.seeChapter}
          </ButtonLink>
        </div>
      </div>
    </Card>
  );
}
