import { Link } from "react-router";
import { useComparedTemplatesQuery, useAnswerTableQuery } from "../../../../graphql/generated/hooks";
import type { ComparedTemplatesQuery } from "../../../../graphql/generated/graphql";
import { errorOf } from "../../app/errors";
import { useFormat } from "../../app/format";
import { useCan } from "../../app/viewer";
import { localized, useLanguage, useAllTexts } from "../../texts";
import { Button, Card, DefinitionLine, EmptyState, ErrorState, Page, Section, Skeleton } from "../../ui";
import { DownloadIcon } from "../../ui/icons";
import { AnswerGrid } from "./AnswerGrid";
import { AnswerTexts } from "./AnswerTexts";
import { saveFile } from "../../app/save-file";
import { useGroupWords } from "./peers";
import { usePeriodName } from "./usePeriodName";
import { AS_WAS, groupFor, periodFor, useView, viewSearch } from "./view";
import { ViewPickers } from "./ViewPickers";
import "./standings.css";

/** What the chapters answered: sums by question, what they wrote, and the table as a file. */
export function Component() {
  const texts = useAllTexts().standings;
  const [view] = useView();
  const [{ data, error, fetching }, retry] = useComparedTemplatesQuery();
  const failure = errorOf(error);
  if (failure && !data) {
    return (
      <Page title={texts.answers.title}>
        <ErrorState code={failure.code} requestId={failure.requestId} busy={fetching} onRetry={() => retry()} />
      </Page>
    );
  }
  if (!data) return <Skeleton of="page" />;
  const template = data.comparableTemplates.find((one) => one.id === view.template) ?? data.comparableTemplates[0];
  if (!template) {
    return (
      <Page title={texts.answers.title}>
        <EmptyState title={texts.answer.none} />
      </Page>
    );
  }
  return <Answers data={data} template={template} />;
}

type Template = ComparedTemplatesQuery["comparableTemplates"][number];

function Answers({ data, template }: { data: ComparedTemplatesQuery; template: Template }) {
  const {
    standings: { answers, ...texts },
    kept: { regions },
  } = useAllTexts();
  const { language } = useLanguage();
  const format = useFormat();
  const periodName = usePeriodName();
  const [view, setView] = useView();
  const asked = periodFor(template, view.period);
  const asWas = view.as === AS_WAS;
  const { only } = useGroupWords();
  const mayReadTexts = useCan("TOUCHPOINT_UNBOUND_READ");
  const [{ data: answer, error, fetching }, retry] = useAnswerTableQuery({
    variables: {
      templateId: template.id,
      period: asked,
      regionId: view.region,
      membership: asWas ? "AS_WAS" : "AS_IS",
      group: groupFor(data.peerGroups, view.group),
    },
  });
  const failure = errorOf(error);
  const name = localized(template.name, language);
  const table = answer?.answerTable.template.id === template.id && !failure ? answer.answerTable : null;
  const pickers = (
    <ViewPickers
      data={data}
      template={template}
      period={asked ?? table?.period ?? null}
      view={view}
      onChange={setView}
    />
  );
  if (!table) {
    return (
      <Page title={name} documentTitle={answers.title} crumb={pickers}>
        {failure ? (
          <ErrorState code={failure.code} requestId={failure.requestId} busy={fetching} onRetry={() => retry()} />
        ) : (
          <Skeleton of="table" count={10} />
        )}
      </Page>
    );
  }
  const { reports, personsDate, personsMonths } = table;
  // live numbers and those of a snapshot stand in one row
  const otherDate = table.fromSnapshot ? null : personsDate;
  const title =
    reports === null
      ? `${answers.title}: ${name}`
      : reports > 0
        ? answers.heading(format.sentence(format.words(reports)), reports === 1)
        : answers.none;
  return (
    <Page
      title={title}
      documentTitle={`${answers.title}: ${name}`}
      crumb={pickers}
      lead={[`${name} (${periodName(table.period)}).`, ...only(table.group)].join(" ")}
      action={
        <Button
          variant="secondary"
          icon={DownloadIcon}
          onClick={() => saveFile(table.csv, answers.file(table.template.key, table.period), "text/csv;charset=utf-8")}
        >
          {answers.download}
        </Button>
      }
    >
      <Card>
        <AnswerGrid table={table} name={name} personsDate={otherDate} />
        {otherDate !== null && (
          <p className="v-answers__note">
            {answers.twoDates(personsMonths ?? 12, format.fullDate(otherDate), format.fullDate(table.referenceDate))}
          </p>
        )}
      </Card>
      <DefinitionLine asOf={table.referenceDate} how={answers.how}>
        {table.fromSnapshot ? texts.snapshot(format.fullDate(table.referenceDate)) : texts.live}{" "}
        {personsDate !== null && (
          <>
            <strong>:</strong> {texts.hiddenNote}
          </>
        )}
      </DefinitionLine>
      {asWas && !table.fromSnapshot && (
        <section className="v-region-day" aria-label={regions.title}>
          <p>{regions.asWas(format.fullDate(table.membershipOn))}</p>
          <p>
            <Link to={`/svar${viewSearch({ ...view, as: null })}`} preventScrollReset>
              {regions.seeIs}
            </Link>
          </p>
        </section>
      )}
      <Section title={answers.texts}>
        {template.aboutMember && <p className="v-answers__note">{answers.textsPersons}</p>}
        {mayReadTexts && (
          <AnswerTexts key={`${template.id} ${table.period}`} templateId={template.id} period={table.period} />
        )}
      </Section>
    </Page>
  );
}
