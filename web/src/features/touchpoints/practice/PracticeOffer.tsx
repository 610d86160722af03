import { Suspense } from "react";
import { FinishPracticeDocument } from "../../../../../graphql/generated/graphql";
import { useAction } from "../../../app/useAction";
import { Button, ButtonLink, Card } from "../../../ui";
import { useHelpTexts } from "../../help";
import "./practice.css";

/** Met on «I dag» by who is new on a board; gone for good when it is done or declined. */
export function PracticeOffer({ onDeclined }: { onDeclined: () => void }) {
  return (
    <Suspense fallback={null}>
      <Offer onDeclined={onDeclined} />
    </Suspense>
  );
}

function Offer({ onDeclined }: { onDeclined: () => void }) {
  const texts = useHelpTexts().rehearsal;
  const decline = useAction(FinishPracticeDocument);
  return (
    <Card title={texts.offerTitle} level={2}>
      <p>{texts.offerBody}</p>
      <div className="v-coach__acts">
        <ButtonLink variant="secondary" to="/ovelse">
          {texts.offerStart}
        </ButtonLink>
        <Button
          variant="plain"
          busy={decline.busy}
          onClick={() => void decline.run({}).then((done) => done && onDeclined())}
        >
          {texts.offerSkip}
        </Button>
      </div>
    </Card>
  );
}
