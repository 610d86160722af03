import { useState, type ReactNode } from "react";
import { GiveSecondFactorDocument, type SecondStep_SecondStepFragment } from "../../../../graphql/generated/graphql";
import { useAction } from "../../app/useAction";
import { useAllTexts } from "../../texts";
import { Alert, Button, ErrorState, Form, FormActions, TextField } from "../../ui";
import { KeyVerticalIcon } from "../../ui/icons";
import { PasskeyTrouble } from "./factors/PasskeyTrouble";
import { usePasskey } from "./factors/usePasskeys";
import "./sign-in.css";

type Way = "PASSKEY" | "TOTP" | "RECOVERY_CODE";
type StepProps = {
  step: Pick<SecondStep_SecondStepFragment, "totp" | "passkey" | "recoveryCodesLeft">;
  onDone: () => Promise<void> | void;
  /** The word on the button. */
  act?: string;
};

/** The second step: a passkey or a code of the app, or a recovery code when both are gone. */
export default function SecondStep(props: StepProps) {
  const { step } = props;
  const texts = useAllTexts().factors.step;
  const first: Way = step.passkey ? "PASSKEY" : "TOTP";
  const [way, setWay] = useState<Way>(first);

  const others = (
    <>
      {way === "PASSKEY" && step.totp && (
        <Button variant="plain" onClick={() => setWay("TOTP")}>
          {texts.byApp}
        </Button>
      )}
      {way === "TOTP" && step.passkey && (
        <Button variant="plain" onClick={() => setWay("PASSKEY")}>
          {texts.byPasskey}
        </Button>
      )}
      {way === "RECOVERY_CODE" ? (
        <Button variant="plain" onClick={() => setWay(first)}>
          {step.passkey ? texts.byPasskey : texts.back}
        </Button>
      ) : (
        <Button variant="plain" onClick={() => setWay("RECOVERY_CODE")}>
          {step.passkey ? texts.lostKey : texts.lost}
        </Button>
      )}
    </>
  );
  if (way === "RECOVERY_CODE" && step.recoveryCodesLeft === 0) {
    return (
      <Alert
        tone="warn"
        action={<Button onClick={() => setWay(first)}>{step.passkey ? texts.byPasskey : texts.back}</Button>}
      >
        <p>{step.passkey ? texts.noWay : texts.noCodes}</p>
      </Alert>
    );
  }
  return way === "PASSKEY" ? (
    <ByPasskey {...props}>{others}</ByPasskey>
  ) : (
    <ByCode key={way} {...props} way={way}>
      {others}
    </ByCode>
  );
}

function ByPasskey({ onDone, children }: StepProps & { children: ReactNode }) {
  const texts = useAllTexts().factors.passkeys;
  const give = usePasskey({ step: true });
  return (
    <div className="a-passkey-in">
      <PasskeyTrouble {...give} />
      <FormActions>
        <Button
          variant="primary"
          wide
          icon={KeyVerticalIcon}
          busy={give.busy}
          onClick={() => void give.run().then((given) => given && onDone())}
        >
          {texts.use}
        </Button>
        {children}
      </FormActions>
    </div>
  );
}

function ByCode({ way, onDone, act, children }: StepProps & { way: Exclude<Way, "PASSKEY">; children: ReactNode }) {
  const texts = useAllTexts().factors.step;
  const [code, setCode] = useState("");
  const give = useAction(GiveSecondFactorDocument, { stepUp: false });
  const lost = way === "RECOVERY_CODE";

  async function send(): Promise<void> {
    if (await give.run({ kind: way, code })) await onDone();
  }
  return (
    <Form onSubmit={() => void send()} problems={give.otherProblems(["code"])}>
      {lost && <p>{texts.recoveryLead}</p>}
      <TextField
        label={lost ? texts.recoveryCode : texts.code}
        name="code"
        autoComplete="one-time-code"
        inputMode={lost ? "text" : "numeric"}
        autoCapitalize="none"
        spellCheck={false}
        value={code}
        onChange={setCode}
        problem={give.problemAt("code")}
      />
      {lost && <p className="a-quiet">{texts.noRecovery}</p>}
      {give.error &&
        (give.error.code === "RATE_LIMITED" ? (
          <Alert tone="warn" live>
            <p>{texts.limited}</p>
          </Alert>
        ) : (
          <ErrorState {...give.error} />
        ))}
      <FormActions>
        <Button type="submit" variant="primary" wide busy={give.busy}>
          {act ?? texts.enter}
        </Button>
        {children}
      </FormActions>
    </Form>
  );
}
