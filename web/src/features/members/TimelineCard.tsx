import { useFormat } from "../../app/format";
import { useTexts } from "../../texts";
import { Card, Row, Rows } from "../../ui";
import type { MemberData } from "./MemberPage";

type Event = MemberData["timeline"][number];

/** What has happened to the membership, the latest first. */
export function TimelineCard({ events }: { events: readonly Event[] }) {
  const texts = useTexts().members.page;
  const format = useFormat();
  const what = (event: Event): string => {
    if (event.kind === "FEE_PAID") return texts.events.FEE_PAID(String(event.year ?? ""));
    if (event.kind === "ENDED") return texts.ended[event.endReason ?? "unknown"];
    return texts.events[event.kind];
  };
  return (
    <Card title={texts.timeline}>
      <Rows>
        {events.map((event) => (
          <Row key={`${event.kind} ${event.day} ${event.year ?? ""}`}>
            <div className="v-member-event">
              <span>{what(event)}</span>
              <time dateTime={event.day}>{format.fullDate(event.day)}</time>
            </div>
          </Row>
        ))}
      </Rows>
    </Card>
  );
}
