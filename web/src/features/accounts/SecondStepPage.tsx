import type { SecondStep_SecondStepFragment } from "../../../../graphql/generated/graphql";
import { useAllTexts } from "../../texts";
import { ButtonLink, Cairn, Card, Page } from "../../ui";
import SecondStep from "./SecondStep";
import { tellSignedIn } from "./signed-in-elsewhere";

/** Between the link and the app, for who has a second factor: one field, and the way on without the phone. */
export default function SecondStepPage({
  step,
  onDone,
}: {
  step: SecondStep_SecondStepFragment;
  onDone: () => Promise<void>;
}) {
  const texts = useAllTexts().factors.step;
  const first = step.name.split(" ")[0] ?? step.name;
  return (
    <Page
      narrow
      title={texts.title(first)}
      lead={step.passkey ? texts.leadKey : texts.lead}
      art={<Cairn size="medium" />}
    >
      <Card>
        <SecondStep
          step={step}
          onDone={async () => {
            tellSignedIn();
            await onDone();
          }}
        />
        <ButtonLink to="/logg-ut" variant="plain" wide>
          {texts.other}
        </ButtonLink>
      </Card>
    </Page>
  );
}
