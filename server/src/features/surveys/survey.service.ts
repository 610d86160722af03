import { randomInt } from "node:crypto";
import { addDays, startingSurvey } from "@varde/domain";
import type { Language, LocalizedText, SurveyDefinition } from "@varde/domain";
import { audit } from "../../kernel/audit.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { checkInput } from "../../kernel/errors/check-input.js";
import { Refusal, refuse } from "../../kernel/errors/refusal.js";
import { COMMON, say } from "../../kernel/errors/say.js";
import { seated } from "../../kernel/graphql/context.js";
import { enqueue } from "../../kernel/jobs/enqueue.js";
import { isUuid } from "../../kernel/mutation.js";
import type { Done } from "../../kernel/mutation.js";
import { COUNT_SURVEYS } from "./count-surveys.js";
import { checksOf } from "./read-surveys.js";
import { formFits } from "./sealed-form.js";
import { MAX_SURVEY_BYTES, surveyRules } from "./survey.inputs.js";
import type { CreateSurveyInput, OpenSurveyInput, SaveSurveyInput, SurveyActionInput } from "./survey.inputs.js";
import { SURVEY_TEXTS } from "./survey.texts.js";

/** The longest a survey takes answers. */
const LONGEST_DAYS = 183;
// no letters that are taken for others when a link is typed from a poster
const SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";
const newCode = (): string => Array.from({ length: 10 }, () => SIGNS[randomInt(SIGNS.length)]).join("");

type Held = { state: string; rev: number; definition: SurveyDefinition; languages: Language[] };

async function hold(work: Work, id: string): Promise<Held> {
  const [row] = isUuid(id)
    ? await work.query<Held>(
        `select s.state, s.rev, s.definition, o.languages from app.survey s join app.organization o on o.id = s.organization_id
          where s.organization_id = $1 and s.id = $2`,
        [seated(work).organizationId, id],
      )
    : [];
  if (!row) throw new AppError("NOT_FOUND");
  return row;
}

/** Says why a survey could not be changed: gone, opened, ended, or changed by somebody else. Never returns. */
async function refuseSurvey(work: Work, language: Language, id: string): Promise<never> {
  const { state } = await hold(work, id);
  if (state === "OPEN") refuse("LOCKED", say(language, SURVEY_TEXTS.opened), [], id);
  if (state === "CLOSED") refuse("LOCKED", say(language, SURVEY_TEXTS.closed), [], id);
  return refuse("CONFLICT", say(language, COMMON.conflict), [], id);
}

const told = (work: Work, action: string, subjectId: string, detail: Record<string, string | number | null> = {}) =>
  audit(work, { action, subjectType: "Survey", subjectId, detail });

/** The core set's touchpoints as they are named in their newest version, in its order. */
const readCore = (work: Work) =>
  work.query<{ key: string; name: LocalizedText }>(
    `select t.key, v.name from app.touchpoint_template t cross join lateral (
       select v.definition -> 'name' as name from app.template_version v where v.organization_id = t.organization_id and v.template_id = t.id
          and v.state = 'PUBLISHED' order by v.major desc, v.minor desc limit 1) v
      where t.organization_id = $1 and t.core_position is not null and v.name is not null order by t.core_position`,
    [seated(work).organizationId],
  );

/** Makes a draft: the built-in survey with what matters most of the core set, or a copy of one of the organization's own. It is compared with what it is a copy of, or with the newest that is over. */
export async function createSurvey(work: Work, language: Language, input: CreateSurveyInput): Promise<Done> {
  const { id, copyOf } = input;
  if (!isUuid(id)) throw new AppError("BAD_REQUEST");
  const { organizationId, seatId } = seated(work);
  const definition = copyOf ? (await hold(work, copyOf)).definition : startingSurvey(await readCore(work));
  const made = await work.query(
    `insert into app.survey (organization_id, id, definition, created_by, compared_survey_id)
     select $1, $2, $3, $4, coalesce((select s.id from app.survey s where s.organization_id = $1 and s.id = $5 and s.state <> 'DRAFT'),
       (select s.id from app.survey s where s.organization_id = $1 and s.state = 'CLOSED' order by s.closes_on desc, s.id desc limit 1))
     on conflict do nothing returning 1`,
    [organizationId, id, JSON.stringify(definition), seatId, copyOf ?? null],
  );
  if (made.length === 0) refuse("CONFLICT", say(language, COMMON.taken), ["id"], id);
  await told(work, "SURVEY_CREATED", id, { copyOf: copyOf ?? null });
  return { id, rev: 1 };
}

