import { useState } from "react";
import { useNavigate } from "react-router";
import { LookUpMemberDocument, type LookUpReason } from "../../../../graphql/generated/graphql";
import { useAction } from "../../app/useAction";
import { useAllTexts } from "../../texts";
import { Alert, Button, Card, ErrorState, Form, FormActions, RadioCards, TextArea, TextField } from "../../ui";

const REASONS: readonly LookUpReason[] = ["MEMBER_ASKED", "SAFETY", "COMPLAINT", "WRONG_CHAPTER", "LAW"];
const MOST_WORDS = 200;

/** Asks for exactly what the member gave, and why. What is typed stands in no address and is not kept as a draft. */
export function LookUpForm() {
  const { lookUp: texts, workday } = useAllTexts();
  const navigate = useNavigate();
  const [search, setSearch] = useState("");
  const [reason, setReason] = useState<LookUpReason | null>(null);
  const [words, setWords] = useState("");
  const [missing, setMissing] = useState(false);
  const [nobody, setNobody] = useState(false);
  const action = useAction(LookUpMemberDocument);
  const look = async () => {
    setNobody(false);
    setMissing(reason === null);
    if (reason === null) return;
    const done = await action.run({ search, reason, words });
    if (!done) return;
    const { lookUp } = done.lookUpMember;
    if (lookUp) void navigate(`/oppslag/${lookUp.id}`);
    else setNobody(true);
  };
  return (
    <Card title={texts.formTitle} lead={texts.formLead}>
      <Form onSubmit={() => void look()} problems={action.otherProblems(["search", "words"])}>
        <TextField
          label={texts.search}
          help={texts.searchHelp}
          value={search}
          onChange={setSearch}
          maxLength={120}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          problem={action.problemAt("search")}
        />
        <RadioCards
          label={texts.why}
          value={reason}
          onChange={setReason}
          options={REASONS.map((value) => ({ value, label: workday.lookedUp.reasons[value] }))}
          problem={missing && reason === null ? texts.whyMissing : undefined}
        />
        <TextArea
          label={texts.words}
          help={texts.wordsHelp}
          value={words}
          onChange={setWords}
          maxLength={MOST_WORDS}
          rows={2}
          problem={action.problemAt("words")}
        />
        {nobody && (
          <Alert live title={texts.nobody}>
            <p>{texts.nobodyBody}</p>
          </Alert>
        )}
        {action.error?.code === "RATE_LIMITED" && (
          <Alert tone="warn" live title={texts.enough}>
            <p>{texts.enoughBody}</p>
          </Alert>
        )}
        {action.error && action.error.code !== "RATE_LIMITED" && (
          <ErrorState code={action.error.code} requestId={action.error.requestId} />
        )}
        <FormActions>
          <Button variant="primary" type="submit" busy={action.busy}>
            {texts.look}
          </Button>
        </FormActions>
      </Form>
    </Card>
  );
}
