import { useFormat } from "../app/format";
import { useTexts } from "../texts";
import { ArrowCirclepathIcon, CheckmarkIcon, ClockDashedIcon } from "./icons";
import "./saved-note.css";

/** Where a draft stands. `at` is the instant of the last save. */
export type SaveState =
  | { state: "saved"; at: string | Date }
  | { state: "saving" | "waiting" | "failed" }
  | { state: "idle" };

/** «Lagret 09.41», quietly. */
export function SavedNote({ save, suffix }: { save: SaveState; suffix?: string }) {
  const texts = useTexts().ui.saved;
  const format = useFormat();
  const Icon = save.state === "saved" ? CheckmarkIcon : save.state === "saving" ? ArrowCirclepathIcon : ClockDashedIcon;
  const word =
    save.state === "saved"
      ? texts.at(format.time(save.at))
      : save.state === "idle"
        ? ""
        : save.state === "saving"
          ? texts.saving
          : save.state === "waiting"
            ? texts.waiting
            : texts.failed;
  return (
    <p className="v-saved" role="status">
      {save.state !== "idle" && (
        <>
          <Icon aria-hidden fontSize="1.25rem" />
          <span>
            {word}
            {suffix && `. ${suffix}`}
          </span>
        </>
      )}
    </p>
  );
}
