import { addDays, lastQuarterEnd } from "@varde/domain";
import { chapterId } from "./federation.js";
import { at } from "./frame.js";
import type { Frame } from "./frame.js";
import { demoId } from "./random.js";
import type { DemoRows } from "./rows.js";

// [chapter, template, days ago, what it did, shown]
const TOLD: [chapter: string, template: string, daysAgo: number, text: string, shown: boolean][] = [
  [
    "drammen",
    "ip-02",
    40,
    "Vi sender en kort SMS først: «Passer det at jeg ringer i kveld?» Da tar nesten alle telefonen. Vi avtaler alltid hvem av oss som møter ved døra på neste treff.",
    true,
  ],
  [
    "tromso",
    "ip-05",
    65,
    "Vi bytter på å holde treffet på biblioteket og ungdomshuset, og har alltid mat. Invitasjonen sier når det er slutt, så det er lettere å komme en time.",
    true,
  ],
  [
    "asker",
    "ip-03",
    3,
    "Vi viser en person rundt før resten kommer. Den som er ny, slipper å gå inn i et fullt rom.",
    false,
  ],
];

/** What chapters have told about how they did it: some shown to all, one waiting for national. */
export function addPractices(rows: DemoRows, frame: Frame, organization: string, by: string): void {
  for (const [chapter, key, daysAgo, text, shown] of TOLD) {
    const chapter_id = chapterId(organization, chapter);
    const seat = rows.seat.find((one) => one.chapter_id === chapter_id && (one.valid_to ?? "9999") > frame.today);
    if (!seat) continue;
    rows.practice.push({
      organization_id: organization,
      chapter_id,
      id: demoId("practice", organization, chapter),
      template_id: demoId("template", organization, key),
      text,
      written_by: seat.id,
      state: shown ? "SHOWN" : "SUGGESTED",
      decided_by: shown ? by : null,
      decided_at: shown ? at(addDays(frame.today, 2 - daysAgo), 9) : null,
      created_at: at(addDays(frame.today, -daysAgo), 18),
      rev: shown ? 2 : 1,
    });
  }
}

/** One question waits: Tromsø reaches nearly everybody in time, and is asked what it does. */
export function addGoodExample(rows: DemoRows, frame: Frame, organization: string): void {
  rows.good_example.push({
    organization_id: organization,
    chapter_id: chapterId(organization, "tromso"),
    id: demoId("good-example", organization, "tromso"),
    template_id: demoId("template", organization, "ip-01"),
    numbers_until: lastQuarterEnd(frame.today),
    asked_on: addDays(frame.today, -2),
  });
}
