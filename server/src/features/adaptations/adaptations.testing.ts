import { emptyOverlay } from "@varde/domain";
import type { Overlay, TemplateDefinition } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import type { Seed, SeededSeat } from "../../testkit/seed.js";
import type { TestServer } from "../../testkit/server.js";

const text = (nb: string) => ({ nb, nn: nb, en: nb });

/** A duty with something of everything: two steps, an SMS, an e-mail, a locked SMS and a guide. */
export const DEFINITION: TemplateDefinition = {
  name: text("Medlemsmøte"),
  purpose: text("Møtes"),
  stage: "TAKE_PART",
  trigger: { kind: "CALENDAR", dates: [{ key: "spring", name: text("Vår"), opens: "03-15", due: "05-31" }] },
  schedule: { opensAfterDays: 0, dueAfterDays: 0, missAfterDays: 30, lateAllowed: true },
  minutes: 30,
  steps: [
    { key: "date", text: text("Sett dato") },
    { key: "invite", text: text("Inviter alle") },
  ],
  messages: [
    { key: "sms", channel: "SMS", title: text("Invitasjon"), body: text("Hei fra {{kortnavn}}"), locked: false },
    { key: "mail", channel: "EMAIL", title: text("Brev"), subject: text("Treff"), body: text("Kom"), locked: false },
    { key: "held", channel: "SMS", title: text("Låst"), body: text("Som den er"), locked: true },
    { key: "guide", channel: "GUIDE", title: text("Guide"), body: text("## Åpning\nHei"), locked: false },
  ],
  reportFields: [{ key: "held", type: "YES_NO", label: text("Holdt?"), required: true }],
  targets: [],
  locks: [],
};

export const overlay = (over: Partial<Overlay> = {}): Overlay => ({ ...emptyOverlay(), ...over });
/** Something of everything a chapter may change in it. */
export const OWN = overlay({
  steps: [{ key: "date", text: { nb: "Sett dato på styremøtet" } }],
  added: [{ key: "own-pizza", text: { nb: "Bestill pizza" } }],
  omitted: ["invite"],
  messages: [{ key: "sms", title: { nb: "Vår invitasjon" }, body: { nb: "Hei, du!" } }],
  dueDaysEarlier: 7,
});

export async function seedVersion(
  seed: Seed,
  organizationId: string,
  over: { definition?: TemplateDefinition; templateId?: string; state?: string; minor?: number } = {},
) {
  const templateId = over.templateId ?? uuidv7();
  const versionId = uuidv7();
  const state = over.state ?? "PUBLISHED";
  if (!over.templateId)
    await seed.rows("touchpoint_template", {
      organization_id: organizationId,
      id: templateId,
      key: `a${seed.unique()}`,
    });
  await seed.rows("template_version", {
    organization_id: organizationId,
    id: versionId,
    template_id: templateId,
    minor: over.minor ?? 0,
    state,
    definition: over.definition ?? DEFINITION,
    about_member: false,
    published_at: state === "DRAFT" ? null : new Date(),
  });
  return { templateId, versionId };
}

export type Problems = { code: string; path: string[]; message: string }[];
type Adaptation = {
  versionId: string;
  versionNumber: string;
  open: boolean;
  overlay: Overlay;
  overlayId: string | null;
  rev: number;
  earlier: { versionId: string; versionNumber: string }[];
  proposals: { id: string; state: string; reason: string | null }[];
};
export type Adapted = { adaptation: Adaptation | null; left: { part: string; key: string }[]; problems: Problems };
export type Proposed = {
  proposal: {
    id: string;
    state: string;
    rev: number;
    message: string;
    reason: string | null;
    chapterName: string;
    parts: { part: string; key: string; movedOn: boolean }[];
    before: { steps: { key: string }[] };
    after: { steps: { key: string; text: { nb: string } }[] };
  } | null;
  problems: Problems;
};

const OVERLAY = `steps { key text { nb nn en } } added { key text { nb nn en } } omitted
  messages { key title { nb nn en } subject { nb nn en } body { nb nn en } } dueDaysEarlier`;
const ADAPTATION = `versionId versionNumber open overlay { ${OVERLAY} } overlayId rev earlier { versionId versionNumber } proposals { id state reason }`;
export const PROPOSAL = `id state rev message reason chapterName parts { part key movedOn } before { steps { key } } after { steps { key text { nb } } }`;
export const ADAPTATION_QUERY = `query ($id: ID!, $versionId: ID) { adaptation(templateId: $id, versionId: $versionId) { ${ADAPTATION} } }`;
export const PROPOSALS_QUERY = `query ($id: ID, $state: ProposalState, $unseen: Boolean = false) {
  proposals(templateId: $id, state: $state, unseen: $unseen) { nodes { ${PROPOSAL} } totalCount } }`;

const adaptation = (field: string, input: string) =>
  `mutation ($input: ${input}!) { ${field}(input: $input) { adaptation { ${ADAPTATION} } left { part key } problems { code path message } } }`;
const proposal = (field: string, input: string) =>
  `mutation ($input: ${input}!) { ${field}(input: $input) { proposal { ${PROPOSAL} } problems { code path message } } }`;

export const DOCUMENTS = {
  saveOverlay: adaptation("saveOverlay", "SaveOverlayInput"),
  carryOverlay: adaptation("carryOverlay", "CarryOverlayInput"),
  proposeOverlay: proposal("proposeOverlay", "ProposeOverlayInput"),
  withdrawProposal: proposal("withdrawProposal", "WithdrawProposalInput"),
  seeProposal: proposal("seeProposal", "SeeProposalInput"),
  acceptProposal: proposal("acceptProposal", "AcceptProposalInput"),
  declineProposal: proposal("declineProposal", "DeclineProposalInput"),
} as const;
type Field = keyof typeof DOCUMENTS;

export function actions(server: TestServer) {
  const run = async <T>(field: Field, seat: SeededSeat, input: object): Promise<T> =>
    (await server.ask<Record<string, T>>(seat, DOCUMENTS[field], { input: { key: uuidv7(), ...input } }))[field]!;
  return {
    adapt: (field: "saveOverlay" | "carryOverlay", seat: SeededSeat, input: object) => run<Adapted>(field, seat, input),
    propose: (field: Exclude<Field, "saveOverlay" | "carryOverlay">, seat: SeededSeat, input: object) =>
      run<Proposed>(field, seat, input),
    code: (field: Field, seat: SeededSeat | null, input: object) =>
      server.code(seat, DOCUMENTS[field], { input: { key: uuidv7(), ...input } }),
    read: async (seat: SeededSeat, id: string, versionId: string | null = null) =>
      (await server.ask<{ adaptation: Adaptation }>(seat, ADAPTATION_QUERY, { id, versionId })).adaptation,
    proposals: async (seat: SeededSeat, variables: object) =>
      (
        await server.ask<{ proposals: { nodes: NonNullable<Proposed["proposal"]>[]; totalCount: number } }>(
          seat,
          PROPOSALS_QUERY,
          variables,
        )
      ).proposals,
  };
}
export type Actions = ReturnType<typeof actions>;
