import type { ParseArgsOptionsConfig } from "node:util";
import type { HostEnv } from "../embedded/cluster.js";

/** What a command gets to work with. */
export type CommandContext = {
  /** Options as given; a string for options of type string, true for flags. */
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  /** The operator's environment variables. */
  readonly hostEnv: HostEnv;
  /** Aborted when the operator asks to stop. */
  readonly signal: AbortSignal;
  /** The command's answer, on standard output. */
  print(line: string): void;
  /** Progress and advice, on standard error. */
  note(line: string): void;
};

/** One command of the operator's command line; one file each in `commands/`. */
export type Command = {
  /** One or two words, as typed. */
  readonly name: string;
  /** One line for the list. */
  readonly summary: string;
  /** What --help says below the usage line. */
  readonly help: string;
  readonly options: ParseArgsOptionsConfig;
  /** How each option is shown, and what it means. */
  readonly optionHelp: Readonly<Record<string, string>>;
  /** Returns the exit code. */
  run(context: CommandContext): Promise<number>;
};

/** The value of a string option, or undefined when it was not given or is blank. */
export const text = (context: CommandContext, option: string): string | undefined => {
  const value = context.options[option];
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
};
