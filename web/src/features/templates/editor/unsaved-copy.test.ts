import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { emptyDefinition } from "@varde/domain";
import { unsavedCopies } from "./unsaved-copy";

beforeEach(() => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem(key: string, value: string) {
      kept.set(key, value);
      Object.defineProperty(this, key, { value, enumerable: true, configurable: true });
    },
    removeItem(key: string) {
      kept.delete(key);
      Reflect.deleteProperty(this, key);
    },
  };
  vi.stubGlobal("localStorage", storage);
});
afterEach(() => void vi.unstubAllGlobals());

const definition = (name: string) => emptyDefinition(name);

test("what one page kept is found by the next, and not by itself", () => {
  const first = unsavedCopies("nora", "draft", "a");
  first.keep(definition("Treff"));
  expect(first.find()).toBeNull();
  expect(unsavedCopies("nora", "draft", "b").find()?.definition.name.nb).toBe("Treff");
});

test("another account and another draft find nothing", () => {
  unsavedCopies("nora", "draft", "a").keep(definition("Treff"));
  expect(unsavedCopies("eva", "draft", "b").find()).toBeNull();
  expect(unsavedCopies("nora", "other", "b").find()).toBeNull();
});

test("one page that saves leaves the other's copy", () => {
  const [a, b] = [unsavedCopies("nora", "draft", "a"), unsavedCopies("nora", "draft", "b")];
  a.keep(definition("A"));
  b.keep(definition("B"));
  b.forget();
  expect(unsavedCopies("nora", "draft", "c").find()?.definition.name.nb).toBe("A");
  unsavedCopies("nora", "draft", "c").discard();
  expect(unsavedCopies("nora", "draft", "c").find()).toBeNull();
});

test.each([
  ["{"],
  ["null"],
  ["[]"],
  ['{"at":"2026-01-01"}'],
  ['{"at":"x","definition":{}}'],
  ['{"at":"2999-01-01","definition":{"steps":1}}'],
])("what is no copy is none: %s", (text) => {
  localStorage.setItem("varde.template-draft.nora.draft.a", text);
  expect(unsavedCopies("nora", "draft", "b").find()).toBeNull();
});
