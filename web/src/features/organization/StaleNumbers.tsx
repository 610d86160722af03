import { Link } from "react-router";
import { readFragment, type FragmentType } from "../../../../graphql/generated";
import { StaleNumbers_OrganizationFragmentDoc } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { useCan } from "../../app/viewer";
import { useAllTexts } from "../../texts";
import { isStale } from "./checked-numbers";
import "./organization.css";

/** Quietly, to who can do something about it: numbers in the safe frame that nobody has called for half a year. */
export function StaleNumbers({
  organization,
}: {
  organization: FragmentType<typeof StaleNumbers_OrganizationFragmentDoc>;
}) {
  const { crisisContacts } = readFragment(StaleNumbers_OrganizationFragmentDoc, organization);
  const texts = useAllTexts().settings;
  const { today, number } = useFormat();
  const mayWrite = useCan("SETTINGS_WRITE");
  const stale = crisisContacts.filter(({ checkedOn }) => isStale(checkedOn, today())).length;
  if (!mayWrite || stale === 0) return null;
  return (
    <p className="v-stale-numbers">
      <Link to="/innstillinger">{texts.stale(number(stale), stale === 1)}</Link>
    </p>
  );
}
