import { addDays } from "@varde/domain";
import { chapterId } from "./federation.js";
import { at } from "./frame.js";
import type { Frame } from "./frame.js";
import { demoId } from "./random.js";
import type { DemoRows } from "./rows.js";

const MESSAGES = [
  {
    key: "meetings",
    daysAgo: 40,
    title: "Takk for alle treffene i høst",
    body: "Nesten alle lag har hatt treff. Det merkes.\nDel gjerne et tips om hvordan dere gjorde det, så får de andre se det.",
    readBy: ["asker", "drammen", "tromso", "bergen", "skien"],
  },
  {
    key: "annual",
    daysAgo: 5,
    title: "Årsmøtene nærmer seg",
    body: "Innkallingen skal være ute fire uker før møtet.\nLegg inn datoen under «Treff» så snart den er satt, så hjelper vi dere med resten.",
    readBy: ["asker"],
  },
];

/** What national has written to every board, and whose boards have read it. */
export function addBoardMessages(rows: DemoRows, frame: Frame, organization: string, by: string): void {
  const chapters = rows.chapter.filter(
    (chapter) => chapter.organization_id === organization && !chapter.direct_members,
  );
  for (const { key, daysAgo, title, body, readBy } of MESSAGES) {
    const id = demoId("board-message", organization, key);
    const sentAt = at(addDays(frame.today, -daysAgo), 10);
    rows.board_message.push({
      organization_id: organization,
      id,
      title,
      body,
      chapter_count: chapters.length,
      sent_by: by,
      sent_at: sentAt,
      rev: 1,
    });
    const read = new Set(readBy.map((chapter) => chapterId(organization, chapter)));
    for (const seat of rows.seat) {
      if (seat.chapter_id === null || !read.has(seat.chapter_id) || seat.role === "MENTOR") continue;
      rows.board_message_seen.push({
        organization_id: organization,
        chapter_id: seat.chapter_id,
        message_id: id,
        seat_id: seat.id,
        seen_at: at(addDays(frame.today, -daysAgo + 1), 18),
      });
    }
  }
}
