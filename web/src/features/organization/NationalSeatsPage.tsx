import { Link } from "react-router";
import { useCan, useViewer } from "../../app/viewer";
import { useTexts } from "../../texts";
import { Page } from "../../ui";
import { SeatList } from "./SeatList";
import "./organization.css";

/** Who sits nationally. */
export function Component() {
  const { national, chapter } = useTexts().organization;
  const mayGrant = useCan("SEAT_GRANT");
  const { seat } = useViewer();
  return (
    <Page narrow title={national.title} lead={national.lead} crumb={<Link to="/lag">{chapter.crumb}</Link>}>
      <SeatList
        of={{ unitKind: "ORGANIZATION" }}
        unitName={seat.organizationName}
        title={seat.organizationName}
        roles={mayGrant ? ["NATIONAL_ADMIN", "NATIONAL_EDITOR"] : []}
      />
    </Page>
  );
}
