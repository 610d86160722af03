import { Link } from "react-router";
import { readFragment, type FragmentType } from "../../../../graphql/generated";
import { LookUpRow_LookUpFragmentDoc, SeeLookUpsDocument } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { useAction } from "../../app/useAction";
import { useTexts } from "../../texts";
import { Alert, Button } from "../../ui";

type Props = { lookUps: readonly FragmentType<typeof LookUpRow_LookUpFragmentDoc>[]; onSeen: () => void };

/** To a chapter's leader: that national has looked members up, whom and why, until it is seen. */
export function LookedUpNotice({ lookUps: masked, onSeen }: Props) {
  const texts = useTexts().workday.lookedUp;
  const format = useFormat();
  const see = useAction(SeeLookUpsDocument);
  if (masked.length === 0) return null;
  const lookUps = masked.map((one) => readFragment(LookUpRow_LookUpFragmentDoc, one));
  const ids = lookUps.map(({ id }) => id);
  return (
    <Alert
      tone="info"
      title={texts.title(lookUps.length)}
      action={
        <Button variant="quiet" busy={see.busy} onClick={() => void see.run({ ids }).then(onSeen)}>
          {texts.seen}
        </Button>
      }
    >
      {lookUps.map(({ id, member, byName, openedAt, reason, words }) => (
        <p key={id}>
          {member && <Link to={`/medlemmer/${member.id}`}>{member.name}</Link>}{" "}
          {texts.line(byName, format.moment(openedAt), texts.reasons[reason], words)}
        </p>
      ))}
      <p>
        {texts.lead} <Link to="/oppslag">{texts.all}</Link>
      </p>
    </Alert>
  );
}
