import { useAllTexts, useTexts } from "../../texts";
import { Alert, Button } from "../../ui";

/** Over numbers that stand although newer ones could not be fetched. */
export function NotRenewed({ busy, onRetry }: { busy: boolean; onRetry: () => void }) {
  const texts = useAllTexts().kept;
  const { tryAgain } = useTexts().app;
  return (
    <Alert
      live
      action={
        <Button variant="secondary" busy={busy} onClick={onRetry}>
          {tryAgain}
        </Button>
      }
    >
      {texts.notRenewed}
    </Alert>
  );
}
