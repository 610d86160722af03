import type { Language } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import { audit } from "../../kernel/audit.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { checkInput } from "../../kernel/errors/check-input.js";
import { refuse } from "../../kernel/errors/refusal.js";
import { COMMON, say } from "../../kernel/errors/say.js";
import { seated } from "../../kernel/graphql/context.js";
import { isUuid } from "../../kernel/mutation.js";
import type { Done } from "../../kernel/mutation.js";
import { sendBoardMessage } from "../news/index.js";
import { grantRules } from "./grant-return.inputs.js";
import type {
  ApproveGrantReturnInput,
  RemindGrantReturnsInput,
  SendBackGrantReturnInput,
} from "./grant-return.inputs.js";
import { GRANT_TEXTS } from "./grant-return.texts.js";
import { returnById } from "./read-return.js";
import type { ReturnRow } from "./read-return.js";
import { readLacking } from "./read-returns.js";
import { reminderWords, sentBackWords } from "./review.texts.js";
import type { Told } from "./review.texts.js";

async function decide(
  work: Work,
  language: Language,
  input: { id: string; rev: number },
  kind: "RETURNED" | "APPROVED",
  comment: string,
): Promise<ReturnRow> {
  const row = await returnById(work, input.id);
  if (!row || row.version === 0) throw new AppError("NOT_FOUND");
  const { organizationId, seatId } = seated(work);
  const [changed] = await work.query(
    `update app.grant_return set state = $3, state_at = now(), reminded_on = null, rev = rev + 1
      where chapter_id = $1 and id = $2 and rev = $4 and state = 'DELIVERED' returning 1`,
    [row.chapterId, row.id, kind, input.rev],
  );
  if (!changed) {
    refuse("CONFLICT", say(language, row.state === "DELIVERED" ? COMMON.conflict : GRANT_TEXTS.decided), [], row.id);
  }
  await work.query(
    `insert into app.grant_decision (organization_id, chapter_id, id, return_id, version, kind, comment, decided_by) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [organizationId, row.chapterId, uuidv7(), row.id, row.version, kind, comment, seatId],
  );
  await audit(work, {
    action: kind === "RETURNED" ? "GRANT_RETURN_SENT_BACK" : "GRANT_RETURN_APPROVED",
    subjectType: "GrantReturn",
    subjectId: row.id,
    chapterId: row.chapterId,
    detail: { year: row.year, version: row.version },
  });
  return row;
}

/** Sends a delivered return back to be mended, and tells the board at once. */
export async function sendBackGrantReturn(
  work: Work,
  language: Language,
  input: SendBackGrantReturnInput,
): Promise<Done> {
  const { comment } = checkInput(grantRules(language).sentBack, { comment: input.comment }, language);
  const row = await decide(work, language, input, "RETURNED", comment);
  await tell(work, language, [row.chapterId], uuidv7(), sentBackWords(row.year, comment));
  return { id: row.id, rev: input.rev + 1 };
}

/** Approves a delivered return. */
export async function approveGrantReturn(
  work: Work,
  language: Language,
  input: ApproveGrantReturnInput,
): Promise<Done> {
  const { comment } = checkInput(grantRules(language).comment, { comment: input.comment }, language);
  const row = await decide(work, language, input, "APPROVED", comment);
  return { id: row.id, rev: input.rev + 1 };
}

const tell = (
  work: Work,
  language: Language,
  chapterIds: string[],
  id: string,
  { kept, inLanguages }: Told,
): Promise<Done> =>
  sendBoardMessage(
    work,
    { key: id, id, ...kept, templateId: null, to: { all: false, regionIds: [], chapterIds } },
    language,
    inLanguages,
  );

/** Writes to the boards whose return of the year is missing or was sent back: all of them, or those of one state. */
export async function remindGrantReturns(
  work: Work,
  language: Language,
  input: RemindGrantReturnsInput,
): Promise<Done> {
  if (!isUuid(input.id)) throw new AppError("BAD_REQUEST");
  const lacking = await readLacking(work, input.year, input.state ?? null);
  if (lacking.length === 0) refuse("INVALID", say(language, GRANT_TEXTS.nobodyToRemind), ["state"]);
  return tell(work, language, lacking, input.id, reminderWords(input.year, input.body));
}
