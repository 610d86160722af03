import { useState } from "react";
import { useTexts, useAllTexts } from "../../texts";
import { Button, DateField, Dialog, Form, TextArea, TextField } from "../../ui";
import { boardOf, type Written } from "./written";

export type Correctable = "PLACE" | "ELECTED" | "BOARD";
type Props = {
  what: Correctable;
  /** what stands there now, as text */
  now: string;
  written: Written;
  onUse: (part: Partial<Written>) => void;
  onClose: () => void;
};

const KEY = { PLACE: "municipality", ELECTED: "electedOn", BOARD: "board" } as const;

/** Says something otherwise than the register, with the reason. */
export function CorrectDialog({ what, now, written, onUse, onClose }: Props) {
  const texts = useAllTexts().grantReturn;
  const { actions } = useTexts().ui;
  const key = KEY[what];
  const [value, setValue] = useState(now);
  const [reason, setReason] = useState(written[key]?.reason ?? "");
  const use = (): void => {
    if (what === "BOARD") onUse({ board: { value: boardOf(value), reason } });
    else onUse({ [key]: { value, reason } });
    onClose();
  };
  const takeBack = (): void => {
    onUse({ [key]: null });
    onClose();
  };
  return (
    <Dialog
      open
      keep
      onClose={onClose}
      title={texts.correctTitle(texts.items[what])}
      actions={
        <>
          {written[key] && (
            <Button variant="plain" onClick={takeBack}>
              {texts.undoCorrection}
            </Button>
          )}
          <Button onClick={onClose}>{actions.cancel}</Button>
          <Button variant="primary" onClick={use} disabled={value.trim() === "" || reason.trim().length < 3}>
            {texts.use}
          </Button>
        </>
      }
    >
      <Form onSubmit={use}>
        {what === "BOARD" && <TextArea label={texts.names} value={value} onChange={setValue} rows={6} />}
        {what === "ELECTED" && <DateField label={texts.value} value={value} onChange={setValue} />}
        {what === "PLACE" && <TextField label={texts.value} value={value} onChange={setValue} />}
        <TextField label={texts.reason} value={reason} onChange={setReason} />
      </Form>
    </Dialog>
  );
}
