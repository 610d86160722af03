import { useState } from "react";
import type { FederationSettings_FederationSettingsFragment } from "../../../../../graphql/generated/graphql";

export type FederationData = FederationSettings_FederationSettingsFragment;
export type SettingName = FederationData["changes"][number]["setting"];
/** What every card of these settings gets: the settings as they are, and how to have them read again. */
export type SettingProps = { settings: FederationData; onChanged: () => void };

/** What is written in a card over what stands, until it is saved. What stands may change meanwhile; what is written stays. */
export function useWritten<Form extends object>(stored: Form) {
  const [written, setWritten] = useState<Form | null>(null);
  const [saved, setSaved] = useState(false);
  const form = written ?? stored;
  return {
    form,
    /** Something is written that is not saved. */
    begun: written !== null,
    saved,
    change: (part: Partial<Form>) => {
      setSaved(false);
      setWritten({ ...form, ...part });
    },
    /** After sending: what was saved is what stands. */
    settle: (done: boolean) => {
      setSaved(done);
      if (done) setWritten(null);
    },
    forget: () => setWritten(null),
  };
}
