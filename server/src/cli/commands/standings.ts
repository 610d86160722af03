import type { Command } from "../command.js";
import { withDatabase } from "../with-database.js";

const differing = (n: number): string =>
  n === 0 ? "No difference." : `${n} of them are not what the touchpoints say. pnpm varde standings rebuild mends it.`;

export const standingsCheck: Command = {
  name: "standings check",
  summary: "Counts the kept numbers anew and says whether they differ",
  help: "The worker does it every night; this does it now. Changes no number. Exit code 1 when something differs.",
  options: {},
  optionHelp: {},
  run: (context) =>
    withDatabase(context, async (env) => {
      const { checkNow } = await import("../../features/standings/cli.js");
      const found = await checkNow(env);
      context.print(`Compared ${found.cells} kept numbers. ${differing(found.differing)}`);
      return found.differing === 0 ? 0 : 1;
    }),
};

export const standingsRebuild: Command = {
  name: "standings rebuild",
  summary: "Makes the kept numbers anew from the touchpoints, and checks them",
  help: "For when the nightly check has found a difference. Reports wait while it counts; nobody sees half of it. Safe to repeat.",
  options: {},
  optionHelp: {},
  run: (context) =>
    withDatabase(context, async (env) => {
      const { checkNow, rebuildStandings } = await import("../../features/standings/cli.js");
      const organizations = await rebuildStandings(env);
      const found = await checkNow(env);
      context.print(
        `Made anew in ${organizations} organizations, ${found.cells} numbers. ${differing(found.differing)}`,
      );
      return found.differing === 0 ? 0 : 1;
    }),
};
