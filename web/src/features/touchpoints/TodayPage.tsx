import { useState, type ReactNode } from "react";
import { Link } from "react-router";
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
import { TaskHero, TaskLineRow } from "./TaskRow";
import { minutesNow, statusOn, useTaskWords } from "./task-words";
import { useToday, type TaskLine } from "./useToday";
import "./touchpoints.css";

const FIRST_CARDS = 3;

/** «I dag»: what should I do now, and how long does it take? */
export default function TodayPage() {
  const today = useFormat().today();
  const { day, problem, fetching, refresh } = useToday();
  if (!day) {
    return problem ? (
      <ErrorState
        code={problem.code}
        requestId={problem.requestId}
        busy={fetching}
        onRetry={() => refresh()}
        heading="h1"
      />
    ) : (
      <Skeleton of="page" />
    );
  }
  const isComing = (task: TaskLine): boolean => statusOn(task, today) === "COMING";
  const opened = day.open.filter((task) => !isComing(task));
  const coming = day.open.filter(isComing);
  const news = (
    <>
      <NewsCards news={day.news} onChanged={refresh} />
      {day.catchUps.map((question) => (
        <CatchUpCard key={question.rolloutId} question={question} onChanged={refresh} />
      ))}
      {day.decided.nodes.map((proposal) => (
        <ProposalNotice key={proposal.id} proposal={proposal} onSeen={refresh} />
      ))}
      <PilotNotices questions={day.pilotQuestions} />
    </>
  );
  return opened.length > 0 ? (
    <Waiting tasks={opened} coming={coming} news={news} />
  ) : (
    <AllDone done={day.done} coming={coming} news={news} />
  );
}

type Tasks = readonly TaskLine[];

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

type WaitingProps = { tasks: Tasks; coming: Tasks; news: ReactNode };

function Waiting({ tasks, coming, news }: WaitingProps) {
  const texts = useTexts().touchpoints;
  const format = useFormat();
  const start = useStart();
  const [first, ...others] = tasks;
  const people = new Set(tasks.flatMap(({ member }) => (member ? [member.id] : [])));
  const shown = tasks.slice(0, FIRST_CARDS);
  const minutes = shown.reduce((sum, row) => sum + minutesNow(row), 0);
  const only = tasks.find(({ member }) => member)?.member;
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
          <div className="v-today__first">{first && <TaskHero row={first} />}</div>
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

function Tasked({ tasks, joined }: { tasks: Tasks; joined?: boolean }) {
  return (
    <RowCards joined={!!joined}>
      {tasks.map((task) => (
        <TaskLineRow key={task.id} row={task} />
      ))}
    </RowCards>
  );
}

type AllDoneProps = { done: Tasks; coming: Tasks; news: ReactNode };

/** The cairn has its light: what came of the day, and what is next. */
function AllDone({ done, coming, news }: AllDoneProps) {
  const texts = useTexts().touchpoints;
  const words = useTaskWords();
  const format = useFormat();
  const { account } = useViewer();
  const start = useStart();
  const name = account.name.split(" ")[0] ?? account.name;
  const next = coming[0];
  const finished = done.slice(0, 5);
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
