import { readFragment } from "../../../../graphql/generated";
import {
  TogetherCard_TogetherFragmentDoc,
  type TogetherCard_TogetherFragment,
} from "../../../../graphql/generated/graphql";
import { useTogetherQuery } from "../../../../graphql/generated/hooks";
import { useLiveTouchpoint } from "../../app/live";

export type Shared = TogetherCard_TogetherFragment;

/** How the board shares a task, kept up to date; null until it has come, and when it cannot. */
export function useTogether(touchpointId: string): { shared: Shared | null; refresh: () => void } {
  const [{ data }, reload] = useTogetherQuery({ variables: { touchpointId } });
  const refresh = () => reload({ requestPolicy: "network-only" });
  useLiveTouchpoint(touchpointId, refresh);
  return { shared: data ? readFragment(TogetherCard_TogetherFragmentDoc, data.together) : null, refresh };
}
