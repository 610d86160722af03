import type { accounts as source } from "../nb/accounts";

export const accounts: typeof source = {
  title: "Konto",
};
