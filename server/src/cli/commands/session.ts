import type { Command } from "../command.js";
import { text } from "../command.js";
import { OperatorError } from "../operator-error.js";
import { withDatabase } from "../with-database.js";

export const session: Command = {
  name: "session",
  summary: "Prints a signed-in cookie of an invented person, for scripts (demo only)",
  help: 'The output is a Cookie header\'s value: curl --cookie "$(pnpm --silent varde session --seat <key>)" ...',
  options: { seat: { type: "string" } },
  optionHelp: { "--seat KEY": "Which seat, as the demo's sign-in page names it" },
  run: async (context) => {
    const seatKey = text(context, "seat");
    if (seatKey === undefined) throw new OperatorError("Which seat? Give --seat <key>.");
    return withDatabase(context, async (env) => {
      if (env.mode !== "demo") throw new OperatorError("Sessions are handed out in demo mode only.");
      const { mintDemoSession } = await import("../../features/accounts/cli.js");
      context.print((await mintDemoSession({ env, seatKey })).cookie);
      return 0;
    });
  },
};
