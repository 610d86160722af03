import { useState } from "react";
import { DecidePilotDocument, type PilotDecision } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { useAction } from "../../app/useAction";
import { useAllTexts } from "../../texts";
import { Button, ButtonLink, Card, ErrorState, Form, RadioCards, TextArea } from "../../ui";
import type { Pilot } from "./scoreboard-words";

const LEAST = 10;
const MOST = 1000;

/** What comes of the pilot: three ways on, and why. Once decided: who, when and why, and the next step. */
export function DecideCard({ pilot, onDecided }: { pilot: Pilot; onDecided: () => void }) {
  const words = useAllTexts().pilots.decide;
  const act = useAction(DecidePilotDocument);
  const [decision, setDecision] = useState<PilotDecision | null>(null);
  const [reason, setReason] = useState("");
  if (pilot.decision) return <Decided pilot={pilot} decision={pilot.decision} />;
  const length = [...reason.trim()].length;

  const submit = async (): Promise<void> => {
    if (!decision) return;
    await act.run({ id: pilot.id, rev: pilot.rev, decision, reason });
    // also when somebody else was first: then what they decided stands there
    onDecided();
  };
  return (
    <Card title={words.title}>
      <Form onSubmit={() => void submit()} problems={act.otherProblems(["reason", "decision"])}>
        <RadioCards
          label={words.label}
          hideLabel
          value={decision}
          problem={act.problemAt("decision")}
          onChange={setDecision}
          options={[
            { value: "PROMOTE", label: words.PROMOTE(pilot.versionNumber), help: words.promoteHelp },
            { value: "REVISE", label: words.REVISE, help: words.reviseHelp(pilot.versionNumber) },
            {
              value: "DROP",
              label: words.DROP,
              help: pilot.comparedNumber ? words.dropHelp(pilot.comparedNumber) : words.dropFirst,
            },
          ]}
        />
        <TextArea
          label={words.reason}
          help={words.reasonHelp}
          value={reason}
          maxLength={MOST}
          problem={act.problemAt("reason")}
          onChange={setReason}
        />
        {act.error && <ErrorState {...act.error} />}
        <Button
          type="submit"
          variant="primary"
          wide
          busy={act.busy}
          disabled={!decision || length < LEAST || length > MOST}
        >
          {words.submit}
        </Button>
      </Form>
    </Card>
  );
}

function Decided({ pilot, decision }: { pilot: Pilot; decision: PilotDecision }) {
  const words = useAllTexts().pilots.decide;
  const format = useFormat();
  return (
    <Card title={words.done[decision]}>
      <blockquote className="v-decided__why">{pilot.reason}</blockquote>
      <p className="v-pilot__note">
        {words.by(pilot.decidedBy ?? "", pilot.decidedAt ? format.moment(pilot.decidedAt) : "")}
      </p>
      {decision === "PROMOTE" && (
        <ButtonLink to={`/punkter/${pilot.templateId}/utrulling`} variant="primary" wide>
          {words.rollOut(pilot.versionNumber)}
        </ButtonLink>
      )}
      {decision === "REVISE" && (
        <ButtonLink to={`/punkter/${pilot.templateId}/utkast`} wide>
          {words.toDraft}
        </ButtonLink>
      )}
    </Card>
  );
}
