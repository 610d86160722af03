import { useViewer } from "../../app/viewer";
import { SeatChooser } from "./SeatChooser";

/** Where one changes between the offices one holds. */
export function Component() {
  const { seats, seat } = useViewer();
  return <SeatChooser seats={seats} current={seat.id} />;
}
