import { useSyncExternalStore } from "react";
import { useParams, useSearchParams } from "react-router";
import { readFragment } from "../../../../graphql/generated";
import {
  Simulation_SimulationFragmentDoc,
  type SimulationPageQuery,
  type Simulation_SimulationFragment,
} from "../../../../graphql/generated/graphql";
import { useSimulateTemplateQuery, useSimulationPageQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useFormat } from "../../app/format";
import { localized, useLanguage, useAllTexts } from "../../texts";
import { Card, Chips, DataTable, ErrorState, Page, Select, Skeleton, Stack } from "../../ui";
import { TemplateCrumb } from "../../app/TemplateCrumb";
import { SimulationFigure } from "./SimulationFigure";
import { useSimulationSentence } from "./useSimulationWords";
import "./rollout.css";

/** «Had this run since 1 January»: a version, a draft too, on the real register, before anything is made. */
export function Component() {
  const { id = "" } = useParams();
  const texts = useAllTexts().templates;
  const [result, reload] = useSimulationPageQuery({ variables: { id } });
  const problem = errorOf(result.error);
  const template = result.data?.template;
  if (template) return <Simulated template={template} />;
  return (
    <Page title={texts.title} crumb={<TemplateCrumb />}>
      {problem ? (
        <ErrorState {...problem} busy={result.fetching} onRetry={() => reload({ requestPolicy: "network-only" })} />
      ) : (
        <Skeleton of="cards" />
      )}
    </Page>
  );
}

const WIDE = matchMedia("(min-width: 47.5rem)");
const onWide = (listener: () => void): (() => void) => {
  WIDE.addEventListener("change", listener);
  return () => WIDE.removeEventListener("change", listener);
};

type Template = SimulationPageQuery["template"];
const YEARS = 3;

function Simulated({ template }: { template: Template }) {
  const { rollout, templates } = useAllTexts();
  const words = rollout.simulation;
  const { language } = useLanguage();
  const format = useFormat();
  const [params, setParams] = useSearchParams();
  const thisYear = Number(format.today().slice(0, 4));
  const asked = params.get("versjon");
  const first = template.draft ?? template.published ?? template.versions[0];
  const version = template.versions.find(({ id }) => id === asked) ?? first;
  const wanted = Number(params.get("ar"));
  const year = wanted > thisYear - YEARS && wanted <= thisYear ? wanted : thisYear;
  const sentence = useSimulationSentence();
  const [result, reload] = useSimulateTemplateQuery({
    variables: { templateId: template.id, versionId: version?.id ?? "", year },
    pause: !version,
  });
  const problem = errorOf(result.error);
  const simulation = readFragment(Simulation_SimulationFragmentDoc, result.data?.simulateTemplate);
  const name = localized(template.name, language);
  const change = (key: string, value: string): void => {
    const next = new URLSearchParams(params);
    next.set(key, value);
    setParams(next, { replace: true });
  };
  return (
    <Page
      title={simulation && !problem ? sentence(simulation) : words.title(version?.number ?? "", String(year))}
      documentTitle={`${words.crumb}, ${name}`}
      crumb={<TemplateCrumb template={{ id: template.id, name: name || templates.title }} here={words.crumb} />}
      lead={words.lead}
    >
      <Stack>
        <Card>
          <div className="v-simulation__view">
            <Select
              label={words.version}
              value={version?.id ?? ""}
              onChange={(value) => change("versjon", value)}
              options={template.versions.map(({ id, number, state }) => ({
                value: id,
                label: state === "DRAFT" ? words.draft(number) : number,
              }))}
            />
            <Chips
              label={words.year}
              value={String(year)}
              onChange={(value) => change("ar", value)}
              options={Array.from({ length: YEARS }, (_, i) => ({
                value: String(thisYear - i),
                label: String(thisYear - i),
              }))}
            />
          </div>
        </Card>
        {problem ? (
          <ErrorState {...problem} busy={result.fetching} onRetry={() => reload({ requestPolicy: "network-only" })} />
        ) : simulation ? (
          <Outcome simulation={simulation} name={name} />
        ) : (
          <Card>
            <Skeleton of="text" count={8} />
          </Card>
        )}
      </Stack>
    </Page>
  );
}

function Outcome({ simulation, name }: { simulation: Simulation_SimulationFragment; name: string }) {
  const words = useAllTexts().rollout.simulation;
  const format = useFormat();
  const wide = useSyncExternalStore(onWide, () => WIDE.matches);
  if (simulation.total === 0) return null;
  const month = (id: string | null): string => (id ? format.sentence(format.month(`${id}-01`)) : "–");
  return (
    <>
      <Card title={words.chart}>
        <SimulationFigure simulation={simulation} wide={wide} name={name} />
      </Card>
      {simulation.rounded ? (
        <p className="v-rollout__note">{words.hidden}</p>
      ) : (
        <Card title={simulation.chaptersAboveCap > 0 ? words.aboveTitle : words.chapters}>
          <DataTable
            caption={simulation.chaptersAboveCap > 0 ? words.aboveTitle : words.chapters}
            rows={simulation.chapters.filter(({ aboveCap }) => aboveCap || simulation.chaptersAboveCap === 0)}
            rowKey={({ chapterId }) => chapterId}
            highlight={({ aboveCap }) => aboveCap}
            columns={[
              { key: "chapter", header: words.chapter, rowHeader: true, wrap: true, cell: (row) => row.shortName },
              {
                key: "n",
                header: words.count,
                numeric: true,
                cell: (row) => format.number(row.n),
                sortValue: (row) => row.n,
              },
              { key: "month", header: words.month, cell: (row) => month(row.peakMonth) },
              {
                key: "hours",
                header: words.hours,
                numeric: true,
                cell: (row) => format.number(row.peakHours, 1),
                sortValue: (row) => row.peakHours,
              },
            ]}
          />
        </Card>
      )}
    </>
  );
}
