import { textWarnings } from "@varde/domain";
import { useAllTexts } from "../../texts";
import { Alert } from "../../ui";

/** What one may want to look at before others read it. */
export function Looks({ text }: { text: string }) {
  const words = useAllTexts().journeyMap.card.looks;
  const found = textWarnings(text);
  if (found.length === 0) return null;
  return (
    <Alert tone="warn">
      {found.map((one) => (
        <p key={one}>{words[one]}</p>
      ))}
    </Alert>
  );
}
