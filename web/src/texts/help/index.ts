import type { Language } from "@varde/domain";
import type { help } from "./nb";

export type HelpTexts = typeof help;
export type Topic = keyof HelpTexts["topics"];

/** The words of help, fetched when somebody asks: nobody waits for them on the way to their tasks. */
export async function loadHelp(language: Language): Promise<HelpTexts> {
  switch (language) {
    case "nn":
      return (await import("./nn")).help;
    case "en":
      return (await import("./en")).help;
    default:
      return (await import("./nb")).help;
  }
}