/** Keeps a draft's whole content, if nobody has changed it since `rev`. Not audited, as drafts of templates are not. */
export async function saveSurvey(work: Work, language: Language, input: SaveSurveyInput): Promise<Done> {
  const { id, rev } = input;
  if (!isUuid(id)) throw new AppError("NOT_FOUND");
  const json = JSON.stringify(checkInput(surveyRules, input.definition, language));
  if (Buffer.byteLength(json) > MAX_SURVEY_BYTES)
    refuse("INVALID", say(language, SURVEY_TEXTS.tooLarge), ["definition"], id);
  const [saved] = await work.query<{ rev: number }>(
    `update app.survey set definition = $1, rev = rev + 1 where organization_id = $2 and id = $3 and rev = $4 and state = 'DRAFT' returning rev`,
    [json, seated(work).organizationId, id, rev],
  );
  return saved ? { id, rev: saved.rev } : refuseSurvey(work, language, id);
}

/** Gives each chapter its link. A code is one in the installation: one that was taken is drawn again. */
async function giveLinks(work: Work, surveyId: string, chapterIds: readonly string[]): Promise<void> {
  for (let left = [...chapterIds]; left.length > 0;) {
    const given = await work.query<{ id: string }>(
      `insert into app.survey_link (organization_id, survey_id, chapter_id, code) select $1, $2, l.chapter_id, l.code from unnest($3::uuid[], $4::text[]) l (chapter_id, code)
       on conflict (code) do nothing returning chapter_id as id`,
      [seated(work).organizationId, surveyId, left, left.map(newCode)],
    );
    const done = new Set(given.map(({ id }) => id));
    left = left.filter((id) => !done.has(id));
  }
}

/** Opens a draft between two days: it is frozen, and every open chapter gets its link. */
export async function openSurvey(work: Work, language: Language, input: OpenSurveyInput): Promise<Done> {
  const { id, rev, opensOn, closesOn } = input;
  const { organizationId, seatId } = seated(work);
  const { state, definition, languages, ...now } = await hold(work, id);
  if (state !== "DRAFT" || now.rev !== rev) return refuseSurvey(work, language, id);
  const wrong = checksOf(definition, languages, language).filter(({ level }) => level === "ERROR");
  if (wrong.length > 0)
    throw new Refusal(
      wrong.map(({ path, message }) => ({ code: "INVALID", path: ["definition", ...path], message })),
      id,
    );
  if (!formFits(definition)) refuse("INVALID", say(language, SURVEY_TEXTS.tooLong), ["definition"], id);
  if (opensOn < work.today) refuse("INVALID", say(language, SURVEY_TEXTS.begins), ["opensOn"], id);
  if (closesOn < opensOn || closesOn > addDays(opensOn, LONGEST_DAYS))
    refuse("INVALID", say(language, SURVEY_TEXTS.ends), ["closesOn"], id);
  const chapters = await work.query<{ id: string }>(
    `select id from app.chapter where organization_id = $1 and (closed_on is null or closed_on > authz.today())`,
    [organizationId],
  );
  if (chapters.length === 0) refuse("INVALID", say(language, SURVEY_TEXTS.noChapters), [], id);
  const [opened] = await work.query<{ rev: number }>(
    `update app.survey set state = 'OPEN', opens_on = $1, closes_on = $2, opened_by = $3, opened_at = now(), rev = rev + 1
      where organization_id = $4 and id = $5 and rev = $6 and state = 'DRAFT' returning rev`,
    [opensOn, closesOn, seatId, organizationId, id, rev],
  );
  if (!opened) return refuseSurvey(work, language, id);
  await giveLinks(
    work,
    id,
    chapters.map((chapter) => chapter.id),
  );
  await told(work, "SURVEY_OPENED", id, { opensOn, closesOn, chapters: chapters.length });
  return { id, rev: opened.rev };
}

/** Ends an open survey at once. What waits is counted soon after. */
export async function closeSurvey(work: Work, language: Language, input: SurveyActionInput): Promise<Done> {
  const { id, rev } = input;
  const { organizationId, seatId } = seated(work);
  const { state } = await hold(work, id);
  if (state === "DRAFT") throw new AppError("NOT_FOUND");
  const [closed] = await work.query<{ rev: number }>(
    `update app.survey set state = 'CLOSED', closed_by = $1, closed_at = now(), rev = rev + 1
      where organization_id = $2 and id = $3 and rev = $4 and state = 'OPEN' returning rev`,
    [seatId, organizationId, id, rev],
  );
  if (!closed) {
    if (state === "OPEN") refuse("CONFLICT", say(language, COMMON.conflict), [], id);
    return refuseSurvey(work, language, id);
  }
  await enqueue(work, COUNT_SURVEYS, {}, COUNT_SURVEYS);
  await told(work, "SURVEY_CLOSED", id);
  return { id, rev: closed.rev };
}

/** Throws a draft away. */
export async function deleteSurveyDraft(work: Work, language: Language, input: SurveyActionInput): Promise<Done> {
  const { id, rev } = input;
  if (!isUuid(id)) throw new AppError("NOT_FOUND");
  const gone = await work.query(
    `delete from app.survey where organization_id = $1 and id = $2 and rev = $3 and state = 'DRAFT' returning 1`,
    [seated(work).organizationId, id, rev],
  );
  if (gone.length === 0) return refuseSurvey(work, language, id);
  await told(work, "SURVEY_DISCARDED", id);
  return { id };
}
