import { readFile } from "node:fs/promises";
import type { Command } from "../command.js";
import { text } from "../command.js";
import { OperatorError } from "../operator-error.js";
import { withDatabase } from "../with-database.js";

export const erasures: Command = {
  name: "erasures",
  summary: "Prints the ledger of erased members, to keep beside the backups",
  help: "A JSON line each: ids, days and reasons, and no person. A backup restored later is erased again with it by re-erase.",
  options: {},
  optionHelp: {},
  run: (context) =>
    withDatabase(context, async (env) => {
      const { erasureLedger } = await import("../../features/privacy/cli.js");
      for (const line of await erasureLedger(env)) context.print(line);
      return 0;
    }),
};

export const reErase: Command = {
  name: "re-erase",
  summary: "Erases again the members that a restored backup has brought back",
  help: "Before the restored system is opened. Erases what the given ledger names and what the database's own does. Safe to repeat.",
  options: { ledger: { type: "string" } },
  optionHelp: { "--ledger FILE": "The newest output of `varde erasures`" },
  run: async (context) => {
    const file = text(context, "ledger");
    let lines: string[] = [];
    if (file !== undefined) {
      try {
        lines = (await readFile(file, "utf8")).split("\n");
      } catch {
        throw new OperatorError(`--ledger: ${file} cannot be read`);
      }
    }
    return withDatabase(context, async (env) => {
      const { eraseAgain } = await import("../../features/privacy/cli.js");
      const { erased, unknown } = await eraseAgain(env, lines);
      context.print(`Erased ${erased} again. ${unknown} of the ledger are not in this database.`);
      return 0;
    });
  },
};
