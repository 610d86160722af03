import { addDays, osloDate } from "@varde/domain";
import { useState, type ReactNode } from "react";
import { Link } from "react-router";
import { readFragment } from "../../../../graphql/generated";
import { TaskRow_TouchpointFragmentDoc, type TodayQuery } from "../../../../graphql/generated/graphql";
import { useTodayQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useFormat } from "../../app/format";
import { useViewer } from "../../app/viewer";
import { useTexts } from "../../texts";
import {
  Button,
  Cairn,
  Card,
  Disclosure,
  ErrorState,
  Hills,
  LitScene,
  Page,
  Row,
  RowCards,
  Rows,
  Skeleton,
} from "../../ui";
import { CheckmarkIcon, PlusIcon } from "../../ui/icons";
import { NewsCards } from "../news";
import { PilotNotices } from "../pilots";
import { CatchUpCard } from "./CatchUpCard";
import { ProposalNotice } from "./ProposalNotice";
import { StartTaskDialog } from "./StartTaskDialog";
import { TaskHero, TaskRow, type TaskRowData } from "./TaskRow";
import { minutesNow, statusOn, useTaskWords } from "./task-words";
import "./touchpoints.css";

const FIRST_CARDS = 3;
const DONE_WITHIN_DAYS = 45;

/** «I dag»: what should I do now, and how long does it take? */
export default function TodayPage() {
  const format = useFormat();
  const today = format.today();
  const [result, retry] = useTodayQuery({ variables: { doneFrom: addDays(today, -DONE_WITHIN_DAYS) } });
  const problem = errorOf(result.error);
  if (!result.data) {
    return problem ? (
      <ErrorState
        code={problem.code}
        requestId={problem.requestId}
        busy={result.fetching}
        onRetry={() => retry()}
        heading="h1"
      />
    ) : (
      <Skeleton of="page" />
    );
  }
  const isComing = (task: Tasks[number]): boolean =>
    statusOn(readFragment(TaskRow_TouchpointFragmentDoc, task), today) === "COMING";
  const opened = result.data.open.nodes.filter((task) => !isComing(task));
  const coming = result.data.open.nodes.filter(isComing);
  const done = result.data.done.nodes.filter((task) => task.closedAt && osloDate(new Date(task.closedAt)) === today);
  const onChanged = (): void => retry({ requestPolicy: "network-only" });
  const news = (
    <>
      <NewsCards news={result.data.news} onChanged={onChanged} />
      {result.data.catchUps.map((question) => (
        <CatchUpCard key={question.rolloutId} question={question} onChanged={onChanged} />
      ))}
      {result.data.decided.nodes.map((proposal) => (
        <ProposalNotice key={proposal.id} proposal={proposal} onSeen={onChanged} />
      ))}
      <PilotNotices questions={result.data.pilotQuestions} />
    </>
  );
  return opened.length > 0 ? (
    <Waiting tasks={opened} coming={coming} total={result.data.open.totalCount ?? 0} news={news} />
  ) : (
    <AllDone done={done} coming={coming} news={news} />
  );
}

type Tasks = TodayQuery["open"]["nodes"];

function useStart() {
  const [starting, setStarting] = useState(false);
  const texts = useTexts().touchpoints.today;
  return {
    button: (
      <Button variant="plain" icon={PlusIcon} onClick={() => setStarting(true)}>
        {texts.start}
      </Button>
    ),
    dialog: <StartTaskDialog open={starting} onClose={() => setStarting(false)} />,
  };
}

type WaitingProps = { tasks: Tasks; coming: Tasks; total: number; news: ReactNode };

