import { useAllTexts } from "../../../texts";
import { Alert, Button, ErrorState } from "../../../ui";
import { useProvider } from "./useProvider";
import "./identities.css";

/** «Logg inn med …», beside the link by mail. */
export default function ProviderButton({ provider }: { provider: string }) {
  const texts = useAllTexts().identities;
  const { go, busy, error, problems } = useProvider("SIGN_IN");
  return (
    <div className="a-provider">
      <p className="a-quiet">{texts.or}</p>
      <Button variant="secondary" wide busy={busy} onClick={() => void go()}>
        {texts.enter(provider)}
      </Button>
      {error && <ErrorState {...error} />}
      {problems.length > 0 && (
        <Alert tone="warn" live>
          {problems.join(" ")}
        </Alert>
      )}
    </div>
  );
}
