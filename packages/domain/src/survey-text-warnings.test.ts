import { expect, test } from "vitest";
import { textWarnings } from "./survey-text-warnings.js";

test.each([
  ["Snakk med Kari om det", ["NAME"]],
  ["ola i styret er grei", ["NAME"]],
  ["Karis idé var best", ["NAME"]],
  ["Jeg liker at Even spør", ["NAME"]],
  ["Det var Kari Nordmann som sa det", ["NAME"]],
  ["Hilsen Oskarina", ["NAME"]],
  ["Jeg har angst og går hos BUP", ["HEALTH"]],
  ["Eg har hatt sjølvmordstankar", ["HEALTH"]],
  ["I was in hospital for an eating disorder", ["HEALTH"]],
  ["Jeg har vært mye syk", ["HEALTH"]],
  ["Ring meg på 912 34 567", ["CONTACT"]],
  ["+47 91234567", ["CONTACT"]],
  ["kari.n@example.org", ["NAME", "CONTACT"]],
  ["skriv til @gutten_99 på snap", ["CONTACT"]],
  ["Ingrid er deprimert, ring 91 23 45 67", ["NAME", "HEALTH", "CONTACT"]],
])("«%s» is folded", (text, warnings) => {
  expect(textWarnings(text)).toEqual(warnings);
});

test.each([
  "Flere møter på kveldstid, og mat!",
  "Ingen svarte da jeg meldte meg inn. Det var rart.",
  "Hilsen oss på kveldsmøtet",
  "Even om høsten er det for mørkt",
  "Det er liv og røre. Per dags dato to møter.",
  "Ring 116 123 står på plakaten, det er fint",
  "Vi var 25 i 2025 og 30 i 2026",
  "Meir tur i skog og mark, gjerne ved tonen av ei god vise",
  "Noko anna enn møte, det er inga god hjelp i å vera åleine",
  "Lederen er flink, hans beste idé var turen",
  "Please send the invitations earlier than the same day",
  "",
])("«%s» is read at once", (text) => {
  expect(textWarnings(text)).toEqual([]);
});
