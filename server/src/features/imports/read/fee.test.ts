import { expect, test } from "vitest";
import { readAmount, readPayer } from "./fee.js";

test.each([
  ["60", 60_00],
  ["60,00", 60_00],
  ["49.99", 49_99],
  ["kr 60,-", 60_00],
  ["60 kr", 60_00],
  ["NOK 100", 100_00],
  ["49,5", 49_50],
  ["10 000", 10_000_00],
  ["0", 0],
  ["10001", null],
  ["-60", null],
  ["seksti", null],
  ["60,001", null],
  ["", null],
])("«%s» is %s øre", (cell, amount) => expect(readAmount(cell)).toBe(amount));

test.each([
  ["Selv", "SELF"],
  ["sjølv", "SELF"],
  ["kari åse SØRÅS", "SELF"],
  ["Foresatt", "OTHER"],
  ["mor", "OTHER"],
  ["Laget", "OTHER"],
  ["Per Hansen", null],
  ["", null],
])("«%s» paid: %s", (cell, payer) => expect(readPayer(cell, "Kari Åse Sørås")).toBe(payer));
