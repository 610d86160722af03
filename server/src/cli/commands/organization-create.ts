import type { Command, CommandContext } from "../command.js";
import { text } from "../command.js";
import { OperatorError } from "../operator-error.js";
import { migrateNow, withDatabase } from "../with-database.js";

const required = (context: CommandContext, option: string): string => {
  const value = text(context, option);
  if (value === undefined) throw new OperatorError(`--${option} is missing. See pnpm varde organization create --help`);
  return value;
};

export const organizationCreate: Command = {
  name: "organization create",
  summary: "Creates an organization and invites its first administrator by e-mail",
  help: "The administrator gets a link, signs in, and creates regions, chapters and boards in the app.",
  options: {
    name: { type: "string" },
    short: { type: "string" },
    "admin-name": { type: "string" },
    "admin-email": { type: "string" },
  },
  optionHelp: {
    "--name NAME": "Full name of the organization",
    "--short NAME": "Short name, as shown where there is little room",
    "--admin-name NAME": "The first administrator's name",
    "--admin-email ADDRESS": "Where the invitation goes",
  },
  run: async (context) => {
    const name = required(context, "name");
    const shortName = required(context, "short");
    const adminEmail = required(context, "admin-email");
    const adminName = text(context, "admin-name") ?? adminEmail;
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(adminEmail)) throw new OperatorError("--admin-email is not an address");
    return withDatabase(context, async (env) => {
      await migrateNow(env, context.note);
      const { createOrganization } = await import("../../features/organization/cli.js");
      const { organizationId } = await createOrganization({ env, name, shortName, adminName, adminEmail });
      context.print(`Created ${name} (${organizationId}). An invitation is on its way to ${adminEmail}.`);
      return 0;
    });
  },
};
