import { expect, test } from "vitest";
import { createLogger } from "./log.js";

test("an error's message, query and parameters never reach the log", () => {
  const lines: string[] = [];
  const log = createLogger("info", { write: (line: string) => void lines.push(line) });
  const error = Object.assign(new Error("duplicate key ola@test.example"), {
    code: "23505",
    query: "insert into member values ($1)",
    parameters: ["ola@test.example"],
    driverError: { code: "23505", detail: "Key (email)=(ola@test.example) already exists." },
  });
  log.error({ err: error, requestId: "r-1" }, "failed");
  expect(lines.join("")).not.toMatch(/ola@|insert into|duplicate/);
  expect(JSON.parse(lines[0]!)).toMatchObject({
    msg: "failed",
    requestId: "r-1",
    err: { type: "Error", code: "23505" },
  });
});

test("a message of several lines does not pass as a stack", () => {
  const lines: string[] = [];
  const log = createLogger("info", { write: (line: string) => void lines.push(line) });
  log.error({ err: new Error("invalid input: «x\n    at ola@test.example (note:1:1)\n at home»") }, "failed");
  expect(lines.join("")).not.toMatch(/ola@|home/);
  expect(lines.join("")).toContain("log.test.ts");
});
