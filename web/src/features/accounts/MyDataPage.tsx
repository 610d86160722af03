import { useState } from "react";
import { Link } from "react-router";
import { useClient } from "urql";
import { DeleteMyAccountDocument, MyDataDocument, type MyDepartureQuery } from "../../../../graphql/generated/graphql";
import { useMyDepartureQuery } from "../../../../graphql/generated/hooks";
import { errorOf, type Failure } from "../../app/errors";
import { useFormat } from "../../app/format";
import { loadEngine } from "../../app/offline/load";
import { saveFile } from "../../app/save-file";
import { useAction } from "../../app/useAction";
import { useAllTexts } from "../../texts";
import { Alert, Button, ButtonLink, Card, Dialog, ErrorState, Page, Skeleton, Stack } from "../../ui";
import "./my-account.css";

/** What is kept about oneself: a copy of it, and the way out. */
export function Component() {
  const { myAccount, accounts } = useAllTexts();
  const texts = myAccount.data;
  const [result, reload] = useMyDepartureQuery({ requestPolicy: "cache-and-network" });
  const problem = errorOf(result.error);
  const again = () => reload({ requestPolicy: "network-only" });
  return (
    <Page narrow title={texts.title} crumb={<Link to="/konto">{accounts.account.title}</Link>}>
      {result.data ? (
        <Stack>
          <CopyCard email={result.data.myAccount.email} />
          <DeleteCard account={result.data.myAccount} />
        </Stack>
      ) : problem ? (
        <ErrorState {...problem} busy={result.fetching} onRetry={again} />
      ) : (
        <Skeleton of="cards" count={2} />
      )}
    </Page>
  );
}

function CopyCard({ email }: { email: string }) {
  const texts = useAllTexts().myAccount.data;
  const client = useClient();
  const [busy, setBusy] = useState(false);
  const [copied, setCopied] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  async function copy(): Promise<void> {
    setBusy(true);
    setCopied(false);
    const { data, error } = await client.query(MyDataDocument, {}, { requestPolicy: "network-only" }).toPromise();
    setBusy(false);
    setFailure(errorOf(error));
    if (!data) return;
    saveFile(data.myData.json, `${data.myData.fileName}.json`, "application/json");
    setCopied(true);
  }

  return (
    <Card title={texts.copyTitle}>
      <p>
        {texts.email} <strong className="a-address">{email}</strong>.
      </p>
      <p>{texts.copyBody}</p>
      {failure && <ErrorState {...failure} />}
      {copied && (
        <Alert tone="success" live>
          <p>{texts.copied}</p>
        </Alert>
      )}
      <div>
        <Button busy={busy} onClick={() => void copy()}>
          {texts.copy}
        </Button>
      </div>
    </Card>
  );
}

function DeleteCard({ account }: { account: MyDepartureQuery["myAccount"] }) {
  const texts = useAllTexts().myAccount.data;
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const units = account.seats.filter(({ holds }) => holds).map(({ unitName }) => unitName);
  return (
    <Card title={texts.deleteTitle}>
      <ul className="a-facts">
        <li>{texts.ends}</li>
        {units.length > 0 && <li>{texts.endsSeats(format.list(units))}</li>}
        <li>{texts.goes}</li>
        <li>{texts.stays}</li>
        <li>{texts.noWayBack}</li>
      </ul>
      {account.lastAdminOf.length > 0 ? (
        <Alert tone="warn">
          <p>{texts.lastAdmin(format.list(account.lastAdminOf))}</p>
        </Alert>
      ) : (
        <div>
          <Button variant="danger" onClick={() => setAsking(true)}>
            {texts.act}
          </Button>
        </div>
      )}
      {asking && <DeleteDialog onClose={() => setAsking(false)} />}
    </Card>
  );
}

function DeleteDialog({ onClose }: { onClose: () => void }) {
  const { myAccount, ui } = useAllTexts();
  const texts = myAccount.data;
  const remove = useAction(DeleteMyAccountDocument);

  async function leave(): Promise<void> {
    if (!(await remove.run({}))) return;
    await (await loadEngine())?.forgetAll();
    // a new page, so that nothing of what was shown stays in memory
    location.assign("/logg-inn");
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={texts.confirmTitle}
      actions={
        <>
          <Button onClick={onClose}>{ui.actions.cancel}</Button>
          <Button variant="danger" busy={remove.busy} onClick={() => void leave()}>
            {texts.confirm}
          </Button>
        </>
      }
    >
      <p>{texts.noWayBack}</p>
      {remove.otherProblems().map((problem) => (
        <Alert key={problem} tone="warn" live>
          <p>{problem}</p>
        </Alert>
      ))}
      {remove.error?.code === "STEP_UP_REQUIRED" ? (
        <Alert
          tone="warn"
          live
          action={
            <ButtonLink to="/logg-inn" variant="quiet">
              {texts.signIn}
            </ButtonLink>
          }
        >
          <p>{texts.again}</p>
        </Alert>
      ) : (
        remove.error && <ErrorState {...remove.error} />
      )}
    </Dialog>
  );
}
