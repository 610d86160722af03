import { useState } from "react";
import { Link } from "react-router";
import type { PracticesQuery } from "../../../../graphql/generated/graphql";
import { usePracticesQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useFormat } from "../../app/format";
import { localized, useLanguage, useAllTexts } from "../../texts";
import { Card, EmptyState, ErrorState, Page, Pager, Row, Rows, Skeleton, Stack } from "../../ui";
import { AskedCard } from "../good-examples";
import { PracticeCard } from "./PracticeCard";

type Node = PracticesQuery["practices"]["nodes"][number];

/** National: what chapters suggest, the waiting first, and what has been decided. */
export function Component() {
  const texts = useAllTexts().practices;
  const crumb = useAllTexts().templates.crumb;
  const format = useFormat();
  const [{ data, error, fetching }, reload] = usePracticesQuery({ variables: { state: "SUGGESTED" } });
  const problem = errorOf(error);
  const [changes, setChanges] = useState(0);
  const waiting = data?.practices.nodes ?? [];
  const refresh = () => {
    setChanges(changes + 1);
    reload({ requestPolicy: "network-only" });
  };
  const title = !data
    ? texts.page.documentTitle
    : waiting.length === 0
      ? texts.page.none
      : texts.page.title(format.sentence(format.words(waiting.length)));
  return (
    <Page
      title={title}
      documentTitle={texts.page.documentTitle}
      lead={texts.page.lead}
      crumb={<Link to="/punkter">{crumb}</Link>}
    >
      {!data &&
        (problem ? (
          <ErrorState {...problem} busy={fetching} onRetry={() => reload({ requestPolicy: "network-only" })} />
        ) : (
          <Skeleton of="cards" />
        ))}
      {data && (
        <Stack>
          {waiting.length > 0 && (
            <Card title={texts.page.waiting}>
              <List nodes={waiting} onChanged={refresh} />
            </Card>
          )}
          <AskedCard />
          <Decided key={changes} alone={waiting.length === 0} onChanged={refresh} />
        </Stack>
      )}
    </Page>
  );
}

/** All that no longer waits, newest first, a page at a time. */
function Decided({ alone, onChanged }: { alone: boolean; onChanged: () => void }) {
  const texts = useAllTexts().practices.page;
  const [after, setAfter] = useState<string | null>(null);
  const [earlier, setEarlier] = useState<readonly Node[]>([]);
  const [{ data, fetching }] = usePracticesQuery({ variables: { after } });
  if (!data) return <Skeleton of="cards" count={1} />;
  const { nodes, pageInfo } = data.practices;
  const decided = [...earlier, ...nodes].filter((node) => !isWaiting(node));
  if (decided.length === 0 && !pageInfo.hasNextPage)
    return alone ? <EmptyState title={texts.emptyTitle}>{texts.emptyBody}</EmptyState> : null;
  return (
    <Card title={texts.decided}>
      <List nodes={decided} onChanged={onChanged} />
      <Pager
        shown={decided.length}
        hasMore={pageInfo.hasNextPage}
        busy={fetching}
        onMore={() => {
          setEarlier([...earlier, ...nodes]);
          setAfter(pageInfo.endCursor);
        }}
      />
    </Card>
  );
}

const isWaiting = (node: Node): boolean => node.decidedAt === null;

function List({ nodes, onChanged }: { nodes: readonly Node[]; onChanged: () => void }) {
  const { language } = useLanguage();
  return (
    <Rows>
      {nodes.map((node) => (
        <Row key={node.id}>
          <PracticeCard practice={node} about={localized(node.templateName, language)} onChanged={onChanged} />
        </Row>
      ))}
    </Rows>
  );
}
