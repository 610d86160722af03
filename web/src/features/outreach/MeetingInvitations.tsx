import { lazy, Suspense } from "react";
import { useCan } from "../../app/viewer";
import { Skeleton } from "../../ui";

const Shown = lazy(() => import("./InvitationsCard"));

/** What came of the invitations to a meeting, and the way to invite. Its words come when a meeting is opened. */
export function MeetingInvitations({ meetingId }: { meetingId: string }) {
  if (!useCan("OUTREACH")) return null;
  return (
    <Suspense fallback={<Skeleton of="cards" count={1} />}>
      <Shown meetingId={meetingId} />
    </Suspense>
  );
}
