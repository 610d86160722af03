import type { TargetKind } from "@varde/domain";
import { describe, expect, test } from "vitest";
import { createFormat } from "../../../app/format";
import { targets as texts } from "../../../texts/nb/targets";
import { ui } from "../../../texts/nb/ui";
import { measuredWords, progressWords, statusWord, tallyWords, type Seen } from "./target-words";

const format = createFormat(ui, "nb");
const kinds: Record<TargetKind, string> = {
  COMPLETION: "Andel som er gjort",
  TIMELINESS: "Andel i tide",
  FIELD_SHARE: "Andel med et svar",
  FIELD_SUM: "Sum av et tall",
  FIELD_MEAN: "Snitt av et tall",
  COUNT: "Antall gjort",
};
const words = {
  texts,
  kinds,
  format,
  periodName: (period: string) => (period.startsWith("R12") ? "Tolv måneder" : period),
};
const seen = (kind: TargetKind, threshold: number, period = "2026"): Seen => ({
  target: {
    __typename: "Target",
    key: "t",
    kind,
    text: { __typename: "LocalizedText", nb: "Mål", nn: null, en: null },
  } as Seen["target"],
  threshold,
  period,
});
type Progress = Parameters<typeof statusWord>[0];
const progress = (
  status: Progress["status"],
  numerator: number | null,
  denominator: number | null,
  more: Partial<Progress> = {},
): Progress => ({ __typename: "TargetProgress", status, numerator, denominator, forecast: null, over: false, ...more });
const plain = (text: string): string => text.replaceAll("\u00a0", " ");

test("what is measured, with its least and its period", () => {
  expect(plain(measuredWords(seen("TIMELINESS", 0.95), words))).toBe("Andel i tide: minst 95 %. 2026.");
  expect(plain(measuredWords(seen("COUNT", 2), words))).toBe("Antall gjort: minst 2. 2026.");
  expect(plain(measuredWords(seen("COUNT", 12, "R12-2026-09-30"), words))).toBe(
    "Antall gjort: minst 12 på tolv måneder. Tolv måneder.",
  );
  expect(plain(measuredWords(seen("FIELD_MEAN", 7.5), words))).toBe("Snitt av et tall: minst 7,5. 2026.");
});

describe("how far", () => {
  test.each([
    [
      "a forecast from ten",
      seen("COMPLETION", 0.9),
      progress("BEHIND", 17, 20, { forecast: 0.85 }),
      "17 av 20 så langt. På vei til 85 %.",
    ],
    ["counts below ten", seen("COMPLETION", 0.9), progress("TOO_FEW", 3, 4), "3 av 4 så langt."],
    ["over", seen("COMPLETION", 0.9), progress("BEHIND", 17, 20, { over: true }), "Det ble 17 av 20, 85 %."],
    ["over, below ten", seen("COMPLETION", 0.9), progress("REACHED", 2, 2, { over: true }), "Det ble 2 av 2."],
    ["an amount", seen("COUNT", 4), progress("TOO_FEW", 2, null), "2 av 4 så langt."],
    [
      "an amount at its pace",
      seen("COUNT", 40),
      progress("ON_TRACK", 24, null, { forecast: 47.7 }),
      "24 av 40 så langt. På vei til 47,7.",
    ],
    [
      "an amount, early",
      seen("COUNT", 4),
      progress("NOT_YET", 1, null),
      "1 av 4 så langt. Perioden har så vidt begynt.",
    ],
    ["a mean", seen("FIELD_MEAN", 10), progress("REACHED", 144, 12), "12 i snitt (144 på 12) så langt."],
    ["a mean of few", seen("FIELD_MEAN", 10), progress("TOO_FEW", 24, 2), "24 til sammen på 2 så langt."],
    ["nothing", seen("COMPLETION", 0.9), progress("NOT_YET", 0, 0), "Ikke noe å måle ennå."],
    ["hidden", seen("COMPLETION", 0.9), progress("TOO_FEW", null, null), "Tallet er skjult."],
  ])("%s", (_name, of, how, said) => expect(plain(progressWords(of, how, words))).toBe(said));

  test("below ten there is no percentage, whatever it is", () => {
    for (let of = 1; of < 10; of++) {
      for (const over of [true, false]) {
        expect(progressWords(seen("TIMELINESS", 0.9), progress("TOO_FEW", of, of, { over }), words)).not.toContain("%");
      }
    }
  });
});

test("a word, never a verdict on few", () => {
  expect(statusWord(progress("BEHIND", 1, 20), texts)).toBe("Et stykke igjen");
  expect(statusWord(progress("BEHIND", 1, 20, { over: true }), texts)).toBe("Ble ikke nådd");
  expect(statusWord(progress("TOO_FEW", 1, 2), texts)).toBe("Få så langt");
  expect(statusWord(progress("TOO_FEW", 1, 2, { over: true }), texts)).toBe("Få å dømme etter");
  expect(statusWord(progress("TOO_FEW", null, null), texts)).toBe("Skjult");
});

test("how many chapters stand how: the hidden are not among the few, and what is over is not on the way", () => {
  const reached = progress("REACHED", 2, 2);
  const all = [
    reached,
    reached,
    progress("BEHIND", 1, 20, { over: true }),
    progress("TOO_FEW", null, null),
    progress("TOO_FEW", 1, 2),
  ];
  expect(tallyWords(all, words)).toBe(
    "To lag har nådd det, ett lag nådde det ikke, ett lag har for få til å si noe om og ett lag er skjult.",
  );
  expect(tallyWords([], words)).toBe("");
});
