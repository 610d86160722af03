import { parseArgs } from "node:util";
import type { HostEnv } from "../embedded/cluster.js";
import type { Command } from "./command.js";
import { COMMANDS } from "./commands/index.js";
import { OperatorError } from "./operator-error.js";

export type CommandLineOptions = {
  readonly argv: readonly string[];
  readonly hostEnv: HostEnv;
  readonly signal: AbortSignal;
  readonly print?: (line: string) => void;
  readonly note?: (line: string) => void;
};

const overview = (): string => {
  const width = Math.max(...COMMANDS.map((command) => command.name.length)) + 3;
  return [
    "Varde's command line for operators.",
    "",
    "  pnpm varde <command> [options]",
    "",
    ...COMMANDS.map((command) => `  ${command.name.padEnd(width)}${command.summary}`),
    "",
    "pnpm varde <command> --help tells more about one. Settings are environment variables: docs/operators.md.",
  ].join("\n");
};

const helpOf = (command: Command): string => {
  const options = [...Object.entries(command.optionHelp), ["--help", "Shows this"] as const];
  const width = Math.max(...options.map(([option]) => option.length)) + 3;
  return [
    `pnpm varde ${command.name}: ${command.summary}`,
    "",
    command.help,
    "",
    ...options.map(([option, meaning]) => `  ${option.padEnd(width)}${meaning}`),
  ].join("\n");
};

const find = (argv: readonly string[]): { command: Command; rest: string[] } | undefined => {
  for (const words of [2, 1]) {
    const command = COMMANDS.find((candidate) => candidate.name === argv.slice(0, words).join(" "));
    if (command) return { command, rest: argv.slice(words) };
  }
  return undefined;
};

const parse = (command: Command, args: string[]) => {
  try {
    return parseArgs({ args, options: { ...command.options, help: { type: "boolean", short: "h" } }, strict: true });
  } catch (error) {
    throw new OperatorError(`${(error as Error).message}\nSee pnpm varde ${command.name} --help`);
  }
};

/** Runs one command and returns its exit code: 0 done, 1 failed, 2 not understood. */
export const runCommandLine = async (options: CommandLineOptions): Promise<number> => {
  const print = options.print ?? ((line) => process.stdout.write(`${line}\n`));
  const note = options.note ?? ((line) => process.stderr.write(`${line}\n`));
  // "pnpm varde -- start" hands the dashes on
  const argv = options.argv[0] === "--" ? options.argv.slice(1) : options.argv;
  const found = find(argv);
  if (!found) {
    const asked = argv.length === 0 || ["--help", "-h", "help"].includes(argv[0] ?? "");
    if (asked) print(overview());
    else note(`There is no command "${argv.join(" ")}".\n\n${overview()}`);
    return asked ? 0 : 2;
  }
  try {
    const { values } = parse(found.command, found.rest);
    if (values.help === true) {
      print(helpOf(found.command));
      return 0;
    }
    const { hostEnv, signal } = options;
    return await found.command.run({
      options: values as Record<string, string | boolean>,
      hostEnv,
      signal,
      print,
      note,
    });
  } catch (error) {
    note(
      error instanceof OperatorError
        ? error.message
        : error instanceof Error
          ? (error.stack ?? error.message)
          : String(error),
    );
    return 1;
  }
};
