import { applyOverlay, checkOverlay, emptyDefinition, emptyOverlay, tidyOverlay } from "@varde/domain";
import { expect, test } from "vitest";
import {
  addStep,
  mayAddStep,
  messageWords,
  omitStep,
  removeAdded,
  resetMessage,
  resetStep,
  stepWords,
  writeAdded,
  writeMessage,
  writeStep,
} from "./overlay-form";

const step = { key: "date", text: { nb: "Sett dato", nn: "Set dato" } };
const message = { key: "sms", channel: "SMS" as const, title: { nb: "Hei" }, body: { nb: "Kom" }, locked: false };
const definition = { ...emptyDefinition("Treff"), steps: [step], messages: [message] };

test("a field shows national's words until one writes, also when one empties it", () => {
  const empty = emptyOverlay();
  expect(stepWords(empty, step, "nn")).toBe("Set dato");
  expect(stepWords(empty, step, "en")).toBe("");
  const written = writeStep(writeStep(empty, "date", "nb", "Velg dato"), "date", "nn", "");
  expect(stepWords(written, step, "nb")).toBe("Velg dato");
  expect(stepWords(written, step, "nn")).toBe("");
  // an emptied field is national's again when it is kept
  expect(tidyOverlay(definition, written).steps).toEqual([{ key: "date", text: { nb: "Velg dato" } }]);
  expect(resetStep(written, "date")).toEqual(empty);
});

test("a step that is left out says nothing else, and comes back as national's", () => {
  const out = omitStep(writeStep(emptyOverlay(), "date", "nb", "Velg dato"), "date", true);
  expect(out).toEqual({ ...emptyOverlay(), omitted: ["date"] });
  expect(checkOverlay(definition, out)).toEqual([]);
  expect(omitStep(out, "date", false)).toEqual(emptyOverlay());
});

test("own steps have keys of their own, and there are five at most", () => {
  let overlay = emptyOverlay();
  for (let n = 0; mayAddStep(overlay); n++) {
    overlay = addStep(overlay, `019a-${n}`);
    overlay = writeAdded(overlay, overlay.added[n]!.key, "nb", `Steg ${n}`);
  }
  expect(overlay.added).toHaveLength(5);
  expect(checkOverlay(definition, overlay)).toEqual([]);
  expect(applyOverlay(definition, overlay).steps).toHaveLength(6);
  expect(removeAdded(overlay, overlay.added[0]!.key).added).toHaveLength(4);
});

test("a message is written part by part and language by language", () => {
  const overlay = writeMessage(writeMessage(emptyOverlay(), "sms", "body", "nb", "Kom du"), "sms", "title", "en", "Hi");
  expect(overlay.messages).toEqual([{ key: "sms", body: { nb: "Kom du" }, title: { en: "Hi" } }]);
  expect(messageWords(overlay, message, "body", "nb")).toBe("Kom du");
  expect(messageWords(overlay, message, "title", "nb")).toBe("Hei");
  expect(resetMessage(overlay, "sms")).toEqual(emptyOverlay());
});