function Waiting({ tasks, coming, news }: WaitingProps) {
  const texts = useTexts().touchpoints;
  const format = useFormat();
  const start = useStart();
  const [first, ...others] = tasks;
  const rows = tasks.map((task) => readFragment(TaskRow_TouchpointFragmentDoc, task));
  const people = new Set(rows.flatMap(({ member }) => (member ? [member.id] : [])));
  const shown = rows.slice(0, FIRST_CARDS);
  const minutes = shown.reduce((sum, row) => sum + minutesNow(row), 0);
  const only = rows.find(({ member }) => member)?.member;
  const title =
    people.size === 1 && only
      ? texts.today.person(only.firstName)
      : people.size > 1
        ? texts.today.waitingPeople(format.sentence(format.words(people.size)), true)
        : texts.today.waiting(format.sentence(format.words(tasks.length)), tasks.length > 1);
  const next = others.slice(0, FIRST_CARDS - 1);
  const more = others.slice(FIRST_CARDS - 1);
  return (
    <>
      <Hills />
      <Page
        title={title}
        documentTitle={useTexts().app.nav.today}
        lead={texts.today.lead(texts.today.tasks(shown.length), format.aboutMinutes(minutes))}
        art={<Cairn size="small" />}
      >
        <div className="v-today">
          <div className="v-today__first">{first && <TaskHero task={first} />}</div>
          <div className="v-today__rest">
            {news}
            {next.length > 0 && <Tasked tasks={next} />}
            {more.length > 0 && (
              <Disclosure summary={texts.today.more(more.length)}>
                <Tasked tasks={more} joined />
              </Disclosure>
            )}
            {coming.length > 0 && (
              <Disclosure summary={texts.today.later(coming.length)}>
                <Tasked tasks={coming} joined />
              </Disclosure>
            )}
            <div className="v-today__links">
              <Link to="/oppgaver">{texts.today.all}</Link>
              {start.button}
            </div>
          </div>
        </div>
        {start.dialog}
      </Page>
    </>
  );
}

function Tasked({ tasks, joined }: { tasks: readonly (TaskRowData & { id: string })[]; joined?: boolean }) {
  return (
    <RowCards joined={!!joined}>
      {tasks.map((task) => (
        <TaskRow key={task.id} task={task} />
      ))}
    </RowCards>
  );
}

type AllDoneProps = { done: TodayQuery["done"]["nodes"]; coming: Tasks; news: ReactNode };

/** The cairn has its light: what came of the day, and what is next. */
function AllDone({ done, coming, news }: AllDoneProps) {
  const texts = useTexts().touchpoints;
  const words = useTaskWords();
  const format = useFormat();
  const { account } = useViewer();
  const start = useStart();
  const name = account.name.split(" ")[0] ?? account.name;
  const next = coming[0] && readFragment(TaskRow_TouchpointFragmentDoc, coming[0]);
  const finished = done.map((task) => readFragment(TaskRow_TouchpointFragmentDoc, task)).slice(0, 5);
  return (
    <Page
      narrow
      title={texts.today.doneTitle}
      documentTitle={useTexts().app.nav.today}
      lead={finished.length > 0 ? texts.today.doneSome(name) : texts.today.doneLead(name)}
      scene={<LitScene title={useTexts().ui.cairn.lit} />}
    >
      {finished.length > 0 && (
        <Card>
          <Rows>
            {finished.map((task) => (
              <Row key={task.id}>
                <span className="v-today__done">
                  <CheckmarkIcon aria-hidden fontSize="1.5rem" />
                  <span>
                    {task.member
                      ? texts.today.donePerson(task.member.firstName)
                      : texts.today.doneTask(words.kind(task))}
                  </span>
                </span>
              </Row>
            ))}
          </Rows>
        </Card>
      )}
      {news}
      <div className="v-today__links">
        {next ? (
          <span>{texts.today.nextLine(`${words.whole(next)}, ${format.relativeDay(next.opensOn)}`)}</span>
        ) : (
          <span>{texts.today.nothingLead}</span>
        )}
        <Link to="/oppgaver">{texts.today.all}</Link>
      </div>
      <div className="v-today__links">{start.button}</div>
      {start.dialog}
    </Page>
  );
}
