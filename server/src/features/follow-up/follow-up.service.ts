import type { Language } from "@varde/domain";
import { audit } from "../../kernel/audit.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { checkInput } from "../../kernel/errors/check-input.js";
import { refuse } from "../../kernel/errors/refusal.js";
import { COMMON, say } from "../../kernel/errors/say.js";
import { seated } from "../../kernel/graphql/context.js";
import { isUuid } from "../../kernel/mutation.js";
import type { Done } from "../../kernel/mutation.js";
import { contactRules } from "./follow-up.inputs.js";
import type { ChangeContactInput, RemoveContactInput, WriteContactInput } from "./follow-up.inputs.js";
import { FOLLOW_UP_TEXTS } from "./follow-up.texts.js";
import { followed, OWN_DAYS } from "./read-follow-up.js";

// the trail of a chapter is its leader's to read, and this is never the board's: no chapter on the line
const trail = (work: Work, action: string, id: string): Promise<void> =>
  audit(work, { action, subjectType: "ChapterContact", subjectId: id });

/** Writes down a contact one has had with a board. Throws NOT_FOUND for a chapter one does not follow. */
export async function writeContact(work: Work, input: WriteContactInput, language: Language): Promise<Done> {
  const { organizationId, seatId, role, accountName } = seated(work);
  if (!isUuid(input.id)) throw new AppError("BAD_REQUEST");
  const chapter = await followed(work, input.chapterId);
  if (!chapter.open) refuse("INVALID", say(language, FOLLOW_UP_TEXTS.closed), [], chapter.id);
  const { on, note, nextOn } = checkInput(contactRules(language, work.today), input, language);
  const made = await work.query(
    `insert into app.chapter_contact (organization_id, chapter_id, id, on_day, how, note, next_on, written_by, writer_name, writer_role)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing returning 1`,
    [organizationId, chapter.id, input.id, on, input.how, note, nextOn, seatId, accountName, role],
  );
  if (made.length === 0) refuse("CONFLICT", say(language, COMMON.conflict), [], chapter.id);
  await trail(work, "CONTACT_WRITTEN", input.id);
  return { id: chapter.id };
}

/** Why a contact could not be changed: throws NOT_FOUND, or refuses with what is so. */
async function demandOwn(work: Work, chapterId: string, id: string, rev: number, language: Language): Promise<void> {
  const [row] = await work.query<{ own: boolean; rev: number }>(
    `select written_by = authz.seat_id() and created_at > now() - make_interval(days => ${OWN_DAYS}) as own, rev
       from app.chapter_contact where chapter_id = $1 and id = $2`,
    [chapterId, id],
  );
  if (!row) throw new AppError("NOT_FOUND");
  if (!row.own) refuse("LOCKED", say(language, FOLLOW_UP_TEXTS.tooOld), [], chapterId);
  if (row.rev !== rev) refuse("CONFLICT", say(language, COMMON.conflict), [], chapterId);
}

/** Mends one's own contact, for seven days. */
export async function changeContact(work: Work, input: ChangeContactInput, language: Language): Promise<Done> {
  if (!isUuid(input.id)) throw new AppError("NOT_FOUND");
  const chapter = await followed(work, input.chapterId);
  await demandOwn(work, chapter.id, input.id, input.rev, language);
  const { on, note, nextOn } = checkInput(contactRules(language, work.today), input, language);
  const changed = await work.query(
    `update app.chapter_contact set on_day = $4, how = $5, note = $6, next_on = $7, rev = rev + 1
      where chapter_id = $1 and id = $2 and rev = $3 returning 1`,
    [chapter.id, input.id, input.rev, on, input.how, note, nextOn],
  );
  if (changed.length === 0) refuse("CONFLICT", say(language, COMMON.conflict), [], chapter.id);
  await trail(work, "CONTACT_CHANGED", input.id);
  return { id: chapter.id };
}

/** Takes one's own contact away, for seven days. */
export async function removeContact(work: Work, input: RemoveContactInput, language: Language): Promise<Done> {
  if (!isUuid(input.id)) throw new AppError("NOT_FOUND");
  const chapter = await followed(work, input.chapterId);
  await demandOwn(work, chapter.id, input.id, input.rev, language);
  const gone = await work.query(
    `delete from app.chapter_contact where chapter_id = $1 and id = $2 and rev = $3 returning 1`,
    [chapter.id, input.id, input.rev],
  );
  if (gone.length === 0) refuse("CONFLICT", say(language, COMMON.conflict), [], chapter.id);
  await trail(work, "CONTACT_REMOVED", input.id);
  return { id: chapter.id };
}
