import { useState } from "react";
import { Link } from "react-router";
import { readFragment } from "../../../../graphql/generated";
import {
  GrantSettingsPage_GrantSettingsFragmentDoc,
  RulesCard_GrantRulesFragmentDoc,
} from "../../../../graphql/generated/graphql";
import { useGrantSettingsQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useFormat } from "../../app/format";
import { useAllTexts } from "../../texts";
import { Chips, ErrorState, Page, Skeleton, Stack } from "../../ui";
import { yearToCount } from "./counting-year";
import { RulesForm } from "./RulesForm";
import { TypesCard } from "./TypesCard";
import "./grant-count.css";

/** What national sets about who counts: the rules of each year, and the types of membership. */
export function Component() {
  const { grantCount, settings: all } = useAllTexts();
  const texts = grantCount.settings;
  const format = useFormat();
  const [year, setYear] = useState(() => yearToCount(format.today()));
  const [{ data, error, fetching }, retry] = useGrantSettingsQuery();
  const failure = errorOf(error);
  const again = () => retry({ requestPolicy: "network-only" });
  const settings = data && readFragment(GrantSettingsPage_GrantSettingsFragmentDoc, data.grantSettings);
  const years = settings?.rules.map((one) => readFragment(RulesCard_GrantRulesFragmentDoc, one)) ?? [];
  const rules = years.find((one) => one.year === year);
  return (
    <Page narrow title={texts.title} lead={texts.lead} crumb={<Link to="/innstillinger">{all.title}</Link>}>
      {failure && !settings && (
        <ErrorState code={failure.code} requestId={failure.requestId} busy={fetching} onRetry={again} />
      )}
      {!failure && !settings && <Skeleton of="cards" count={2} />}
      {settings && (
        <Stack>
          <Chips
            label={texts.year}
            value={String(year)}
            onChange={(chosen) => setYear(Number(chosen))}
            options={years.map((one) => ({ value: String(one.year), label: String(one.year) }))}
          />
          {rules && <RulesForm key={`${year} ${rules.rev}`} rules={rules} onChanged={again} />}
          <TypesCard types={settings.types} onChanged={again} />
        </Stack>
      )}
    </Page>
  );
}
