import { osloDate } from "@varde/domain";
import { useState } from "react";
import { Link, useSearchParams } from "react-router";
import {
  SaveYearDateDocument,
  SuggestYearDatesDocument,
  type YearSettingsQuery,
} from "../../../../graphql/generated/graphql";
import { useYearSettingsQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useFormat } from "../../app/format";
import { useAction } from "../../app/useAction";
import { localized, useAllTexts, useLanguage } from "../../texts";
import { Alert, Button, EmptyState, ErrorState, Page, Section, Select, Skeleton, Stack, Tag } from "../../ui";
import { CheckmarkIcon, PencilIcon, PlusIcon } from "../../ui/icons";
import { AnnualRuleCard } from "./AnnualRuleCard";
import { KindMark } from "./KindMark";
import { emptyDate, toSave, YearDateDialog, type YearDate } from "./YearDateDialog";
import "./year.css";

/** National's page of the year: its days with their sources, and what the statutes say of annual meetings. */
export function Component() {
  const { year: texts, app } = useAllTexts();
  const [params, setParams] = useSearchParams();
  const [thisYear] = useState(() => Number(osloDate(new Date()).slice(0, 4)));
  const asked = Number(params.get("aar"));
  const year = Number.isInteger(asked) && asked >= 2000 && asked <= 2100 ? asked : thisYear;
  const [{ data, error, fetching }, reload] = useYearSettingsQuery({
    variables: { year },
    requestPolicy: "cache-and-network",
  });
  const settings = data?.yearSettings.year === year ? data.yearSettings : null;
  const failure = errorOf(error);
  const again = (): void => reload({ requestPolicy: "network-only" });
  const years = [...new Set([thisYear - 1, thisYear, thisYear + 1, thisYear + 2, year])].sort((a, b) => b - a);
  return (
    <Page
      narrow
      title={texts.settings.title(year)}
      lead={texts.settings.lead}
      crumb={
        <div className="v-year__years">
          <Link to="/innstillinger">{app.more.settings}</Link>
          <Select
            hideLabel
            label={texts.year}
            value={String(year)}
            options={years.map((one) => ({ value: String(one), label: String(one) }))}
            onChange={(to) => setParams({ aar: to }, { preventScrollReset: true })}
          />
        </div>
      }
    >
      {settings ? (
        <Stack>
          <Dates key={year} settings={settings} onChanged={again} />
          <AnnualRuleCard key={settings.rule.rev} rule={settings.rule} onChanged={again} />
        </Stack>
      ) : failure ? (
        <ErrorState {...failure} busy={fetching} onRetry={again} />
      ) : (
        <Skeleton of="cards" count={3} />
      )}
    </Page>
  );
}

function Dates({ settings, onChanged }: { settings: YearSettingsQuery["yearSettings"]; onChanged: () => void }) {
  const { year: texts, app } = useAllTexts();
  const words = texts.settings;
  const { language } = useLanguage();
  const format = useFormat();
  const [writing, setWriting] = useState<YearDate | null>(null);
  const suggest = useAction(SuggestYearDatesDocument);
  const confirm = useAction(SaveYearDateDocument);
  const [confirming, setConfirming] = useState<string | null>(null);
  const { year, dates } = settings;
  const fetchSuggestions = async (): Promise<void> => {
    if (await suggest.run({ year })) onChanged();
  };
  const isRight = async (date: YearDate): Promise<void> => {
    setConfirming(date.id);
    if (await confirm.run(toSave(date, true))) onChanged();
    setConfirming(null);
  };
  const unchecked = dates.filter(({ checkedOn }) => !checkedOn).length;
  const failure = suggest.error ?? confirm.error;
  const when = ({ fromDay, toDay }: YearDate): string =>
    fromDay === toDay
      ? format.shortDate(fromDay)
      : texts.entry.span(format.shortDate(fromDay), format.shortDate(toDay));
  return (
    <Section
      title={words.dates}
      aside={
        <Button variant="quiet" icon={PlusIcon} onClick={() => setWriting(emptyDate(year))}>
          {words.add}
        </Button>
      }
    >
      {dates.length === 0 && <EmptyState title={words.none(year)}>{words.noneBody}</EmptyState>}
      {unchecked > 0 && (
        <Alert tone="warn" title={words.uncheckedCount(unchecked)}>
          {words.uncheckedHelp}
        </Alert>
      )}
      {dates.length > 0 && (
        <ul className="v-year__list">
          {dates.map((date) => (
            <li key={date.id} className="v-year__setting">
              <div className="v-year__row">
                <KindMark kind={date.kind} state="OPEN" />
                <div>
                  <p className="v-year__title">{localized(date.name, language)}</p>
                  <p className="v-year__line">
                    {[
                      when(date),
                      words.concerns[date.concerns].toLocaleLowerCase(language),
                      ...(date.counties.length > 0 ? [words.inCounties(date.counties.length)] : []),
                    ].join(" · ")}
                  </p>
                  <p className="v-year__line">{texts.entry.source(date.source)}</p>
                  {date.checkedOn ? (
                    <p className="v-year__line">{words.checkedOn(format.date(date.checkedOn))}</p>
                  ) : (
                    <p>
                      <Tag tone="attention">{words.unchecked}</Tag>
                    </p>
                  )}
                </div>
              </div>
              <div className="v-year__setting-tools">
                {!date.checkedOn && (
                  <Button
                    variant="plain"
                    icon={CheckmarkIcon}
                    busy={confirming === date.id}
                    aria-label={words.isRightOf(localized(date.name, language), when(date))}
                    onClick={() => void isRight(date)}
                  >
                    {words.isRight}
                  </Button>
                )}
                <Button
                  variant="plain"
                  icon={PencilIcon}
                  aria-label={words.editOf(localized(date.name, language))}
                  onClick={() => setWriting(date)}
                >
                  {words.edit}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
      <div>
        <Button busy={suggest.busy} onClick={() => void fetchSuggestions()}>
          {words.suggest(year)}
        </Button>
      </div>
      <p className="v-year__line">{words.suggestHelp}</p>
      {[...suggest.otherProblems(), ...confirm.otherProblems()].map((problem) => (
        <Alert key={problem} tone="info" live>
          {problem}
        </Alert>
      ))}
      {failure && (
        <Alert tone="warn" live title={app.errors[failure.code].title}>
          {app.errors[failure.code].body}
        </Alert>
      )}
      {writing && (
        <YearDateDialog key={writing.id} date={writing} onClose={() => setWriting(null)} onChanged={onChanged} />
      )}
    </Section>
  );
}
