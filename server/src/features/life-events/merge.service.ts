import type { Language } from "@varde/domain";
import { audit } from "../../kernel/audit.js";
import type { Sealer } from "../../kernel/crypto/sealer.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { refuse } from "../../kernel/errors/refusal.js";
import { COMMON, say } from "../../kernel/errors/say.js";
import { seated } from "../../kernel/graphql/context.js";
import type { Context } from "../../kernel/graphql/context.js";
import { isUuid } from "../../kernel/mutation.js";
import type { Done } from "../../kernel/mutation.js";
import type { KeepApartInput, MergeMembersInput, UndoMergeInput } from "./life.inputs.js";
import { LIFE_TEXTS } from "./life.texts.js";
import { demandDone } from "./outcome.js";
import type { Outcome } from "./outcome.js";

type Sealed = { id: string; email_ct: Buffer | null; mobile_ct: Buffer | null; guardian_ct: Buffer | null };
const CONTACTS = ["email", "mobile", "guardian"] as const;

/** What the kept row lacks and the other has, sealed for its new place: a ciphertext opens in its own row only. In hex, by column. */
function filledFrom(sealer: Sealer, kept: Sealed, other: Sealed): Record<string, string> {
  const filled: Record<string, string> = {};
  for (const contact of CONTACTS) {
    const column = `${contact}_ct` as const;
    const from = other[column];
    if (kept[column] || !from) continue;
    const text = sealer.open(from, `member/${other.id}/${contact}`);
    filled[column] = sealer.seal(text, `member/${kept.id}/${contact}`).toString("hex");
  }
  return filled;
}

/** Two rows of the acting chapter become one. Can be undone for thirty days. */
export async function mergeMembers(context: Context, work: Work, input: MergeMembersInput): Promise<Done> {
  const { language } = context;
  const { id, keepId, keepRev, otherId, otherRev } = input;
  const { chapterId } = seated(work);
  if (!chapterId || ![id, keepId, otherId].every(isUuid)) throw new AppError("NOT_FOUND");
  const rows = await work.query<Sealed>(
    `select id, email_ct, mobile_ct, guardian_ct from app.member where chapter_id = $1 and id = any ($2)`,
    [chapterId, [keepId, otherId]],
  );
  const [kept, other] = [keepId, otherId].map((wanted) => rows.find((row) => row.id === wanted));
  if (!kept || !other || kept === other) throw new AppError("NOT_FOUND");
  const taken = await work.query(`select 1 from app.member_merge where chapter_id = $1 and id = $2`, [chapterId, id]);
  if (taken.length > 0) refuse("CONFLICT", say(language, COMMON.taken), ["id"], keepId);
  const filled = filledFrom(context.installation.sealer, kept, other);
  const [row] = await work.query<{ outcome: Outcome }>(
    `select authz.merge_members($1, $2, $3, $4, $5, $6) as outcome`,
    [id, keepId, keepRev, otherId, otherRev, JSON.stringify(filled)],
  );
  demandDone(row?.outcome, language, { locked: LIFE_TEXTS.cannotMerge, id: keepId });
  await audit(work, { action: "MEMBERS_MERGED", subjectType: "Member", subjectId: keepId, chapterId });
  return { id: keepId, rev: keepRev + 1 };
}

/** Parts what was merged. What has been added to the kept row since stays there. */
export async function undoMerge(work: Work, language: Language, { id, rev }: UndoMergeInput): Promise<Done> {
  const { chapterId } = seated(work);
  const [merge] = isUuid(id)
    ? await work.query<{ kept: string }>(
        `select kept_member_id as kept from app.member_merge where chapter_id = $1 and id = $2`,
        [chapterId, id],
      )
    : [];
  if (!merge) throw new AppError("NOT_FOUND");
  const [row] = await work.query<{ outcome: Outcome }>(`select authz.unmerge_members($1, $2) as outcome`, [id, rev]);
  demandDone(row?.outcome, language, { locked: LIFE_TEXTS.tooLate, id: merge.kept });
  await audit(work, { action: "MEMBERS_PARTED", subjectType: "Member", subjectId: merge.kept, chapterId });
  return { id: merge.kept };
}

/** Somebody looked: alike, and still two. They are not shown as alike again. */
export async function keepApart(work: Work, input: KeepApartInput): Promise<Done> {
  const { organizationId, chapterId } = seated(work);
  const [one, other] = [input.oneId.toLowerCase(), input.otherId.toLowerCase()].sort();
  if (!chapterId || !one || !other || one === other || ![one, other].every(isUuid)) throw new AppError("NOT_FOUND");
  const found = await work.query(`select 1 from app.member where chapter_id = $1 and id = any ($2)`, [
    chapterId,
    [one, other],
  ]);
  if (found.length !== 2) throw new AppError("NOT_FOUND");
  await work.query(
    `insert into app.member_apart (organization_id, chapter_id, one_member_id, other_member_id) values ($1, $2, $3, $4) on conflict do nothing`,
    [organizationId, chapterId, one, other],
  );
  return { id: one };
}
