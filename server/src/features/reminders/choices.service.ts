import { neutralName } from "@varde/domain";
import type { Language } from "@varde/domain";
import { AppError } from "../../kernel/errors/app-error.js";
import { refuse } from "../../kernel/errors/refusal.js";
import { say } from "../../kernel/errors/say.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import type { Connection } from "../../kernel/graphql/output.js";
import { fromCursor, pageSize, toConnection } from "../../kernel/graphql/page.js";
import { collectNews } from "./collect-news.js";
import { digestWords } from "./digest.texts.js";
import { isQuietHour } from "./moment.js";
import type { ReminderEntry, ReminderPreview, Reminders, SetRemindersInput } from "./reminders.type.js";
import { REMINDER_TEXTS } from "./reminders.texts.js";

/** How far back one's own log reaches for oneself, in days. */
const LOG_DAYS = 60;

const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

async function previewOf(work: Work, language: Language): Promise<ReminderPreview | null> {
  const { viewer } = work;
  if (!viewer?.organizationId || !viewer.chapterId) return null;
  const news = await collectNews(work, viewer.organizationId, [viewer.accountId]);
  const own = news.filter(({ seatId }) => seatId === viewer.seatId);
  if (own.length === 0) return null;
  const chapters = own.map((seat) => ({ ...seat, unit: neutralName(seat.unit, seat.organizationUnit) }));
  return digestWords(viewer.language ?? language, chapters);
}

type Row = Omit<Reminders, "preview">;

/** One's own choices, the quiet hours where one acts, and what the next mail would say. */
export async function readReminders(work: Work, language: Language): Promise<Reminders> {
  if (!work.viewer) throw new AppError("UNAUTHENTICATED");
  const [row] = await work.query<Row>(
    `select a.digest_enabled as enabled, a.digest_days as weekdays, to_char(a.digest_at, 'HH24:MI') as at,
            coalesce(to_char(o.quiet_from, 'HH24:MI'), '00:00') as "quietFrom", coalesce(to_char(o.quiet_to, 'HH24:MI'), '00:00') as "quietTo",
            coalesce(o.quiet_days, '{}') as "quietWeekdays"
       from app.account a left join app.organization o on o.id = $1 where a.id = authz.uid()`,
    [work.viewer.organizationId],
  );
  if (!row) throw new AppError("NOT_FOUND");
  return { ...row, preview: await previewOf(work, language) };
}

/** Chooses; refuses a time or a day that is quiet where one acts. */
export async function setReminders(work: Work, input: SetRemindersInput, language: Language): Promise<void> {
  const now = await readReminders(work, language);
  const weekdays = [...new Set(input.weekdays)].sort();
  if (weekdays.length === 0 || weekdays.some((day) => day < 1 || day > 7))
    refuse("INVALID", say(language, REMINDER_TEXTS.days), ["weekdays"]);
  if (!/^([01]\d|2[0-3]):(00|30)$/.test(input.at)) refuse("INVALID", say(language, REMINDER_TEXTS.time), ["at"]);
  if (weekdays.some((day) => now.quietWeekdays.includes(day)))
    refuse("INVALID", say(language, REMINDER_TEXTS.quietDay), ["weekdays"]);
  const quiet = { from: minutes(now.quietFrom), to: minutes(now.quietTo), days: [] };
  if (isQuietHour(quiet, minutes(input.at))) refuse("INVALID", say(language, REMINDER_TEXTS.quietTime), ["at"]);
  await work.query(
    `update app.account set digest_enabled = $1, digest_days = $2::smallint[], digest_at = $3::time where id = authz.uid()`,
    [input.enabled, weekdays, input.at],
  );
}

/** A page of one's own reminders of the last sixty days, newest first: one line for each mail, and for each reason there was none. */
export async function readReminderLog(
  work: Work,
  first: number,
  after: string | null | undefined,
): Promise<Connection<ReminderEntry>> {
  const size = pageSize(first);
  const place = fromCursor(after, 2);
  const rows = await work.query<ReminderEntry & { place: string }>(
    `select l.id, l.at, l.rule, l.outcome, l.reason, l.at::text as place from app.reminder_log l
      where l.account_id = authz.uid() and l.reference_date > authz.today() - ${LOG_DAYS} and (l.leads or l.reason = 'ALREADY_TODAY')
        and ($1::text is null or (l.at, l.id) < ($1::timestamptz, $2::uuid))
      order by l.at desc, l.id desc limit $3`,
    [place?.[0] ?? null, place?.[1] ?? null, size + 1],
  );
  return toConnection(
    rows,
    size,
    ({ place: _place, ...entry }) => entry,
    (row) => [row.place, row.id],
    { after },
  );
}
