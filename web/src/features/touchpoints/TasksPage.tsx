import { useState } from "react";
import { useSearchParams } from "react-router";
import type { TasksQueryVariables } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { useTexts } from "../../texts";
import { Button, Chips, Disclosure, EmptyState, ErrorState, Page, Pager, RowCards, Skeleton } from "../../ui";
import { PlusIcon } from "../../ui/icons";
import { StartTaskDialog } from "./StartTaskDialog";
import { TaskLineRow } from "./TaskRow";
import { useTasks } from "./useTasks";
import type { TaskLine } from "./useToday";
import "./touchpoints.css";

const SHOWS = ["open", "overdue", "done", "missed", "all"] as const;
type Show = (typeof SHOWS)[number];
/** What opens later stands last under what is open. */
type Listed = Show | "coming";
const PAGE = 25;
/** Sorted anew, so as many as the server gives at once. */
const COMING_PAGE = 100;
const sizeOf = (show: Listed): number => (show === "coming" ? COMING_PAGE : PAGE);
/** What has been is read backwards. */
const LATEST_FIRST: readonly Listed[] = ["done", "missed"];

function filterOf(show: Listed): TasksQueryVariables["filter"] {
  const filter = { templateId: null, dueFrom: null, dueTo: null, unclosedOnly: null, coming: null };
  switch (show) {
    case "open":
      return { ...filter, status: ["OPEN", "OVERDUE"], coming: false };
    case "coming":
      return { ...filter, status: ["OPEN"], coming: true };
    case "overdue":
      return { ...filter, status: ["OVERDUE"] };
    case "done":
      return { ...filter, status: ["DONE_ON_TIME", "DONE_LATE", "EMPTY"] };
    case "missed":
      return { ...filter, status: ["MISSED"] };
    case "all":
      return { ...filter, status: null };
  }
}

const variablesOf = (show: Listed, after: string | null): TasksQueryVariables => ({
  filter: filterOf(show) ?? null,
  latestFirst: LATEST_FIRST.includes(show),
  first: sizeOf(show),
  after,
});

/** The whole list; what is shown stands in the address. */
export function Component() {
  const texts = useTexts().touchpoints;
  const [params, setParams] = useSearchParams();
  const wanted = params.get("vis");
  const show = SHOWS.find((one) => one === wanted) ?? "open";
  const [starting, setStarting] = useState(false);
  return (
    <Page
      narrow
      title={texts.title}
      action={
        <Button variant="secondary" icon={PlusIcon} onClick={() => setStarting(true)}>
          {texts.today.start}
        </Button>
      }
    >
      <Chips
        label={texts.list.show}
        hideLabel
        value={show}
        onChange={(value) =>
          setParams(value === "open" ? {} : { vis: value }, { replace: true, preventScrollReset: true })
        }
        options={SHOWS.map((value) => ({ value, label: texts.list.filters[value] }))}
      />
      <TaskList key={show} show={show} />
      {show === "open" && <Coming />}
      <StartTaskDialog open={starting} onClose={() => setStarting(false)} />
    </Page>
  );
}

/** What opens later, folded away; nothing at all when there is none. */
function Coming() {
  const texts = useTexts().touchpoints.list;
  const { page } = useTasks(variablesOf("coming", null));
  if (!page || page.rows.length === 0) return null;
  return (
    <Disclosure summary={texts.comingLater(page.total ?? page.rows.length)}>
      <TaskList show="coming" />
    </Disclosure>
  );
}

function TaskList({ show }: { show: Listed }) {
  const texts = useTexts().touchpoints.list;
  const [pages, setPages] = useState<readonly (string | null)[]>([null]);
  return (
    <>
      {pages.map((after, index) => (
        <TaskListPage
          key={after ?? "first"}
          show={show}
          after={after}
          shownBefore={index * sizeOf(show)}
          last={index === pages.length - 1}
          onMore={(cursor) => setPages([...pages, cursor])}
          empty={texts.empty[show]}
        />
      ))}
    </>
  );
}

/** Pages come by due day; what opens later says when it opens and stands by that day. */
const inOrder = (rows: readonly TaskLine[], show: Listed): readonly TaskLine[] =>
  show === "coming" ? rows.toSorted((a, b) => a.opensOn.localeCompare(b.opensOn)) : rows;

type PageProps = {
  show: Listed;
  after: string | null;
  shownBefore: number;
  last: boolean;
  onMore: (cursor: string) => void;
  empty: string;
};

function TaskListPage({ show, after, shownBefore, last, onMore, empty }: PageProps) {
  const { page, problem, fetching, refresh } = useTasks(variablesOf(show, after));
  const format = useFormat();
  if (!page) {
    if (problem)
      return <ErrorState code={problem.code} requestId={problem.requestId} busy={fetching} onRetry={() => refresh()} />;
    return <Skeleton of="cards" count={6} />;
  }
  const { rows, total, next } = page;
  if (rows.length === 0 && after === null) return <EmptyState lit title={format.sentence(empty)} />;
  return (
    <>
      <RowCards joined>
        {inOrder(rows, show).map((task) => (
          <TaskLineRow key={task.id} row={task} />
        ))}
      </RowCards>
      {last && (
        <Pager
          shown={shownBefore + rows.length}
          {...(total !== null && { total })}
          hasMore={next !== null}
          onMore={() => next && onMore(next)}
        />
      )}
    </>
  );
}
