import type { Language } from "@varde/domain";
import { audit } from "../../kernel/audit.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { refuse } from "../../kernel/errors/refusal.js";
import { COMMON, say } from "../../kernel/errors/say.js";
import { seated } from "../../kernel/graphql/context.js";
import type { Done } from "../../kernel/mutation.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import type { SetAttendanceByNameInput } from "./participation.inputs.js";
import type { AttendanceSetting } from "./participation.type.js";

/** The chapter acted in. Throws FORBIDDEN for a seat that has none. */
export function ownChapter(work: Work): string {
  const { chapterId } = seated(work);
  if (!chapterId) throw new AppError("FORBIDDEN");
  return chapterId;
}

/** Whether the own chapter writes down names. */
export async function readSetting(work: Work): Promise<AttendanceSetting> {
  const [row] = await work.query<AttendanceSetting>(
    `select attendance_by_name as "byName", attendance_by_name_since as since, rev from app.chapter where organization_id = $1 and id = $2`,
    [seated(work).organizationId, ownChapter(work)],
  );
  if (!row) throw new AppError("NOT_FOUND");
  return row;
}

/** The leader's choice. Choosing a number removes the names of every meeting; how many came stays. */
export async function setByName(work: Work, input: SetAttendanceByNameInput, language: Language): Promise<Done> {
  const chapterId = ownChapter(work);
  const [changed] = await work.query<{ rev: number | null }>(`select authz.set_attendance_by_name($1, $2) as rev`, [
    input.byName,
    input.rev,
  ]);
  if (changed?.rev == null) return refuse("CONFLICT", say(language, COMMON.conflict), [], chapterId);
  if (!input.byName) await work.query(`delete from app.attendance where chapter_id = $1`, [chapterId]);
  await audit(work, {
    action: input.byName ? "ATTENDANCE_BY_NAME" : "ATTENDANCE_BY_NUMBER",
    subjectType: "Chapter",
    subjectId: chapterId,
    chapterId,
  });
  return { id: chapterId, rev: changed.rev };
}
