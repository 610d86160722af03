import { describe, expect, it } from "vitest";
import { COMMANDS } from "./commands/index.js";
import { runCommandLine } from "./main.js";

const run = async (...argv: string[]) => {
  const printed: string[] = [];
  const noted: string[] = [];
  const code = await runCommandLine({
    argv,
    hostEnv: {},
    signal: new AbortController().signal,
    print: (line) => printed.push(line),
    note: (line) => noted.push(line),
  });
  return { code, printed: printed.join("\n"), noted: noted.join("\n") };
};

describe("the operator's command line", () => {
  it.each([[], ["--help"], ["-h"], ["help"], ["--", "--help"]])("lists every command for %j", async (...argv) => {
    const { code, printed } = await run(...argv);
    expect(code).toBe(0);
    for (const { name } of COMMANDS) expect(printed).toContain(`  ${name} `);
  });

  it.each(COMMANDS.map(({ name }) => name))("tells about every option of %s, without doing anything", async (name) => {
    const command = COMMANDS.find((candidate) => candidate.name === name);
    const { code, printed } = await run(...name.split(" "), "--help");
    expect(code).toBe(0);
    for (const option of Object.keys(command?.options ?? {})) expect(printed).toContain(`--${option}`);
  });

  it("does not guess at a command or an option", async () => {
    expect(await run("strat")).toMatchObject({
      code: 2,
      noted: expect.stringContaining('There is no command "strat"'),
    });
    expect(await run("start", "--prot", "1")).toMatchObject({
      code: 1,
      noted: expect.stringContaining("pnpm varde start --help"),
    });
    expect(await run("organization")).toMatchObject({ code: 2 });
  });

  it("says which option is missing or wrong before it opens a database", async () => {
    expect((await run("session")).noted).toBe("Which seat? Give --seat <key>.");
    expect((await run("demo", "--today", "i dag")).noted).toContain("--today takes a day");
    expect((await run("organization", "create", "--name", "A")).noted).toContain("--short is missing");
    const wrong = await run("organization", "create", "--name", "A", "--short", "A", "--admin-email", "a");
    expect(wrong).toMatchObject({ code: 1, noted: "--admin-email is not an address" });
  });
});
