import { useState } from "react";
import { Link, useNavigate } from "react-router";
import { useAllTexts } from "../../../texts";
import { Page } from "../../../ui";
import { AddApp } from "./AddApp";
import { RecoveryCodes } from "./RecoveryCodes";

/** A code app is added: the key into the app, a code back, and the recovery codes. */
export function Component() {
  const { factors, accounts } = useAllTexts();
  const texts = factors.add;
  const navigate = useNavigate();
  const [codes, setCodes] = useState<readonly string[]>([]);
  if (codes.length > 0)
    return <RecoveryCodes codes={codes} onKept={() => void navigate("/konto/innlogging", { replace: true })} />;
  return (
    <Page
      narrow
      title={texts.title}
      lead={texts.lead}
      crumb={
        <>
          <Link to="/konto">{accounts.account.title}</Link> › <Link to="/konto/innlogging">{factors.title}</Link>
        </>
      }
    >
      <AddApp onCodes={setCodes} />
    </Page>
  );
}
