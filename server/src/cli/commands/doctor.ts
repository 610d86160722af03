import type { Command } from "../command.js";
import { diagnose } from "../diagnosis/diagnose.js";

const MARK = { good: "ok  ", advice: "note", bad: "FAIL" } as const;

export const doctor: Command = {
  name: "doctor",
  summary: "Checks that this machine and its settings can run Varde",
  help: "Changes nothing in the database. The exit code is 1 when something has to be put right, so monitoring can ask.",
  options: {},
  optionHelp: {},
  run: async (context) => {
    const findings = await diagnose(context);
    for (const { verdict, what, detail } of findings) context.print(`${MARK[verdict]}  ${what}: ${detail}`);
    const bad = findings.filter((finding) => finding.verdict === "bad").length;
    context.print(bad === 0 ? "Nothing has to be put right." : `${bad} to put right.`);
    return bad === 0 ? 0 : 1;
  },
};
