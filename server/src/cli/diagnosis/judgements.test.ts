import { describe, expect, it } from "vitest";
import { judgeNode, judgeSettings, judgeSpace } from "./machine.js";
import { judgeVersion } from "./postgres-version.js";

describe("PostgreSQL's version", () => {
  it.each([
    [150020, true, "good"],
    [150019, true, "bad"],
    [160016, true, "good"],
    [170011, true, "bad"],
    [180006, true, "good"],
    [180004, true, "bad"],
    [180004, false, "advice"],
    [140030, false, "bad"],
    [190000, false, "bad"],
  ])("%i, production %s: %s", (number, production, verdict) => {
    expect(judgeVersion(number, production).verdict).toBe(verdict);
  });
});

describe("the machine and its settings", () => {
  it("wants Node 24", () => {
    expect(judgeNode("20.20.2").verdict).toBe("bad");
    expect(judgeNode("24.21.0").verdict).toBe("good");
  });

  it("warns before the disk is full", () => {
    expect([3e9, 1e9, 1e8].map((free) => judgeSpace("here", free).verdict)).toEqual(["good", "advice", "bad"]);
  });

  it("wants mail in production only, and a long secret always", () => {
    expect(judgeSettings({}).map(({ verdict }) => verdict)).toEqual(["advice", "good"]);
    expect(judgeSettings({ VARDE_MODE: "production", VARDE_SECRET: "kort" }).map(({ verdict }) => verdict)).toEqual([
      "bad",
      "bad",
    ]);
  });
});
