import { useState } from "react";
import { Link, useSearchParams } from "react-router";
import { useClient } from "urql";
import { MoreChapterPlansDocument, type PlansPageQuery } from "../../../../graphql/generated/graphql";
import { usePlansPageQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useFormat } from "../../app/format";
import { useCan } from "../../app/viewer";
import { useAllTexts, useTexts } from "../../texts";
import { Button, ButtonLink, Card, EmptyState, ErrorState, Page, Pager, Select, Skeleton, Stack } from "../../ui";
import { ChapterPlanTable } from "./ChapterPlanTable";
import { MOST_COMPARED, useThisYear } from "./plan";
import "./plans.css";

type Connection = PlansPageQuery["chapterPlans"];

/** Which chapters have a plan, by the alphabet; some of them to see side by side. */
export function Component() {
  const texts = useAllTexts().plans;
  const toYear = useTexts().app.more.year;
  const format = useFormat();
  const template = useCan("STRATEGY_WRITE");
  const client = useClient();
  const [params, setParams] = useSearchParams();
  const thisYear = useThisYear();
  const asked = Number(params.get("aar"));
  const year = Number.isInteger(asked) && asked >= 2000 && asked <= 2100 ? asked : thisYear;
  const picked = (params.get("lag") ?? "").split(",").filter(Boolean);
  const [{ data, error, fetching }, reload] = usePlansPageQuery({
    variables: { year },
    requestPolicy: "cache-and-network",
  });
  const [more, setMore] = useState<{ year: number; parts: Connection[] }>({ year, parts: [] });
  const [fetchingMore, setFetchingMore] = useState(false);
  const failure = errorOf(error);
  if (!data) {
    if (!failure) return <Skeleton of="page" />;
    return (
      <Page title={texts.crumb} crumb={<Link to="/aret">{toYear}</Link>}>
        <ErrorState {...failure} busy={fetching} onRetry={() => reload({ requestPolicy: "network-only" })} />
      </Page>
    );
  }
  const parts = [data.chapterPlans, ...(more.year === year ? more.parts : [])];
  const last = parts.at(-1)!.pageInfo;
  const rows = parts.flatMap(({ nodes }) => nodes);
  const showMore = async (): Promise<void> => {
    setFetchingMore(true);
    const { data: told } = await client
      .query(MoreChapterPlansDocument, { year, after: last.endCursor ?? null })
      .toPromise();
    if (told) setMore({ year, parts: [...(more.year === year ? more.parts : []), told.chapterPlans] });
    setFetchingMore(false);
  };
  const pick = (id: string, on: boolean): void => pickThese(on ? [...picked, id] : picked.filter((one) => one !== id));
  const pickThese = (now: readonly string[]): void =>
    setParams(
      (was) => {
        const next = new URLSearchParams(was);
        if (now.length > 0) next.set("lag", now.join(","));
        else next.delete("lag");
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  const planned = rows.flatMap(({ chapter, state }) => (state ? [chapter.id] : []));
  const mayPickAll = !last.hasNextPage && planned.length > 1 && planned.length <= MOST_COMPARED;
  const { chapters, adopted, drafts } = data.planTally;
  return (
    <Page
      title={texts.list.title(format.number(adopted), format.number(chapters))}
      documentTitle={texts.crumb}
      lead={drafts > 0 ? texts.list.drafts(format.number(drafts)) : undefined}
      crumb={
        <>
          <Link to="/aret">{toYear}</Link>
          <div className="v-plan-years">
            <Select
              hideLabel
              label={texts.year}
              value={String(year)}
              options={[...new Set([thisYear + 1, thisYear, thisYear - 1, year])].map((one) => ({
                value: String(one),
                label: String(one),
              }))}
              onChange={(to) => setParams({ aar: to }, { preventScrollReset: true })}
            />
          </div>
        </>
      }
    >
      <Stack>
        <div className="v-plan__actions">
          <ButtonLink to={`/strategi?aar=${year}`}>{texts.list.strategy}</ButtonLink>
          {template && <ButtonLink to="/handlingsplaner/mal">{texts.list.template}</ButtonLink>}
        </div>
        {rows.length === 0 ? (
          <EmptyState title={texts.list.none} />
        ) : (
          <Card>
            <p className="v-plan-summary">{texts.list.pickSome}</p>
            {mayPickAll && picked.length < planned.length && (
              <Button variant="quiet" onClick={() => pickThese(planned)}>
                {texts.list.pickAll(format.number(planned.length))}
              </Button>
            )}
            <ChapterPlanTable rows={rows} year={year} picked={picked} onPick={pick} />
            {last.hasNextPage && (
              <Pager shown={rows.length} total={chapters} hasMore busy={fetchingMore} onMore={() => void showMore()} />
            )}
          </Card>
        )}
        {picked.length > 0 && (
          <div className="v-plans-picked">
            <ButtonLink variant="primary" to={`/handlingsplaner/sammenlign?aar=${year}&lag=${picked.join(",")}`}>
              {texts.list.compare(picked.length)}
            </ButtonLink>
          </div>
        )}
      </Stack>
    </Page>
  );
}
