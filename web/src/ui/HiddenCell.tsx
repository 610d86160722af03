import { useTexts } from "../texts";
import { VisuallyHidden } from "./VisuallyHidden";

/** A number that is hidden to protect persons: `:` to the eye, its reason to the ear. */
export function HiddenCell() {
  const texts = useTexts().ui.numbers;
  return (
    <span title={texts.hidden}>
      <span aria-hidden>:</span>
      <VisuallyHidden>{texts.hidden}</VisuallyHidden>
    </span>
  );
}

/** A count or the sign that it is hidden. */
export function Count({ value, format }: { value: number | null; format: (value: number) => string }) {
  return value === null ? <HiddenCell /> : <>{format(value)}</>;
}
