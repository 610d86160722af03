import { BeginProviderDocument, type ProviderPurpose } from "../../../../../graphql/generated/graphql";
import { useAction } from "../../../app/useAction";

/** Leaves for the provider of identities; it sends the browser back to `/logg-inn/retur`. */
export function useProvider(purpose: ProviderPurpose) {
  const begin = useAction(BeginProviderDocument);
  const go = async (): Promise<void> => {
    const url = (await begin.run({ purpose }))?.beginProvider.url;
    if (url) location.assign(url);
  };
  return { go, busy: begin.busy, error: begin.error, problems: begin.otherProblems() };
}
