import { expect, test } from "vitest";
import { membership } from "../../texts/nb/membership";
import { growthSentence } from "./growth-words";

const none = { opening: 80, joined: 0, movedIn: 0, left: 0, movedOut: 0, agedOut: 0, died: 0, closing: 80 };

test("the parts are said in their order, and nobody is not", () => {
  const growth = { ...none, joined: 6, movedIn: 1, left: 2, movedOut: 1, agedOut: 1, closing: 83 };
  expect(growthSentence(growth, membership, String)).toBe(
    "6 nye, 1 flyttet inn, 2 sluttet, 1 flyttet ut, 1 ble for gammel.",
  );
  expect(growthSentence({ ...none, joined: 1 }, membership, String)).toBe("1 ny.");
  expect(growthSentence(none, membership, String)).toBe("Ingen kom og ingen sluttet.");
});
