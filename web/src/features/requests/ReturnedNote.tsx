import "./requests.css";
import { useTexts } from "../../texts";
import { Alert } from "../../ui";

/** What the coordinator wrote when the report was sent back, where it is corrected. */
export function ReturnedNote({ note }: { note: string | null }) {
  const texts = useTexts().requests;
  if (!note) return null;
  return (
    <Alert tone="warn" title={texts.returned}>
      <p className="v-request__why">{note}</p>
    </Alert>
  );
}
