import { addDays } from "@varde/domain";
import { useState } from "react";
import type { CatchUp, SizeClass, StartPilotPageQuery } from "../../../../graphql/generated/graphql";
import { usePilotChaptersQuery } from "../../../../graphql/generated/hooks";
import { useFormat } from "../../app/format";
import { useAllTexts } from "../../texts";
import {
  Card,
  Checkbox,
  Chips,
  DateField,
  FieldFrame,
  RadioCards,
  SearchField,
  Select,
  Stepper,
  TextArea,
} from "../../ui";

/** Who tries it, and how long. `take` null: half of them. */
export type Choice = {
  how: "random" | "chosen";
  take: number | null;
  regionIds: string[];
  sizeClasses: SizeClass[];
  chapterIds: string[];
  startsOn: string;
  endsOn: string;
  catchUp: CatchUp;
  notes: string;
};

/** A pilot begins within a year and lasts a year at most. */
export const MOST_DAYS = 366;
const SIZES = ["SMALL", "MEDIUM", "LARGE"] as const;
const CATCH_UPS = ["SKIP", "COMPRESS", "ASK"] as const;
const MANY = 12;

type PilotChoiceProps = {
  data: StartPilotPageQuery;
  choice: Choice;
  /** how many may be drawn from; null until it is known */
  eligible: number | null;
  problemAt: (path: string) => string | undefined;
  onChange: (choice: Choice) => void;
};

export function PilotChoice({ data, choice, eligible, problemAt, onChange }: PilotChoiceProps) {
  const words = useAllTexts().pilots.start;
  const format = useFormat();
  const today = format.today();
  const set = (change: Partial<Choice>) => onChange({ ...choice, ...change });
  const regions = data.organization.regions.filter(({ closedOn }) => closedOn === null);
  return (
    <Card>
      <RadioCards
        label={words.how}
        value={choice.how}
        problem={problemAt("random")}
        onChange={(how) => set({ how })}
        options={[
          { value: "random", label: words.random, help: words.randomHelp },
          { value: "chosen", label: words.chosen, help: words.chosenHelp },
        ]}
      />
      {choice.how === "random" ? (
        <>
          <Stepper
            label={words.take}
            {...(eligible !== null && { help: words.takeHelp(eligible) })}
            min={1}
            max={eligible ?? data.chapters.nodes.length}
            value={choice.take}
            problem={problemAt("random.take")}
            onChange={(take) => set({ take })}
          />
          {regions.length > 1 && (
            <Chips
              multiple
              optional
              label={words.regions}
              value={choice.regionIds}
              options={regions.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(regionIds) => set({ regionIds })}
            />
          )}
          <Chips
            multiple
            optional
            label={words.sizes}
            value={choice.sizeClasses}
            options={SIZES.map((size) => ({ value: size, label: words.sizeOf[size] }))}
            onChange={(sizeClasses) => set({ sizeClasses })}
          />
        </>
      ) : (
        <Chapters
          first={data.chapters}
          chosen={choice.chapterIds}
          problem={problemAt("chapterIds")}
          onChange={(chapterIds) => set({ chapterIds })}
        />
      )}
      <DateField
        label={words.from}
        help={words.fromHelp}
        value={choice.startsOn}
        min={addDays(today, -MOST_DAYS)}
        max={addDays(today, MOST_DAYS)}
        problem={problemAt("startsOn")}
        onChange={(startsOn) => set({ startsOn })}
      />
      <DateField
        label={words.to}
        help={words.toHelp}
        value={choice.endsOn}
        min={addDays(today, 1)}
        max={addDays(today, 2 * MOST_DAYS)}
        problem={problemAt("endsOn")}
        onChange={(endsOn) => set({ endsOn })}
      />
      {choice.startsOn !== "" && choice.startsOn < today && (
        <Select
          label={words.catchUp}
          value={choice.catchUp}
          options={CATCH_UPS.map((value) => ({ value, label: words.catchUps[value] }))}
          onChange={(catchUp) => set({ catchUp })}
        />
      )}
      <TextArea
        label={words.notes}
        help={words.notesHelp}
        optional
        value={choice.notes}
        maxLength={2000}
        problem={problemAt("notes")}
        onChange={(notes) => set({ notes })}
      />
    </Card>
  );
}

type ChaptersProps = {
  first: StartPilotPageQuery["chapters"];
  chosen: readonly string[];
  problem: string | undefined;
  onChange: (chosen: string[]) => void;
};

/** The chapters to tick. When there are more than one page of them, the search asks the server. */
function Chapters({ first, chosen, problem, onChange }: ChaptersProps) {
  const words = useAllTexts().pilots.start;
  const [search, setSearch] = useState("");
  const wanted = search.trim().toLocaleLowerCase("nb");
  const asks = first.pageInfo.hasNextPage && wanted !== "";
  const [found] = usePilotChaptersQuery({ variables: { search: wanted }, pause: !asks });
  const all = asks ? (found.data?.chapters.nodes ?? []) : first.nodes;
  const shown = all.filter(
    ({ name, directMembers }) => !directMembers && name.toLocaleLowerCase("nb").includes(wanted),
  );
  const toggle = (id: string): void =>
    onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <FieldFrame group label={words.chapters} problem={problem}>
      {() => (
        <>
          {first.nodes.length > MANY && <SearchField label={words.filter} value={search} onChange={setSearch} />}
          <div className="v-pilot__chapters">
            {shown.map((chapter) => (
              <Checkbox
                key={chapter.id}
                label={chapter.name}
                help={chapter.region?.name}
                checked={chosen.includes(chapter.id)}
                onChange={() => toggle(chapter.id)}
              />
            ))}
          </div>
        </>
      )}
    </FieldFrame>
  );
}
