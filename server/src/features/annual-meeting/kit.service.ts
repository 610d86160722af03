import { annualDays, lastAnnualDay, STANDARD_AGENDA } from "@varde/domain";
import type { AgendaItem, AnnualPaper, Language } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { checkInput } from "../../kernel/errors/check-input.js";
import { refuse } from "../../kernel/errors/refusal.js";
import { COMMON, say } from "../../kernel/errors/say.js";
import { seated } from "../../kernel/graphql/context.js";
import { isUuid } from "../../kernel/mutation.js";
import type { Done } from "../../kernel/mutation.js";
import { LOCALE } from "../../kernel/pdf/document.js";
import { annualRule } from "../year/index.js";
import { kitRules } from "./annual-meeting.inputs.js";
import type { SaveAnnualKitInput } from "./annual-meeting.inputs.js";
import { KIT_TEXTS, KIT_WORDS } from "./annual-meeting.texts.js";
import type { AnnualKit, PaperState } from "./annual-meeting.type.js";

type Row = {
  chapter: string;
  heldOn: string;
  startsAt: string | null;
  place: string | null;
  cancelled: boolean;
  notice: string | null;
  agenda: AgendaItem[] | null;
  papers: AnnualPaper[] | null;
  rev: number | null;
  report: string | null;
  plan: string | null;
};

/** What is adopted and being changed is not ready again before it is adopted again. */
const paperState = (state: string | null, ready: string): PaperState =>
  state === null ? "NONE" : state === ready ? "READY" : "DRAFT";

export const dayWords = (language: Language, day: string): string =>
  new Intl.DateTimeFormat(LOCALE[language], { dateStyle: "full", timeZone: "UTC" }).format(
    new Date(`${day}T00:00:00Z`),
  );

/** The chapter acted in. Throws FORBIDDEN for a seat that is not a chapter's. */
export function ownChapter(work: Work): string {
  const { chapterId } = seated(work);
  if (!chapterId) throw new AppError("FORBIDDEN");
  return chapterId;
}

/** The own chapter's annual meeting with what is written for it; a notice and the standard agenda until somebody has. Null when there is none. */
export async function findKit(
  work: Work,
  id: string,
  language: Language,
): Promise<(AnnualKit & { chapter: string }) | null> {
  if (!isUuid(id)) return null;
  const [row] = await work.query<Row>(
    `select c.name as chapter, m.held_on as "heldOn", to_char(m.starts_at, 'HH24:MI') as "startsAt", m.place, m.cancelled_at is not null as cancelled,
            k.notice, k.agenda, k.papers, k.rev,
            (select r.state from app.annual_report r where r.chapter_id = m.chapter_id and r.year = extract(year from m.held_on) - 1) as report,
            (select p.state from app.action_plan p where p.chapter_id = m.chapter_id and p.year = extract(year from m.held_on)) as plan
       from app.meeting m join app.chapter c on c.organization_id = m.organization_id and c.id = m.chapter_id
       left join app.annual_kit k on k.chapter_id = m.chapter_id and k.meeting_id = m.id
      where m.chapter_id = $1 and m.id = $2 and m.kind = 'ANNUAL_MEETING'`,
    [ownChapter(work), id],
  );
  if (!row) return null;
  const rule = await annualRule(work);
  const { chapter, heldOn, startsAt, place, cancelled } = row;
  const year = heldOn.slice(0, 4);
  const facts = { chapter, day: dayWords(language, heldOn), time: startsAt, place, year };
  const titles = rule.agenda ?? STANDARD_AGENDA[language];
  return {
    chapter,
    meetingId: id,
    heldOn,
    startsAt,
    place,
    cancelled,
    ...annualDays(rule, heldOn),
    lastDay: lastAnnualDay(rule, Number(year)),
    noticeDays: rule.noticeDays,
    votingAge: rule.votingAge,
    notice: row.notice ?? KIT_WORDS[language].notice({ ...facts, age: rule.votingAge }),
    agenda: row.agenda ?? titles.map((title) => ({ title, text: "" })),
    papers: row.papers ?? [],
    written: [
      { paper: "REPORT", year: Number(year) - 1, state: paperState(row.report, "FINISHED") },
      { paper: "PLAN", year: Number(year), state: paperState(row.plan, "ADOPTED") },
    ],
    rev: row.rev ?? 0,
  };
}

/** Writes what a board has for its annual meeting, on the `rev` it is based on. */
export async function saveKit(work: Work, input: SaveAnnualKitInput, language: Language): Promise<Done> {
  const { id, rev, notice, agenda, papers } = checkInput(kitRules(language), { ...input }, language);
  const chapterId = ownChapter(work);
  const there = await findKit(work, id, language);
  if (!there) throw new AppError("NOT_FOUND");
  if (there.cancelled) refuse("LOCKED", say(language, KIT_TEXTS.cancelled), [], id);
  const values = [notice, JSON.stringify(agenda), papers];
  const [saved] =
    rev === 0
      ? await work.query<{ rev: number }>(
          `insert into app.annual_kit (organization_id, chapter_id, meeting_id, notice, agenda, papers) values ($1, $2, $3, $4, $5, $6)
           on conflict do nothing returning rev`,
          [seated(work).organizationId, chapterId, id, ...values],
        )
      : await work.query<{ rev: number }>(
          `update app.annual_kit set notice = $4, agenda = $5, papers = $6, rev = rev + 1
            where chapter_id = $1 and meeting_id = $2 and rev = $3 returning rev`,
          [chapterId, id, rev, ...values],
        );
  if (!saved) return refuse("CONFLICT", say(language, COMMON.conflict), [], id);
  return { id, rev: saved.rev };
}
