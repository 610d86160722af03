import { useState } from "react";
import { readFragment } from "../../../../../graphql/generated";
import {
  PasskeyRow_PasskeyFactorFragmentDoc,
  RemovePasskeyDocument,
  RenamePasskeyDocument,
  type FactorsPage_FactorsFragment,
  type PasskeyRow_PasskeyFactorFragment,
} from "../../../../../graphql/generated/graphql";
import { useFormat } from "../../../app/format";
import { useAction } from "../../../app/useAction";
import { useAllTexts } from "../../../texts";
import { Alert, Button, Card, Dialog, ErrorState, Form, TextField } from "../../../ui";
import { KeyVerticalIcon } from "../../../ui/icons";
import { PasskeyTrouble } from "./PasskeyTrouble";
import { useAddPasskey } from "./usePasskeys";
import "./factors.css";

/** One's passkeys: what each is called, when it was last used, and a way to make one more. */
export function PasskeysCard({
  keys,
  onCodes,
}: {
  keys: FactorsPage_FactorsFragment["passkeys"];
  onCodes: (codes: readonly string[]) => void;
}) {
  const texts = useAllTexts().factors.passkeys;
  const add = useAddPasskey();
  const held = readFragment(PasskeyRow_PasskeyFactorFragmentDoc, keys);
  async function make(): Promise<void> {
    const codes = await add.run();
    if (codes && codes.length > 0) onCodes(codes);
  }
  return (
    <Card title={texts.title}>
      <p>{texts.what}</p>
      {held.length > 0 && (
        <ul className="a-keys" aria-label={texts.title}>
          {held.map((one) => (
            <PasskeyRow key={one.id} passkey={one} last={held.length === 1} />
          ))}
        </ul>
      )}
      <PasskeyTrouble {...add} />
      <div>
        <Button
          variant={held.length > 0 ? "secondary" : "primary"}
          icon={KeyVerticalIcon}
          busy={add.busy}
          onClick={() => void make()}
        >
          {held.length > 0 ? texts.another : texts.add}
        </Button>
      </div>
    </Card>
  );
}

function PasskeyRow({ passkey, last }: { passkey: PasskeyRow_PasskeyFactorFragment; last: boolean }) {
  const { id, name, synced, addedAt, lastUsedAt } = passkey;
  const { factors, ui } = useAllTexts();
  const texts = factors.passkeys;
  const format = useFormat();
  const [asked, setAsked] = useState<"RENAME" | "REMOVE" | null>(null);
  const [written, setWritten] = useState(name);
  const rename = useAction(RenamePasskeyDocument);
  const remove = useAction(RemovePasskeyDocument);

  async function save(): Promise<void> {
    if (await rename.run({ id, name: written })) setAsked(null);
  }
  async function takeAway(): Promise<void> {
    // before the factor is asked for: one dialog at a time
    setAsked(null);
    await remove.run({ id });
  }
  return (
    <li className="a-keys__one">
      <p className="a-keys__name">{name}</p>
      <p className="a-quiet">
        {texts.since(format.moment(addedAt))}. {texts.used(format.moment(lastUsedAt))}.{synced && ` ${texts.synced}`}
      </p>
      {remove.error && <ErrorState {...remove.error} />}
      {remove.otherProblems().map((line) => (
        <Alert key={line} tone="warn" live>
          <p>{line}</p>
        </Alert>
      ))}
      <div className="a-keys__acts">
        <Button
          variant="quiet"
          onClick={() => {
            setWritten(name);
            setAsked("RENAME");
          }}
        >
          {texts.rename(name)}
        </Button>
        <Button variant="quiet" busy={remove.busy} onClick={() => setAsked("REMOVE")}>
          {texts.remove(name)}
        </Button>
      </div>
      <Dialog
        open={asked === "RENAME"}
        keep
        onClose={() => setAsked(null)}
        title={texts.renameTitle}
        actions={
          <>
            <Button variant="quiet" onClick={() => setAsked(null)}>
              {ui.actions.cancel}
            </Button>
            <Button variant="primary" busy={rename.busy} onClick={() => void save()}>
              {ui.actions.save}
            </Button>
          </>
        }
      >
        <Form onSubmit={() => void save()} problems={rename.otherProblems(["name"])}>
          <TextField
            label={texts.name}
            name="name"
            value={written}
            onChange={setWritten}
            problem={rename.problemAt("name")}
          />
          {rename.error && <ErrorState {...rename.error} />}
        </Form>
      </Dialog>
      <Dialog
        open={asked === "REMOVE"}
        onClose={() => setAsked(null)}
        title={texts.removeTitle(name)}
        actions={
          <>
            <Button variant="quiet" onClick={() => setAsked(null)}>
              {texts.keep}
            </Button>
            <Button variant="danger" onClick={() => void takeAway()}>
              {texts.removeIt}
            </Button>
          </>
        }
      >
        <p>{last ? texts.removeLast : texts.removeBody}</p>
      </Dialog>
    </li>
  );
}
