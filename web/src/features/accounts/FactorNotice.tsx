import { useFormat } from "../../app/format";
import { useAllTexts } from "../../texts";
import { Alert, ButtonLink } from "../../ui";

/** Until the day it is asked of one's office: what, by when, and the way there. */
export default function FactorNotice({ from, passkeyOnly }: { from: string; passkeyOnly: boolean }) {
  const texts = useAllTexts().factors.secure;
  const format = useFormat();
  return (
    <Alert
      tone="info"
      title={texts.soonTitle}
      action={
        <ButtonLink to="/konto/innlogging" variant="quiet">
          {texts.soonAct}
        </ButtonLink>
      }
    >
      <p>{passkeyOnly ? texts.soonPasskey(format.date(from)) : texts.soon(format.date(from))}</p>
    </Alert>
  );
}
