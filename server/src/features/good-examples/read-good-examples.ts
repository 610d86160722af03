import type { LocalizedText } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { seated } from "../../kernel/graphql/context.js";
import type { Connection } from "../../kernel/graphql/output.js";
import { fromCursor, pageSize, toConnection } from "../../kernel/graphql/page.js";
import { isUuid } from "../../kernel/mutation.js";
import type { GoodExample, GoodExampleSetting } from "./good-example.type.js";

type Row = Omit<GoodExample, "templateName" | "settledAt"> & {
  templateName: LocalizedText | null;
  settledAt: string | null;
};

// the row-level security says which: the own chapter's, and all for national
const SELECT = `
select g.id, g.template_id as "templateId", c.short_name as "chapterName", g.numbers_until as "numbersUntil", g.asked_on as "askedOn",
  g.state, g.settled_at as "settledAt", g.practice_id as "practiceId", g.rev,
  (select v.definition -> 'name' from app.template_version v
    where v.organization_id = g.organization_id and v.template_id = g.template_id and v.state <> 'DRAFT'
    order by (v.state = 'PUBLISHED') desc, v.major desc, v.minor desc limit 1) as "templateName"
  from app.good_example g join app.chapter c on c.organization_id = g.organization_id and c.id = g.chapter_id`;

const toGoodExample = ({ templateName, settledAt, ...row }: Row): GoodExample => ({
  ...row,
  templateName: templateName ?? { nb: "" },
  settledAt: settledAt === null ? null : new Date(settledAt),
});

/** The question that waits for the own chapter, or null. */
export async function openQuestion(work: Work): Promise<GoodExample | null> {
  const { chapterId } = seated(work);
  if (!chapterId) return null;
  const [row] = await work.query<Row>(`${SELECT} where g.chapter_id = $1 and g.state = 'OPEN'`, [chapterId]);
  return row ? toGoodExample(row) : null;
}

/** A question to the own chapter, whatever came of it, or null. */
export async function ownQuestion(work: Work, id: string): Promise<GoodExample | null> {
  const { chapterId } = seated(work);
  if (!chapterId || !isUuid(id)) return null;
  const [row] = await work.query<Row>(`${SELECT} where g.chapter_id = $1 and g.id = $2`, [chapterId, id]);
  return row ? toGoodExample(row) : null;
}

/** What the organization's chapters were asked, newest first. */
export async function listQuestions(
  work: Work,
  page: { templateId: string | null; first: number; after: string | null },
): Promise<Connection<GoodExample>> {
  const first = pageSize(page.first);
  const place = fromCursor(page.after, 2);
  if (place && !(/^\d{4}-\d\d-\d\d$/.test(String(place[0])) && isUuid(String(place[1]))))
    throw new AppError("BAD_REQUEST");
  if (page.templateId !== null && !isUuid(page.templateId)) throw new AppError("NOT_FOUND");
  const rows = await work.query<Row>(
    `${SELECT} where g.organization_id = $1 and ($2::uuid is null or g.template_id = $2)
        and ($3::date is null or (g.asked_on, g.id) < ($3, $4::uuid)) order by g.asked_on desc, g.id desc limit $5`,
    [seated(work).organizationId, page.templateId, place?.[0] ?? null, place?.[1] ?? null, first + 1],
  );
  return toConnection(rows, first, toGoodExample, (row) => [row.askedOn, row.id], { after: page.after });
}

/** Whether the organization asks. */
export async function readSetting(work: Work): Promise<GoodExampleSetting> {
  const [row] = await work.query<GoodExampleSetting>(
    `select asks_good_examples as asks, rev from app.organization where id = $1`,
    [seated(work).organizationId],
  );
  return row!;
}
