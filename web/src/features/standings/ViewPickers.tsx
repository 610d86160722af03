import type { ComparedTemplatesQuery } from "../../../../graphql/generated/graphql";
import { useViewer } from "../../app/viewer";
import { localized, useLanguage, useAllTexts } from "../../texts";
import { Select } from "../../ui";
import { usePeriodName } from "./usePeriodName";
import { AS_WAS, type View } from "./view";

type Template = ComparedTemplatesQuery["comparableTemplates"][number];
type PickersProps = {
  data: ComparedTemplatesQuery;
  template: Template;
  /** The period that is shown: the one asked for, or the one the server chose. */
  period: string | null;
  view: View;
  onChange: (change: Partial<View>) => void;
};

/** What is compared: the interaction point, the period, and for national the region. */
export function ViewPickers({ data, template, period, view, onChange }: PickersProps) {
  const { standings: texts, kept } = useAllTexts();
  const { closed } = kept.regions;
  const { language } = useLanguage();
  const { seat } = useViewer();
  const periodName = usePeriodName();
  const periods =
    period !== null && !template.periods.includes(period) ? [period, ...template.periods] : template.periods;
  // a region that is closed was one, on the days it was
  const regions = data.organization.regions.filter(
    (region) => region.closedOn === null || view.as === AS_WAS || region.id === view.region,
  );
  return (
    <div className="v-pickers">
      <Select
        label={texts.template}
        value={template.id}
        options={data.comparableTemplates.map((one) => ({ value: one.id, label: localized(one.name, language) }))}
        onChange={(id) => onChange({ template: id, period: null })}
      />
      <Select
        label={texts.periodLabel}
        value={period ?? ""}
        options={periods.map((id) => ({ value: id, label: periodName(id) }))}
        onChange={(id) => onChange({ period: id })}
      />
      {seat.unitKind === "ORGANIZATION" && regions.length > 1 && (
        <Select
          label={texts.region}
          value={view.region ?? "all"}
          options={[
            { value: "all", label: texts.allRegions },
            ...regions.map((region) => ({
              value: region.id,
              label: region.closedOn === null ? region.name : closed(region.name),
            })),
          ]}
          onChange={(id) => onChange({ region: id === "all" ? null : id })}
        />
      )}
    </div>
  );
}
