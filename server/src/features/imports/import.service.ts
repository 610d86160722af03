import type { Language } from "@varde/domain";
import { audit } from "../../kernel/audit.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { refuse } from "../../kernel/errors/refusal.js";
import { COMMON, say } from "../../kernel/errors/say.js";
import { seated } from "../../kernel/graphql/context.js";
import { enqueue } from "../../kernel/jobs/enqueue.js";
import { type Done, isUuid } from "../../kernel/mutation.js";
import type { ApplyImportInput, CancelImportInput, SaveImportMappingInput } from "./import.inputs.js";
import { columnsOf, findImport } from "./import.rows.js";
import { IMPORT_TEXTS } from "./import.texts.js";
import type { ImportState } from "./import.type.js";

/** The job that takes a file into the register. */
export const APPLY_IMPORT_JOB = "applyImport";

type Change = {
  id: string;
  rev: number;
  from: readonly ImportState[];
  to: ImportState;
  refusal: keyof typeof IMPORT_TEXTS;
};

/** Moves an import on, if it stands where it was seen to. */
async function move(work: Work, language: Language, { id, rev, from, to, refusal }: Change): Promise<number> {
  if (!isUuid(id)) throw new AppError("NOT_FOUND");
  const { organizationId, seatId } = seated(work);
  const [moved] = await work.query<{ rev: number }>(
    `update app.import set state = $3, applied_by = case when $3 = 'APPLYING' then $4::uuid else applied_by end, changed_at = now(), rev = rev + 1
      where organization_id = $1 and id = $2 and rev = $5 and state = any ($6) returning rev`,
    [organizationId, id, to, seatId, rev, from],
  );
  if (moved) return moved.rev;
  const now = await findImport(work, language, id);
  if (!now) throw new AppError("NOT_FOUND");
  if (now.rev !== rev) refuse("CONFLICT", say(language, COMMON.conflict), [], id);
  return refuse("LOCKED", say(language, IMPORT_TEXTS[refusal]), [], id);
}

/** Says that what was previewed shall be taken in: a job does it, in one transaction, on the register as it then is. */
export async function applyImport(work: Work, language: Language, { id, rev }: ApplyImportInput): Promise<Done> {
  const moved = await move(work, language, { id, rev, from: ["READY"], to: "APPLYING", refusal: "notReady" });
  await enqueue(work, APPLY_IMPORT_JOB, { organizationId: seated(work).organizationId, importId: id });
  return { id, rev: moved };
}

/** Gives an import up, until the moment it is taken in; what was read of the file is forgotten. */
export async function cancelImport(work: Work, language: Language, { id, rev }: CancelImportInput): Promise<Done> {
  const from: ImportState[] = ["RECEIVING", "UNMAPPED", "READY", "APPLYING"];
  const moved = await move(work, language, { id, rev, from, to: "CANCELLED", refusal: "finished" });
  // while it is being taken in, the job holds its rows; the nightly job forgets them
  const [{ free } = { free: false }] = await work.query<{ free: boolean }>(
    `select pg_try_advisory_xact_lock(hashtextextended('import ' || $1, 0)) as free`,
    [id],
  );
  if (free) await work.query(`select authz.empty_import($1)`, [id]);
  await audit(work, {
    action: "IMPORT_CANCELLED",
    subjectType: "MemberImport",
    subjectId: id,
    chapterId: seated(work).chapterId,
  });
  return { id, rev: moved };
}

/** Remembers what headers mean in the own chapter, or for national, and in this file. */
export async function saveImportMapping(
  work: Work,
  language: Language,
  { id, rev, columns }: SaveImportMappingInput,
): Promise<Done> {
  const { organizationId, chapterId } = seated(work);
  const known = await columnsOf(work, id);
  const chosen = new Map(columns.map(({ index, field }) => [index, field]));
  const next = known.map((column, index) =>
    column.refused ? column : { ...column, field: chosen.get(index) ?? column.field ?? "IGNORE" },
  );
  const fields = next.map(({ field }) => field).filter((field) => field !== "IGNORE");
  if (new Set(fields).size !== fields.length)
    refuse("INVALID", say(language, IMPORT_TEXTS.chosenTwice), ["columns"], id);
  if (!fields.includes("FULL_NAME") && !(fields.includes("FIRST_NAME") && fields.includes("LAST_NAME")))
    refuse("INVALID", say(language, IMPORT_TEXTS.nameNeeded), ["columns"], id);
  const moved = await move(work, language, { id, rev, from: ["UNMAPPED"], to: "UNMAPPED", refusal: "notReady" });
  await work.query(`update app.import set columns = $3 where organization_id = $1 and id = $2`, [
    organizationId,
    id,
    JSON.stringify(next),
  ]);
  const scope = chapterId ?? organizationId;
  const remembered = next.flatMap(({ key, field }) => (key === null ? [] : [{ key, field }]));
  const keys = remembered.map(({ key }) => key);
  await work.query(
    `delete from app.import_mapping where organization_id = $1 and scope_id = $2 and header_key = any ($3)`,
    [organizationId, scope, keys],
  );
  await work.query(
    `insert into app.import_mapping (organization_id, scope_id, header_key, field)
     select $1, $2, k.key, k.field from unnest($3::text[], $4::text[]) k (key, field) on conflict do nothing`,
    [organizationId, scope, keys, remembered.map(({ field }) => field)],
  );
  return { id, rev: moved };
}
