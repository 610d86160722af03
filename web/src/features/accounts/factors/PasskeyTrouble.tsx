import { useAllTexts } from "../../../texts";
import { Alert, ErrorState } from "../../../ui";
import type { Ceremony } from "./usePasskeys";

/** What went otherwise with a passkey, in a sentence; nothing when nothing did. */
export function PasskeyTrouble({ no, error, refused }: Ceremony) {
  const texts = useAllTexts().factors.passkeys;
  if (error) return <ErrorState {...error} />;
  const said = no ? [texts.no[no]] : refused;
  return said.map((line) => (
    <Alert key={line} tone="warn" live>
      <p>{line}</p>
    </Alert>
  ));
}
