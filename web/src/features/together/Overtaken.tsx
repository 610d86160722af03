import { useEffect, useState, type ReactNode } from "react";
import { useViewer } from "../../app/viewer";
import { useTexts } from "../../texts";
import { Alert } from "../../ui";

type OvertakenProps = {
  touchpoint: { status: string; closedByName: string | null };
  /** one sends it oneself, or has been told already */
  quiet: boolean;
  /** what one had written, so that it is not lost */
  children?: ReactNode;
};

/** Somebody else finished the task while one had it open: who, and what one had written oneself. */
export function Overtaken({ touchpoint, quiet, children }: OvertakenProps) {
  const texts = useTexts().together;
  const { account } = useViewer();
  const open = touchpoint.status === "OPEN" || touchpoint.status === "OVERDUE";
  const [wasOpen] = useState(open);
  const overtaken = wasOpen && !open && !quiet && touchpoint.closedByName !== account.name;
  // what took the form's place stands at the top
  useEffect(() => {
    if (overtaken) scrollTo(0, 0);
  }, [overtaken]);
  if (!overtaken) return null;
  return (
    <Alert tone="info" live title={texts.overtaken}>
      <p>{touchpoint.closedByName ? texts.overtakenBy(touchpoint.closedByName) : texts.overtakenBySomebody}</p>
      {children}
    </Alert>
  );
}
