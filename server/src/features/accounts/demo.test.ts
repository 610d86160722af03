import { expect, test } from "vitest";
import { isDemo } from "./demo.service.js";

test("a click signs in only in demo mode, and only on this machine", () => {
  expect(isDemo({ mode: "demo", baseUrl: "http://localhost:4460" })).toBe(true);
  expect(isDemo({ mode: "demo", baseUrl: "https://varde.example" })).toBe(false);
  expect(isDemo({ mode: "demo", baseUrl: "http://localhost.varde.example" })).toBe(false);
  expect(isDemo({ mode: "production", baseUrl: "http://localhost:4460" })).toBe(false);
  expect(isDemo({ mode: "development", baseUrl: "http://localhost:4460" })).toBe(false);
});
