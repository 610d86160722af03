import { useState } from "react";
import { useTexts } from "../../texts";
import { Button } from "../../ui";
import { QuestionmarkDiamondIcon } from "../../ui/icons";
import { HelpDialog } from "./HelpDialog";

/** «Slik gjør du», where a page covers the places that otherwise have it. */
export function HelpButton() {
  const { help } = useTexts().app;
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="plain" icon={QuestionmarkDiamondIcon} onClick={() => setOpen(true)}>
        {help}
      </Button>
      <HelpDialog open={open} onClose={() => setOpen(false)} />
    </>
  );
}
