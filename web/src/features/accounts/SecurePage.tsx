import { useState } from "react";
import type { SecurePage_FactorDemandFragment } from "../../../../graphql/generated/graphql";
import type { ViewerSeat } from "../../app/viewer";
import { useAllTexts, useLanguage } from "../../texts";
import { Alert, Button, ButtonLink, Cairn, Card, Page } from "../../ui";
import { KeyVerticalIcon, MobileIcon } from "../../ui/icons";
import { AddApp } from "./factors/AddApp";
import { knowsPasskeys } from "./factors/passkey";
import { PasskeyTrouble } from "./factors/PasskeyTrouble";
import { RecoveryCodes } from "./factors/RecoveryCodes";
import { useAddPasskey } from "./factors/usePasskeys";
import { SeatChooser } from "./SeatChooser";
import "./sign-in.css";

/** The one thing between an office and its first day: a second factor. One tap with a passkey. */
export default function SecurePage({
  demand,
  seats,
  onDone,
}: {
  demand: SecurePage_FactorDemandFragment;
  seats: readonly ViewerSeat[];
  onDone: () => Promise<void>;
}) {
  const { factors, app } = useAllTexts();
  const { language } = useLanguage();
  const texts = factors.secure;
  const [byApp, setByApp] = useState(!knowsPasskeys() && !demand.passkeyOnly);
  const [codes, setCodes] = useState<readonly string[]>([]);
  const [other, setOther] = useState(false);
  const passkey = useAddPasskey();

  async function make(): Promise<void> {
    const made = await passkey.run();
    if (made === null) return;
    if (made.length > 0) setCodes(made);
    else await onDone();
  }
  if (codes.length > 0) return <RecoveryCodes codes={codes} onKept={() => void onDone()} />;
  if (other) return <SeatChooser seats={seats} current={null} />;
  const role = app.seat.roles[demand.seat.role].toLocaleLowerCase(language);
  const leave = (
    <div className="a-secure__other">
      {seats.length > 1 && (
        <Button variant="plain" wide onClick={() => setOther(true)}>
          {texts.otherSeat}
        </Button>
      )}
      <ButtonLink to="/logg-ut" variant="plain" wide>
        {texts.later}
      </ButtonLink>
    </div>
  );
  if (demand.linkFirst) {
    return (
      <Page narrow title={texts.title} lead={texts.lead(role, demand.seat.unitName)} art={<Cairn size="medium" />}>
        <Card>
          <Alert tone="info">
            <p>{texts.linkFirst}</p>
          </Alert>
          <ButtonLink to="/logg-ut" variant="primary" wide>
            {texts.signOut}
          </ButtonLink>
        </Card>
      </Page>
    );
  }
  return (
    <Page narrow title={texts.title} lead={texts.lead(role, demand.seat.unitName)} art={<Cairn size="medium" />}>
      {byApp ? (
        <AddApp onCodes={setCodes} />
      ) : (
        <Card>
          <p>{texts.passkey}</p>
          <PasskeyTrouble {...passkey} />
          <Button variant="primary" wide icon={KeyVerticalIcon} busy={passkey.busy} onClick={() => void make()}>
            {texts.make}
          </Button>
          {!demand.passkeyOnly && (
            <Button variant="secondary" wide icon={MobileIcon} onClick={() => setByApp(true)}>
              {texts.byApp}
            </Button>
          )}
          <p className="a-quiet">{demand.passkeyOnly ? texts.passkeyOnly : texts.why}</p>
        </Card>
      )}
      {byApp && knowsPasskeys() && (
        <Button variant="plain" wide onClick={() => setByApp(false)}>
          {texts.byPasskey}
        </Button>
      )}
      {leave}
    </Page>
  );
}
