import { read, write } from "../../app/storage";
import type { KeptSection } from "./section-saver";

/** What is not saved of a section, on this device, of this account: gone as soon as the server has it. */
export function keptSection(accountId: string, sectionId: string) {
  const key = `varde.report.${accountId}.${sectionId}`;
  return {
    find(): KeptSection | null {
      const text = read(key);
      if (text === null) return null;
      try {
        return JSON.parse(text) as KeptSection;
      } catch {
        return null;
      }
    },
    keep: (kept: KeptSection | null): void => void write(key, kept && JSON.stringify(kept)),
  };
}
