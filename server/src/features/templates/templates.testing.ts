import type { TemplateDefinition } from "@varde/domain";

/** What the tests read of a template. */
export const TEMPLATE = `id key name { nb } aboutMember corePosition rev
  versions { id number state }
  draft { id number state rev burdenSeconds definition { minutes purpose { nb } } checks { level path message } }
  published { id number state rev definition { minutes purpose { nb } steps { key } } }
  rollouts { id versionNumber ring effectiveFrom chapterCount touchpointCount allChapters createdBy }`;
export const PAYLOAD = `template { ${TEMPLATE} } problems { code path message }`;

type Version = { id: string; number: string; state: string; rev: number; definition: { minutes: number | null } };
export type TemplateData = {
  id: string;
  key: string;
  name: { nb: string };
  draft: (Version & { checks: { level: string; path: string[] }[]; burdenSeconds: number }) | null;
  published: Version | null;
  versions: { id: string; number: string; state: string }[];
  rollouts: { id: string; versionNumber: string; chapterCount: number; touchpointCount: number }[];
};
export type Payload = {
  template: TemplateData | null;
  problems: { code: string; path: string[]; message: string }[];
};

/** A definition ready to publish: a gathering held once a half-year. */
export const gathering = (over: Partial<TemplateDefinition> = {}): TemplateDefinition => ({
  name: { nb: "Sommertreff" },
  purpose: { nb: "Samle medlemmene." },
  stage: "TAKE_PART",
  trigger: { kind: "PERIOD", period: "MONTH" },
  schedule: { opensAfterDays: 0, dueAfterDays: 7, missAfterDays: 14, lateAllowed: true },
  steps: [{ key: "invite", text: { nb: "Inviter" } }],
  messages: [],
  reportFields: [
    { key: "held", type: "YES_NO", label: { nb: "Ble treffet holdt?" }, required: true },
    { key: "people", type: "NUMBER", counts: "PERSONS", label: { nb: "Hvor mange kom?" }, required: true },
  ],
  targets: [],
  locks: [],
  ...over,
});
