import { useState } from "react";
import type { CombinedError } from "urql";
import { errorOf, type Failure } from "../../app/errors";

/** What a passing fault hinders: the same question may be answered a moment later. */
const PASSING: readonly Failure["code"][] = ["UNAVAILABLE", "INTERNAL", "OFFLINE", "RATE_LIMITED"];

/**
 * A page's numbers when they are fetched again by themselves: what came last for the same question (`asked`) stands while a new fetch
 * fails in passing. Then `old` says so, and `failure` is null.
 */
export function useStanding<Data>(
  { data, error, fetching }: { data?: Data | undefined; error?: CombinedError | undefined; fetching: boolean },
  asked: string,
): { data: Data | undefined; failure: Failure | null; old: boolean } {
  const [last, setLast] = useState<{ asked: string; data: Data } | null>(null);
  const failure = errorOf(error);
  // while another question is fetched, what is there is still the answer to the one before
  const came = data !== undefined && !fetching && !failure;
  if (came && (last?.data !== data || last.asked !== asked)) setLast({ asked, data });
  if (!failure || last?.asked !== asked || !PASSING.includes(failure.code)) return { data, failure, old: false };
  return { data: last.data, failure: null, old: true };
}
