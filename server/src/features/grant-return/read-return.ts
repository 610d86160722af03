import { advancesOn, composeGrantReturn, grantItems, NO_GRANT_WORDS, osloDate, signableFrom } from "@varde/domain";
import type { GrantReturnContent, GrantReturnState, GrantReturnWords, Language } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { seated } from "../../kernel/graphql/context.js";
import { isUuid } from "../../kernel/mutation.js";
import type { DeliveredGrantReturn, GrantDecisionLine, GrantReturnPaper, OwnGrantReturn } from "./grant-return.type.js";
import { countLines, sealed } from "./paper.js";
import type { Signed } from "./paper.js";
import { readGrantFacts, readSuggestions } from "./read-facts.js";
import { readSetting } from "./setting.service.js";

export type ReturnRow = {
  id: string;
  chapterId: string;
  year: number;
  state: GrantReturnState;
  version: number;
  stateAt: Date;
  rev: number;
};
export type ContentRow = {
  version: number;
  content: string;
  hash: string;
  deliveredAt: Date | null;
  signed: Signed[] | null;
};
export type SignatureRow = { accountId: string; names: string[]; name: string; role: string; at: Date };

const COLUMNS = `id, chapter_id as "chapterId", year, state, version, state_at as "stateAt", rev`;

/** The chapter acted in. Throws NOT_FOUND for seats that have none. */
export function ownChapter(work: Work): string {
  const { chapterId } = seated(work);
  if (!chapterId) throw new AppError("NOT_FOUND");
  return chapterId;
}

export async function returnOfYear(work: Work, chapterId: string, year: number): Promise<ReturnRow | null> {
  const [row] = await work.query<ReturnRow>(
    `select ${COLUMNS} from app.grant_return where chapter_id = $1 and year = $2`,
    [chapterId, year],
  );
  return row ?? null;
}

export async function returnById(work: Work, id: string): Promise<ReturnRow | null> {
  if (!isUuid(id)) return null;
  const [row] = await work.query<ReturnRow>(
    `select ${COLUMNS} from app.grant_return where organization_id = $1 and id = $2`,
    [seated(work).organizationId, id],
  );
  return row ?? null;
}

/** What the board has written; nothing yet is a draft of nothing. */
export async function wordsOf(work: Work, row: ReturnRow | null): Promise<GrantReturnWords> {
  if (!row) return NO_GRANT_WORDS;
  const [held] = await work.query<{ words: Partial<GrantReturnWords> }>(
    `select words from app.grant_words where chapter_id = $1 and return_id = $2`,
    [row.chapterId, row.id],
  );
  return { ...NO_GRANT_WORDS, ...held?.words };
}

/** The content of one version; null where there is none that the asker may read. */
export async function contentOf(work: Work, row: ReturnRow, version: number): Promise<ContentRow | null> {
  const [held] = await work.query<ContentRow>(
    `select version, content, hash, delivered_at as "deliveredAt", signed from app.grant_content
      where chapter_id = $1 and return_id = $2 and version = $3`,
    [row.chapterId, row.id, version],
  );
  return held ?? null;
}

export const signaturesOf = (work: Work, row: ReturnRow, version: number): Promise<SignatureRow[]> =>
  work.query<SignatureRow>(
    `select account_id as "accountId", name_keys as names, name, role, signed_at as at from app.grant_signature
      where chapter_id = $1 and return_id = $2 and version = $3 order by signed_at, account_id`,
    [row.chapterId, row.id, version],
  );

const decisionsOf = (work: Work, row: ReturnRow): Promise<GrantDecisionLine[]> =>
  work.query<GrantDecisionLine>(
    `select kind, comment, decided_at as at from app.grant_decision where chapter_id = $1 and return_id = $2 order by version desc`,
    [row.chapterId, row.id],
  );

export function shownPaper(content: GrantReturnContent, hash: string, language: Language): GrantReturnPaper {
  const { count, rules, ...rest } = content;
  return {
    ...rest,
    hash,
    counted: {
      counting: count.counting,
      possible: count.possible,
      needed: rules.chapterMembers,
      counts: count.chapter === "MET",
      source: rules.source,
      ...countLines(content, language),
    },
  };
}

