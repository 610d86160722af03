import { useTexts } from "../../texts";

/** A text with its merge fields by their names, as they stand while nobody has filled them. */
export function WithFields({ text }: { text: string }) {
  const names = useTexts().touchpoints.task.fields;
  return text.split(/(\{\{[^}]+\}\})/).map((part, index) => {
    const field = /^\{\{\s*([^}\s]+)\s*\}\}$/.exec(part)?.[1];
    const key = `${index}-${part.slice(0, 12)}`;
    return field ? (
      <mark key={key} className="v-adapt-gap">
        {names[field] ?? field}
      </mark>
    ) : (
      <span key={key}>{part}</span>
    );
  });
}
