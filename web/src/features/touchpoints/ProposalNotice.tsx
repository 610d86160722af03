import { readFragment, type FragmentType } from "../../../../graphql/generated";
import { ProposalNotice_ProposalFragmentDoc, SeeProposalDocument } from "../../../../graphql/generated/graphql";
import { useAction } from "../../app/useAction";
import { localized, useLanguage, useTexts } from "../../texts";
import { Alert, Button, ButtonLink } from "../../ui";

/** What national said to a proposal of the chapter's, once. */
export function ProposalNotice({
  proposal: masked,
  onSeen,
}: {
  proposal: FragmentType<typeof ProposalNotice_ProposalFragmentDoc>;
  onSeen: () => void;
}) {
  const { id, templateId, state, reason, name } = readFragment(ProposalNotice_ProposalFragmentDoc, masked);
  const { notice, propose } = useTexts().adaptations;
  const { language } = useLanguage();
  const see = useAction(SeeProposalDocument);
  const said = state === "ACCEPTED" ? notice.ACCEPTED : notice.DECLINED;
  return (
    <Alert
      tone="info"
      title={said(localized(name, language))}
      action={
        <>
          <ButtonLink variant="quiet" to={`/oppgaver/tilpass/${templateId}`}>
            {notice.read}
          </ButtonLink>
          <Button variant="quiet" busy={see.busy} onClick={() => void see.run({ id }).then(onSeen)}>
            {notice.seen}
          </Button>
        </>
      }
    >
      {reason && <p>{propose.reason(reason)}</p>}
    </Alert>
  );
}
