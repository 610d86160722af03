import type { Language } from "@varde/domain";
import { audit } from "../../kernel/audit.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { checkInput } from "../../kernel/errors/check-input.js";
import { refuse } from "../../kernel/errors/refusal.js";
import { say } from "../../kernel/errors/say.js";
import { seated } from "../../kernel/graphql/context.js";
import type { Done } from "../../kernel/mutation.js";
import { demandOpenRegion, holdChapter } from "./chapter.service.js";
import { moveRules } from "./organization.inputs.js";
import type { MoveChapterInput } from "./organization.inputs.js";
import { moveTooEarly, UNIT_TEXTS } from "./organization.texts.js";

type Membership = { region_id: string; valid_from: string; valid_to: string | null };

/**
 * Moves a chapter from a day on: the membership it has ends, another begins; to none, it only ends. The day may lie back
 * to where the present membership began; on that very day the new one takes its place.
 */
export async function moveChapter(work: Work, input: MoveChapterInput, language: Language): Promise<Done> {
  const { organizationId } = seated(work);
  const chapter = await holdChapter(work, input, language);
  if (chapter.direct_members) refuse("LOCKED", say(language, UNIT_TEXTS.directMembers), [], input.id);
  const { from, regionId } = checkInput(moveRules(language, work.today), { ...input }, language);
  const [latest, before] = await work.query<Membership>(
    `select region_id, valid_from, valid_to from app.chapter_region where organization_id = $1 and chapter_id = $2 order by valid_from desc limit 2`,
    [organizationId, input.id],
  );
  const earliest = latest ? (latest.valid_to ?? latest.valid_from) : chapter.opened_on;
  if (from < earliest) refuse("INVALID", say(language, moveTooEarly(earliest)), ["from"]);
  const present = latest && latest.valid_to === null ? latest.region_id : null;
  if (present === regionId) refuse("INVALID", say(language, UNIT_TEXTS.sameRegion), ["regionId"]);
  if (regionId) await demandOpenRegion(work, regionId, from, language);

  const replaces = present !== null && latest!.valid_from === from;
  const rowFrom = (validFrom: string) => [organizationId, input.id, validFrom];
  if (replaces) {
    await work.query(
      `delete from app.chapter_region where organization_id = $1 and chapter_id = $2 and valid_from = $3`,
      rowFrom(from),
    );
  } else if (present !== null) {
    await work.query(
      `update app.chapter_region set valid_to = $4 where organization_id = $1 and chapter_id = $2 and valid_from = $3`,
      [...rowFrom(latest!.valid_from), from],
    );
  }
  // back to where it came from on the day it left: the earlier membership goes on, as if it had never moved
  const last = replaces ? before : present === null ? latest : undefined;
  if (regionId && last?.region_id === regionId && last.valid_to === from) {
    await work.query(
      `update app.chapter_region set valid_to = null where organization_id = $1 and chapter_id = $2 and valid_from = $3`,
      rowFrom(last.valid_from),
    );
  } else if (regionId) {
    await work.query(
      `insert into app.chapter_region (organization_id, chapter_id, region_id, valid_from) values ($1, $2, $4, $3)`,
      [...rowFrom(from), regionId],
    );
  }
  const [changed] = await work.query<{ rev: number }>(
    `update app.chapter set rev = rev + 1 where organization_id = $1 and id = $2 returning rev`,
    [organizationId, input.id],
  );
  await audit(work, {
    action: "CHAPTER_MOVED",
    subjectType: "Chapter",
    subjectId: input.id,
    chapterId: input.id,
    detail: { from, fromRegion: present, toRegion: regionId },
  });
  return { id: input.id, rev: changed!.rev };
}
