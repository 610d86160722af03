import type { CommandContext } from "../command.js";
import { withDatabase } from "../with-database.js";
import { judgeDatabase } from "./database.js";
import { type Finding, bad } from "./finding.js";
import { judgeFolder, judgeNode, judgeSettings } from "./machine.js";

/** Everything `doctor` looks at, in the order it is printed. */
export const diagnose = async (context: CommandContext): Promise<Finding[]> => {
  const findings = [
    judgeNode(process.versions.node),
    ...(await judgeFolder(context.hostEnv)),
    ...judgeSettings(context.hostEnv),
  ];
  try {
    return [...findings, ...(await withDatabase(context, judgeDatabase))];
  } catch (error) {
    return [...findings, bad("Database", (error as Error).message)];
  }
};
