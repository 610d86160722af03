import { useAllTexts } from "../../texts";

/** «Slik regner vi»: the same words under every figure of this kind. */
export function Definitions({ persons }: { persons: boolean }) {
  const texts = useAllTexts().standings;
  return (
    <ul className="v-definitions">
      {texts.how.map((line) => (
        <li key={line}>{line}</li>
      ))}
      {persons && <li>{texts.howPersons}</li>}
    </ul>
  );
}
