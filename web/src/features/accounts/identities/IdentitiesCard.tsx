import { useState } from "react";
import { readFragment, type FragmentType } from "../../../../../graphql/generated";
import { IdentitiesCard_FactorsFragmentDoc, RemoveIdentityDocument } from "../../../../../graphql/generated/graphql";
import { useFormat } from "../../../app/format";
import { useAction } from "../../../app/useAction";
import { useAllTexts } from "../../../texts";
import { Alert, Button, Card, Dialog, ErrorState } from "../../../ui";
import { useProvider } from "./useProvider";
import "./identities.css";

type Props = { factors: FragmentType<typeof IdentitiesCard_FactorsFragmentDoc>; onChanged: () => void };
type Asked = { id: string; provider: string };

/** Sign-ins at another provider: what is connected, and the way to connect one. Nothing where the installation has none. */
export function IdentitiesCard({ factors, onChanged }: Props) {
  const { provider, identities } = readFragment(IdentitiesCard_FactorsFragmentDoc, factors);
  const texts = useAllTexts().identities;
  const format = useFormat();
  const link = useProvider("LINK");
  const remove = useAction(RemoveIdentityDocument);
  const [asked, setAsked] = useState<Asked | null>(null);
  const here = identities.some((identity) => identity.provider === provider);
  if (provider === null && identities.length === 0) return null;

  async function takeAway({ id }: Asked): Promise<void> {
    // before the factor is asked for: one dialog at a time
    setAsked(null);
    if (await remove.run({ id })) onChanged();
  }
  return (
    <Card title={texts.title}>
      {identities.map((identity) => (
        <div key={identity.id} className="a-identity">
          <p>
            <strong>{identity.provider}</strong>
            <br />
            {texts.linked(format.moment(identity.linkedAt))}.{" "}
            {identity.lastUsedAt === null ? texts.unused : texts.used(format.moment(identity.lastUsedAt))}.
          </p>
          <Button variant="quiet" busy={remove.busy} onClick={() => setAsked(identity)}>
            {texts.remove(identity.provider)}
          </Button>
        </div>
      ))}
      {provider !== null && !here && (
        <>
          <p>{texts.none(provider)}</p>
          <div>
            <Button variant="secondary" busy={link.busy} onClick={() => void link.go()}>
              {texts.link(provider)}
            </Button>
          </div>
        </>
      )}
      {[link.error, remove.error].map((error) => error && <ErrorState key={error.code} {...error} />)}
      {link.problems.length > 0 && (
        <Alert tone="warn" live>
          {link.problems.join(" ")}
        </Alert>
      )}
      <Dialog
        open={asked !== null}
        onClose={() => setAsked(null)}
        title={texts.removeTitle(asked?.provider ?? "")}
        actions={
          <>
            <Button variant="quiet" onClick={() => setAsked(null)}>
              {texts.keep}
            </Button>
            <Button variant="danger" onClick={() => asked && void takeAway(asked)}>
              {texts.remove(asked?.provider ?? "")}
            </Button>
          </>
        }
      >
        <p>{texts.removeBody}</p>
      </Dialog>
    </Card>
  );
}
