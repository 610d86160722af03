import { lazy, Suspense } from "react";
import { useNavigate } from "react-router";
import { useSignInOptionsQuery } from "../../../../graphql/generated/hooks";
import { takeReturnPath } from "../../app/return-path";
import { useTexts } from "../../texts";
import { Cairn, Card, Page, Skeleton } from "../../ui";
import { DemoPeople } from "./DemoPeople";
import { RequestLink } from "./RequestLink";
import "./sign-in.css";

const ProviderButton = lazy(() => import("./identities/ProviderButton"));
const PasskeySignIn = lazy(() => import("./PasskeySignIn"));

/** The way in: an address, and in a demo the people of it. */
export function Component() {
  const texts = useTexts().accounts;
  const navigate = useNavigate();
  const [{ data, fetching }] = useSignInOptionsQuery();
  const options = data?.signInOptions;

  return (
    <div className={options?.demo ? "a-sign-in a-sign-in--demo" : "a-sign-in"}>
      <div className="a-sign-in__form">
        <Page title={texts.signIn.title} lead={texts.signIn.lead} art={<Cairn size="medium" />}>
          <Card>
            <RequestLink mailbox={options?.mailbox ?? false} />
            <Suspense fallback={<div className="a-passkey-in__wait" />}>
              <PasskeySignIn onDone={() => void navigate(takeReturnPath(), { replace: true })} />
            </Suspense>
            {options?.provider && (
              <Suspense fallback={null}>
                <ProviderButton provider={options.provider} />
              </Suspense>
            )}
          </Card>
        </Page>
      </div>
      {fetching && !options && <Skeleton of="cards" count={2} />}
      {options?.demo && (
        <DemoPeople
          people={options.demoPeople}
          done={() => {
            // another person's page would not be theirs
            takeReturnPath();
            void navigate("/", { replace: true });
          }}
        />
      )}
    </div>
  );
}
