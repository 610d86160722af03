import { readFragment, type FragmentType } from "../../../../../graphql/generated";
import {
  MemberGoalCard_ProgressFragmentDoc,
  type MemberGoalCard_ProgressFragment,
} from "../../../../../graphql/generated/graphql";
import { useFormat, type Format } from "../../../app/format";
import { useCan } from "../../../app/viewer";
import { useAllTexts, useTexts, type AllTexts } from "../../../texts";
import { ButtonLink, Card, DataTable, DefinitionLine, Disclosure, HiddenCell, type Column } from "../../../ui";
import { MemberLine } from "./MemberLine";

type Progress = MemberGoalCard_ProgressFragment;

/** How far the federation has come towards its goal for members, and where it is heading, in words; then the way as a quiet line. */
export function MemberGoalCard({
  progress,
}: {
  progress: FragmentType<typeof MemberGoalCard_ProgressFragmentDoc> | null;
}) {
  const texts = useAllTexts().national.goal;
  const maySet = useCan("SETTINGS_WRITE");
  const told = readFragment(MemberGoalCard_ProgressFragmentDoc, progress);
  if (!told && !maySet) return null;
  return (
    <Card title={texts.title}>
      {told ? <Told progress={told} /> : <p>{texts.none}</p>}
      {maySet && (
        <div>
          <ButtonLink to="/innstillinger" variant="quiet">
            {told ? texts.change : texts.set}
          </ButtonLink>
        </div>
      )}
    </Card>
  );
}

type Line = { key: string; on: string; members: number | null; mark: string | null };

const columnsOf = (texts: AllTexts["national"]["goal"], format: Format): Column<Line>[] => [
  {
    key: "day",
    header: texts.day,
    rowHeader: true,
    cell: ({ on, mark }) => (mark ? `${format.fullDate(on)} (${mark})` : format.fullDate(on)),
  },
  {
    key: "members",
    header: texts.members,
    numeric: true,
    cell: ({ members }) => (members === null ? <HiddenCell /> : format.number(members)),
  },
];

function Told({ progress }: { progress: Progress }) {
  const texts = useAllTexts().national.goal;
  const { asTable } = useTexts().ui.outcome;
  const format = useFormat();
  const { goal, now, points, pace, forecast, reached } = progress;
  const how = (
    <ul className="v-definitions">
      {texts.how.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
  if (!now) {
    return (
      <>
        <p>{texts.wait(format.number(goal.members), format.fullDate(goal.on))}</p>
        <DefinitionLine how={how} />
      </>
    );
  }
  const past = goal.on < format.today();
  const rows: Line[] = [
    { key: "start", on: goal.startOn, members: goal.startMembers, mark: texts.start },
    ...points.filter(({ on }) => on !== goal.startOn).map((point) => ({ ...point, key: point.on, mark: null })),
    ...(forecast !== null && forecast !== undefined
      ? [{ key: "forecast", on: goal.on, members: forecast, mark: texts.forecastRow }]
      : []),
    { key: "goal", on: goal.on, members: goal.members, mark: texts.goalRow },
  ].toSorted((a, b) => a.on.localeCompare(b.on));
  return (
    <>
      <p className="v-national__said">
        <strong>{texts.said(format.outOf(now.members!, goal.members), format.fullDate(goal.on))}</strong>{" "}
        {reached && texts.reached}
        {!reached && past && texts.was(format.fullDate(goal.on))}
        {!reached &&
          !past &&
          (pace && forecast !== null ? texts.heading[pace](format.number(forecast!)) : texts.tooLittle)}
      </p>
      <MemberLine
        progress={progress}
        label={texts.picture(
          format.number(goal.startMembers),
          format.number(now.members!),
          format.number(goal.members),
        )}
        aim={texts.aim(format.number(goal.members))}
      />
      <Disclosure summary={asTable}>
        <DataTable caption={texts.caption} columns={columnsOf(texts, format)} rows={rows} rowKey={({ key }) => key} />
      </Disclosure>
      <DefinitionLine asOf={now.on} how={how} />
    </>
  );
}
