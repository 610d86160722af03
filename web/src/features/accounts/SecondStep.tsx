import { useState } from "react";
import { GiveSecondFactorDocument, type SecondStep_SecondStepFragment } from "../../../../graphql/generated/graphql";
import { useAction } from "../../app/useAction";
import { useAllTexts } from "../../texts";
import { Alert, Button, ErrorState, Form, FormActions, TextField } from "../../ui";
import "./sign-in.css";

/** The second step: a code of the app, or a recovery code when the phone is gone. `act`: the word on the button. */
export default function SecondStep({
  step,
  onDone,
  act,
}: {
  step: Pick<SecondStep_SecondStepFragment, "recoveryCodesLeft">;
  onDone: () => Promise<void> | void;
  act?: string;
}) {
  const texts = useAllTexts().factors.step;
  const [lost, setLost] = useState(false);
  const [code, setCode] = useState("");
  const give = useAction(GiveSecondFactorDocument, { stepUp: false });

  async function send(): Promise<void> {
    if (await give.run({ kind: lost ? "RECOVERY_CODE" : "TOTP", code })) await onDone();
  }
  function turn(to: boolean): void {
    give.reset();
    setCode("");
    setLost(to);
  }

  if (lost && step.recoveryCodesLeft === 0) {
    return (
      <Alert tone="warn" action={<Button onClick={() => turn(false)}>{texts.back}</Button>}>
        <p>{texts.noCodes}</p>
      </Alert>
    );
  }
  return (
    <Form onSubmit={() => void send()} problems={give.otherProblems(["code"])}>
      {lost && <p>{texts.recoveryLead}</p>}
      <TextField
        key={String(lost)}
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
        <Button variant="plain" onClick={() => turn(!lost)}>
          {lost ? texts.back : texts.lost}
        </Button>
      </FormActions>
    </Form>
  );
}
