import type { Command } from "../command.js";
import { withDatabase } from "../with-database.js";

const KINDS: Readonly<Record<string, string>> = {
  JOURNEY: "tasks about members, over for 24 months: let go of whom they were about",
  ATTENDANCE: "names at meetings, 24 months old",
  SKIPPED: "what did not begin about a member, and why: due 24 months ago, or about somebody who left",
  GRANT_RECORD: "locked records of fees, five years after their year",
  INVITATION: "invitations, 90 days after they were used or ran out",
  FORMER_MEMBER: "members who left 30 days ago: name and contact data",
  RECEIPT: "receipts of changes, 60 days old",
  SESSION: "sessions that have ended",
  SIGN_IN_LINK: "sign-in links that have run out",
  RATE_LIMIT: "counters of attempts",
  MAILBOX: "mails of the demo's mailbox, 30 days old",
  REMINDER_LOG: "log of digests, 400 days old",
  MESSAGE_LOG: "log of mailed messages, 400 days old",
};

export const retention: Command = {
  name: "retention",
  summary: "Removes what has been kept for as long as it may be, or says what would be removed",
  help: "The worker does it every night; this does it now. What other jobs of the worker clear is only counted here.",
  options: { "dry-run": { type: "boolean" } },
  optionHelp: { "--dry-run": "Changes nothing: counts what is due, a kind a line" },
  run: async (context) => {
    const dry = context.options["dry-run"] === true;
    return withDatabase(context, async (env) => {
      const { retentionOf } = await import("../../features/privacy/cli.js");
      const { organizations, installation } = await retentionOf(env, !dry);
      const list = (what: string, due: readonly { kind: string; n: number }[]) => {
        context.print(what);
        for (const { kind, n } of due) context.print(`${String(n).padStart(9)}  ${KINDS[kind] ?? kind}`);
      };
      list(dry ? "Due in the organizations:" : "Done in the organizations:", organizations);
      list("Waits for other jobs of the worker:", installation);
      return 0;
    });
  },
};
