import { useEffect, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { FinishProviderDocument } from "../../../../../graphql/generated/graphql";
import { takeReturnPath } from "../../../app/return-path";
import { useAction } from "../../../app/useAction";
import { useAllTexts } from "../../../texts";
import { Alert, ButtonLink, Cairn, Card, ErrorState, Page, Skeleton } from "../../../ui";
import { tellSignedIn } from "../signed-in-elsewhere";

/** Where a provider of identities sends the browser back to. What it brings is taken out of the address at once and works once. */
export function Component() {
  const texts = useAllTexts().identities.back;
  const navigate = useNavigate();
  const [answer] = useState(() => location.search);
  const finish = useAction(FinishProviderDocument);
  const { run } = finish;
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    history.replaceState(history.state, "", location.pathname);
    void run({ answer }).then((data) => {
      if (!data) return;
      if (data.finishProvider.linked) return navigate("/konto/innlogging", { replace: true });
      tellSignedIn();
      return navigate(takeReturnPath(), { replace: true });
    });
  }, [run, answer, navigate]);

  const problems = finish.otherProblems();
  const dead = problems.length > 0 || finish.error !== null;
  return (
    <Page
      narrow
      title={dead ? texts.deadTitle : texts.title}
      {...(!dead && { lead: texts.lead })}
      art={<Cairn lit={!dead} size="medium" />}
    >
      {dead ? (
        <Card>
          {finish.error && <ErrorState {...finish.error} />}
          {problems.length > 0 && (
            <Alert tone="warn" live>
              {problems.join(" ")}
            </Alert>
          )}
          <ButtonLink to="/logg-inn" variant="primary" wide>
            {texts.toSignIn}
          </ButtonLink>
          <ButtonLink to="/konto/innlogging" variant="quiet" wide>
            {texts.toAccount}
          </ButtonLink>
        </Card>
      ) : (
        <Skeleton of="cards" count={1} />
      )}
    </Page>
  );
}
