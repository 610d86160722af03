import { useState } from "react";
import type { RolloutPageQuery } from "../../../../graphql/generated/graphql";
import { useTexts } from "../../texts";
import { Card, Checkbox, DateField, FieldFrame, RadioCards, SearchField } from "../../ui";
import "./rollout.css";

/** To whom and from which day. `from` empty until a whole day is written. */
export type Choice = { to: "all" | "regions" | "chapters"; regionIds: string[]; chapterIds: string[]; from: string };

type RolloutChoiceProps = {
  data: RolloutPageQuery;
  choice: Choice;
  problemAt: (path: string) => string | undefined;
  onChange: (choice: Choice) => void;
};

const toggled = (ids: readonly string[], id: string): string[] =>
  ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id];

export function RolloutChoice({ data, choice, problemAt, onChange }: RolloutChoiceProps) {
  const texts = useTexts().templates;
  const words = texts.rollout;
  const [search, setSearch] = useState("");
  const wanted = search.trim().toLocaleLowerCase("nb");
  const chapters = data.chapters.nodes.filter(({ name }) => name.toLocaleLowerCase("nb").includes(wanted));
  return (
    <Card>
      <RadioCards
        label={words.to}
        value={choice.to}
        onChange={(to) => onChange({ ...choice, to })}
        options={[
          { value: "all", label: words.all, help: words.allHelp },
          { value: "regions", label: words.regions, help: words.regionsHelp },
          { value: "chapters", label: words.chosen, help: words.chosenHelp },
        ]}
      />
      {choice.to === "regions" && (
        <FieldFrame group label={words.whichRegions}>
          {() =>
            data.organization.regions
              .filter(({ closedOn }) => closedOn === null)
              .map((region) => (
                <Checkbox
                  key={region.id}
                  label={region.name}
                  help={texts.chapters(region.chapterCount)}
                  checked={choice.regionIds.includes(region.id)}
                  onChange={() => onChange({ ...choice, regionIds: toggled(choice.regionIds, region.id) })}
                />
              ))
          }
        </FieldFrame>
      )}
      {choice.to === "chapters" && (
        <FieldFrame group label={words.whichChapters} problem={problemAt("chapterIds")}>
          {() => (
            <>
              {data.chapters.nodes.length > 12 && (
                <SearchField label={words.filter} value={search} onChange={setSearch} />
              )}
              <div className="v-rollout__chapters" tabIndex={-1}>
                {chapters.map((chapter) => (
                  <Checkbox
                    key={chapter.id}
                    label={chapter.name}
                    help={chapter.region?.name}
                    checked={choice.chapterIds.includes(chapter.id)}
                    onChange={() => onChange({ ...choice, chapterIds: toggled(choice.chapterIds, chapter.id) })}
                  />
                ))}
              </div>
            </>
          )}
        </FieldFrame>
      )}
      <DateField
        label={words.from}
        help={words.fromHelp}
        value={choice.from}
        problem={problemAt("effectiveFrom")}
        onChange={(from) => onChange({ ...choice, from })}
      />
    </Card>
  );
}
