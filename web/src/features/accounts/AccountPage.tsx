import { NameCard } from "./NameCard";
import { SEAT_PATH } from "../../app/navigation";
import { useFormat } from "../../app/format";
import { SCHEMES, useScheme } from "../../app/scheme";
import { useChooseLanguage, useOfferedLanguages } from "../../app/useChooseLanguage";
import { useCan, useViewer } from "../../app/viewer";
import { useTexts } from "../../texts";
import { ButtonLink, Card, Chips, Page, RowCard, RowCards, Stack } from "../../ui";
import {
  BellIcon,
  CalendarIcon,
  EyeIcon,
  FilesIcon,
  LaptopIcon,
  LeaveIcon,
  PadlockLockedIcon,
  PersonGroupIcon,
} from "../../ui/icons";

/** Oneself: name and offices, mails, calendar, language, colours, the way out. */
export function Component() {
  const { accounts, app } = useTexts();
  const texts = accounts.account;
  const format = useFormat();
  const { account, seat, seats } = useViewer();
  const [language, chooseLanguage] = useChooseLanguage();
  const offered = useOfferedLanguages();
  const [scheme, setScheme] = useScheme();
  const sitsOnBoard = useCan("TOUCHPOINT_WRITE");

  return (
    <Page narrow title={account.name} documentTitle={texts.title} crumb={texts.title}>
      <Stack>
        <RowCards joined>
          {seats.map(({ id, role, unitName, validTo }) => (
            <RowCard
              key={id}
              to={SEAT_PATH}
              icon={PersonGroupIcon}
              title={unitName}
              status={
                validTo
                  ? `${app.seat.roles[role]}, ${accounts.seats.until(format.date(validTo))}`
                  : app.seat.roles[role]
              }
              aside={id === seat.id && seats.length > 1 ? accounts.seats.current : undefined}
            />
          ))}
        </RowCards>
        <RowCards joined>
          <RowCard to="/konto/innlogging" icon={PadlockLockedIcon} title={texts.factors} status={texts.factorsHelp} />
          <RowCard to="/konto/paminnelser" icon={BellIcon} title={texts.reminders} status={texts.remindersHelp} />
          {sitsOnBoard && (
            <RowCard to="/konto/kalender" icon={CalendarIcon} title={texts.calendar} status={texts.calendarHelp} />
          )}
          <RowCard to="/konto/enheter" icon={LaptopIcon} title={texts.devices} status={texts.devicesHelp} />
          <RowCard to="/konto/innsyn" icon={EyeIcon} title={texts.access} status={texts.accessHelp} />
          <RowCard to="/konto/data" icon={FilesIcon} title={texts.data} status={texts.dataHelp} />
        </RowCards>
        <NameCard />
        <Card>
          <Chips
            label={texts.language}
            help={texts.languageHelp}
            value={language}
            onChange={chooseLanguage}
            options={offered.map((value) => ({ value, label: app.languages[value] }))}
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
