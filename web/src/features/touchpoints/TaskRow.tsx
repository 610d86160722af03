import { isResting, osloDate } from "@varde/domain";
import { readFragment, type FragmentType } from "../../../../graphql/generated";
import { TaskRow_TouchpointFragmentDoc, type TaskRow_TouchpointFragment } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { useTexts } from "../../texts";
import { HeroCard, Progress, RowCard, StatusLine, ButtonLink, VisuallyHidden } from "../../ui";
import { ArrowRightIcon, ChatIcon, PencilIcon, PersonCircleIcon } from "../../ui/icons";
import { minutesNow, statusOn, useTaskWords } from "./task-words";

export type TaskRowData = FragmentType<typeof TaskRow_TouchpointFragmentDoc>;

/** Where a task is done: what has nothing to prepare opens on its report. */
export function taskPath(task: { id: string; aboutMember: boolean; isPeriodReport: boolean }): string {
  return task.isPeriodReport ? `/oppgaver/${task.id}/rapport` : `/oppgaver/${task.id}`;
}

/** One task in a list, for a page that holds it masked. */
export function TaskRow({ task }: { task: TaskRowData }) {
  return <TaskLineRow row={readFragment(TaskRow_TouchpointFragmentDoc, task)} />;
}

/** One task in a list: a whole card that is one link. `ownUnsaid` where all are one's own. */
export function TaskLineRow({ row, ownUnsaid }: { row: TaskRow_TouchpointFragment; ownUnsaid?: boolean }) {
  const words = useTaskWords();
  const format = useFormat();
  const texts = useTexts().workday;
  const today = format.today();
  const waiting = row.status === "OPEN" || row.status === "OVERDUE";
  const rests = waiting && isResting(row, today);
  const done = ["DONE_ON_TIME", "DONE_LATE", "TAKEN_OVER", "EMPTY"].includes(row.status);
  const when =
    done && row.closedAt
      ? format.relativeDay(osloDate(new Date(row.closedAt)))
      : rests && row.returnsOn
        ? texts.returns(format.relativeDay(row.returnsOn))
        : words.deadline(row);
  const rest = [when, waiting && !rests ? format.minutes(minutesNow(row)) : ""].filter(Boolean).join(" · ");
  const icon = row.aboutMember ? PersonCircleIcon : row.isPeriodReport ? ChatIcon : PencilIcon;
  const { assignee } = row;
  const named = assignee && waiting && !(assignee.mine && ownUnsaid) ? assignee : null;
  return (
    <RowCard
      to={taskPath(row)}
      title={words.whole(row)}
      icon={icon}
      status={<StatusLine status={statusOn(row, today)}>{rest}</StatusLine>}
      {...(named && { aside: <TakenBy name={named.mine ? texts.you : (named.name.split(" ")[0] ?? named.name)} /> })}
    />
  );
}

function TakenBy({ name }: { name: string }) {
  const whole = useTexts().workday.takenBy(name);
  return (
    <>
      <VisuallyHidden>{whole}</VisuallyHidden>
      <span aria-hidden>{name}</span>
    </>
  );
}

/** The first thing to do, with the page's one solid button. */
export function TaskHero({ row }: { row: TaskRow_TouchpointFragment }) {
  const words = useTaskWords();
  const format = useFormat();
  const { touchpoints: texts, workday } = useTexts();
  const taken = (name: string): string => workday.takenBy(name.split(" ")[0] ?? name);
  const begun = row.startedAt !== null || row.stepsDone.length > 0;
  const action = row.member
    ? texts.today.call(row.member.firstName)
    : row.doneBy === "EACH"
      ? texts.today.confirm
      : row.isPeriodReport || row.stepCount === row.stepsDone.length
        ? texts.today.report
        : begun
          ? texts.today.goOn
          : texts.today.begin;
  const other = row.assignee && !row.assignee.mine ? row.assignee.name : null;
  const when = [words.deadline(row), other && taken(other)].filter(Boolean).join(" · ");
  return (
    <HeroCard
      eyebrow={row.member ? words.kind(row) : texts.today.nextUp}
      minutes={format.minutes(minutesNow(row))}
      title={words.headline(row)}
      status={<StatusLine status={statusOn(row, format.today())}>{when}</StatusLine>}
      {...(row.stepCount > 0 && {
        next: (
          <>
            <Progress done={row.stepsDone.length} of={row.stepCount} />
            {row.nextStep && <span className="v-task-next">{texts.next(words.localized(row.nextStep))}</span>}
          </>
        ),
      })}
      action={
        <ButtonLink to={taskPath(row)} variant="primary" wide iconEnd={ArrowRightIcon}>
          {action}
        </ButtonLink>
      }
    />
  );
}
