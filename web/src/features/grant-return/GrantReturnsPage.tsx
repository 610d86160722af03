import { daysBetween } from "@varde/domain";
import { useState } from "react";
import { Link, useSearchParams } from "react-router";
import type { GrantReturnsPageQuery } from "../../../../graphql/generated/graphql";
import { useGrantReturnsPageQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useFormat } from "../../app/format";
import { useCan } from "../../app/viewer";
import { useAllTexts } from "../../texts";
import {
  Alert,
  Button,
  Chips,
  EmptyState,
  ErrorState,
  Page,
  Pager,
  Row,
  RowCard,
  RowCards,
  Rows,
  Select,
  Skeleton,
  Stack,
  Tag,
  Card,
} from "../../ui";
import { GrantFiles } from "./GrantFiles";
import { GrantSettingCard } from "./GrantSettingCard";
import { RemindDialog } from "./RemindDialog";
import { grantYears } from "./years";
import "./grant-return.css";

const FILTERS = ["ALL", "MISSING", "DELIVERED", "RETURNED", "APPROVED"] as const;
type Filter = (typeof FILTERS)[number];
const TONES = { MISSING: "plain", DELIVERED: "attention", RETURNED: "missed", APPROVED: "good" } as const;
type Chapter = GrantReturnsPageQuery["grantReturns"]["nodes"][number];
type Turned = { of: string; after: string | null; earlier: readonly Chapter[] };
const NOT_TURNED: Turned = { of: "", after: null, earlier: [] };

const filterOf = (asked: string | null): Filter => FILTERS.find((one) => one === asked) ?? "ALL";

/** A year's returns in reach: how far each has come and how long it has waited; for national with what they say, and what can be done. */
export function Component() {
  const texts = useAllTexts().grantReturn;
  const reviews = useCan("GRANT_REVIEW");
  const [params, setParams] = useSearchParams();
  const years = grantYears();
  const year = years.find((one) => String(one) === params.get("aar")) ?? years[0]!;
  const filter = filterOf(params.get("vis"));
  // what was turned to belongs to one year and one filter
  const [turned, setTurned] = useState<Turned>(NOT_TURNED);
  const shownOf = `${year} ${filter}`;
  const { after, earlier } = turned.of === shownOf ? turned : NOT_TURNED;
  const [{ data, error, fetching }, reload] = useGrantReturnsPageQuery({
    variables: { year, state: filter === "ALL" ? null : filter, after },
    requestPolicy: "cache-and-network",
  });
  const here = data?.grantReturns.nodes ?? [];
  const chapters = [...new Map([...earlier, ...here].map((one) => [one.chapterId, one])).values()];
  const more = (): void =>
    setTurned({ of: shownOf, after: data?.grantReturns.pageInfo.endCursor ?? null, earlier: chapters });
  const failure = errorOf(error);
  const go = (part: Record<string, string>): void =>
    setParams({ aar: String(year), ...(filter !== "ALL" && { vis: filter }), ...part }, { preventScrollReset: true });
  return (
    <Page
      narrow
      title={texts.all.title(year)}
      lead={reviews ? texts.all.lead : texts.all.leadStates}
      crumb={<Link to="/aret">{texts.toYear}</Link>}
      action={
        <Select
          hideLabel
          label={texts.all.year}
          value={String(year)}
          options={years.map((one) => ({ value: String(one), label: String(one) }))}
          onChange={(aar) => go({ aar })}
        />
      }
    >
      {failure && !data && (
        <ErrorState {...failure} busy={fetching} onRetry={() => reload({ requestPolicy: "network-only" })} />
      )}
      {!failure && !data && <Skeleton of="cards" count={3} />}
      {data && (
        <Returns
          data={data}
          chapters={chapters}
          busy={fetching}
          year={year}
          filter={filter}
          onFilter={(vis) => go({ vis })}
          onMore={more}
        />
      )}
      {data && reviews && (
        <Stack>
          <GrantFiles year={year} />
          <GrantSettingCard setting={data.grantSetting} onSaved={() => reload({ requestPolicy: "network-only" })} />
        </Stack>
      )}
    </Page>
  );
}

