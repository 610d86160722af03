import { useEffect, useState } from "react";
import { Link, useLocation, useNavigate, useSearchParams } from "react-router";
import { useFormat } from "../../app/format";
import { useSettled } from "../../app/useSettled";
import { useTexts } from "../../texts";
import { Alert, Button, Chips, EmptyState, ErrorState, Page, RowCards, SearchField, Skeleton } from "../../ui";
import { ArrowRightIcon, PlusIcon } from "../../ui/icons";
import { StartTaskDialog } from "./StartTaskDialog";
import { TaskFilters } from "./TaskFilters";
import {
  choicesInUse,
  isSearchable,
  LONGEST_SEARCH,
  paramsOf,
  SHOWS,
  USUAL_SHOWS,
  variablesOf,
  viewOf,
  withShow,
  type ListView,
} from "./task-list-view";
import { TaskLineRow } from "./TaskRow";
import { useTasks } from "./useTasks";
import "./touchpoints.css";
import "./tasks.css";

/** What stays with this visit of the page, and never in its address: what is searched for, and how many pages one has gone on. */
type Visit = { search: string; page: number };
function visitIn(state: unknown): Visit {
  const { search, page } = (state && typeof state === "object" ? state : {}) as Partial<Record<keyof Visit, unknown>>;
  return { search: typeof search === "string" ? search : "", page: typeof page === "number" ? page : 0 };
}

/** The whole list; what is shown stands in the address. */
export function Component() {
  const { touchpoints, workday } = useTexts();
  const texts = workday.list;
  const [params, setParams] = useSearchParams();
  const { state: given } = useLocation();
  const visit = visitIn(given);
  const view = viewOf(params);
  const [search, setSearch] = useState(visit.search);
  const settled = useSettled(search);
  const [starting, setStarting] = useState(false);
  const set = (next: ListView): void =>
    setParams(paramsOf(next), { replace: true, preventScrollReset: true, state: { search: settled, page: 0 } });

  // the way back from a task leads to the same search; a new search begins with its first page
  useEffect(() => {
    if (visit.search === settled) return;
    const first = { ...viewOf(params), after: null };
    setParams(paramsOf(first), { replace: true, preventScrollReset: true, state: { search: settled, page: 0 } });
  }, [settled, visit.search, params, setParams]);

  return (
    <Page
      narrow
      title={touchpoints.title}
      beside
      action={
        <Button variant="secondary" icon={PlusIcon} onClick={() => setStarting(true)}>
          <StartWords text={touchpoints.today.start} />
        </Button>
      }
    >
      <search className="v-task-search">
        <SearchField
          label={texts.search}
          value={search}
          onChange={setSearch}
          autoComplete="off"
          maxLength={LONGEST_SEARCH}
        />
        <Chips
          label={touchpoints.list.show}
          hideLabel
          oneLine
          value={view.show}
          onChange={(show) => set(withShow(view, show))}
          options={SHOWS.filter((one) => USUAL_SHOWS.includes(one) || one === view.show).map((value) => ({
            value,
            label: texts.shows[value],
          }))}
        />
        <TaskFilters view={view} onChange={set} />
      </search>
      {isSearchable(settled) ? (
        <TaskList key={JSON.stringify([view, settled])} view={view} search={settled} page={visit.page} />
      ) : (
        <Alert tone="warn" live title={texts.noNationalId} />
      )}
      <StartTaskDialog open={starting} onClose={() => setStarting(false)} />
    </Page>
  );
}

/** «Start en oppgave»; on the phone its first word is seen, and all of it spoken. */
function StartWords({ text }: { text: string }) {
  const [, first, rest] = /^(\S+)(.*)$/.exec(text) ?? ["", text, ""];
  return (
    <>
      {first}
      <span className="v-task-start__rest">{rest}</span>
    </>
  );
}

type ListProps = { view: ListView; search: string; page: number };

function TaskList({ view, search, page: turned }: ListProps) {
  const texts = useTexts().workday.list;
  const { page, problem, fetching, refresh } = useTasks(variablesOf(view, search));
  if (!page) {
    if (problem)
      return <ErrorState code={problem.code} requestId={problem.requestId} busy={fetching} onRetry={() => refresh()} />;
    return <Skeleton of="cards" count={6} />;
  }
  const { rows, total, next } = page;
  if (rows.length === 0 && !view.after) return <Nothing view={view} search={search} />;
  return (
    <>
      <div className="v-task-count">
        <p role="status">{total !== null && texts.count(total)}</p>
        <Button variant="plain" onClick={() => print()}>
          {texts.print}
        </Button>
      </div>
      <RowCards joined>
        {rows.map((row) => (
          <TaskLineRow key={row.id} row={row} ownUnsaid={view.who === "mine"} />
        ))}
      </RowCards>
      <Pages view={view} search={search} page={turned} next={next} />
    </>
  );
}

/** Page by page, so that four hundred tasks are as quick as forty; each page has its address. */
function Pages({ view, search, page, next }: ListProps & { next: string | null }) {
  const texts = useTexts().workday.list;
  const navigate = useNavigate();
  if (!next && !view.after) return null;
  const to = (after: string | null) => `?${new URLSearchParams(paramsOf({ ...view, after })).toString()}`;
  return (
    <nav className="v-task-pages" aria-label={texts.pages}>
      {view.after &&
        (page > 0 ? (
          <Button variant="quiet" onClick={() => void navigate(-1)}>
            {texts.previous}
          </Button>
        ) : (
          <Link to={to(null)} state={{ search, page: 0 }}>
            {texts.first}
          </Link>
        ))}
      {next && (
        <Button iconEnd={ArrowRightIcon} onClick={() => void navigate(to(next), { state: { search, page: page + 1 } })}>
          {texts.next}
        </Button>
      )}
    </nav>
  );
}

function Nothing({ view, search }: { view: ListView; search: string }) {
  const { touchpoints, workday } = useTexts();
  const texts = workday.list;
  const format = useFormat();
  if (search.trim() !== "" || choicesInUse(view) > 0)
    return <EmptyState title={texts.nothing}>{texts.nothingBody}</EmptyState>;
  const empty = { ...touchpoints.list.empty, resting: texts.restingEmpty, returned: texts.returnedEmpty };
  return <EmptyState lit title={format.sentence(empty[view.show])} />;
}
