import { COUNTIES } from "@varde/domain";
import { useTexts } from "../../texts";
import { Select, TextField } from "../../ui";
import { MunicipalitiesField } from "./MunicipalitiesField";

export type ChapterForm = { name: string; shortName: string; county: string; municipalities: string[] };
/** What a list of regions offers for none: an empty value would read as not chosen. */
export const NO_REGION = "none";
export const CHAPTER_FIELDS = ["name", "shortName", "county", "municipalities"];

/** The fields a chapter is made of, for a new one and one that changes. */
export function ChapterFields({
  value,
  onChange,
  problemAt,
  direct,
}: {
  value: ChapterForm;
  onChange: (value: ChapterForm) => void;
  problemAt: (path: string) => string | undefined;
  /** The built-in one lies in no county. */
  direct?: boolean;
}) {
  const texts = useTexts().organization.chapter;
  const set = (part: Partial<ChapterForm>) => onChange({ ...value, ...part });
  return (
    <>
      <TextField
        label={texts.name}
        value={value.name}
        maxLength={120}
        onChange={(name) => set({ name })}
        problem={problemAt("name")}
      />
      <TextField
        label={texts.shortName}
        help={texts.shortNameHelp}
        value={value.shortName}
        maxLength={40}
        onChange={(shortName) => set({ shortName })}
        problem={problemAt("shortName")}
      />
      {!direct && (
        <>
          <Select
            label={texts.county}
            value={value.county}
            onChange={(county) => set({ county })}
            problem={problemAt("county")}
            options={COUNTIES.toSorted((a, b) => a.name.localeCompare(b.name, "nb")).map(({ code, name }) => ({
              value: code,
              label: name,
            }))}
          />
          <MunicipalitiesField
            value={value.municipalities}
            onChange={(municipalities) => set({ municipalities })}
            problem={problemAt("municipalities")}
          />
        </>
      )}
    </>
  );
}
