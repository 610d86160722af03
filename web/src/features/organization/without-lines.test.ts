import { expect, test } from "vitest";
import { withoutLines } from "./without-lines";

test("lines are taken away by the numbers the server counted, empty ones included", () => {
  expect(withoutLines("Navn;E-post\r\n\r\nIda\nBo\rTuva", [4])).toBe("Navn;E-post\n\nIda\nTuva");
});
