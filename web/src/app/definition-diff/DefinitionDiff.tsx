import { useId, useMemo, type ReactNode } from "react";
import { diffWords, diffWordsWithSpace } from "diff";
import type { ChangeKind, DefinitionPart, Language, TemplateDefinition } from "@varde/domain";
import { useAllTexts } from "../../texts";
import { Tag, VisuallyHidden } from "../../ui";
import { ArrowRightIcon, ArrowsUpDownIcon, MinusIcon, PencilIcon, PlusIcon, type IconType } from "../../ui/icons";
import { useFormat } from "../format";
import { nameOf, propertyOf, valueInWords } from "./change-words";
import { groupChanges, type ChangeGroup, type ChangeRow } from "./group-changes";
import "./definition-diff.css";

const ICONS: Record<ChangeKind, IconType> = {
  ADDED: PlusIcon,
  REMOVED: MinusIcon,
  CHANGED: PencilIcon,
  MOVED: ArrowsUpDownIcon,
};

type DefinitionDiffProps = {
  before: TemplateDefinition;
  after: TemplateDefinition;
  /** the language things are called by; a changed text is shown in the language it is written in */
  language: Language;
  /** heading level of the parts; 3 under a card's title */
  level?: 2 | 3 | 4;
};

/** What differs between two definitions, part by part, thing by thing and word by word. What breaks the series says so. */
export function DefinitionDiff({ before, after, language, level = 3 }: DefinitionDiffProps) {
  const words = useAllTexts().diff;
  const parts = useMemo(() => groupChanges(before, after, language), [before, after, language]);
  const definitions = useMemo(() => [after, before], [before, after]);
  const Heading: "h2" | "h3" | "h4" = `h${level}`;
  if (parts.length === 0) return <p className="v-diff__none">{words.none}</p>;
  return (
    <div className="v-diff">
      {parts.map(({ part, groups }) => (
        <section key={part} className="v-diff__part">
          <Heading className="v-diff__heading">{words.parts[part]}</Heading>
          <ul className="v-diff__groups">
            {groups.map((group) => (
              <Group key={group.key} group={group} part={part} definitions={definitions} language={language} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

type GroupProps = {
  group: ChangeGroup;
  part: DefinitionPart;
  definitions: readonly TemplateDefinition[];
  language: Language;
};

function Group({ group, part, definitions, language }: GroupProps) {
  const texts = useAllTexts();
  const format = useFormat();
  const id = useId();
  const how = { texts, format, language };
  return (
    <li className="v-diff__group">
      {group.item !== null && (
        <p className="v-diff__name" id={id}>
          {nameOf(group, part, definitions, how)}
        </p>
      )}
      <ul className="v-diff__rows" aria-labelledby={group.item === null ? undefined : id}>
        {group.rows.map((row) => {
          const { kind, path, breaks } = row.change;
          const Icon = ICONS[kind];
          const property = format.sentence(propertyOf(row, group, definitions, how));
          return (
            <li key={`${kind} ${path.join(" ")}`} className="v-diff__row" data-kind={kind}>
              <span className="v-diff__kind">
                <Icon aria-hidden fontSize="1rem" />
                {texts.diff.kinds[kind]}
              </span>
              <div className="v-diff__what">
                {(property !== "" || breaks) && (
                  <p className="v-diff__property">
                    {property}
                    {breaks && <Tag tone="attention">{texts.diff.breaks}</Tag>}
                  </p>
                )}
                <Change
                  row={row}
                  whole={group.item !== null && row.property === null}
                  definitions={definitions}
                  how={how}
                />
              </div>
            </li>
          );
        })}
      </ul>
    </li>
  );
}

type How = Parameters<typeof valueInWords>[3];

function Change({
  row,
  whole,
  definitions,
  how,
}: {
  row: ChangeRow;
  whole: boolean;
  definitions: readonly TemplateDefinition[];
  how: How;
}): ReactNode {
  const { kind, before, after } = row.change;
  const words = how.texts.diff;
  if (kind === "MOVED") return <p>{words.moved(Number(before), Number(after))}</p>;
  // the name above says it
  if (whole) return null;
  const was = valueInWords(row, before, definitions, how);
  const is = valueInWords(row, after, definitions, how);
  if (kind === "ADDED") return <p className="v-diff__text">{is}</p>;
  if (kind === "REMOVED") return <p className="v-diff__text v-diff__text--gone">{was}</p>;
  if (row.language) return <WordByWord before={was} after={is} />;
  return (
    <p className="v-diff__value">
      <Gone>{was}</Gone> <ArrowRightIcon aria-hidden fontSize="1rem" /> <Come>{is}</Come>
    </p>
  );
}

/** Struck through and spoken of as gone. */
function Gone({ children }: { children: string }) {
  const words = useAllTexts().diff;
  return (
    <del className="v-diff__gone">
      <VisuallyHidden>{words.gone} </VisuallyHidden>
      {children}
    </del>
  );
}

/** Underlined and spoken of as new. */
function Come({ children }: { children: string }) {
  const words = useAllTexts().diff;
  return (
    <ins className="v-diff__come">
      <VisuallyHidden>{words.come} </VisuallyHidden>
      {children}
    </ins>
  );
}

/** More edits than this and the two texts are another text: they are shown whole. */
const MAX_EDITS = 1500;

/** The pieces of both texts in order, each with where it stands; null when they have too little in common. */
function wordByWord(before: string, after: string) {
  let at = 0;
  const options = { maxEditLength: MAX_EDITS };
  const words = diffWords(before, after, options);
  // where only spaces and lines differ, they are what is shown
  const same = words?.every(({ added, removed }) => !added && !removed);
  const found = same ? diffWordsWithSpace(before, after, options) : words;
  return found?.map((piece) => ({ ...piece, at: (at += piece.value.length) })) ?? null;
}

/** What was and what is of a text, word by word. */
export function WordByWord({ before, after }: { before: string; after: string }) {
  const pieces = useMemo(() => wordByWord(before, after), [before, after]);
  if (!pieces) {
    return (
      <div className="v-diff__text">
        <Gone>{before}</Gone>
        <br />
        <Come>{after}</Come>
      </div>
    );
  }
  return (
    <p className="v-diff__text">
      {pieces.map(({ value, added, removed, at }) =>
        removed ? <Gone key={at}>{value}</Gone> : added ? <Come key={at}>{value}</Come> : <span key={at}>{value}</span>,
      )}
    </p>
  );
}
