import { countsPersons } from "@varde/domain";
import type { ReportField } from "@varde/domain";
import { audit } from "../../kernel/audit.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { refuse } from "../../kernel/errors/refusal.js";
import { COMMON, say } from "../../kernel/errors/say.js";
import { seated } from "../../kernel/graphql/context.js";
import type { Context } from "../../kernel/graphql/context.js";
import { isUuid } from "../../kernel/mutation.js";
import type { Done } from "../../kernel/mutation.js";
import { answersAbout } from "./answers.js";
import { fieldsOf } from "./read-touchpoint.service.js";
import type { SeeTakenOverInput, TakeOverDutyInput } from "./take-over.inputs.js";
import type { TakeOver } from "./take-over.type.js";
import { touchpointsByIds, toTouchpoint } from "./touchpoint.rows.js";
import type { TouchpointRow } from "./touchpoint.rows.js";
import { TOUCHPOINT_TEXTS } from "./touchpoint.texts.js";
import type { Touchpoint } from "./touchpoint.type.js";
import { versionsOf } from "./versions.js";

/** What is asked when a duty is taken over: not what the register says, and nothing that counts persons, which could not be read back. */
const fieldsAsked = (fields: readonly ReportField[]): ReportField[] =>
  fields.filter((field) => field.type !== "AUTO" && !countsPersons(field));

/** Ids of what the seat may take over now in a chapter, or of the one that is asked about. */
async function takeable(work: Work, chapterId: string, id: string | null): Promise<string[]> {
  if (!seated(work).caps.has("DUTY_TAKE_OVER") || !isUuid(chapterId)) return [];
  const rows = await work.query<{ id: string }>(`select id from authz.duties_to_take_over($1, $2)`, [chapterId, id]);
  return rows.map((row) => row.id);
}

/** What the seat would be asked if it took this over now; null when it may not. */
export async function takeOverOf(
  work: Work,
  row: Pick<TouchpointRow, "id" | "chapter_id" | "about_member">,
  fields: readonly ReportField[],
): Promise<TakeOver | null> {
  if (row.about_member || (await takeable(work, row.chapter_id, row.id)).length === 0) return null;
  return { fields: fieldsAsked(fields).map(({ key }) => key) };
}

/** The due duties of a chapter where nobody is at it, the first deadline first: none where somebody is, or out of reach. */
export async function dutiesToTakeOver(context: Context, work: Work, chapterId: string): Promise<Touchpoint[]> {
  const ids = await takeable(work, chapterId, null);
  if (ids.length === 0) return [];
  const rows = await work.query<TouchpointRow>(touchpointsByIds, [seated(work).organizationId, chapterId, ids]);
  const versions = await versionsOf(
    context.installation,
    work,
    rows.map((row) => row.version_id),
  );
  return rows.map((row) => toTouchpoint(row, versions.get(row.version_id)!, work.today));
}

type Row = Pick<TouchpointRow, "id" | "chapter_id" | "version_id" | "period_report">;

/** Reports one due duty on behalf of a chapter where nobody is at it; what may be and when is held by the database. */
export async function takeOverDuty(context: Context, work: Work, input: TakeOverDutyInput): Promise<Done> {
  const { language } = context;
  if (!isUuid(input.id)) throw new AppError("NOT_FOUND");
  const [row] = await work.query<Row>(
    `select id, chapter_id, version_id, period_report from app.touchpoint where organization_id = $1 and id = $2 and not about_member`,
    [seated(work).organizationId, input.id],
  );
  if (!row) throw new AppError("NOT_FOUND");
  const version = (await versionsOf(context.installation, work, [row.version_id])).get(row.version_id)!;
  const options = { aboutMember: false, today: work.today, partial: false };
  const answers = answersAbout(row.id, fieldsAsked(fieldsOf(row, version)), input.answers, options, language);
  const [taken] = await work.query<{ said: string }>(`select authz.take_over_duty($1, $2, $3) as said`, [
    row.id,
    input.rev,
    JSON.stringify(answers),
  ]);
  switch (taken?.said) {
    case "OK":
      break;
    case "GONE":
    case "CONFLICT":
      return refuse("CONFLICT", say(language, COMMON.conflict), [], row.id);
    case "NOT_WAITING":
      return refuse("LOCKED", say(language, TOUCHPOINT_TEXTS.notWaiting), [], row.id);
    default:
      throw new AppError("NOT_FOUND");
  }
  await audit(work, {
    action: "DUTY_TAKEN_OVER",
    subjectType: "Touchpoint",
    subjectId: row.id,
    chapterId: row.chapter_id,
  });
  return { id: row.id };
}

/** The acting board has seen what was done on its behalf: it does not stand on its day any more. */
export async function seeTakenOver(work: Work, { ids }: SeeTakenOverInput): Promise<Done> {
  const { chapterId } = seated(work);
  if (!chapterId) throw new AppError("FORBIDDEN");
  await work.query(
    `update app.touchpoint set taken_over_seen_at = now()
      where chapter_id = $1 and id = any ($2::uuid[]) and taken_over_by is not null and taken_over_seen_at is null`,
    [chapterId, ids.filter(isUuid)],
  );
  return { id: null };
}
