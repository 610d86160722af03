import { GRANT_PAPERS } from "@varde/domain";
import type { GrantPaper, Language } from "@varde/domain";
import { audit } from "../../kernel/audit.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { refuse } from "../../kernel/errors/refusal.js";
import { COMMON, say } from "../../kernel/errors/say.js";
import { seated } from "../../kernel/graphql/context.js";
import type { Done } from "../../kernel/mutation.js";
import type { SaveGrantSettingInput } from "./grant-return.inputs.js";
import { GRANT_TEXTS } from "./grant-return.texts.js";

export type GrantSettingRow = { papers: GrantPaper[]; advanceDays: number | null; rev: number };
const UNSET: GrantSettingRow = { papers: [...GRANT_PAPERS], advanceDays: 30, rev: 0 };

/** What an organization asks to go with a return, and when one is approved by itself; `rev` 0 while nobody has said. */
export async function readSetting(work: Work): Promise<GrantSettingRow> {
  const [row] = await work.query<GrantSettingRow>(
    `select papers, advance_days as "advanceDays", rev from app.grant_setting where organization_id = $1`,
    [seated(work).organizationId],
  );
  if (!row) return UNSET;
  return { ...row, papers: GRANT_PAPERS.filter((paper) => row.papers.includes(paper)) };
}

/** Says what has to go with a return, and after how many days one that waits is approved by itself. */
export async function saveGrantSetting(work: Work, language: Language, input: SaveGrantSettingInput): Promise<Done> {
  const { organizationId } = seated(work);
  const papers = GRANT_PAPERS.filter((paper) => input.papers.includes(paper));
  const days = input.advanceDays ?? null;
  if (days !== null && (days < 7 || days > 180)) refuse("INVALID", say(language, GRANT_TEXTS.days), ["advanceDays"]);
  const [made] = await work.query<{ rev: number }>(
    input.rev === 0
      ? `insert into app.grant_setting (organization_id, papers, advance_days) values ($1, $2, $3) on conflict do nothing returning rev`
      : `update app.grant_setting set papers = $2, advance_days = $3, rev = rev + 1 where organization_id = $1 and rev = $4 returning rev`,
    input.rev === 0 ? [organizationId, papers, days] : [organizationId, papers, days, input.rev],
  );
  if (!made) refuse("CONFLICT", say(language, COMMON.conflict));
  await audit(work, {
    action: "SETTINGS_GRANT_RETURNS",
    subjectType: "Organization",
    subjectId: organizationId,
    detail: { papers: papers.join(" "), days },
  });
  return { id: organizationId, rev: made.rev };
}
