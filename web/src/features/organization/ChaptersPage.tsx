import { useEffect, useState } from "react";
import { Link } from "react-router";
import type { ChaptersQuery } from "../../../../graphql/generated/graphql";
import { useChaptersQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useFormat } from "../../app/format";
import { useCan } from "../../app/viewer";
import { useTexts } from "../../texts";
import {
  Alert,
  ButtonLink,
  Checkbox,
  EmptyState,
  ErrorState,
  Page,
  RowCard,
  RowCards,
  SearchField,
  Section,
  Skeleton,
} from "../../ui";
import { PersonGroupIcon, PersonPlusIcon, PlusIcon } from "../../ui/icons";
import { ChapterRow } from "./ChapterRow";
import "./organization.css";

type Data = ChaptersQuery;
type Group = { id: string | null; name: string | null; chapters: Data["chapters"]["nodes"] };

/** Regions by name with their chapters; those in no region last. A region without any is shown to who can fill it. */
function grouped(data: Data, searching: boolean, mayWrite: boolean): Group[] {
  const groups: Group[] = data.organization.regions
    .filter((region) => region.closedOn === null)
    .map((region) => ({
      id: region.id,
      name: region.name,
      chapters: data.chapters.nodes.filter((chapter) => chapter.region?.id === region.id),
    }));
  const placed = new Set(groups.flatMap((group) => group.chapters));
  const rest = data.chapters.nodes.filter((chapter) => !placed.has(chapter));
  return [...groups, { id: null, name: null, chapters: rest }].filter(
    (group) => group.chapters.length > 0 || (mayWrite && !searching && group.id !== null),
  );
}

/** What is typed, once the typing pauses. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), 250);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

/** The chapters in reach by region: national sets them up here, a coordinator or mentor finds them. */
export function Component() {
  const texts = useTexts().organization;
  const mayWrite = useCan("UNIT_WRITE");
  const [search, setSearch] = useState("");
  const [includeClosed, setIncludeClosed] = useState(false);
  const settled = useSettled(search.trim());
  const [result, retry] = useChaptersQuery({ variables: { search: settled || null, includeClosed } });
  const [last, setLast] = useState<Data | null>(null);
  // what was found stays until the next is here
  if (result.data && result.data !== last) setLast(result.data);
  const data = result.data ?? last;
  const problem = errorOf(result.error);
  const failed = problem && (
    <ErrorState
      code={problem.code}
      requestId={problem.requestId}
      busy={result.fetching}
      onRetry={() => retry({ requestPolicy: "network-only" })}
    />
  );

  return (
    <Page
      title={texts.title}
      {...(data && { lead: <Counts data={data} searching={settled !== ""} /> })}
      {...(mayWrite && { action: <Tools /> })}
    >
      <div className="v-find">
        <SearchField label={texts.list.search} value={search} onChange={setSearch} maxLength={80} />
        {mayWrite && <Checkbox label={texts.list.includeClosed} checked={includeClosed} onChange={setIncludeClosed} />}
      </div>
      {failed}
      {!data && !failed && <Skeleton of="cards" count={5} />}
      {data && <Groups data={data} searching={settled !== ""} mayWrite={mayWrite} />}
      {data?.chapters.pageInfo.hasNextPage && <Alert>{texts.list.more}</Alert>}
      {mayWrite && data && settled === "" && (
        <Section title={texts.national.title}>
          <RowCards joined>
            <RowCard
              to="/lag/nasjonalt"
              icon={PersonGroupIcon}
              title={texts.list.national}
              status={texts.list.nationalBody}
            />
          </RowCards>
        </Section>
      )}
    </Page>
  );
}

function Tools() {
  const texts = useTexts().organization.list;
  return (
    <div className="v-tools">
      <ButtonLink to="/lag/inviter" variant="primary" icon={PersonPlusIcon}>
        {texts.inviteBoards}
      </ButtonLink>
      <ButtonLink to="/lag/ny" icon={PlusIcon}>
        {texts.newChapter}
      </ButtonLink>
      <ButtonLink to="/lag/regioner/ny" icon={PlusIcon}>
        {texts.newRegion}
      </ButtonLink>
    </div>
  );
}

function Counts({ data, searching }: { data: Data; searching: boolean }) {
  const texts = useTexts().organization.lead;
  const { number } = useFormat();
  const sum = (of: "activeSeats" | "pendingInvitations") =>
    data.chapters.nodes.reduce((total, chapter) => total + chapter[of], 0);
  // the built-in one is no chapter to whoever counts them
  const own = data.chapters.nodes.filter((chapter) => chapter.directMembers).length;
  const chapters = (data.chapters.totalCount ?? data.chapters.nodes.length) - own;
  const invited = sum("pendingInvitations");
  const partly = searching || data.chapters.pageInfo.hasNextPage;
  return [
    texts.chapters(number(chapters), chapters === 1),
    ...(partly ? [] : [texts.onBoard(number(sum("activeSeats")))]),
    ...(partly || invited === 0 ? [] : [texts.invited(number(invited))]),
  ].join(" · ");
}

function Groups({ data, searching, mayWrite }: { data: Data; searching: boolean; mayWrite: boolean }) {
  const texts = useTexts().organization.list;
  const groups = grouped(data, searching, mayWrite);
  if (groups.length === 0) {
    return searching ? (
      <EmptyState title={texts.notFound}>{texts.notFoundBody}</EmptyState>
    ) : (
      <EmptyState title={texts.empty}>{mayWrite ? texts.emptyBody : texts.emptyOthers}</EmptyState>
    );
  }
  return groups.map((group) => (
    <Section
      key={group.id ?? "none"}
      title={group.name ?? texts.noRegion}
      {...(mayWrite &&
        group.id !== null && {
          aside: (
            <Link to={`/lag/regioner/${group.id}`} aria-label={texts.edit(group.name ?? "")}>
              {texts.editShort}
            </Link>
          ),
        })}
    >
      {group.chapters.length === 0 ? (
        <p className="v-quiet">{texts.noChapters}</p>
      ) : (
        <RowCards joined>
          {group.chapters.map((chapter) => (
            <ChapterRow key={chapter.id} chapter={chapter} />
          ))}
        </RowCards>
      )}
    </Section>
  ));
}
