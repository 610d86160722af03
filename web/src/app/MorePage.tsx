import { useTexts } from "../texts";
import { Card, Chips, DefinitionLine, Page, RowCard, RowCards, Stack } from "../ui";
import {
  BellIcon,
  BranchingIcon,
  CalendarIcon,
  ChatIcon,
  ClockDashedIcon,
  CloudSlashIcon,
  CogIcon,
  EnvelopeClosedIcon,
  HouseIcon,
  type IconType,
  LeaveIcon,
  MagnifyingGlassIcon,
  PadlockLockedIcon,
  PersonCircleIcon,
  PersonGroupIcon,
  QuestionmarkDiamondIcon,
  FilesIcon,
} from "../ui/icons";
import { InstallHint } from "./offline/InstallHint";
import { MORE_ENTRIES, SEAT_PATH, type MoreEntry } from "./navigation";
import { SCHEMES, useScheme } from "./scheme";
import { useChooseLanguage, useOfferedLanguages } from "./useChooseLanguage";
import { useViewer } from "./viewer";

const ICONS: Record<MoreEntry["word"], IconType> = {
  meetings: CalendarIcon,
  imports: FilesIcon,
  lookUp: MagnifyingGlassIcon,
  journey: BranchingIcon,
  memberNumbers: PersonGroupIcon,
  help: QuestionmarkDiamondIcon,
  year: CalendarIcon,
  chapter: HouseIcon,
  board: PersonGroupIcon,
  messages: ChatIcon,
  requests: BellIcon,
  settings: CogIcon,
  account: PersonCircleIcon,
  queue: CloudSlashIcon,
  mailbox: EnvelopeClosedIcon,
  audit: ClockDashedIcon,
  privacy: PadlockLockedIcon,
  signOut: LeaveIcon,
};

/** What is seldom needed: oneself, language, colours, and the way out. */
export function Component() {
  const texts = useTexts().app;
  const viewer = useViewer();
  const [language, setLanguage] = useChooseLanguage();
  const offered = useOfferedLanguages();
  const [scheme, setScheme] = useScheme();
  const { seat, seats } = viewer;
  return (
    <Page
      narrow
      title={texts.more.title}
      lead={`${viewer.account.name}, ${texts.seat.roles[seat.role].toLocaleLowerCase(language)}, ${seat.shortName}`}
    >
      <Stack>
        <InstallHint />
        <RowCards joined>
          {seats.length > 1 && (
            <RowCard to={SEAT_PATH} icon={PersonGroupIcon} title={texts.seat.switch} status={seat.shortName} />
          )}
          {MORE_ENTRIES.filter((entry) => entry.shown(viewer)).map(({ to, word }) => (
            <RowCard key={to} to={to} icon={ICONS[word]} title={texts.more[word]} />
          ))}
        </RowCards>
        <Card>
          <Chips
            label={texts.more.language}
            value={language}
            onChange={setLanguage}
            options={offered.map((value) => ({ value, label: texts.languages[value] }))}
          />
        </Card>
        <Card>
          <Chips
            label={texts.scheme.label}
            value={scheme}
            onChange={setScheme}
            options={SCHEMES.map((value) => ({ value, label: texts.scheme[value] }))}
          />
        </Card>
      </Stack>
      {viewer.demo && <DefinitionLine>{texts.more.demoNote}</DefinitionLine>}
    </Page>
  );
}
