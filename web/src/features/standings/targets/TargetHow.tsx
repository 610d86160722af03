import { useAllTexts } from "../../../texts";

/** How targets are judged, under «Slik regner vi». */
export function TargetHow({ persons = false }: { persons?: boolean }) {
  const texts = useAllTexts().targets;
  return (
    <ul className="v-definitions">
      {[...texts.how, ...(persons ? [texts.howPersons] : [])].map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
