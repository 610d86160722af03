import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { emptyDefinition } from "@varde/domain";
import { createDraftSaver, type DraftToSend, type SaveAnswer } from "./draft-saver";
import type { Draft } from "./read-draft";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const first: Draft = {
  id: "draft",
  rev: 1,
  notes: "",
  number: "1.0",
  checks: [],
  definition: emptyDefinition("Treff"),
};
const saved = (rev: number): SaveAnswer => ({ kind: "saved", rev, number: "1.0", checks: [] });
const named = (name: string) => (definition: Draft["definition"]) => ({ ...definition, name: { nb: name } });

function open(answers: SaveAnswer[], theirs: Draft | null = null) {
  const sent: DraftToSend[] = [];
  const saver = createDraftSaver(first, {
    send: async (draft) => {
      sent.push(draft);
      return answers.shift() ?? saved(draft.rev + 1);
    },
    read: async () => theirs,
  });
  return { saver, sent, names: () => sent.map(({ definition }) => definition.name.nb) };
}

test("a moment after the last change it is saved once", async () => {
  const { saver, names } = open([]);
  saver.change(named("T"));
  saver.change(named("Tr"));
  await vi.advanceTimersByTimeAsync(1000);
  expect(names()).toEqual(["Tr"]);
  expect(saver.state()).toMatchObject({ rev: 2, save: { state: "saved" } });
  expect(saver.isUnsaved()).toBe(false);
});

test("what is written while one save is under way is saved after it, on its revision", async () => {
  const { saver, sent, names } = open([]);
  saver.change(named("a"));
  const flushed = saver.flush();
  saver.change(named("b"));
  await expect(flushed).resolves.toBe(true);
  expect(names()).toEqual(["a", "b"]);
  expect(sent.map(({ rev }) => rev)).toEqual([1, 2]);
});

test("what was not answered is sent again under its key before anything newer", async () => {
  const { saver, sent, names } = open([{ kind: "unanswered" }]);
  saver.change(named("a"));
  await expect(saver.flush()).resolves.toBe(false);
  expect(saver.state().save).toEqual({ state: "waiting" });
  saver.change(named("b"));
  await vi.advanceTimersByTimeAsync(1000);
  expect(names()).toEqual(["a", "a", "b"]);
  expect(sent[1]!.key).toBe(sent[0]!.key);
  expect(sent[2]!.key).not.toBe(sent[0]!.key);
});

test("somebody else's change is shown and not overwritten until one says so", async () => {
  const theirs = { ...first, rev: 7, definition: emptyDefinition("Deres") };
  const { saver, sent } = open([{ kind: "conflict" }], theirs);
  saver.change(named("Min"));
  await expect(saver.flush()).resolves.toBe(false);
  expect(saver.state().conflict).toEqual(theirs);
  saver.change(named("Min igjen"));
  await vi.advanceTimersByTimeAsync(10_000);
  expect(sent).toHaveLength(1);
  saver.resolve("mine");
  await vi.advanceTimersByTimeAsync(0);
  expect(sent[1]).toMatchObject({ rev: 7, definition: { name: { nb: "Min igjen" } } });
});

test("taking what is saved drops one's own", async () => {
  const theirs = { ...first, rev: 7, definition: emptyDefinition("Deres") };
  const { saver, sent } = open([{ kind: "conflict" }], theirs);
  saver.change(named("Min"));
  await saver.flush();
  saver.resolve("theirs");
  await vi.advanceTimersByTimeAsync(10_000);
  expect(sent).toHaveLength(1);
  expect(saver.state()).toMatchObject({ rev: 7, conflict: null, definition: { name: { nb: "Deres" } } });
});

test("a draft that is published or thrown away meanwhile is gone", async () => {
  const { saver } = open([{ kind: "conflict" }], null);
  saver.change(named("Min"));
  await saver.flush();
  expect(saver.state().conflict).toBe("gone");
});

test("what is not saved is kept on the device until it is", async () => {
  const kept: (string | null)[] = [];
  const saver = createDraftSaver(first, {
    send: async (draft) => saved(draft.rev + 1),
    read: async () => null,
    keep: (definition) => void kept.push(definition?.name.nb ?? null),
  });
  saver.change(named("T"));
  saver.change(named("Tr"));
  await vi.advanceTimersByTimeAsync(250);
  expect(kept).toEqual(["Tr"]);
  await vi.advanceTimersByTimeAsync(1000);
  expect(kept).toEqual(["Tr", null]);
});
