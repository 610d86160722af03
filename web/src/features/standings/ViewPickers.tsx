import type { ComparedTemplatesQuery } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { useViewer } from "../../app/viewer";
import { localized, useLanguage, useAllTexts } from "../../texts";
import { Select } from "../../ui";
import { useGroupWords } from "./peers/useGroupWords";
import { usePeriodName } from "./usePeriodName";
import { AS_WAS, CORE_SET, groupFor, type View } from "./view";

type Template = ComparedTemplatesQuery["comparableTemplates"][number];
type Choosing = {
  data: ComparedTemplatesQuery;
  /** The period that is shown: the one asked for, or the one the server chose. */
  period: string | null;
  view: View;
  onChange: (change: Partial<View>) => void;
};

type PickersProps = Choosing & {
  template: Template;
  /** All of the core set can be chosen too. */
  core?: boolean;
};

/** What is compared: the interaction point, the period, for national the region, and above the chapter the size. */
export function ViewPickers({ template, core, ...choosing }: PickersProps) {
  const { data, period, onChange } = choosing;
  const texts = useAllTexts().standings;
  const periodName = usePeriodName();
  const periods =
    period !== null && !template.periods.includes(period) ? [period, ...template.periods] : template.periods;
  return (
    <div className="v-pickers">
      <TemplateSelect data={data} value={template.id} core={core === true} onChange={onChange} />
      <Select
        label={texts.periodLabel}
        value={period ?? ""}
        options={periods.map((id) => ({ value: id, label: periodName(id) }))}
        onChange={(id) => onChange({ period: id })}
      />
      <ScopeSelects {...choosing} />
    </div>
  );
}

const NEWEST = "nyeste";

/** The same for all of the core set: its points have periods of their own, so one chooses the newest of each, or a year. */
export function CorePickers(choosing: Choosing) {
  const { data, period, onChange } = choosing;
  const { standings, peers } = useAllTexts();
  const offered = new Set(data.comparableTemplates.flatMap(({ periods }) => periods));
  const years = [...offered].filter((id) => /^\d{4}$/.test(id)).toSorted();
  return (
    <div className="v-pickers">
      <TemplateSelect data={data} value={CORE_SET} core onChange={onChange} />
      <Select
        label={standings.periodLabel}
        value={period ?? NEWEST}
        options={[
          { value: NEWEST, label: peers.core.newest },
          ...years.toReversed().map((year) => ({ value: year, label: year })),
        ]}
        onChange={(id) => onChange({ period: id === NEWEST ? null : id })}
      />
      <ScopeSelects {...choosing} />
    </div>
  );
}

type TemplateSelectProps = Pick<Choosing, "data" | "onChange"> & { value: string; core: boolean };

function TemplateSelect({ data, value, core, onChange }: TemplateSelectProps) {
  const { standings, peers } = useAllTexts();
  const { language } = useLanguage();
  const points = data.comparableTemplates.map((one) => ({ value: one.id, label: localized(one.name, language) }));
  const hasCore = data.comparableTemplates.some(({ corePosition }) => corePosition !== null);
  return (
    <Select
      label={standings.template}
      value={value}
      options={core && hasCore ? [{ value: CORE_SET, label: peers.core.choice }, ...points] : points}
      onChange={(id) =>
        onChange(
          id === CORE_SET
            ? { set: CORE_SET, template: null, period: null, sort: null }
            : { set: null, template: id, period: null, ...(value === CORE_SET && { sort: null }) },
        )
      }
    />
  );
}

const ALL = "all";

/** Whose numbers: one region, for national; and one size, above the chapter and when there are several. */
function ScopeSelects({ data, view, onChange }: Choosing) {
  const { standings: texts, kept, peers } = useAllTexts();
  const { closed } = kept.regions;
  const { seat } = useViewer();
  const format = useFormat();
  const { short } = useGroupWords();
  // a region that is closed was one, on the days it was
  const regions = data.organization.regions.filter(
    (region) => region.closedOn === null || view.as === AS_WAS || region.id === view.region,
  );
  return (
    <>
      {seat.unitKind === "ORGANIZATION" && regions.length > 1 && (
        <Select
          label={texts.region}
          value={view.region ?? ALL}
          options={[
            { value: ALL, label: texts.allRegions },
            ...regions.map((region) => ({
              value: region.id,
              label: region.closedOn === null ? region.name : closed(region.name),
            })),
          ]}
          onChange={(id) => onChange({ region: id === ALL ? null : id })}
        />
      )}
      {seat.unitKind !== "CHAPTER" && data.peerGroups.length > 1 && (
        <Select
          label={peers.group.label}
          value={groupFor(data.peerGroups, view.group) ?? ALL}
          options={[
            { value: ALL, label: peers.group.all },
            ...data.peerGroups.map((group) => ({
              value: group.id,
              label: peers.group.choice(short(group), format.number(group.chapterCount)),
            })),
          ]}
          onChange={(id) => onChange({ group: id === ALL ? null : id })}
        />
      )}
    </>
  );
}
