import type { Command } from "../command.js";
import { text } from "../command.js";
import { OperatorError } from "../operator-error.js";
import { withDatabase } from "../with-database.js";

export const factorRemove: Command = {
  name: "factor remove",
  summary: "Takes away the code app of somebody who has lost both phone and recovery codes",
  help: "Be sure of who asks: the link by mail is enough to get in afterwards. Their sessions end, and it is noted in the trail.",
  options: { email: { type: "string" } },
  optionHelp: { "--email ADDRESS": "The address they sign in with" },
  run: async (context) => {
    const email = text(context, "email");
    if (email === undefined) throw new OperatorError("Whose? Give --email <address>.");
    return withDatabase(context, async (env) => {
      const { removeFactor } = await import("../../features/accounts/cli.js");
      if (!(await removeFactor({ env, email }))) throw new OperatorError("Nobody with that address has a code app.");
      context.print("The code app and its recovery codes are gone, and the sessions have ended.");
      return 0;
    });
  },
};
