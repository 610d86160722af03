import type { AnswerValue, Language, LocalizedText, TemplateDefinition } from "@varde/domain";
import { seated } from "../../kernel/graphql/context.js";
import type { Sealer } from "../../kernel/crypto/sealer.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { isUuid } from "../../kernel/mutation.js";
import { classOf } from "./personal-columns.js";

type Fact = Record<string, unknown>;
/** A member's data as rows by table: what the machine-readable copy holds and the readable one is drawn from. */
export type MemberCopy = {
  madeOn: string;
  organization: string;
  chapter: string;
  records: Readonly<Record<string, readonly Fact[]>>;
};

const said = (text: LocalizedText, language: Language): string => text[language] ?? text.nb;

/** where a sealed column of a row was sealed for; contacts of the register, and of a file that waits to be taken in */
function placeOf(source: string, row: Fact, column: string): string {
  const id = source === "import_row" ? (row["sealed_for"] ?? row["member_id"]) : row["id"];
  return `member/${String(id)}/${column}`;
}

function opened(source: string, row: Fact, column: string, sealer: Sealer): [string, unknown][] {
  const sealed = row[column];
  if (!column.endsWith("_ct") || typeof sealed !== "string") return [];
  const name = column.slice(0, -3);
  const plain = sealer.open(Buffer.from(sealed.slice(2), "hex"), placeOf(source, row, name));
  return [[name, name === "guardian" ? (JSON.parse(plain) as unknown) : plain]];
}

// what the database keeps of a name to search by says nothing more
const DERIVED = /^name_(key|\d)$/;

/** What of a row is about the member, sealed columns opened; nothing of those with an office, and no column that the registry has not seen. */
function aboutMember(source: string, row: Fact, sealer: Sealer): Fact {
  return Object.fromEntries(
    Object.entries(row).flatMap(([column, value]) => {
      const holds = classOf(source, column);
      if (holds === "sealed") return opened(source, row, column, sealer);
      return holds === "member" && value !== null && !DERIVED.test(column)
        ? [[column, value] as [string, unknown]]
        : [];
    }),
  );
}

type VersionRow = { id: string; definition: TemplateDefinition };

/** An answer in words: a choice as the member would have been asked. */
function inWords(
  value: AnswerValue,
  options: { key: string; label: LocalizedText }[] | null,
  language: Language,
): unknown {
  const one = (key: string) => {
    const option = options?.find((candidate) => candidate.key === key);
    return option ? said(option.label, language) : key;
  };
  if (Array.isArray(value)) return value.map(one);
  return typeof value === "string" ? one(value) : value;
}

async function withNames(work: Work, rows: readonly Fact[], language: Language): Promise<Map<Fact, Fact>> {
  const ids = rows.map((row) => row["version_id"]).filter((id) => typeof id === "string");
  const versions = await work.query<VersionRow>(
    `select id, definition from app.template_version where organization_id = $1 and id = any ($2::uuid[])`,
    [seated(work).organizationId, ids],
  );
  const byId = new Map(versions.map(({ id, definition }) => [id, definition]));
  return new Map(
    rows.map((row) => {
      const definition = byId.get(String(row["version_id"]));
      if (!definition) return [row, {}];
      const answers = Object.entries((row["answers"] ?? {}) as Record<string, AnswerValue>).map(([key, value]) => {
        const field = definition.reportFields.find((candidate) => candidate.key === key);
        return [field ? said(field.label, language) : key, inWords(value, field?.options ?? null, language)];
      });
      return [
        row,
        { task: said(definition.name, language), ...(answers.length > 0 && { answers: Object.fromEntries(answers) }) },
      ];
    }),
  );
}

/** Everything the own chapter holds about a member, or null when there is none in reach. Needs the right MEMBER_RIGHTS. */
export async function copyOfMember(
  work: Work,
  id: string,
  sealer: Sealer,
  language: Language,
): Promise<MemberCopy | null> {
  if (!isUuid(id)) return null;
  const rows = await work.query<{ source: string; fact: Fact }>(`select source, fact from authz.member_copy($1)`, [id]);
  const own = rows[0];
  if (!own) return null;
  const [names] = await work.query<{ organization: string; chapter: string; types: Record<string, string> | null }>(
    `select o.name as organization, c.name as chapter,
            (select json_object_agg(y.id, y.name) from app.membership_type y where y.organization_id = o.id) as types from app.organization o join app.chapter c on c.organization_id = o.id where c.id = $1`,
    [own.fact["chapter_id"]],
  );
  const named = await withNames(
    work,
    rows.filter(({ fact }) => "version_id" in fact).map(({ fact }) => fact),
    language,
  );
  const records: Record<string, Fact[]> = {};
  for (const { source, fact } of rows) {
    const type = names?.types?.[String(fact["membership_type_id"])];
    (records[source] ??= []).push({
      ...aboutMember(source, fact, sealer),
      ...(type && { membership_type: type }),
      ...named.get(fact),
    });
  }
  return { madeOn: work.today, organization: names?.organization ?? "", chapter: names?.chapter ?? "", records };
}
