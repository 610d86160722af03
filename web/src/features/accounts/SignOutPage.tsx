import { SignOutDocument } from "../../../../graphql/generated/graphql";
import { loadEngine } from "../../app/offline/load";
import { useAction } from "../../app/useAction";
import { useTexts } from "../../texts";
import { Button, ButtonLink, Card, ErrorState, FormActions, Page } from "../../ui";

/** The way out, by a press: an address alone must not be able to sign anybody out. */
export function Component() {
  const texts = useTexts().accounts.signOut;
  const out = useAction(SignOutDocument);

  async function leave(): Promise<void> {
    const left = await out.run({});
    // also when the server cannot be asked: whoever picks up the device reads nothing
    await (await loadEngine())?.forgetAll();
    if (!left) return;
    // a new page, so that nothing of what was shown stays in memory
    location.assign("/logg-inn");
  }

  return (
    <Page narrow title={texts.title} lead={texts.body}>
      <Card>
        {out.error && <ErrorState {...out.error} />}
        <FormActions>
          <Button variant="primary" busy={out.busy} onClick={() => void leave()}>
            {texts.act}
          </Button>
          <ButtonLink to="/" variant="quiet">
            {texts.stay}
          </ButtonLink>
        </FormActions>
      </Card>
    </Page>
  );
}
