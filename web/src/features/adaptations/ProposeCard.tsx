import type { Overlay } from "@varde/domain";
import { useState } from "react";
import { readFragment } from "../../../../graphql/generated";
import {
  OwnProposal_ProposalFragmentDoc,
  ProposeOverlayDocument,
  WithdrawProposalDocument,
  type AdaptationQuery,
} from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { useAction } from "../../app/useAction";
import { useTexts } from "../../texts";
import { Alert, Button, Card, Dialog, ErrorState, Row, Rows, Tag, TextArea } from "../../ui";

type Data = AdaptationQuery["adaptation"];

/** From a chapter to all: what is saved, sent to national, and what has become of it. */
export function ProposeCard({
  data,
  overlay,
  rev,
  unsaved,
  refresh,
}: {
  data: Data;
  /** as it is saved */
  overlay: Overlay;
  rev: number;
  unsaved: boolean;
  refresh: () => void;
}) {
  const texts = useTexts().adaptations.propose;
  const [asking, setAsking] = useState(false);
  const waiting = data.proposals.some(({ state, versionId }) => state === "OPEN" && versionId === data.versionId);
  const something = overlay.steps.length + overlay.added.length + overlay.omitted.length + overlay.messages.length > 0;
  return (
    <Card title={texts.title} lead={texts.lead}>
      {data.open && !waiting && (
        <>
          {(unsaved || !something) && <p className="v-adapt-note">{unsaved ? texts.saveFirst : texts.needs}</p>}
          <div>
            <Button variant="secondary" disabled={unsaved || !something} onClick={() => setAsking(true)}>
              {texts.action}
            </Button>
          </div>
        </>
      )}
      {data.proposals.length > 0 && (
        <Rows>
          {data.proposals.map((proposal) => (
            <Row key={proposal.id}>
              <OwnProposal proposal={proposal} refresh={refresh} />
            </Row>
          ))}
        </Rows>
      )}
      {asking && (
        <ProposeDialog
          versionId={data.versionId}
          rev={rev}
          onClose={() => setAsking(false)}
          onSent={() => {
            setAsking(false);
            refresh();
          }}
        />
      )}
    </Card>
  );
}

function OwnProposal({ proposal: masked, refresh }: { proposal: Data["proposals"][number]; refresh: () => void }) {
  const proposal = readFragment(OwnProposal_ProposalFragmentDoc, masked);
  const texts = useTexts().adaptations;
  const format = useFormat();
  const withdraw = useAction(WithdrawProposalDocument);
  const take = async (): Promise<void> => {
    await withdraw.run({ id: proposal.id, rev: proposal.rev });
    // refused: national was first, and the page shows how it stands
    refresh();
  };
  return (
    <div className="v-adapt-proposal">
      <p className="v-adapt-proposal__head">
        <Tag tone={proposal.state === "OPEN" ? "attention" : proposal.state === "ACCEPTED" ? "good" : "plain"}>
          {texts.states[proposal.state]}
        </Tag>
        <span className="v-adapt-note">
          {texts.propose.of(proposal.versionNumber, format.moment(proposal.decidedAt ?? proposal.proposedAt))}
        </span>
      </p>
      {proposal.message && <p className="v-adapt-text">{proposal.message}</p>}
      {proposal.reason && <p>{texts.propose.reason(proposal.reason)}</p>}
      {proposal.state === "OPEN" && (
        <Button variant="plain" busy={withdraw.busy} onClick={() => void take()}>
          {texts.propose.withdraw}
        </Button>
      )}
      {withdraw.otherProblems().map((message) => (
        <Alert key={message} tone="warn" live title={message} />
      ))}
      {withdraw.error && <ErrorState {...withdraw.error} />}
    </div>
  );
}

function ProposeDialog({
  versionId,
  rev,
  onClose,
  onSent,
}: {
  versionId: string;
  rev: number;
  onClose: () => void;
  onSent: () => void;
}) {
  const { propose: texts, page } = useTexts().adaptations;
  const propose = useAction(ProposeOverlayDocument);
  const [message, setMessage] = useState("");
  const send = async (): Promise<void> => {
    if (await propose.run({ versionId, rev, message })) onSent();
  };
  return (
    <Dialog
      open
      keep
      title={texts.dialog}
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" onClick={onClose}>
            {texts.cancel}
          </Button>
          <Button variant="primary" busy={propose.busy} onClick={() => void send()}>
            {texts.send}
          </Button>
        </>
      }
    >
      <p>{texts.body}</p>
      <TextArea
        label={texts.message}
        help={page.noPersons}
        optional
        maxLength={500}
        value={message}
        problem={propose.problemAt("message")}
        onChange={setMessage}
      />
      {propose.otherProblems(["message"]).map((text) => (
        <Alert key={text} tone="warn" live title={text} />
      ))}
      {propose.error && <ErrorState {...propose.error} />}
    </Dialog>
  );
}
