import type { Command } from "../command.js";
import { migrateNow, withDatabase } from "../with-database.js";

export const migrateCommand: Command = {
  name: "migrate",
  summary: "Brings the database to the newest schema",
  help: "Safe to repeat, and safe while servers run: two at once wait for each other. `start` does it by itself.",
  options: {},
  optionHelp: {},
  run: (context) =>
    withDatabase(context, async (env) => {
      const applied = await migrateNow(env, context.note);
      context.print(applied.length === 0 ? "The database was up to date." : `Applied ${applied.length} migrations.`);
      return 0;
    }),
};
