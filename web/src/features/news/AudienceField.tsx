import { useState } from "react";
import type { NewBoardMessageQuery } from "../../../../graphql/generated/graphql";
import { useMessageChaptersQuery } from "../../../../graphql/generated/hooks";
import { useFormat } from "../../app/format";
import { useTexts } from "../../texts";
import { Checkbox, FieldFrame, RadioCards, SearchField } from "../../ui";

/** To whom: what is ticked in each list is kept while another is shown. */
export type Audience = { to: "all" | "regions" | "chapters"; regionIds: string[]; chapterIds: string[] };

/** As the API takes it: only the list that is chosen. */
export const audienceInput = ({ to, regionIds, chapterIds }: Audience) => ({
  all: to === "all",
  regionIds: to === "regions" ? regionIds : [],
  chapterIds: to === "chapters" ? chapterIds : [],
});

const toggled = (ids: readonly string[], id: string): string[] =>
  ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id];

type AudienceFieldProps = {
  data: NewBoardMessageQuery;
  value: Audience;
  problem: string | undefined;
  onChange: (value: Audience) => void;
};

/** Which boards a message is for. */
export function AudienceField({ data, value, problem, onChange }: AudienceFieldProps) {
  const texts = useTexts().news.form;
  const { number } = useFormat();
  const open = data.organization.regions.filter(({ closedOn }) => closedOn === null);
  return (
    <>
      <RadioCards
        label={texts.to}
        value={value.to}
        problem={value.to === "all" ? problem : undefined}
        onChange={(to) => onChange({ ...value, to })}
        options={[
          { value: "all", label: texts.toAll },
          ...(open.length > 0 ? [{ value: "regions" as const, label: texts.toRegions }] : []),
          { value: "chapters", label: texts.toChapters },
        ]}
      />
      {value.to === "regions" && (
        <FieldFrame group label={texts.whichRegions} problem={problem}>
          {() =>
            open.map((region) => (
              <Checkbox
                key={region.id}
                label={region.name}
                help={texts.chapters(number(region.chapterCount), region.chapterCount === 1)}
                checked={value.regionIds.includes(region.id)}
                onChange={() => onChange({ ...value, regionIds: toggled(value.regionIds, region.id) })}
              />
            ))
          }
        </FieldFrame>
      )}
      {value.to === "chapters" && (
        <Chapters
          first={data.chapters}
          chosen={value.chapterIds}
          problem={problem}
          onChange={(chapterIds) => onChange({ ...value, chapterIds })}
        />
      )}
    </>
  );
}

type ChaptersProps = {
  first: NewBoardMessageQuery["chapters"];
  chosen: readonly string[];
  problem: string | undefined;
  onChange: (chosen: string[]) => void;
};

const MANY = 12;

/** The chapters to tick. When there are more than one page of them, the search asks the server. */
function Chapters({ first, chosen, problem, onChange }: ChaptersProps) {
  const texts = useTexts().news.form;
  const [search, setSearch] = useState("");
  const wanted = search.trim().toLocaleLowerCase("nb");
  const asks = first.pageInfo.hasNextPage && wanted !== "";
  const [found] = useMessageChaptersQuery({ variables: { search: wanted }, pause: !asks });
  const all = asks ? (found.data?.chapters.nodes ?? []) : first.nodes;
  const shown = all.filter(
    ({ name, directMembers }) => !directMembers && name.toLocaleLowerCase("nb").includes(wanted),
  );
  return (
    <FieldFrame group label={texts.whichChapters} problem={problem}>
      {() => (
        <>
          {first.nodes.length > MANY && <SearchField label={texts.filter} value={search} onChange={setSearch} />}
          <div className="v-message-to">
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
