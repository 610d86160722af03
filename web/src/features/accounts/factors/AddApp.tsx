import { useEffect, useState } from "react";
import { BeginTotpDocument, ConfirmTotpDocument } from "../../../../../graphql/generated/graphql";
import { QrPicture } from "../../../app/QrPicture";
import { useAction } from "../../../app/useAction";
import { useAllTexts } from "../../../texts";
import {
  Alert,
  Button,
  ButtonLink,
  Card,
  CopyButton,
  ErrorState,
  Form,
  FormActions,
  Skeleton,
  TextField,
} from "../../../ui";
import "./factors.css";

/** The key into the app and a code back; the recovery codes are for the page around it to show. */
export function AddApp({ onCodes }: { onCodes: (codes: readonly string[]) => void }) {
  const [turn, setTurn] = useState(0);
  return <Adding key={turn} onCodes={onCodes} onAgain={() => setTurn(turn + 1)} />;
}

function Adding({ onCodes, onAgain }: { onCodes: (codes: readonly string[]) => void; onAgain: () => void }) {
  const { run, busy, error, otherProblems } = useAction(BeginTotpDocument);
  const [key, setKey] = useState<{ secret: string; uri: string } | null>(null);
  useEffect(() => {
    let gone = false;
    void run({}).then((answer) => {
      const { secret, uri } = answer?.beginTotp ?? {};
      if (!gone && secret && uri) setKey({ secret, uri });
    });
    return () => {
      gone = true;
    };
  }, [run]);
  const refused = otherProblems();
  if (refused.length > 0) {
    return (
      <Alert tone="warn" live>
        {refused.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </Alert>
    );
  }
  if (error) return <ErrorState {...error} busy={busy} onRetry={onAgain} />;
  return key ? <Confirm {...key} onCodes={onCodes} onAgain={onAgain} /> : <Skeleton of="cards" count={1} />;
}

function Confirm({
  secret,
  uri,
  onCodes,
  onAgain,
}: {
  secret: string;
  uri: string;
  onCodes: (codes: readonly string[]) => void;
  onAgain: () => void;
}) {
  const texts = useAllTexts().factors.add;
  const [code, setCode] = useState("");
  const confirm = useAction(ConfirmTotpDocument, { stepUp: false });
  const locked = confirm.problems.some((problem) => problem.code === "LOCKED");

  async function send(): Promise<void> {
    const done = await confirm.run({ code });
    if (done) onCodes(done.confirmTotp.recoveryCodes);
  }
  return (
    <Card>
      <div className="a-key">
        <div className="a-key__here">
          <p>{texts.openHelp}</p>
          <ButtonLink href={uri} variant="secondary">
            {texts.openApp}
          </ButtonLink>
        </div>
        <div>
          <p>{texts.scan}</p>
          <QrPicture className="a-qr" text={uri} label={texts.picture} />
        </div>
        <div>
          <p>{texts.key}</p>
          <p className="a-key__text">
            <code>{secret.match(/.{1,4}/g)?.join(" ")}</code>
          </p>
          <CopyButton text={secret} label={texts.copyKey} />
        </div>
      </div>
      <Form onSubmit={() => void send()} problems={confirm.otherProblems(["code"])}>
        <TextField
          label={texts.code}
          help={texts.codeHelp}
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          value={code}
          onChange={setCode}
          problem={confirm.problemAt("code")}
        />
        {confirm.error && <ErrorState {...confirm.error} />}
        <FormActions>
          <Button type="submit" variant="primary" wide busy={confirm.busy}>
            {texts.confirm}
          </Button>
          {locked && (
            <Button variant="quiet" onClick={onAgain}>
              {texts.again}
            </Button>
          )}
        </FormActions>
      </Form>
    </Card>
  );
}
