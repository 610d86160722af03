import { useState } from "react";
import { useParams } from "react-router";
import type { ProposalsQuery } from "../../../../graphql/generated/graphql";
import { useProposalsQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { TemplateCrumb } from "../../app/TemplateCrumb";
import { localized, useLanguage, useTexts } from "../../texts";
import { Disclosure, EmptyState, ErrorState, Page, Pager, Skeleton, Stack } from "../../ui";
import { ProposalCard } from "./ProposalCard";
import "./adaptations.css";

const PAGE = 20;

/** What the chapters propose for one template: read, taken part by part, or declined with a reason. */
export function Component() {
  const { id = "" } = useParams();
  const [first, setFirst] = useState(PAGE);
  const [result, retry] = useProposalsQuery({ variables: { templateId: id, first, after: null } });
  const problem = errorOf(result.error);
  const refresh = () => retry({ requestPolicy: "network-only" });
  if (result.data) return <Listed data={result.data} refresh={refresh} onMore={() => setFirst(100)} />;
  return problem ? (
    <ErrorState heading="h1" {...problem} busy={result.fetching} onRetry={refresh} />
  ) : (
    <Skeleton of="page" />
  );
}

function Listed({ data, refresh, onMore }: { data: ProposalsQuery; refresh: () => void; onMore: () => void }) {
  const texts = useTexts().adaptations.proposals;
  const { language } = useLanguage();
  const name = localized(data.template.name, language);
  const { nodes, totalCount, pageInfo } = data.proposals;
  // what was answered on this page stays where it was, with its answer
  const [answered, setAnswered] = useState<ReadonlySet<string>>(new Set());
  const open = nodes.filter((node) => node.state === "OPEN" || answered.has(node.id));
  const decided = nodes.filter((node) => !open.includes(node));
  const card = (node: (typeof nodes)[number]) => (
    <ProposalCard
      key={node.id}
      proposal={node}
      templateId={data.template.id}
      answered={answered.has(node.id)}
      onDecided={() => {
        setAnswered(new Set([...answered, node.id]));
        refresh();
      }}
    />
  );
  return (
    <Page
      title={texts.title(name)}
      lead={texts.lead}
      crumb={<TemplateCrumb template={{ id: data.template.id, name }} here={texts.crumb} />}
    >
      {nodes.length === 0 ? (
        <EmptyState title={texts.empty}>{texts.emptyBody}</EmptyState>
      ) : (
        <Stack>
          {open.length === 0 ? <p>{texts.noneOpen}</p> : open.map(card)}
          {decided.length > 0 && (
            <Disclosure summary={texts.decided(decided.length)}>
              <Stack>{decided.map(card)}</Stack>
            </Disclosure>
          )}
        </Stack>
      )}
      {pageInfo.hasNextPage && (
        <Pager shown={nodes.length} {...(totalCount !== null && { total: totalCount })} hasMore onMore={onMore} />
      )}
    </Page>
  );
}
