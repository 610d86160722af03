import { addDays } from "@varde/domain";
import { useState } from "react";
import { Link, useSearchParams } from "react-router";
import { readFragment, type FragmentType } from "../../../../graphql/generated";
import { MeetingLine_MeetingFragmentDoc } from "../../../../graphql/generated/graphql";
import { useMeetingsQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useFormat } from "../../app/format";
import { useCan } from "../../app/viewer";
import { useTexts } from "../../texts";
import { ButtonLink, Chips, EmptyState, ErrorState, Page, Pager, RowCard, RowCards, Skeleton, Tag } from "../../ui";
import { PlusIcon } from "../../ui/icons";
import { useMeetingWords } from "./meeting-words";

const PAGE = 25;

/** The chapter's meetings: what is coming first, what has been behind one tap. */
export function Component() {
  const { app, meetings: texts } = useTexts();
  const mayWrite = useCan("MEETING_WRITE");
  const [params, setParams] = useSearchParams();
  const past = params.get("vis") === "har-vaert";
  const make = (
    <ButtonLink to="/treff/ny" variant="primary" icon={PlusIcon}>
      {texts.new}
    </ButtonLink>
  );
  return (
    <Page narrow title={texts.title} crumb={<Link to="/aret">{app.nav.year}</Link>} {...(mayWrite && { action: make })}>
      <Chips
        label={texts.view}
        hideLabel
        value={past ? "past" : "upcoming"}
        onChange={(value) =>
          setParams(value === "past" ? { vis: "har-vaert" } : {}, { replace: true, preventScrollReset: true })
        }
        options={[
          { value: "upcoming", label: texts.upcoming },
          { value: "past", label: texts.past },
        ]}
      />
      <MeetingPages key={String(past)} past={past} />
    </Page>
  );
}

function MeetingPages({ past }: { past: boolean }) {
  const [pages, setPages] = useState<readonly (string | null)[]>([null]);
  return pages.map((after, index) => (
    <MeetingListPage
      key={after ?? "first"}
      past={past}
      after={after}
      shownBefore={index * PAGE}
      last={index === pages.length - 1}
      onMore={(cursor) => setPages([...pages, cursor])}
    />
  ));
}

type ListProps = {
  past: boolean;
  after: string | null;
  shownBefore: number;
  last: boolean;
  onMore: (cursor: string) => void;
};

function MeetingListPage({ past, after, shownBefore, last, onMore }: ListProps) {
  const texts = useTexts().meetings;
  const format = useFormat();
  const today = format.today();
  const [result, retry] = useMeetingsQuery({
    variables: past
      ? { from: null, to: addDays(today, -1), latestFirst: true, first: PAGE, after }
      : { from: today, to: null, latestFirst: false, first: PAGE, after },
  });
  const problem = errorOf(result.error);
  if (!result.data) {
    if (problem)
      return (
        <ErrorState code={problem.code} requestId={problem.requestId} busy={result.fetching} onRetry={() => retry()} />
      );
    return <Skeleton of="cards" count={4} />;
  }
  const { nodes, pageInfo } = result.data.meetings;
  if (nodes.length === 0 && after === null) {
    return (
      <EmptyState title={past ? texts.emptyPast : texts.emptyUpcoming}>{!past && texts.emptyUpcomingBody}</EmptyState>
    );
  }
  return (
    <>
      <RowCards joined>
        {nodes.map((meeting) => (
          <MeetingRow key={meeting.id} meeting={meeting} />
        ))}
      </RowCards>
      {last && (
        <Pager
          shown={shownBefore + nodes.length}
          hasMore={pageInfo.hasNextPage}
          onMore={() => pageInfo.endCursor && onMore(pageInfo.endCursor)}
        />
      )}
    </>
  );
}

function MeetingRow({ meeting }: { meeting: FragmentType<typeof MeetingLine_MeetingFragmentDoc> }) {
  const row = readFragment(MeetingLine_MeetingFragmentDoc, meeting);
  const texts = useTexts().meetings;
  const words = useMeetingWords();
  const format = useFormat();
  const past = row.heldOn < format.today();
  const asks = useCan("MEETING_WRITE") && past && !row.cancelledAt;
  const came = row.attendance === null ? (asks ? texts.howMany : "") : texts.came(row.attendance);
  return (
    <RowCard
      to={`/treff/${row.id}`}
      disc={row.heldOn.slice(8).replace(/^0/, "")}
      title={words.name(row)}
      status={[words.when(row), came].filter(Boolean).join(" · ")}
      {...(row.cancelledAt && { aside: <Tag tone="attention">{texts.cancelled}</Tag> })}
    />
  );
}
