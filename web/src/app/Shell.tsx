import { Suspense, useEffect, useState, type ComponentType, type ReactNode } from "react";
import { Link, Outlet, ScrollRestoration, useLocation, type RouteObject } from "react-router";
import { useTexts } from "../texts";
import { Button, Cairn, Dialog, Skeleton } from "../ui";
import { ChevronUpDownIcon, QuestionmarkDiamondIcon } from "../ui/icons";
import { useFormat } from "./format";
import { initials } from "./initials";
import { NAVIGATION, SEAT_PATH, standsUnder } from "./navigation";
import { QueueLine } from "./offline/QueueLine";
import { PapersLine } from "./PapersLine";
import { onSessionEnded } from "./session-events";
import { UndoProvider } from "./undo";
import { useWarm } from "./useWarm";
import { useViewer } from "./viewer";
import "./shell.css";

export type HelpDialogComponent = ComponentType<{ open: boolean; onClose: () => void }>;

type ShellProps = {
  pages: readonly RouteObject[];
  signIn?: (done: () => void) => ReactNode;
  HelpDialog?: HelpDialogComponent;
};

/** Where every signed-in page lives: rail at the desk, bar on the phone, the page between. */
export function Shell({ pages, signIn, HelpDialog }: ShellProps) {
  const texts = useTexts().app;
  useWarm(pages);
  const [helping, setHelping] = useState(false);
  const onHelp = (): void => setHelping(true);
  return (
    <div className="v-shell">
      <a href="#innhold" className="v-skip">
        {texts.skipToContent}
      </a>
      <Rail onHelp={onHelp} />
      <main id="innhold" className="v-main" tabIndex={-1}>
        <SeatLine onHelp={onHelp} />
        <PapersLine />
        <QueueLine />
        <UndoProvider>
          <Suspense fallback={<Skeleton of="page" />}>
            <Outlet />
          </Suspense>
        </UndoProvider>
      </main>
      {HelpDialog && <HelpDialog open={helping} onClose={() => setHelping(false)} />}
      <SignInAgain render={signIn} />
      <ScrollRestoration />
    </div>
  );
}

function Rail({ onHelp }: { onHelp: () => void }) {
  const texts = useTexts().app;
  const viewer = useViewer();
  const { account, seat, seats } = viewer;
  const { pathname } = useLocation();
  return (
    <header className="v-rail">
      <Link to="/" className="v-rail__mark" aria-label={texts.name}>
        <Cairn lit size="mark" />
        <span className="v-rail__name">{texts.name}</span>
      </Link>
      <nav aria-label={texts.nav.label}>
        <ul className="v-rail__list">
          {NAVIGATION[seat.role].map((entry) => (
            <li key={entry.to}>
              <Link
                to={entry.to}
                className="v-rail__link"
                aria-current={standsUnder(entry, pathname) ? "page" : undefined}
              >
                <span className="v-rail__icon">
                  <entry.icon aria-hidden fontSize="1.5rem" />
                </span>
                <span>{texts.nav[entry.word]}</span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <button type="button" className="v-rail__link v-rail__help" onClick={onHelp}>
        <span className="v-rail__icon">
          <QuestionmarkDiamondIcon aria-hidden fontSize="1.5rem" />
        </span>
        <span>{texts.help}</span>
      </button>
      <Link to={seats.length > 1 ? SEAT_PATH : "/konto"} className="v-rail__seat">
        <span className="v-disc" aria-hidden>
          {initials(account.name)}
        </span>
        <span className="v-rail__who">
          <span className="v-rail__person">{account.name}</span>
          <span className="v-rail__unit">
            {seat.unitKind === "ORGANIZATION" ? texts.seat.national : seat.shortName}
          </span>
          {seats.length > 1 && <span className="v-hidden">{texts.seat.switch}</span>}
        </span>
        {seats.length > 1 && <ChevronUpDownIcon aria-hidden fontSize="1.25rem" />}
      </Link>
    </header>
  );
}

/** On the phone: whose desk this is, which day, and the way to oneself. */
function SeatLine({ onHelp }: { onHelp: () => void }) {
  const { account, seat } = useViewer();
  const texts = useTexts().app;
  const format = useFormat();
  return (
    <div className="v-seat-line">
      <span>
        {/* somebody may be reading over the shoulder: the neutral name */}
        <span className="v-seat-line__unit">{seat.shortName}</span>
        <span className="v-seat-line__day">{format.day(format.today())}</span>
      </span>
      <Button variant="plain" icon={QuestionmarkDiamondIcon} iconOnly onClick={onHelp} className="v-seat-line__help">
        {texts.help}
      </Button>
      <Link to="/mer" className="v-disc v-disc--link">
        <span aria-hidden>{initials(account.name).slice(0, 1)}</span>
        <span className="v-hidden">{texts.seat.actingAs(account.name, seat.unitName)}</span>
      </Link>
    </div>
  );
}

/** The session ended under an open page: sign in over it, and nothing that was written is lost. */
function SignInAgain({ render }: { render: ((done: () => void) => ReactNode) | undefined }) {
  const [needed, setNeeded] = useState(false);
  const texts = useTexts().app.signIn;
  const { pathname } = useLocation();
  useEffect(() => onSessionEnded(() => setNeeded(true)), []);
  const done = (): void => setNeeded(false);
  if (!render) return null;
  return (
    <Dialog keep open={needed} onClose={done} title={texts.neededTitle} actions={<></>}>
      <p>{texts.neededBody}</p>
      <div key={pathname}>{render(done)}</div>
    </Dialog>
  );
}
