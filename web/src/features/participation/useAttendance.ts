import { useDeferredValue, useState } from "react";
import type { AttendanceQuery } from "../../../../graphql/generated/graphql";
import { useAttendanceQuery } from "../../../../graphql/generated/hooks";
import { errorOf, type Failure } from "../../app/errors";

export type AttendanceState = {
  /** what was last read; stays while a search is under way */
  attendance: AttendanceQuery["attendance"] | null;
  failure: Failure | null;
  fetching: boolean;
  search: string;
  onSearch: (text: string) => void;
  refresh: () => void;
};

/** Who came to a meeting, and the members whose name is searched for. */
export function useAttendance(meetingId: string): AttendanceState {
  const [search, setSearch] = useState("");
  const wanted = useDeferredValue(search.trim());
  const [{ data, error, fetching }, retry] = useAttendanceQuery({
    variables: { meetingId, search: wanted || null },
  });
  return {
    attendance: data?.attendance ?? null,
    failure: errorOf(error),
    fetching,
    search,
    onSearch: setSearch,
    refresh: () => retry({ requestPolicy: "network-only" }),
  };
}
