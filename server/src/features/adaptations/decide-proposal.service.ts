import { movedOn, overlayParts, takeOverlay } from "@varde/domain";
import type { Language, OverlayPart } from "@varde/domain";
import { z } from "zod";
import { audit } from "../../kernel/audit.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { checkInput } from "../../kernel/errors/check-input.js";
import { Refusal, refuse } from "../../kernel/errors/refusal.js";
import { COMMON, say } from "../../kernel/errors/say.js";
import { seated } from "../../kernel/graphql/context.js";
import type { Done } from "../../kernel/mutation.js";
import { changeDraft } from "../templates/index.js";
import { letterRules } from "./adaptation.inputs.js";
import type { AcceptProposalInput, DeclineProposalInput } from "./adaptation.inputs.js";
import { ADAPTATION_TEXTS } from "./adaptation.texts.js";
import { creditedNotes } from "./credit.js";
import { findProposalRow } from "./read-proposals.js";
import type { ProposalRow } from "./read-proposals.js";

/** An open proposal as the asker has seen it, locked until the transaction ends: whoever comes second sees what the first did. */
async function holdOpen(work: Work, language: Language, input: { id: string; rev: number }): Promise<ProposalRow> {
  const row = await findProposalRow(work, input.id, true);
  if (!row) throw new AppError("NOT_FOUND");
  if (row.state !== "OPEN") refuse("LOCKED", say(language, ADAPTATION_TEXTS.decided), [], row.id);
  if (row.rev !== input.rev) refuse("CONFLICT", say(language, COMMON.conflict), [], row.id);
  return row;
}

async function decide(
  work: Work,
  row: ProposalRow,
  state: "ACCEPTED" | "DECLINED",
  reason: string | null,
): Promise<number> {
  const [changed] = await work.query<{ rev: number }>(
    `update app.proposal set state = $3, decided_by = $4, decided_at = now(), reason = $5, rev = rev + 1
      where chapter_id = $1 and id = $2 returning rev`,
    [row.chapter_id, row.id, state, seated(work).seatId, reason],
  );
  if (!changed) throw new AppError("NOT_FOUND");
  return changed.rev;
}

const has = (parts: readonly OverlayPart[], { part, key }: OverlayPart): boolean =>
  parts.some((one) => one.part === part && one.key === key);

function chosenParts(row: ProposalRow, input: AcceptProposalInput, language: Language): OverlayPart[] {
  const proposed = overlayParts(row.content);
  if (input.parts.length === 0) refuse("INVALID", say(language, ADAPTATION_TEXTS.chooseParts), ["parts"], row.id);
  const unknown = input.parts.filter((part) => !has(proposed, part));
  if (unknown.length > 0) {
    throw new Refusal(
      unknown.slice(0, 20).map(({ part, key }) => ({
        code: "INVALID" as const,
        path: ["parts", part, key.slice(0, 60)],
        message: say(language, ADAPTATION_TEXTS.unknownPart),
      })),
      row.id,
    );
  }
  return proposed.filter((part) => has(input.parts, part));
}

/**
 * Takes parts of a proposal into the next draft, begun from what is in force when there is none, with the chapter named in its
 * notes. Where the draft has moved on since the proposal's version it refuses and names the parts, unless told to overwrite.
 */
export async function acceptProposal(work: Work, language: Language, input: AcceptProposalInput): Promise<Done> {
  const row = await holdOpen(work, language, input);
  const chosen = chosenParts(row, input, language);
  try {
    await changeDraft(work, language, row.template_id, (draft) => {
      const moved = movedOn(draft.definition, row.definition, row.content).filter((part) => has(chosen, part));
      if (moved.length > 0 && !input.overwrite) {
        throw new Refusal(
          moved.map(({ part, key }) => ({
            code: "CONFLICT" as const,
            path: ["parts", part, key],
            message: say(language, ADAPTATION_TEXTS.movedOn),
          })),
        );
      }
      const definition = takeOverlay(draft.definition, row.definition, row.content, chosen);
      return { definition, notes: creditedNotes(draft.notes, row, chosen) };
    });
  } catch (error) {
    // whatever stopped it, what is shown beside is the proposal
    if (error instanceof Refusal) throw new Refusal(error.problems, row.id);
    throw error;
  }
  const rev = await decide(work, row, "ACCEPTED", null);
  await audit(work, {
    action: "PROPOSAL_ACCEPTED",
    subjectType: "TouchpointTemplate",
    subjectId: row.template_id,
    chapterId: row.chapter_id,
    detail: { version: row.number, parts: chosen.length },
  });
  return { id: row.id, rev };
}

/** Declines a proposal with a reason that the chapter reads. */
export async function declineProposal(work: Work, language: Language, input: DeclineProposalInput): Promise<Done> {
  const { reason } = checkInput(z.object({ reason: letterRules(language, 1) }), { reason: input.reason }, language);
  const row = await holdOpen(work, language, input);
  const rev = await decide(work, row, "DECLINED", reason);
  await audit(work, {
    action: "PROPOSAL_DECLINED",
    subjectType: "TouchpointTemplate",
    subjectId: row.template_id,
    chapterId: row.chapter_id,
    detail: { version: row.number },
  });
  return { id: row.id, rev };
}
