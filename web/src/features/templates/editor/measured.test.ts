import { expect, it } from "vitest";
import { measuredFor } from "./measured";

const field = (key: string) => ({ key, type: "YES_NO" as const, label: { nb: key }, required: true });
const reported = [
  { reportFields: [field("a"), field("b")], n: 20, medianSeconds: 40 },
  { reportFields: [field("a")], n: 10, medianSeconds: 15 },
];

it("takes what was measured on the same questions, and nothing where they were never asked", () => {
  expect(measuredFor({ reportFields: [field("a")] }, reported)).toMatchObject({ n: 10, medianSeconds: 15 });
  expect(measuredFor({ reportFields: [field("a"), field("b")] }, reported)).toMatchObject({ n: 20 });
  expect(measuredFor({ reportFields: [field("c")] }, reported)).toBeNull();
  expect(measuredFor({ reportFields: [] }, [])).toBeNull();
});
