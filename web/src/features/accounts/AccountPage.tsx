import { useState } from "react";
import { LANGUAGES } from "@varde/domain";
import { SetDigestDocument } from "../../../../graphql/generated/graphql";
import { SEAT_PATH } from "../../app/navigation";
import { SCHEMES, useScheme } from "../../app/scheme";
import { useSession } from "../../app/session";
import { useAction } from "../../app/useAction";
import { useChooseLanguage } from "../../app/useChooseLanguage";
import { useViewer } from "../../app/viewer";
import { useTexts } from "../../texts";
import {
  ButtonLink,
  Card,
  Checkbox,
  Chips,
  ErrorState,
  Page,
  RowCard,
  RowCards,
  Stack,
  VisuallyHidden,
} from "../../ui";
import { LeaveIcon, PersonGroupIcon } from "../../ui/icons";

/** Oneself: name and offices, language, colours, mails, the way out. */
export function Component() {
  const { accounts, app } = useTexts();
  const texts = accounts.account;
  const { account, seat, seats, digestEnabled } = useViewer();
  const session = useSession();
  const [language, chooseLanguage] = useChooseLanguage();
  const [scheme, setScheme] = useScheme();
  const digest = useAction(SetDigestDocument);
  // what is shown is what was pressed; a refusal takes it back
  const [wanted, setWanted] = useState<boolean | null>(null);
  const on = wanted ?? digestEnabled;

  async function turn(enabled: boolean): Promise<void> {
    setWanted(enabled);
    if (await digest.run({ enabled })) await session.refresh();
    setWanted(null);
  }

  return (
    <Page narrow title={account.name} documentTitle={texts.title} crumb={texts.title}>
      <Stack>
        <RowCards joined>
          {seats.map(({ id, role, unitName }) => (
            <RowCard
              key={id}
              to={SEAT_PATH}
              icon={PersonGroupIcon}
              title={unitName}
              status={app.seat.roles[role]}
              aside={id === seat.id && seats.length > 1 ? accounts.seats.current : undefined}
            />
          ))}
        </RowCards>
        <Card>
          <Checkbox
            label={texts.digest}
            help={texts.digestHelp}
            checked={on}
            disabled={digest.busy}
            onChange={(checked) => void turn(checked)}
          />
          <VisuallyHidden>
            <span role="status">{wanted === null ? "" : wanted ? texts.digestOn : texts.digestOff}</span>
          </VisuallyHidden>
          {digest.error && <ErrorState {...digest.error} />}
        </Card>
        <Card>
          <Chips
            label={texts.language}
            help={texts.languageHelp}
            value={language}
            onChange={chooseLanguage}
            options={LANGUAGES.map((value) => ({ value, label: app.languages[value] }))}
          />
        </Card>
        <Card>
          <Chips
            label={app.scheme.label}
            value={scheme}
            onChange={setScheme}
            options={SCHEMES.map((value) => ({ value, label: app.scheme[value] }))}
          />
        </Card>
        <div>
          <ButtonLink to="/logg-ut" variant="secondary" icon={LeaveIcon}>
            {texts.signOut}
          </ButtonLink>
        </div>
      </Stack>
    </Page>
  );
}
