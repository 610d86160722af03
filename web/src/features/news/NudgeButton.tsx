import { useState } from "react";
import { useCan } from "../../app/viewer";
import { useTexts } from "../../texts";
import { Button } from "../../ui";
import { ChatIcon } from "../../ui/icons";
import { NudgeDialog } from "./NudgeDialog";

/** «Skriv til styret», for those who follow the chapter; nothing for others. */
export function NudgeButton({
  chapterId,
  chapterName,
  onSent,
}: {
  chapterId: string;
  chapterName: string;
  onSent?: () => void;
}) {
  const texts = useTexts().news.nudge;
  const may = useCan("NUDGE");
  const [open, setOpen] = useState(false);
  if (!may) return null;
  return (
    <>
      <Button variant="secondary" icon={ChatIcon} aria-label={texts.title(chapterName)} onClick={() => setOpen(true)}>
        {texts.write}
      </Button>
      {open && (
        <NudgeDialog
          chapterId={chapterId}
          chapterName={chapterName}
          onClose={() => setOpen(false)}
          {...(onSent && { onSent })}
        />
      )}
    </>
  );
}
