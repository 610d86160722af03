import { useNavigate } from "react-router";
import { ConsumeSignInLinkDocument } from "../../../../graphql/generated/graphql";
import { takeReturnPath } from "../../app/return-path";
import { useAction } from "../../app/useAction";
import { useTexts } from "../../texts";
import { Alert, Button, ButtonLink, Cairn, Card, ErrorState, Page } from "../../ui";
import { tellSignedIn } from "./signed-in-elsewhere";
import { useFragmentToken } from "./useFragmentToken";

/** Where the link of the mail leads. It asks for one tap, so that what fetches links on its own signs nobody in. */
export function Component() {
  const texts = useTexts().accounts.link;
  const navigate = useNavigate();
  const token = useFragmentToken();
  const enter = useAction(ConsumeSignInLinkDocument);
  const refused = enter.otherProblems();

  async function signIn(): Promise<void> {
    if (!(await enter.run({ token }))) return;
    tellSignedIn();
    void navigate(takeReturnPath(), { replace: true });
  }

  const dead = token === "" ? [texts.missing] : refused;
  return (
    <Page
      narrow
      title={dead.length > 0 ? texts.deadTitle : texts.title}
      {...(dead.length === 0 && { lead: texts.body })}
      art={<Cairn lit={dead.length === 0} size="medium" />}
    >
      <Card>
        {enter.error && <ErrorState {...enter.error} />}
        {dead.length > 0 ? (
          <>
            <Alert tone="warn" live>
              {dead.map((line) => (
                <p key={line}>{line}</p>
              ))}
            </Alert>
            <ButtonLink to="/logg-inn" variant="primary" wide>
              {texts.askAgain}
            </ButtonLink>
          </>
        ) : (
          <Button variant="primary" wide busy={enter.busy} onClick={() => void signIn()}>
            {texts.enter}
          </Button>
        )}
      </Card>
    </Page>
  );
}
