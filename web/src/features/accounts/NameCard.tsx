import { useState } from "react";
import { RenameMyselfDocument } from "../../../../graphql/generated/graphql";
import { useSession } from "../../app/session";
import { useAction } from "../../app/useAction";
import { useViewer } from "../../app/viewer";
import { useTexts } from "../../texts";
import { Alert, Button, Card, ErrorState, Form, FormActions, TextField } from "../../ui";

/** One's own name, as the others on the board and those above see it. */
export function NameCard() {
  const { accounts, ui } = useTexts();
  const texts = accounts.account;
  const { account } = useViewer();
  const { refresh } = useSession();
  const rename = useAction(RenameMyselfDocument);
  const [name, setName] = useState(account.name);
  const [saved, setSaved] = useState(false);
  const save = async () => {
    setSaved(false);
    if (!(await rename.run({ name }))) return;
    setSaved(true);
    await refresh();
  };
  return (
    <Card>
      <Form onSubmit={() => void save()} problems={rename.otherProblems(["name"])}>
        <TextField
          label={texts.name}
          help={texts.nameHelp}
          value={name}
          onChange={(typed) => {
            setSaved(false);
            setName(typed);
          }}
          autoComplete="name"
          maxLength={120}
          problem={rename.problemAt("name")}
        />
        {rename.error && <ErrorState code={rename.error.code} requestId={rename.error.requestId} />}
        {saved && (
          <Alert tone="success" live>
            {texts.nameSaved}
          </Alert>
        )}
        <FormActions>
          <Button variant="secondary" type="submit" busy={rename.busy}>
            {ui.actions.save}
          </Button>
        </FormActions>
      </Form>
    </Card>
  );
}
