import { randomUUID } from "node:crypto";
import { emptyDefinition, osloDate, type TemplateDefinition } from "@varde/domain";
import { type BrowserApp, type Page } from "../../server/src/testkit/browser.js";
import { ask, DESK, person } from "./people.js";

const today = (): string => osloDate(new Date());
export const PROBLEMS = "problems { code path message }";

/** A duty with a question of each plain kind and a message; `over` says what else. */
export function duty(name: string, over: Partial<TemplateDefinition> = {}): TemplateDefinition {
  return {
    ...emptyDefinition(name),
    purpose: { nb: "Se medlemmene." },
    // due the day it is started: the period it counts in is this one, whenever this runs
    schedule: { opensAfterDays: 0, dueAfterDays: 0, missAfterDays: 14, lateAllowed: true },
    reportFields: [
      { key: "done", type: "YES_NO", label: { nb: "Ble det noe av?" }, required: true },
      { key: "said", type: "TEXT", label: { nb: "Hva vil dere si?" }, required: false, maxLength: 300 },
    ],
    ...over,
  };
}

type Payload = { problems: { message: string }[] };

/** One mutation, called `done` in it, with a key of its own. Throws what a user would be told. */
export async function act<Result extends Payload>(page: Page, query: string, input: object): Promise<Result> {
  const { done } = await ask<{ done: Result }>(page, query, { input: { ...input, key: randomUUID() } });
  if (done.problems.length > 0) throw new Error(done.problems.map(({ message }) => message).join(" "));
  return done;
}

/** National's own hands, over the API: a template is written, published and rolled out to all. Gives its id. */
export async function rolledOut(app: BrowserApp, definition: TemplateDefinition, from = today()): Promise<string> {
  const { visitor, page } = await person(app, "national-admin", DESK);
  const id = randomUUID();
  type Made = Payload & { template: { draft: { id: string; rev: number } } };
  const { template: made } = await act<Made>(
    page,
    `mutation ($input: CreateTemplateInput!) { done: createTemplate(input: $input) { template { draft { id rev } } ${PROBLEMS} } }`,
    { id, name: definition.name.nb },
  );
  const ids = { templateId: id, versionId: made.draft.id };
  const { template: saved } = await act<Made>(
    page,
    `mutation ($input: SaveDraftInput!) { done: saveDraft(input: $input) { template { draft { id rev } } ${PROBLEMS} } }`,
    { ...ids, rev: made.draft.rev, definition },
  );
  await act(
    page,
    `mutation ($input: PublishDraftInput!) { done: publishDraft(input: $input) { template { id } ${PROBLEMS} } }`,
    { ...ids, rev: saved.draft.rev },
  );
  await act(page, `mutation ($input: RollOutInput!) { done: rollOut(input: $input) { rollout { id } ${PROBLEMS} } }`, {
    ...ids,
    id: randomUUID(),
    effectiveFrom: from,
    // a month of the demo may be full already; kept only where a chapter does go above the cap
    capReason: "Avtalt med styrene",
  });
  await visitor.close();
  return id;
}

/** The board starts it today, about the member where it is about one. Gives the task's id. */
export async function started(page: Page, templateId: string, memberId?: string): Promise<string> {
  const { touchpointIds } = await act<Payload & { touchpointIds: string[] }>(
    page,
    `mutation ($input: StartTouchpointInput!) { done: startTouchpoint(input: $input) { touchpointIds ${PROBLEMS} } }`,
    { templateId, startOn: today(), ...(memberId && { memberId }) },
  );
  return touchpointIds[0] ?? "";
}
