import { useState } from "react";
import type { RolloutPageQuery } from "../../../../graphql/generated/graphql";
import { useRolloutChaptersQuery } from "../../../../graphql/generated/hooks";
import { addDays } from "@varde/domain";
import { useFormat } from "../../app/format";
import { useTexts } from "../../texts";
import { Card, Checkbox, DateField, FieldFrame, RadioCards, SearchField } from "../../ui";
import "./rollout.css";

/** To whom and from which day. `from` empty until a whole day is written. */
export type Choice = { to: "all" | "regions" | "chapters"; regionIds: string[]; chapterIds: string[]; from: string };

const DAYS_BACK = 366;
const DAYS_AHEAD = 731;

/** Whether the day is whole and near enough: while a year is being typed it is neither. */
export const isNear = (from: string, today: string): boolean =>
  from >= addDays(today, -DAYS_BACK) && from <= addDays(today, DAYS_AHEAD);

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
  const format = useFormat();
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
        <Chapters
          first={data.chapters}
          chosen={choice.chapterIds}
          problem={problemAt("chapterIds")}
          onChange={(chapterIds) => onChange({ ...choice, chapterIds })}
        />
      )}
      <DateField
        label={words.from}
        help={words.fromHelp}
        value={choice.from}
        min={addDays(format.today(), -DAYS_BACK)}
        max={addDays(format.today(), DAYS_AHEAD)}
        problem={problemAt("effectiveFrom")}
        onChange={(from) => onChange({ ...choice, from })}
      />
    </Card>
  );
}

type ChaptersProps = {
  first: RolloutPageQuery["chapters"];
  chosen: readonly string[];
  problem: string | undefined;
  onChange: (chosen: string[]) => void;
};

/** The chapters to tick. When there are more than one page of them, the search asks the server. */
function Chapters({ first, chosen, problem, onChange }: ChaptersProps) {
  const words = useTexts().templates.rollout;
  const [search, setSearch] = useState("");
  const wanted = search.trim().toLocaleLowerCase("nb");
  const asks = first.pageInfo.hasNextPage && wanted !== "";
  const [found] = useRolloutChaptersQuery({ variables: { search: wanted }, pause: !asks });
  const all = asks ? (found.data?.chapters.nodes ?? []) : first.nodes;
  const shown = all.filter(({ name }) => name.toLocaleLowerCase("nb").includes(wanted));
  return (
    <FieldFrame group label={words.whichChapters} problem={problem}>
      {() => (
        <>
          {first.nodes.length > 12 && <SearchField label={words.filter} value={search} onChange={setSearch} />}
          <div className="v-rollout__chapters">
            {shown.map((chapter) => (
              <Checkbox
                key={chapter.id}
                label={chapter.name}
                help={chapter.region?.name}
                checked={chosen.includes(chapter.id)}
                onChange={() => onChange(toggled(chosen, chapter.id))}
              />
            ))}
          </div>
        </>
      )}
    </FieldFrame>
  );
}
