import { useMemo, type ReactNode } from "react";
import { Provider } from "urql";
import { useLanguage } from "../texts";
import { createApiClient } from "./client";

/**
 * The API for what is inside. `tenant` is the id of the seat one acts in (or a word before there is one): another seat
 * gets a new client with an empty memory, and everything inside starts anew.
 */
export function ApiProvider({ tenant, children }: { tenant: string; children: ReactNode }) {
  const { language } = useLanguage();
  // the tenant is no input of the client, it is what the client must not outlive
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const client = useMemo(() => createApiClient(language), [language, tenant]);
  return (
    <Provider key={tenant} value={client}>
      {children}
    </Provider>
  );
}
