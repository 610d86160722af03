import type { Language } from "@varde/domain";
import { audit } from "../../kernel/audit.js";
import type { Sealer } from "../../kernel/crypto/sealer.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { refuse } from "../../kernel/errors/refusal.js";
import { COMMON, say } from "../../kernel/errors/say.js";
import { seated } from "../../kernel/graphql/context.js";
import { isUuid } from "../../kernel/mutation.js";
import type { Done } from "../../kernel/mutation.js";
import { copyPdf } from "./copy-pdf.js";
import { copyOfMember } from "./member-copy.js";
import type { CopyReason, Erasure, ErasureReason, MemberCopyFiles } from "./privacy.type.js";
import { PRIVACY_TEXTS } from "./privacy.texts.js";
import { readableCopy } from "./readable-copy.js";

type Place = { chapter_id: string; rev: number; erased: boolean };

/** The member as the own chapter has it. Throws NOT_FOUND for anything else. */
async function own(work: Work, memberId: string): Promise<Place> {
  if (!isUuid(memberId)) throw new AppError("NOT_FOUND");
  const [row] = await work.query<Place>(
    `select m.chapter_id, m.rev, exists (select 1 from app.erasure_ledger l where l.chapter_id = m.chapter_id and l.member_id = m.id) as erased
       from app.member m where m.chapter_id = any (authz.units('MEMBER_RIGHTS')) and m.id = $1`,
    [memberId],
  );
  if (!row) throw new AppError("NOT_FOUND");
  return row;
}

/** Writes down that somebody looked everything up, before they see it. */
export async function noteCopy(work: Work, memberId: string, reason: CopyReason): Promise<Done> {
  const { chapter_id: chapterId } = await own(work, memberId);
  await audit(work, {
    action: "MEMBER_COPIED",
    subjectType: "Member",
    subjectId: memberId,
    chapterId,
    detail: { reason },
  });
  return { id: memberId };
}

/** The two files of a copy. Nothing of it is stored. */
export async function copyFiles(
  work: Work,
  memberId: string,
  sealer: Sealer,
  language: Language,
): Promise<MemberCopyFiles | null> {
  const copy = await copyOfMember(work, memberId, sealer, language);
  if (!copy) return null;
  const pdf = await copyPdf(readableCopy(copy, language), language);
  return { fileName: `kopi-${copy.madeOn}`, json: JSON.stringify(copy, null, 2), pdf: pdf.toString("base64") };
}

/**
 * Erases a member now, as retention would have later: contacts, name, birth date, participation by name, and the link from
 * what was done to whom it was about. Sums stay, and the locked record of fees that grants rest on.
 */
export async function eraseMember(
  work: Work,
  input: { id: string; rev: number; reason: ErasureReason },
  language: Language,
): Promise<Done> {
  const place = await own(work, input.id);
  if (place.erased) refuse("LOCKED", say(language, PRIVACY_TEXTS.alreadyErased), [], input.id);
  // touchpoints before the member, as a report takes them: two at once wait for each other and not in a ring
  await work.query(`select 1 from app.touchpoint where chapter_id = $1 and member_id = $2 order by id for update`, [
    place.chapter_id,
    input.id,
  ]);
  // the lock holds until the end: nobody changes it between the look and the erasure
  const [locked] = await work.query<{ rev: number }>(
    `select rev from app.member where chapter_id = $1 and id = $2 for update`,
    [place.chapter_id, input.id],
  );
  if (locked?.rev !== input.rev) refuse("CONFLICT", say(language, COMMON.conflict), [], input.id);
  const [done] = await work.query<{ counts: Record<string, number> | null }>(
    `select authz.erase_member($1, $2) as counts`,
    [input.id, input.reason],
  );
  if (!done?.counts) throw new AppError("NOT_FOUND");
  await audit(work, {
    action: "MEMBER_ERASED",
    subjectType: "Member",
    subjectId: input.id,
    chapterId: place.chapter_id,
    detail: { reason: input.reason, touchpoints: done.counts["touchpoint"] ?? 0 },
  });
  return { id: input.id };
}

/** The last erasure of a member of the own chapter, or null. */
export async function findErasure(work: Work, memberId: string | null): Promise<Erasure | null> {
  if (!memberId) return null;
  seated(work);
  const [row] = await work.query<{ erased_at: Date; counts: Record<string, number> }>(
    `select erased_at, counts from app.erasure_ledger where chapter_id = any (authz.units('MEMBER_RIGHTS')) and member_id = $1 order by erased_at desc limit 1`,
    [memberId],
  );
  return row
    ? {
        memberId,
        erasedAt: row.erased_at,
        touchpoints: row.counts["touchpoint"] ?? 0,
        attendances: row.counts["attendance"] ?? 0,
        grantRecords: row.counts["grant_record"] ?? 0,
      }
    : null;
}
