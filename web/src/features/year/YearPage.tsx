import { osloDate } from "@varde/domain";
import { useState, useSyncExternalStore, type ReactNode } from "react";
import { useSearchParams } from "react-router";
import { useYearPageQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useViewer } from "../../app/viewer";
import { useAllTexts } from "../../texts";
import { Card, Chips, ErrorState, Page, RowCard, RowCards, Select, Skeleton, Stack } from "../../ui";
import { AnnualMeetingCard } from "./AnnualMeetingCard";
import { YEAR_CARDS } from "./cards";
import { useEntryWords, type Wheel } from "./entry-words";
import { NextUp } from "./NextUp";
import { YearOut } from "./YearOut";
import { YearList } from "./YearList";
import { YearPicture } from "./YearPicture";
import "./year.css";

const NARROW = matchMedia("(max-width: 47.99rem)");
const subscribe = (listener: () => void): (() => void) => {
  NARROW.addEventListener("change", listener);
  return () => NARROW.removeEventListener("change", listener);
};
const VIEWS = ["liste", "hjul"] as const;
type View = (typeof VIEWS)[number];

/** The year: as a list, first on the phone, and as a wheel, first at the desk. Beside it, its parts. */
export function Component() {
  const texts = useAllTexts().year;
  const viewer = useViewer();
  const narrow = useSyncExternalStore(subscribe, () => NARROW.matches);
  const [params, setParams] = useSearchParams();
  const [thisYear] = useState(() => Number(osloDate(new Date()).slice(0, 4)));
  const asked = Number(params.get("aar"));
  const year = Number.isInteger(asked) && asked >= 2000 && asked <= 2100 ? asked : thisYear;
  const said = params.get("vis");
  const view: View = VIEWS.find((one) => one === said) ?? (narrow ? "liste" : "hjul");
  const [{ data, error, fetching }, reload] = useYearPageQuery({
    variables: { year },
    requestPolicy: "cache-and-network",
  });
  const wheel = data?.yearWheel.year === year ? data.yearWheel : null;
  const failure = errorOf(error);
  const choose = (part: Record<string, string>): void =>
    setParams((was) => ({ ...Object.fromEntries(was), ...part }), { replace: true, preventScrollReset: true });
  const years = [...new Set([thisYear - 1, thisYear, thisYear + 1, thisYear + 2, year])].sort((a, b) => b - a);
  const parts = (
    <RowCards joined>
      {YEAR_CARDS.filter((card) => card.shown(viewer)).map(({ word, icon, to }) => (
        <RowCard key={word} to={to(year)} icon={icon} title={texts.cards[word].title} status={texts.cards[word].line} />
      ))}
    </RowCards>
  );
  return (
    <Page
      title={texts.title(year)}
      lead={viewer.seat.unitKind === "CHAPTER" ? texts.lead : texts.leadAbove}
      crumb={
        <div className="v-year__years">
          <Select
            hideLabel
            label={texts.year}
            value={String(year)}
            options={years.map((one) => ({ value: String(one), label: String(one) }))}
            onChange={(to) => choose({ aar: to })}
          />
        </div>
      }
    >
      {wheel ? (
        <Shown wheel={wheel} view={view} parts={parts} onView={(to) => choose({ vis: to })} />
      ) : failure ? (
        <Stack>
          <ErrorState {...failure} busy={fetching} onRetry={() => reload({ requestPolicy: "network-only" })} />
          {parts}
        </Stack>
      ) : (
        <Skeleton of="cards" count={4} />
      )}
    </Page>
  );
}

type ShownProps = { wheel: Wheel; view: View; parts: ReactNode; onView: (view: View) => void };

/** What comes next and the parts of the year, then all of it. */
function Shown({ wheel, view, parts, onView }: ShownProps) {
  const texts = useAllTexts().year;
  const words = useEntryWords(wheel);
  return (
    <Stack>
      <div className="v-year__top">
        <Stack>
          <AnnualMeetingCard wheel={wheel} />
          {typeof wheel.withoutAnnualMeeting === "number" && (
            <Card>
              <p>{texts.annual.without(wheel.withoutAnnualMeeting)}</p>
            </Card>
          )}
          <NextUp entries={wheel.entries} words={words} />
        </Stack>
        {parts}
      </div>
      <Chips
        oneLine
        label={texts.view}
        value={view}
        onChange={onView}
        options={VIEWS.map((value) => ({ value, label: texts.views[value] }))}
      />
      {view === "hjul" && wheel.entries.length > 0 ? (
        <YearPicture key={wheel.year} entries={wheel.entries} words={words} />
      ) : (
        <YearList entries={wheel.entries} words={words} />
      )}
      <YearOut wheel={wheel} />
    </Stack>
  );
}
