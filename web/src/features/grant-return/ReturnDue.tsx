import { lazy, Suspense } from "react";
import type { TodayQuery } from "../../../../graphql/generated/graphql";

const ReturnDueCard = lazy(() => import("./ReturnDueCard"));

/** On «I dag», while the chapter's grant return waits for its board. */
export function ReturnDue({ due }: { due: TodayQuery["grantReturnDue"] }) {
  if (!due) return null;
  return (
    <Suspense fallback={null}>
      <ReturnDueCard due={due} />
    </Suspense>
  );
}
