import { useState } from "react";
import { Link } from "react-router";
import { readFragment } from "../../../../../graphql/generated";
import {
  FactorsPage_FactorsFragmentDoc,
  RemoveTotpDocument,
  RenewRecoveryCodesDocument,
  type FactorsPage_FactorsFragment,
} from "../../../../../graphql/generated/graphql";
import { useFactorsQuery } from "../../../../../graphql/generated/hooks";
import { errorOf } from "../../../app/errors";
import { useFormat } from "../../../app/format";
import { useAction } from "../../../app/useAction";
import { useAllTexts } from "../../../texts";
import { Alert, Button, ButtonLink, Card, Dialog, ErrorState, Page, Skeleton, Stack } from "../../../ui";
import { IdentitiesCard } from "../identities/IdentitiesCard";
import { PasskeysCard } from "./PasskeysCard";
import { RecoveryCodes } from "./RecoveryCodes";

/** What the account asks for besides a link by mail, and how to change it. */
export function Component() {
  const { factors: texts, accounts } = useAllTexts();
  const [result, reload] = useFactorsQuery({ requestPolicy: "cache-and-network" });
  const [codes, setCodes] = useState<readonly string[]>([]);
  const factors = readFragment(FactorsPage_FactorsFragmentDoc, result.data?.factors);
  const problem = errorOf(result.error);

  if (codes.length > 0) return <RecoveryCodes codes={codes} onKept={() => setCodes([])} />;
  return (
    <Page narrow title={texts.title} lead={texts.lead} crumb={<Link to="/konto">{accounts.account.title}</Link>}>
      {factors ? (
        <Stack>
          <Shown factors={factors} onCodes={setCodes} />
          <IdentitiesCard factors={result.data!.factors} onChanged={() => reload({ requestPolicy: "network-only" })} />
        </Stack>
      ) : problem ? (
        <ErrorState {...problem} busy={result.fetching} onRetry={() => reload({ requestPolicy: "network-only" })} />
      ) : (
        <Skeleton of="cards" count={1} />
      )}
    </Page>
  );
}

function Shown({
  factors: { totp, passkeys, recoveryCodesLeft },
  onCodes,
}: {
  factors: FactorsPage_FactorsFragment;
  onCodes: (codes: readonly string[]) => void;
}) {
  const { app, recovery } = useAllTexts().factors;
  const format = useFormat();
  const [removing, setRemoving] = useState(false);
  const remove = useAction(RemoveTotpDocument);
  const renew = useAction(RenewRecoveryCodesDocument);

  async function makeNew(): Promise<void> {
    const made = await renew.run({});
    if (made) onCodes(made.renewRecoveryCodes.recoveryCodes);
  }
  async function takeAway(): Promise<void> {
    // before the factor is asked for: one dialog at a time
    setRemoving(false);
    await remove.run({});
  }
  return (
    <Stack>
      <PasskeysCard keys={passkeys} onCodes={onCodes} />
      <Card title={app.title}>
        {totp ? (
          <>
            <p>
              {app.since(format.moment(totp.addedAt))}. {app.used(format.moment(totp.lastUsedAt))}.
            </p>
            {remove.error && <ErrorState {...remove.error} />}
            {remove.otherProblems().map((line) => (
              <Alert key={line} tone="warn" live>
                <p>{line}</p>
              </Alert>
            ))}
            <div>
              <Button variant="quiet" busy={remove.busy} onClick={() => setRemoving(true)}>
                {app.remove}
              </Button>
            </div>
          </>
        ) : (
          <>
            <p>{passkeys.length > 0 ? app.beside : app.none}</p>
            <div>
              <ButtonLink to="/konto/innlogging/kodeapp" variant="secondary">
                {app.add}
              </ButtonLink>
            </div>
          </>
        )}
      </Card>
      {(totp || passkeys.length > 0) && (
        <Card title={recovery.title} tone={totp && recoveryCodesLeft < 3 ? "attention" : "plain"}>
          <p>
            {recovery.left(recoveryCodesLeft)}. {totp && recoveryCodesLeft < 3 && recovery.few}
          </p>
          <p>{recovery.help}</p>
          {renew.error && <ErrorState {...renew.error} />}
          <div>
            <Button variant="secondary" busy={renew.busy} onClick={() => void makeNew()}>
              {recovery.renew}
            </Button>
          </div>
        </Card>
      )}
      <Dialog
        open={removing}
        onClose={() => setRemoving(false)}
        title={app.removeTitle}
        actions={
          <>
            <Button variant="quiet" onClick={() => setRemoving(false)}>
              {app.keep}
            </Button>
            <Button variant="danger" onClick={() => void takeAway()}>
              {app.remove}
            </Button>
          </>
        }
      >
        <p>{passkeys.length > 0 ? app.removeBeside : app.removeBody}</p>
      </Dialog>
    </Stack>
  );
}
