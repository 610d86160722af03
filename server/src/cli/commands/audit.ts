import { readFile } from "node:fs/promises";
import type { Fault, Head } from "../../features/audit/chain.js";
import { text } from "../command.js";
import type { Command } from "../command.js";
import { OperatorError } from "../operator-error.js";
import { withDatabase } from "../with-database.js";

const line = (id: number | null) => (id === null ? "" : ` (line ${id} of the trail)`);

function words(fault: Fault): string {
  switch (fault.kind) {
    case "CHANGED":
      return `link ${fault.seq}${line(fault.auditId)}: the line is not what was sealed`;
    case "REMOVED":
      return fault.seq === null
        ? `line ${fault.auditId} is gone, and was not sealed yet`
        : `link ${fault.seq}${line(fault.auditId)}: ${fault.auditId === null ? "the link" : "the line"} is gone`;
    case "INSERTED":
      return `line ${fault.auditId} was put in without being noted as new`;
    case "REORDERED":
      return `link ${fault.seq}${line(fault.auditId)}: it stood elsewhere in the chain`;
    case "BROKEN":
      return `link ${fault.seq}${line(fault.auditId)}: it does not follow from the link before; it was changed or put in`;
    case "TRUNCATED":
      return `link ${fault.seq}: the chain ends before it, and a kept head lies beyond`;
    case "REWRITTEN":
      return `link ${fault.seq}${line(fault.auditId)}: it is not the one whose head was kept; the chain was made anew`;
  }
}

async function headsIn(file: string): Promise<Head[]> {
  const { readHeads } = await import("../../features/audit/heads.js");
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch {
    throw new OperatorError(`--heads: ${file} cannot be read`);
  }
  try {
    return readHeads(text);
  } catch (error) {
    throw new OperatorError(`--heads: ${(error as Error).message}`);
  }
}

export const auditVerify: Command = {
  name: "audit verify",
  summary: "Walks the sealed chain of the audit trail and says the first link that does not hold",
  help: "Changes nothing. Exit code 1 when a chain does not hold. Without --heads the end of a chain may have been cut off unseen.",
  options: { heads: { type: "string" } },
  optionHelp: {
    "--heads FILE": "Heads that were kept elsewhere: what audit head printed, or the log's lines «audit head»",
  },
  run: async (context) => {
    const file = text(context, "heads");
    const kept = file === undefined ? [] : await headsIn(file);
    return withDatabase(context, async (env) => {
      const { verifyAudit } = await import("../../features/audit/cli.js");
      const verdicts = await verifyAudit(env, kept);
      for (const { organization, sealed, waiting, fault } of verdicts) {
        context.print(
          fault
            ? `${organization}: BROKEN at ${words(fault)}. ${sealed} links before it hold.`
            : `${organization}: ${sealed} links hold${waiting > 0 ? `, ${waiting} lines wait to be sealed` : ""}.`,
        );
      }
      if (kept.length === 0)
        context.note("No kept heads were given (--heads): lines cut off at the end would not show.");
      return verdicts.some(({ fault }) => fault !== null) ? 1 : 0;
    });
  },
};

export const auditHead: Command = {
  name: "audit head",
  summary: "Prints the newest link of each organization's sealed trail, to keep elsewhere",
  help: "A JSON line an organization. The worker writes the same to its log every morning.",
  options: {},
  optionHelp: {},
  run: (context) =>
    withDatabase(context, async (env) => {
      const { headsNow } = await import("../../features/audit/cli.js");
      for (const head of await headsNow(env)) context.print(JSON.stringify(head));
      return 0;
    }),
};
