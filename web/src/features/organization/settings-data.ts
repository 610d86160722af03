import type { CrisisContactInput, SettingsForms_OrganizationFragment } from "../../../../graphql/generated/graphql";

/** The organization as its settings show it. */
export type SettingsData = SettingsForms_OrganizationFragment;
export type CrisisContactData = SettingsData["crisisContacts"][number];

/** A contact as it is sent back unchanged. */
export const asInput = ({ name, phone, note, urgent, onCall }: CrisisContactData): CrisisContactInput => ({
  name,
  phone,
  note: { nb: note.nb, nn: note.nn ?? null, en: note.en ?? null },
  urgent,
  checkedToday: false,
  onCall: onCall ?? false,
});
