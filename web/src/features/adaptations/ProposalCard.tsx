import type { Language, TemplateDefinition } from "@varde/domain";
import { useState } from "react";
import { readFragment, type FragmentType } from "../../../../graphql/generated";
import {
  AcceptProposalDocument,
  DeclineProposalDocument,
  ProposalCard_ProposalFragmentDoc,
} from "../../../../graphql/generated/graphql";
import { DefinitionDiff } from "../../app/definition-diff/DefinitionDiff";
import { readDefinition } from "../../app/definition-diff/read-definition";
import { useFormat } from "../../app/format";
import { useAction } from "../../app/useAction";
import { localized, useLanguage, useTexts, type Catalogue } from "../../texts";
import { Alert, Button, ButtonLink, Card, Checkbox, Dialog, ErrorState, Tag, TextArea } from "../../ui";

type Part = { part: "STEPS" | "MESSAGES" | "SCHEDULE"; key: string; movedOn: boolean };
type Words = Catalogue["adaptations"]["proposals"];

function nameOf(
  { part, key }: Part,
  before: TemplateDefinition,
  after: TemplateDefinition,
  texts: Words,
  language: Language,
) {
  if (part === "MESSAGES") {
    const message = before.messages.find((one) => one.key === key);
    return message ? texts.message(localized(message.title, language)) : key;
  }
  const was = before.steps.find((one) => one.key === key);
  const is = after.steps.find((one) => one.key === key);
  if (was && is) return texts.step(localized(was.text, language));
  if (is) return texts.newStep(localized(is.text, language));
  return was ? texts.leftOut(localized(was.text, language)) : key;
}

/** One chapter's proposal beside what national wrote, and what may be done with it. */
export function ProposalCard({
  proposal: masked,
  templateId,
  answered,
  onDecided,
}: {
  proposal: FragmentType<typeof ProposalCard_ProposalFragmentDoc>;
  templateId: string;
  /** on this page, just now: the way on is the draft */
  answered: boolean;
  onDecided: () => void;
}) {
  const proposal = readFragment(ProposalCard_ProposalFragmentDoc, masked);
  const { states, proposals: texts } = useTexts().adaptations;
  const format = useFormat();
  const { language } = useLanguage();
  const { state, chapterName } = proposal;
  const [before, after] = [readDefinition(proposal.before), readDefinition(proposal.after)];
  return (
    <Card
      title={texts.from1(chapterName)}
      lead={texts.of(proposal.versionNumber, format.moment(proposal.decidedAt ?? proposal.proposedAt))}
    >
      <p className="v-adapt-proposal__head">
        <Tag tone={state === "OPEN" ? "attention" : state === "ACCEPTED" ? "good" : "plain"}>{states[state]}</Tag>
      </p>
      {proposal.message && <blockquote className="v-adapt-text v-adapt-national">{proposal.message}</blockquote>}
      <DefinitionDiff before={before} after={after} language={language} />
      {proposal.reason && <p>{texts.reason(proposal.reason)}</p>}
      {state === "ACCEPTED" && answered && (
        <Alert
          tone="success"
          live
          title={texts.accepted(chapterName)}
          action={
            <ButtonLink variant="quiet" to={`/punkter/${templateId}/utkast`}>
              {texts.toDraft}
            </ButtonLink>
          }
        />
      )}
      {state === "OPEN" && (
        <Decide
          id={proposal.id}
          rev={proposal.rev}
          chapterName={chapterName}
          parts={proposal.parts.map((part) => ({ ...part, name: nameOf(part, before, after, texts, language) }))}
          onDecided={onDecided}
        />
      )}
    </Card>
  );
}

type DecideProps = {
  id: string;
  rev: number;
  chapterName: string;
  parts: readonly (Part & { name: string })[];
  onDecided: () => void;
};

const idOf = ({ part, key }: Part): string => `${part}/${key}`;

function Decide({ id, rev, chapterName, parts, onDecided }: DecideProps) {
  const texts = useTexts().adaptations.proposals;
  const accept = useAction(AcceptProposalDocument);
  const [declining, setDeclining] = useState(false);
  // by what one has pressed: where the draft has moved on the rest is not taken unasked
  const [pressed, setPressed] = useState<ReadonlyMap<string, boolean>>(new Map());
  const isChosen = (part: Part): boolean => pressed.get(idOf(part)) ?? !part.movedOn;
  const chosen = parts.filter(isChosen);
  const take = async (): Promise<void> => {
    await accept.run({
      id,
      rev,
      parts: chosen.map(({ part, key }) => ({ part, key })),
      overwrite: chosen.some(({ movedOn }) => movedOn),
    });
    // refused: the draft or the proposal has changed, and the page shows how
    onDecided();
  };
  return (
    <>
      <fieldset className="v-adapt-parts">
        <legend>{texts.take}</legend>
        {parts.map((part) => (
          <Checkbox
            key={idOf(part)}
            label={part.name}
            {...(part.movedOn && { help: texts.movedOn })}
            checked={isChosen(part)}
            onChange={(value) => setPressed(new Map(pressed).set(idOf(part), value))}
          />
        ))}
      </fieldset>
      {[...new Set(accept.otherProblems())].map((message) => (
        <Alert key={message} tone="warn" live title={message} />
      ))}
      {accept.error && <ErrorState {...accept.error} />}
      <div className="v-adapt-proposal__head">
        <Button variant="primary" busy={accept.busy} disabled={chosen.length === 0} onClick={() => void take()}>
          {texts.accept}
        </Button>
        <Button variant="quiet" onClick={() => setDeclining(true)}>
          {texts.decline}
        </Button>
      </div>
      {declining && (
        <DeclineDialog
          id={id}
          rev={rev}
          chapterName={chapterName}
          onClose={() => setDeclining(false)}
          onDecided={() => {
            setDeclining(false);
            onDecided();
          }}
        />
      )}
    </>
  );
}

type DeclineProps = { id: string; rev: number; chapterName: string; onClose: () => void; onDecided: () => void };

function DeclineDialog({ id, rev, chapterName, onClose, onDecided }: DeclineProps) {
  const { proposals: texts, page } = useTexts().adaptations;
  const decline = useAction(DeclineProposalDocument);
  const [reason, setReason] = useState("");
  const send = async (): Promise<void> => {
    if (await decline.run({ id, rev, reason })) onDecided();
  };
  return (
    <Dialog
      open
      keep
      title={texts.declineTitle(chapterName)}
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" onClick={onClose}>
            {texts.cancel}
          </Button>
          <Button variant="primary" busy={decline.busy} onClick={() => void send()}>
            {texts.declineSend}
          </Button>
        </>
      }
    >
      <TextArea
        label={texts.declineReason}
        help={page.noPersons}
        maxLength={500}
        value={reason}
        problem={decline.problemAt("reason")}
        onChange={setReason}
      />
      {decline.otherProblems(["reason"]).map((message) => (
        <Alert key={message} tone="warn" live title={message} />
      ))}
      {decline.error && <ErrorState {...decline.error} />}
    </Dialog>
  );
}
