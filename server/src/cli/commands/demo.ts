import type { Command } from "../command.js";
import { text } from "../command.js";
import { OperatorError } from "../operator-error.js";
import { migrateNow, withDatabase } from "../with-database.js";

export const demo: Command = {
  name: "demo",
  summary: "Loads the invented federation into an empty database",
  help: "Does nothing when the database holds organizations already. `start` does it by itself in demo mode.",
  options: { today: { type: "string" } },
  optionHelp: { "--today YYYY-MM-DD": "The day the invented history ends on; default today" },
  run: async (context) => {
    const today = text(context, "today");
    if (today !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(today))
      throw new OperatorError("--today takes a day such as 2026-11-22");
    return withDatabase(context, async (env) => {
      if (env.mode === "production") throw new OperatorError("Invented people do not belong in a production database.");
      await migrateNow(env, context.note);
      const { loadDemo } = await import("../../demo/load-demo.js");
      const { databaseUrl: adminUrl, secret } = env;
      const { loaded } = await loadDemo({
        adminUrl,
        secret,
        ...(today === undefined ? {} : { today }),
        log: (line) => context.note(`· ${line}`),
      });
      context.print(loaded ? "The demo federation is loaded." : "The database is not empty: nothing was loaded.");
      return 0;
    });
  },
};