/** The day a return that waits goes on by itself. */
export const goesOnBy = (row: Pick<ReturnRow, "state" | "stateAt">, days: number | null): string | null =>
  row.state === "DELIVERED" ? advancesOn(osloDate(row.stateAt), days) : null;

/** What is signed and not delivered, or would be signed now. */
export async function standing(
  work: Work,
  row: ReturnRow | null,
  chapterId: string,
  year: number,
): Promise<{ content: GrantReturnContent; text: string; hash: string; pending: boolean }> {
  const pending = row && (await contentOf(work, row, row.version + 1));
  if (pending) {
    const { content: text, hash } = pending;
    return { content: JSON.parse(text) as GrantReturnContent, text, hash, pending: true };
  }
  const content = composeGrantReturn(await readGrantFacts(work, chapterId, year), await wordsOf(work, row));
  return { content, ...sealed(content), pending: false };
}

/** The own chapter's return of a year, begun or not. */
export async function readOwnReturn(work: Work, year: number, language: Language): Promise<OwnGrantReturn> {
  const chapterId = ownChapter(work);
  const row = await returnOfYear(work, chapterId, year);
  const delivered = row && (row.state === "DELIVERED" || row.state === "APPROVED");
  const held = delivered ? await contentOf(work, row, row.version) : null;
  const now = held
    ? { content: JSON.parse(held.content) as GrantReturnContent, hash: held.hash }
    : await standing(work, row, chapterId, year);
  const signatures = row && !held ? await signaturesOf(work, row, row.version + 1) : [];
  const { accountId } = seated(work);
  const mine = row && held ? await signaturesOf(work, row, row.version) : signatures;
  const facts = await readGrantFacts(work, chapterId, year);
  return {
    id: row?.id ?? null,
    year,
    state: row?.state ?? "DRAFT",
    stateAt: row && row.state !== "DRAFT" ? row.stateAt : null,
    rev: row?.rev ?? 0,
    signableFrom: signableFrom(year),
    advancesOn: row && goesOnBy(row, (await readSetting(work)).advanceDays),
    paper: shownPaper(now.content, now.hash, language),
    items: grantItems(now.content),
    written: await wordsOf(work, row),
    registeredBoard: facts.board,
    suggestions: await readSuggestions(work, chapterId, year, language),
    signatures: (held?.signed ?? signatures).map(({ name, role, at }) => ({ name, role, at: new Date(at) })),
    signedByMe: mine.some((one) => one.accountId === accountId),
    decisions: row ? await decisionsOf(work, row) : [],
  };
}

/** A return as it was delivered last. Throws NOT_FOUND for one that is not, and for whoever may not read it. */
export async function readDelivered(work: Work, id: string, language: Language): Promise<DeliveredGrantReturn> {
  const row = await returnById(work, id);
  const held = row && (await contentOf(work, row, row.version));
  if (!row || !held?.deliveredAt) throw new AppError("NOT_FOUND");
  return {
    id: row.id,
    chapterId: row.chapterId,
    state: row.state,
    version: row.version,
    deliveredAt: held.deliveredAt,
    advancesOn: goesOnBy(row, (await readSetting(work)).advanceDays),
    paper: shownPaper(JSON.parse(held.content) as GrantReturnContent, held.hash, language),
    signatures: (held.signed ?? []).map(({ name, role, at }) => ({ name, role, at: new Date(at) })),
    decisions: await decisionsOf(work, row),
    rev: row.rev,
  };
}

/** The paper of the last delivery, byte for byte as it was made then. */
export async function readPaper(work: Work, id: string): Promise<{ fileName: string; pdf: string }> {
  const row = await returnById(work, id);
  const [held] = row
    ? await work.query<{ pdf: Buffer | null; name: string }>(
        `select k.pdf, c.short_name as name from app.grant_content k join app.chapter c on c.organization_id = k.organization_id and c.id = k.chapter_id
          where k.chapter_id = $1 and k.return_id = $2 and k.version = $3 and k.delivered_at is not null`,
        [row.chapterId, row.id, row.version],
      )
    : [];
  if (!row || !held?.pdf) throw new AppError("NOT_FOUND");
  return { fileName: paperName(row.year, held.name), pdf: held.pdf.toString("base64") };
}

/** What a paper is called as a file: no sign that a file system has a meaning for. */
export const paperName = (year: number, chapter: string): string =>
  `arsrapport-${year}-${chapter
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "")}.pdf`;
