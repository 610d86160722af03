import { readFragment } from "../../../../graphql/generated";
import {
  FederationSettings_FederationSettingsFragmentDoc,
  SettingsForms_OrganizationFragmentDoc,
} from "../../../../graphql/generated/graphql";
import { useSettingsQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useCan } from "../../app/viewer";
import { useAllTexts } from "../../texts";
import { ButtonLink, Card, ErrorState, Page, RowCard, Skeleton, Stack } from "../../ui";
import { BurdenCapCard } from "./BurdenCapCard";
import { FederationCards } from "./federation/FederationCards";
import type { SettingName } from "./federation/setting";
import { LastChange } from "./federation/LastChange";
import { CrisisContactsCard } from "./CrisisContactsCard";
import { MemberGoalCard } from "./MemberGoalCard";
import { OrganizationNamesCard } from "./OrganizationNamesCard";
import "./organization.css";

/** The cards in order, by their addresses on the page. */
const CONTENTS = [
  "nummer",
  "tid",
  "maal",
  "navn",
  "nivaa",
  "aldre",
  "smaa-tall",
  "kjernepakken",
  "kjernepakkens-tak",
  "spraak",
  "farge",
  "sletting",
  "lesing",
] as const;

/** What national's administrator sets for everybody. */
export function Component() {
  const { settings: texts, federation, grantCount, integrations, safePeople, year } = useAllTexts();
  const mayMakeKeys = useCan("INTEGRATION_WRITE");
  const [{ data, error, fetching }, retry] = useSettingsQuery();
  const failure = errorOf(error);
  const organization = data && readFragment(SettingsForms_OrganizationFragmentDoc, data.organization);
  const settings = data && readFragment(FederationSettings_FederationSettingsFragmentDoc, data.federationSettings);
  const again = () => retry({ requestPolicy: "network-only" });
  const changed = (of: SettingName) => settings && <LastChange of={of} changes={settings.changes} />;
  return (
    <Page narrow title={texts.title} lead={texts.lead}>
      {failure && !organization && (
        <ErrorState code={failure.code} requestId={failure.requestId} busy={fetching} onRetry={again} />
      )}
      {!failure && !organization && <Skeleton of="cards" count={6} />}
      {organization && (
        <Stack>
          <nav aria-label={federation.contents}>
            <ul className="v-settings-contents">
              {CONTENTS.map((id) => (
                <li key={id}>
                  <a href={`#${id}`}>{federation.anchors[id]}</a>
                </li>
              ))}
            </ul>
          </nav>
          <div id="nummer" className="v-setting">
            <CrisisContactsCard organization={organization} onChanged={again} />
            {changed("CRISIS_CONTACTS_CHANGED")}
          </div>
          <Card title={safePeople.title} lead={safePeople.rulesLead}>
            <ButtonLink to="/trygge-folk">{safePeople.link}</ButtonLink>
          </Card>
          <div id="tid" className="v-setting">
            <BurdenCapCard organization={organization} onChanged={again} />
            {changed("BURDEN_CAP_CHANGED")}
          </div>
          <div id="maal" className="v-setting">
            <MemberGoalCard organization={organization} onChanged={again} />
            {changed("MEMBER_GOAL_CHANGED")}
          </div>
          <div id="navn" className="v-setting">
            <OrganizationNamesCard organization={organization} onChanged={again} />
            {changed("ORGANIZATION_RENAMED")}
          </div>
          {settings && <FederationCards settings={settings} onChanged={again} />}
          <RowCard to="/innstillinger/aret" title={year.settings.link} />
          <RowCard to="/innstillinger/tilskudd" title={grantCount.settings.link} />
          {mayMakeKeys && <RowCard to="/innstillinger/nokler" title={integrations.title} />}
        </Stack>
      )}
    </Page>
  );
}
