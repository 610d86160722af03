import type { ContactOutcome } from "@varde/domain";
import { Suspense, useMemo, useState } from "react";
import { useNavigate } from "react-router";
import { FinishPracticeDocument } from "../../../../../graphql/generated/graphql";
import { usePracticeQuery } from "../../../../../graphql/generated/hooks";
import { errorOf } from "../../../app/errors";
import { useFormat } from "../../../app/format";
import { useAction } from "../../../app/useAction";
import { useTexts } from "../../../texts";
import { Button, ErrorState, LitScene, Page, Skeleton } from "../../../ui";
import { useHelpTexts } from "../../help";
import { OutcomeView } from "../OutcomeView";
import type { Values } from "../report-values";
import type { CrisisContactData } from "../SafeFrame";
import { TaskView } from "../TaskView";
import "./practice.css";
import { CoachCard, type CoachStage } from "./CoachCard";
import { practiceFields, practiceTask } from "./sample";

/** A first task in a sandbox: the very page of a task, with somebody invented. Nothing of it leaves the browser. */
export function Component() {
  const [{ data, error, fetching }, retry] = usePracticeQuery();
  const failure = errorOf(error);
  if (!data)
    return failure ? (
      <ErrorState
        heading="h1"
        code={failure.code}
        requestId={failure.requestId}
        busy={fetching}
        onRetry={() => retry()}
      />
    ) : (
      <Skeleton of="page" />
    );
  return (
    <Suspense fallback={<Skeleton of="page" />}>
      <Practice crisisContacts={data.organization.crisisContacts} />
    </Suspense>
  );
}

function Practice({ crisisContacts }: { crisisContacts: readonly CrisisContactData[] }) {
  const texts = useHelpTexts().rehearsal;
  const today = useFormat().today();
  const navigate = useNavigate();
  const finish = useAction(FinishPracticeDocument);
  const [read, setRead] = useState(false);
  const [called, setCalled] = useState(false);
  const [done, setDone] = useState<readonly string[]>([]);
  const [outcome, setOutcome] = useState<ContactOutcome | null>(null);
  const [laterOn, setLaterOn] = useState<string | null>(null);
  const [values, setValues] = useState<Values>({});
  const [noted, setNoted] = useState<string | null>(null);
  const [finished, setFinished] = useState(false);
  const task = useMemo(() => practiceTask(texts, today, crisisContacts), [texts, today, crisisContacts]);
  const stage: CoachStage = !read ? "read" : !called ? "call" : done.length === 0 ? "tick" : "outcome";

  // that it was done is told once; should it not arrive, the offer stands there another day and no harm is done
  const leave = (): void => void finish.run({});
  const close = (): void => {
    leave();
    setFinished(true);
    scrollTo(0, 0);
  };
  const send = (): void => {
    if (outcome === "REACHED") return close();
    setNoted(texts.coach.notReached);
    setOutcome(null);
  };

  if (finished) {
    return (
      <Ready
        onAgain={() => {
          setRead(false);
          setCalled(false);
          setDone([]);
          setOutcome(null);
          setValues({});
          setNoted(null);
          setFinished(false);
        }}
      />
    );
  }
  return (
    <TaskView
      task={task}
      withContact={false}
      withMessages={false}
      done={done}
      onTick={(key, ticked) => setDone(ticked ? [...done, key] : done.filter((one) => one !== key))}
      news={
        <CoachCard
          stage={stage}
          onNext={stage === "read" ? () => setRead(true) : () => setCalled(true)}
          onSkip={() => {
            leave();
            void navigate("/");
          }}
        />
      }
    >
      <OutcomeView
        fields={practiceFields(texts)}
        values={values}
        onValues={setValues}
        outcome={outcome}
        onOutcome={(next) => {
          setNoted(null);
          setOutcome(next);
        }}
        laterOn={laterOn}
        onLaterOn={setLaterOn}
        correcting={false}
        busy={false}
        onSend={send}
        onAnswer={close}
        noted={noted}
      />
    </TaskView>
  );
}

function Ready({ onAgain }: { onAgain: () => void }) {
  const texts = useHelpTexts().rehearsal;
  const navigate = useNavigate();
  return (
    <Page narrow title={texts.doneTitle} lead={texts.doneBody} scene={<LitScene title={useTexts().ui.cairn.lit} />}>
      <div className="v-today__links">
        <Button variant="primary" onClick={() => void navigate("/")}>
          {texts.toToday}
        </Button>
        <Button variant="plain" onClick={onAgain}>
          {texts.again}
        </Button>
      </div>
    </Page>
  );
}
