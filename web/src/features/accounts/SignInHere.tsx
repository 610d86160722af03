import { lazy, Suspense, useCallback, useEffect, useState } from "react";
import { useClient } from "urql";
import { readFragment } from "../../../../graphql/generated";
import {
  DemoPeople_DemoPersonFragmentDoc,
  SecondStep_SecondStepFragmentDoc,
  Session_SeatFragmentDoc,
  Session_ViewerFragmentDoc,
  SignInAsDemoDocument,
  ViewerDocument,
  type SecondStep_SecondStepFragment,
} from "../../../../graphql/generated/graphql";
import { useSignInOptionsQuery } from "../../../../graphql/generated/hooks";
import { useAction } from "../../app/useAction";
import { useViewer } from "../../app/viewer";
import { useTexts } from "../../texts";
import { Alert, Button, ErrorState } from "../../ui";
import { forgetIfEnded } from "./forget-if-ended";
import { RequestLink } from "./RequestLink";
import { onSignedInElsewhere } from "./signed-in-elsewhere";
import "./sign-in.css";

const SecondStep = lazy(() => import("./SecondStep"));

/**
 * The sign-in over a page whose session ended. The link opens in another tab; this one hears of it, and goes on where it
 * was when the same person is back in the same seat.
 */
export function SignInHere({ done }: { done: () => void }) {
  const { accounts, app } = useTexts();
  const texts = accounts.again;
  const client = useClient();
  const viewer = useViewer();
  const [other, setOther] = useState(false);
  const [step, setStep] = useState<SecondStep_SecondStepFragment | null>(null);
  const [{ data }] = useSignInOptionsQuery();
  const enter = useAction(SignInAsDemoDocument);
  const options = data?.signInOptions;

  const { account, seat } = viewer;
  const look = useCallback(async () => {
    const answer = await client.query(ViewerDocument, {}, { requestPolicy: "network-only" }).toPromise();
    const found = readFragment(Session_ViewerFragmentDoc, answer.data?.viewer);
    if (!found) {
      setStep(readFragment(SecondStep_SecondStepFragmentDoc, answer.data?.signInOptions.secondStep) ?? null);
      return;
    }
    const acting = readFragment(Session_SeatFragmentDoc, found.seat);
    if (found.account.id === account.id && acting?.id === seat.id) done();
    else setOther(true);
  }, [client, done, account.id, seat.id]);
  useEffect(() => {
    // what is missing may be the second step alone, because a factor was added on another device
    const first = setTimeout(() => void look());
    const back = (): void => {
      if (document.visibilityState === "visible") void look();
    };
    document.addEventListener("visibilitychange", back);
    const stop = onSignedInElsewhere(() => void look());
    return () => {
      clearTimeout(first);
      document.removeEventListener("visibilitychange", back);
      stop();
    };
  }, [look]);

  useEffect(() => {
    // ended from another device: what stands behind this is not for whoever holds this one
    void forgetIfEnded(client).then((ended) => ended && location.assign("/logg-inn"));
  }, [client]);

  const same = readFragment(DemoPeople_DemoPersonFragmentDoc, options?.demoPeople ?? []).find(
    (person) => person.name === account.name && person.role === seat.role && person.unitName === seat.unitName,
  );
  if (other) {
    return (
      <Alert tone="warn" live action={<Button onClick={() => location.assign("/")}>{app.reload}</Button>}>
        <p>{texts.other}</p>
      </Alert>
    );
  }
  if (step) {
    return (
      <Suspense fallback={null}>
        <SecondStep step={step} onDone={look} />
      </Suspense>
    );
  }
  return (
    <div className="a-again">
      {same && (
        <Button
          variant="primary"
          wide
          busy={enter.busy}
          onClick={() => void enter.run({ seatKey: same.seatKey }).then((answer) => answer && look())}
        >
          {texts.continueAs(account.name)}
        </Button>
      )}
      {enter.error && <ErrorState {...enter.error} />}
      <RequestLink mailbox={options?.mailbox ?? false} second={same !== undefined} sentNote={<p>{texts.waiting}</p>} />
    </div>
  );
}
