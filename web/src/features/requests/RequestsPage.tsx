import { useEffect, useState } from "react";
import { useSearchParams } from "react-router";
import { readFragment } from "../../../../graphql/generated";
import {
  RequestCard_RequestFragmentDoc,
  type RequestKind,
  type RequestsQuery,
} from "../../../../graphql/generated/graphql";
import { useRequestsQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useViewer } from "../../app/viewer";
import { useAllTexts } from "../../texts";
import { Card, Chips, EmptyState, ErrorState, Page, Pager, Select, Skeleton, Stack } from "../../ui";
import { AboveCard } from "./AboveCard";
import "./requests.css";

const PAGE = 25;
const KINDS = ["all", "WAIVER", "EXCEPTION"] as const;
const NAMES = { show: "vis", kind: "gjelder", chapter: "lag", whose: "hvem" } as const;
type Node = RequestsQuery["requests"]["nodes"][number];

/** The view in the address. */
function useView() {
  const [params, setParams] = useSearchParams();
  const set = (name: keyof typeof NAMES, value: string | null): void =>
    setParams(
      (before) => {
        if (value === null) before.delete(NAMES[name]);
        else before.set(NAMES[name], value);
        return before;
      },
      { replace: true, preventScrollReset: true },
    );
  return {
    waiting: params.get(NAMES.show) !== "besvart",
    kind: KINDS.find((kind) => kind === params.get(NAMES.kind)) ?? "all",
    chapterId: params.get(NAMES.chapter),
    all: params.get(NAMES.whose) === "alle",
    set,
    key: params.toString(),
  };
}

/** «Ønsker fra lagene»: what waits, answered in place, and what has been answered. Never how many are about members. */
export function Component() {
  const texts = useAllTexts().requestsPage;
  const national = useViewer().seat.unitKind === "ORGANIZATION";
  const view = useView();
  const [chapters, setChapters] = useState<ReadonlyMap<string, string>>(new Map());
  const meet = (nodes: readonly Node[]): void => {
    const found = nodes.map((node) => readFragment(RequestCard_RequestFragmentDoc, node));
    if (found.some(({ chapterId }) => !chapters.has(chapterId))) {
      setChapters(new Map([...chapters, ...found.map((one) => [one.chapterId, one.chapterName] as const)]));
    }
  };
  return (
    <Page title={texts.title} lead={texts.lead}>
      <div className="v-requests__filters">
        <Chips
          label={texts.show}
          value={view.waiting ? "waiting" : "answered"}
          onChange={(value) => view.set("show", value === "answered" ? "besvart" : null)}
          options={(["waiting", "answered"] as const).map((value) => ({ value, label: texts.views[value] }))}
        />
        {national && (
          <Chips
            label={texts.whose}
            help={texts.mineHelp}
            value={view.all ? "all" : "mine"}
            onChange={(value) => view.set("whose", value === "all" ? "alle" : null)}
            options={(["mine", "all"] as const).map((value) => ({ value, label: texts[value] }))}
          />
        )}
        <Chips
          label={texts.kind}
          value={view.kind}
          onChange={(value) => view.set("kind", value === "all" ? null : value)}
          options={KINDS.map((value) => ({ value, label: texts.kinds[value] }))}
        />
        {(chapters.size > 1 || view.chapterId) && (
          <Select
            label={texts.chapter}
            value={view.chapterId ?? "all"}
            onChange={(value) => view.set("chapter", value === "all" ? null : value)}
            options={[
              { value: "all", label: texts.allChapters },
              ...[...chapters].map(([value, label]) => ({ value, label })),
            ]}
          />
        )}
      </div>
      <List
        key={view.key}
        waiting={view.waiting}
        mine={national && view.waiting && !view.all}
        kind={view.kind === "all" ? null : view.kind}
        chapterId={view.chapterId}
        onFound={meet}
      />
    </Page>
  );
}

type ListProps = {
  waiting: boolean;
  mine: boolean;
  kind: RequestKind | null;
  chapterId: string | null;
  onFound: (nodes: readonly Node[]) => void;
};

function List({ waiting, mine, kind, chapterId, onFound }: ListProps) {
  const texts = useAllTexts().requestsPage;
  const [first, setFirst] = useState(PAGE);
  const [{ data, error, fetching }, retry] = useRequestsQuery({
    variables: { waiting, mine, kind, chapterId, first, after: null },
  });
  const problem = errorOf(error);
  const refresh = () => retry({ requestPolicy: "network-only" });
  const [told, setTold] = useState<RequestsQuery | null>(null);
  if (data && data !== told) setTold(data);
  useEffect(() => {
    if (data) onFound(data.requests.nodes);
  }, [data, onFound]);
  const shown = data ?? told;
  if (!shown)
    return problem ? <ErrorState {...problem} busy={fetching} onRetry={refresh} /> : <Skeleton of="cards" count={3} />;
  const { nodes, pageInfo } = shown.requests;
  if (nodes.length === 0)
    return waiting ? (
      <EmptyState title={texts.emptyWaiting} lit>
        {texts.emptyWaitingBody}
      </EmptyState>
    ) : (
      <EmptyState title={texts.emptyAnswered}>{texts.emptyAnsweredBody}</EmptyState>
    );
  return (
    <>
      <Stack>
        {nodes.map((node) => (
          <Card key={node.id}>
            <AboveCard request={node} onChanged={refresh} />
          </Card>
        ))}
      </Stack>
      {pageInfo.hasNextPage && first < 100 && (
        <Pager shown={nodes.length} hasMore busy={fetching} onMore={() => setFirst(100)} />
      )}
    </>
  );
}
