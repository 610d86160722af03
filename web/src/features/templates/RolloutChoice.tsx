import { useState } from "react";
import type { CatchUp, RolloutPageQuery, SizeClass } from "../../../../graphql/generated/graphql";
import { useRolloutChaptersQuery } from "../../../../graphql/generated/hooks";
import { addDays } from "@varde/domain";
import { useFormat } from "../../app/format";
import { useAllTexts } from "../../texts";
import { Card, Checkbox, DateField, FieldFrame, RadioCards, SearchField } from "../../ui";
import "./rollout.css";

/** To whom and from which day. `from` empty until a whole day is written. */
export type Choice = {
  to: "all" | "regions" | "sizes" | "chapters";
  regionIds: string[];
  sizeClasses: SizeClass[];
  chapterIds: string[];
  from: string;
  catchUp: CatchUp;
};

const DAYS_BACK = 366;
const DAYS_AHEAD = 731;

/** Whether the day is whole and near enough: while a year is being typed it is neither. */
export const isNear = (from: string, today: string): boolean =>
  from >= addDays(today, -DAYS_BACK) && from <= addDays(today, DAYS_AHEAD);

type RolloutChoiceProps = {
  data: RolloutPageQuery;
  choice: Choice;
  /** Something may have been due before: what of it is asked about. */
  asksCatchUp: boolean;
  problemAt: (path: string) => string | undefined;
  onChange: (choice: Choice) => void;
};

const SIZES = ["SMALL", "MEDIUM", "LARGE"] as const;
const CATCH_UPS = ["SKIP", "COMPRESS", "ASK"] as const;

const toggled = <Id extends string>(ids: readonly Id[], id: Id): Id[] =>
  ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id];

export function RolloutChoice({ data, choice, asksCatchUp, problemAt, onChange }: RolloutChoiceProps) {
  const { templates: texts, rollout: words } = useAllTexts();
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
          { value: "sizes", label: words.sizes, help: words.sizesHelp },
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
      {choice.to === "sizes" && (
        <FieldFrame group label={words.whichSizes}>
          {() =>
            SIZES.map((size) => (
              <Checkbox
                key={size}
                label={words.size[size]}
                checked={choice.sizeClasses.includes(size)}
                onChange={() => onChange({ ...choice, sizeClasses: toggled(choice.sizeClasses, size) })}
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
      {asksCatchUp && (
        <RadioCards
          label={words.catchUp}
          value={choice.catchUp}
          onChange={(catchUp) => onChange({ ...choice, catchUp })}
          options={CATCH_UPS.map((value) => ({ value, ...words.catchUps[value] }))}
        />
      )}
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
  const words = useAllTexts().rollout;
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