type ReturnsProps = {
  data: GrantReturnsPageQuery;
  chapters: readonly Chapter[];
  busy: boolean;
  year: number;
  filter: Filter;
  onFilter: (to: Filter) => void;
  onMore: () => void;
};

function Returns({ data, chapters, busy, year, filter, onFilter, onMore }: ReturnsProps) {
  const texts = useAllTexts().grantReturn.all;
  const format = useFormat();
  const reviews = useCan("GRANT_REVIEW");
  const [reminding, setReminding] = useState(false);
  const [reminded, setReminded] = useState(false);
  const { grantReturnTotals: totals, grantReturns } = data;
  const n: Record<Filter, number> = {
    ALL: totals.chapters,
    MISSING: totals.missing,
    DELIVERED: totals.delivered,
    RETURNED: totals.returned,
    APPROVED: totals.approved,
  };
  // those the filter shows, on this page or not
  const lacking = { ...n, ALL: n.MISSING + n.RETURNED, DELIVERED: 0, APPROVED: 0 }[filter];
  return (
    <Stack>
      <Chips
        label={texts.filter}
        value={filter}
        options={FILTERS.map((value) => ({
          value,
          label: texts.counted(texts.filters[value], format.number(n[value])),
        }))}
        onChange={onFilter}
      />
      {totals.countingChapters != null && totals.countingMembers != null && (
        <p>{texts.totals(format.number(totals.countingChapters), format.number(totals.countingMembers))}</p>
      )}
      {reminded && (
        <Alert tone="success" live>
          {texts.reminded}
        </Alert>
      )}
      {reviews && lacking > 0 && (
        <div className="v-return-tools">
          <Button onClick={() => setReminding(true)}>{texts.remind}</Button>
        </div>
      )}
      {chapters.length === 0 ? (
        <EmptyState title={texts.nobody}>{texts.nobodyHelp}</EmptyState>
      ) : (
        <ChapterRows chapters={chapters} />
      )}
      <Pager
        shown={chapters.length}
        total={n[filter]}
        hasMore={grantReturns.pageInfo.hasNextPage}
        busy={busy}
        onMore={onMore}
      />
      {reminding && (
        <RemindDialog
          year={year}
          state={filter === "ALL" ? null : filter}
          chapters={lacking}
          onClose={() => setReminding(false)}
          onSent={() => {
            setReminding(false);
            setReminded(true);
          }}
        />
      )}
    </Stack>
  );
}

/** How long, what comes by itself, and how many count. */
function useTold(): (chapter: Chapter) => string {
  const texts = useAllTexts().grantReturn;
  const format = useFormat();
  return ({ state, daysWaiting, advancesOn, counting, counts }) =>
    [
      daysWaiting != null && `${texts.all.filters[state]} ${texts.all.waits(daysWaiting)}`,
      counting != null && texts.all.counting(format.number(counting), counts ?? false),
      advancesOn && texts.advances(daysBetween(format.today(), advancesOn)),
    ]
      .filter(Boolean)
      .join(" · ");
}

function ChapterRows({ chapters }: { chapters: readonly Chapter[] }) {
  const texts = useAllTexts().grantReturn.all;
  const told = useTold();
  const opened = chapters.filter(({ id }) => id != null);
  const closed = chapters.filter(({ id }) => id == null);
  return (
    <>
      {opened.length > 0 && (
        <RowCards joined>
          {opened.map((one) => (
            <RowCard
              key={one.chapterId}
              to={`/arsrapporter/${one.id}`}
              title={one.chapterName}
              status={told(one)}
              aside={<Tag tone={TONES[one.state]}>{texts.filters[one.state]}</Tag>}
            />
          ))}
        </RowCards>
      )}
      {closed.length > 0 && (
        <Card>
          <Rows>
            {closed.map((one) => (
              <Row key={one.chapterId}>
                <div className="v-return-item__head">
                  <div>
                    {one.chapterName}
                    {one.daysWaiting != null && <div className="v-return-quiet">{told(one)}</div>}
                  </div>
                  <Tag tone={TONES[one.state]}>{texts.filters[one.state]}</Tag>
                </div>
              </Row>
            ))}
          </Rows>
        </Card>
      )}
    </>
  );
}
