import { useAllTexts } from "../../texts";
import { Button } from "../../ui";
import { KeyVerticalIcon } from "../../ui/icons";
import { knowsPasskeys } from "./factors/passkey";
import { PasskeyTrouble } from "./factors/PasskeyTrouble";
import { usePasskey } from "./factors/usePasskeys";
import { tellSignedIn } from "./signed-in-elsewhere";

/** The way in without a mail, for who has a passkey. Nothing where the browser knows of none. */
export default function PasskeySignIn({ onDone }: { onDone: () => void }) {
  const texts = useAllTexts().factors.passkeys;
  const enter = usePasskey({ step: false });
  if (!knowsPasskeys()) return null;
  async function signIn(): Promise<void> {
    if (!(await enter.run())) return;
    tellSignedIn();
    onDone();
  }
  return (
    <div className="a-passkey-in">
      <PasskeyTrouble {...enter} />
      <Button variant="secondary" wide icon={KeyVerticalIcon} busy={enter.busy} onClick={() => void signIn()}>
        {texts.signIn}
      </Button>
    </div>
  );
}
