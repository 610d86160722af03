import type { Language } from "@varde/domain";
import type { Sealer } from "../../kernel/crypto/sealer.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { checkInput } from "../../kernel/errors/check-input.js";
import { refuse } from "../../kernel/errors/refusal.js";
import { COMMON, say } from "../../kernel/errors/say.js";
import { seated } from "../../kernel/graphql/context.js";
import { isUuid } from "../../kernel/mutation.js";
import type { Done } from "../../kernel/mutation.js";
import { UNIT_OF_ROLE } from "../accounts/index.js";
import { BOARD_MOST, DAY_MOST, invite } from "./invite.js";
import { sayLevel } from "./level.js";
import { defaultSeatEnd, inviteSeatRules } from "./seat.inputs.js";
import type { InviteSeatInput } from "./seat.inputs.js";
import { SEAT_TEXTS } from "./seat.texts.js";

/** Throws FORBIDDEN for a role, NOT_FOUND for a unit, that the seat acted in may not grant; refuses a closed unit. */
async function demandUnit(
  work: Work,
  seat: { role: InviteSeatInput["role"]; regionId: string | null; chapterId: string | null },
  language: Language,
): Promise<void> {
  const viewer = seated(work);
  const everywhere = viewer.caps.has("SEAT_GRANT");
  if (!everywhere && seat.role !== "CHAPTER_LEADER" && seat.role !== "CHAPTER_BOARD") throw new AppError("FORBIDDEN");
  const kind = UNIT_OF_ROLE[seat.role];
  const wants = { region: kind === "REGION", chapter: kind === "CHAPTER" };
  if (wants.region !== (seat.regionId !== null))
    refuse("INVALID", await sayLevel(work, language, SEAT_TEXTS.unit), ["regionId"]);
  if (wants.chapter !== (seat.chapterId !== null))
    refuse("INVALID", await sayLevel(work, language, SEAT_TEXTS.unit), ["chapterId"]);
  const id = seat.chapterId ?? seat.regionId;
  if (id === null) return;
  if (!isUuid(id) || (!everywhere && id !== viewer.chapterId)) throw new AppError("NOT_FOUND");
  const table = wants.chapter ? "chapter" : "region";
  const [unit] = await work.query<{ open: boolean; direct: boolean }>(
    `select closed_on is null as open, ${wants.chapter ? "direct_members" : "false"} as direct from app.${table} where organization_id = $1 and id = $2`,
    [viewer.organizationId, id],
  );
  if (!unit) throw new AppError("NOT_FOUND");
  if (!unit.open) refuse("INVALID", say(language, SEAT_TEXTS.unitClosed), [`${table}Id`]);
}

/** Invites one person to a seat: the seat is there without a holder, the mail is in the queue. */
export async function inviteSeat(
  work: Work,
  input: InviteSeatInput,
  { sealer, language }: { sealer: Sealer; language: Language },
): Promise<Done> {
  const facts = checkInput(inviteSeatRules(language, work.today), { ...input }, language);
  await demandUnit(work, facts, language);
  const [there] = await work.query<{ same: number; all: number; fresh: number }>(
    `select count(*) filter (where lower(holder_name) = lower($5) and role = $4 and held)::int as same, count(*) filter (where held)::int as all,
            count(*) filter (where created_at > now() - interval '1 day')::int as fresh
       from (select holder_name, role, created_at, valid_to is null or valid_to > authz.today() as held from app.seat
              where organization_id = $1 and chapter_id is not distinct from $2 and region_id is not distinct from $3) s`,
    [seated(work).organizationId, facts.chapterId, facts.regionId, facts.role, facts.holderName],
  );
  if (there!.same > 0) refuse("INVALID", say(language, SEAT_TEXTS.already), ["holderName"]);
  if (there!.fresh >= DAY_MOST) refuse("LOCKED", say(language, SEAT_TEXTS.dayFull));
  if (there!.all >= BOARD_MOST) refuse("LOCKED", say(language, SEAT_TEXTS.boardFull));
  const validTo = facts.validTo ?? (facts.chapterId ? defaultSeatEnd(work.today) : null);
  const made = await invite(work, [{ ...facts, validTo }], { sealer, language });
  if (!made) refuse("CONFLICT", say(language, COMMON.conflict));
  return { id: facts.id, rev: 1 };
}
