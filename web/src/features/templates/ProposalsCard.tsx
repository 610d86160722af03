import { useOpenProposalsQuery } from "../../../../graphql/generated/hooks";
import { useAllTexts } from "../../texts";
import { ButtonLink, Card } from "../../ui";

/** What chapters propose for this template and nobody has answered; nothing when there is none. */
export function ProposalsCard({ templateId }: { templateId: string }) {
  const texts = useAllTexts().adaptations.proposals;
  const [{ data }] = useOpenProposalsQuery({ variables: { templateId } });
  const found = data?.proposals;
  if (!found || found.nodes.length === 0) return null;
  const names = [...new Set(found.nodes.map(({ chapterName }) => chapterName))].join(", ");
  return (
    <Card tone="attention" title={texts.card(found.totalCount ?? found.nodes.length)} lead={texts.from(names)}>
      <div>
        <ButtonLink variant="secondary" to={`/punkter/${templateId}/forslag`}>
          {texts.read}
        </ButtonLink>
      </div>
    </Card>
  );
}
