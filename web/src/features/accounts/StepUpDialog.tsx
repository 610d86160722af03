import { useEffect } from "react";
import { readFragment } from "../../../../graphql/generated";
import { FactorsPage_FactorsFragmentDoc } from "../../../../graphql/generated/graphql";
import { useFactorsQuery } from "../../../../graphql/generated/hooks";
import { useAllTexts } from "../../texts";
import { Button, Dialog } from "../../ui";
import SecondStep from "./SecondStep";

/** Asks for the second factor over the page. Says no at once for who has none: the act then says itself what it wants. */
export default function StepUpDialog({ onClose }: { onClose: (given: boolean) => void }) {
  const texts = useAllTexts().factors.stepUp;
  const [{ data, error }] = useFactorsQuery({ requestPolicy: "network-only" });
  const factors = readFragment(FactorsPage_FactorsFragmentDoc, data?.factors);
  const nothing =
    error !== undefined || (factors !== undefined && factors.totp === null && factors.passkeys.length === 0);
  useEffect(() => {
    if (nothing) onClose(false);
  }, [nothing, onClose]);
  if (!factors || nothing) return null;
  return (
    <Dialog
      open
      keep
      title={texts.title}
      onClose={() => onClose(false)}
      actions={
        <Button variant="quiet" wide onClick={() => onClose(false)}>
          {texts.cancel}
        </Button>
      }
    >
      <p>{texts.body}</p>
      <SecondStep
        step={{ ...factors, totp: factors.totp !== null, passkey: factors.passkeys.length > 0 }}
        act={texts.confirm}
        onDone={() => onClose(true)}
      />
    </Dialog>
  );
}
