import { mayAdapt } from "@varde/domain";
import { useTexts } from "../../texts";
import { Card, TextField } from "../../ui";
import { LockedNote } from "./LockedNote";
import type { SectionProps } from "./section";

/** The board's own deadline, before the shared one. */
export function DeadlineSection({ definition, overlay, onChange, problemAt, readOnly }: SectionProps) {
  const texts = useTexts().adaptations.deadline;
  const open = mayAdapt(definition, "SCHEDULE");
  return (
    <Card title={texts.title}>
      {open ? (
        <TextField
          label={texts.days}
          help={texts.help}
          optional
          inputMode="numeric"
          size={4}
          disabled={readOnly}
          problem={problemAt("dueDaysEarlier")}
          value={overlay.dueDaysEarlier ? String(overlay.dueDaysEarlier) : ""}
          onChange={(written) => {
            if (/^\d{0,3}$/.test(written)) onChange({ ...overlay, dueDaysEarlier: written ? Number(written) : null });
          }}
        />
      ) : (
        <LockedNote>{texts.locked}</LockedNote>
      )}
    </Card>
  );
}
