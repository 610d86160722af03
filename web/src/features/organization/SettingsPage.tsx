import { readFragment } from "../../../../graphql/generated";
import { SettingsForms_OrganizationFragmentDoc } from "../../../../graphql/generated/graphql";
import { useSettingsQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useAllTexts } from "../../texts";
import { ErrorState, Page, Skeleton, Stack } from "../../ui";
import { BurdenCapCard } from "./BurdenCapCard";
import { CrisisContactsCard } from "./CrisisContactsCard";
import { MemberGoalCard } from "./MemberGoalCard";
import { OrganizationNamesCard } from "./OrganizationNamesCard";
import "./organization.css";

/** What national's administrator sets for everybody. */
export function Component() {
  const texts = useAllTexts().settings;
  const [{ data, error, fetching }, retry] = useSettingsQuery();
  const failure = errorOf(error);
  const organization = data && readFragment(SettingsForms_OrganizationFragmentDoc, data.organization);
  const again = () => retry({ requestPolicy: "network-only" });
  return (
    <Page narrow title={texts.title} lead={texts.lead}>
      {failure && !organization && (
        <ErrorState code={failure.code} requestId={failure.requestId} busy={fetching} onRetry={again} />
      )}
      {!failure && !organization && <Skeleton of="cards" count={4} />}
      {organization && (
        <Stack>
          <CrisisContactsCard organization={organization} onChanged={again} />
          <BurdenCapCard organization={organization} onChanged={again} />
          <MemberGoalCard organization={organization} onChanged={again} />
          <OrganizationNamesCard organization={organization} onChanged={again} />
        </Stack>
      )}
    </Page>
  );
}
