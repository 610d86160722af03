import { useState } from "react";
import { useLocation } from "react-router";
import { AnswerRsvpDocument, type RsvpAnswer, type RsvpPageQuery } from "../../../../graphql/generated/graphql";
import { useRsvpPageQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useAction } from "../../app/useAction";
import { Button, Card, EmptyState, ErrorState, Form, Page, RadioCards, Skeleton, Stepper, TextField } from "../../ui";
import { CheckmarkIcon, QuestionmarkDiamondIcon, XMarkIcon } from "../../ui/icons";
import { useInvitationWords, useOutreachTexts } from "./outreach-words";
import { newSecret, remember, remembered } from "./rsvp-memory";
import "./outreach.css";

const ICONS = { YES: CheckmarkIcon, MAYBE: QuestionmarkDiamondIcon, NO: XMarkIcon };
const ANSWERS: readonly RsvpAnswer[] = ["YES", "MAYBE", "NO"];

/**
 * An invitation, answered with no account. The secret stays in the address, unlike one that is for a single person: the page
 * can be opened again, and given on to whom one brings.
 */
export function Component() {
  const page = useLocation().hash.slice(1);
  const texts = useOutreachTexts().rsvp;
  const [{ data, error, fetching }, retry] = useRsvpPageQuery({ variables: { page }, pause: page === "" });
  const failure = errorOf(error);
  if (failure && !data)
    return (
      <ErrorState
        heading="h1"
        code={failure.code}
        requestId={failure.requestId}
        busy={fetching}
        onRetry={() => retry()}
      />
    );
  if (page !== "" && !data) return <Skeleton of="page" />;
  if (!data?.rsvpPage)
    return (
      <Page narrow title={texts.missing}>
        <EmptyState title={texts.missingBody} />
      </Page>
    );
  return <Invitation key={page} page={page} invitation={data.rsvpPage} />;
}

type Invited = NonNullable<RsvpPageQuery["rsvpPage"]>;

function Invitation({ page, invitation }: { page: string; invitation: Invited }) {
  const texts = useOutreachTexts().rsvp;
  const words = useInvitationWords();
  const [given, setGiven] = useState(() => remembered(page));
  const [changing, setChanging] = useState(false);
  const { state } = invitation;
  return (
    <Page
      narrow
      title={words.name(invitation)}
      crumb={texts.lead(invitation.chapterName)}
      lead={words.when(invitation)}
    >
      {state !== "OPEN" ? (
        <EmptyState title={state === "OVER" ? texts.over : texts.calledOff} />
      ) : given && !changing ? (
        <EmptyState
          lit={given.answer === "YES"}
          title={texts.thanks[given.answer]}
          action={<Button onClick={() => setChanging(true)}>{texts.change}</Button>}
        >
          {texts.thanksBody}
        </EmptyState>
      ) : (
        <AnswerForm
          page={page}
          given={given}
          onGiven={(answer) => {
            remember(page, answer);
            setGiven(answer);
            setChanging(false);
          }}
        />
      )}
    </Page>
  );
}

type AnswerFormProps = {
  page: string;
  given: ReturnType<typeof remembered>;
  onGiven: (answer: NonNullable<ReturnType<typeof remembered>>) => void;
};

function AnswerForm({ page, given, onGiven }: AnswerFormProps) {
  const texts = useOutreachTexts().rsvp;
  const [secret] = useState(() => given?.secret ?? newSecret());
  const [answer, setAnswer] = useState<RsvpAnswer | null>(given?.answer ?? null);
  const [persons, setPersons] = useState<number | null>(given?.persons ?? 1);
  const [name, setName] = useState("");
  const [pressed, setPressed] = useState(false);
  const send = useAction(AnswerRsvpDocument);
  async function act(): Promise<void> {
    setPressed(true);
    if (!answer) return;
    const many = persons ?? 1;
    const done = await send.run({ page, secret, answer, persons: many, name: name.trim() || null });
    if (done) onGiven({ secret, answer, persons: many });
  }
  return (
    <Card>
      <Form onSubmit={() => void act()} problems={send.otherProblems(["name", "persons"])}>
        <RadioCards
          label={texts.question}
          layout="row"
          value={answer}
          onChange={setAnswer}
          options={ANSWERS.map((value) => ({ value, label: texts.answers[value], icon: ICONS[value] }))}
          problem={pressed && !answer ? texts.choose : undefined}
        />
        {answer !== "NO" && (
          <Stepper
            label={texts.persons}
            help={texts.personsHelp}
            min={1}
            max={5}
            value={persons}
            onChange={setPersons}
            problem={send.problemAt("persons")}
          />
        )}
        <TextField
          label={texts.name}
          help={texts.nameHelp}
          optional
          autoComplete="off"
          maxLength={80}
          value={name}
          onChange={setName}
          problem={send.problemAt("name")}
        />
        {send.error && <ErrorState {...send.error} />}
        <Button variant="primary" type="submit" wide busy={send.busy}>
          {texts.act}
        </Button>
        <p className="v-outreach__note">{texts.privacy}</p>
      </Form>
    </Card>
  );
}
