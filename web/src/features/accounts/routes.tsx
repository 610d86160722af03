import type { RouteObject } from "react-router";
import { PublicLayout } from "./PublicFrame";
import { SignInHere } from "./SignInHere";

export { Session } from "./Session";

/** The sign-in over a page whose session ended. */
export const signIn = (done: () => void) => <SignInHere done={done} />;

/** Outside the session: the way in, and what the links in mails lead to. */
export const publicRoutes: RouteObject[] = [
  {
    element: <PublicLayout />,
    children: [
      { path: "logg-inn", lazy: () => import("./SignInPage") },
      { path: "logg-inn/lenke", lazy: () => import("./LinkPage") },
      { path: "logg-inn/retur", lazy: () => import("./identities/ReturnPage") },
      { path: "invitasjon", lazy: () => import("./InvitationPage") },
      { path: "avmeld/:token?", lazy: () => import("./UnsubscribePage") },
      { path: "postkasse", lazy: () => import("./MailboxPage") },
      { path: "logg-ut", lazy: () => import("./SignOutPage") },
    ],
  },
];

/** Inside the shell. */
export const routes: RouteObject[] = [
  { path: "konto", lazy: () => import("./AccountPage") },
  { path: "konto/enheter", lazy: () => import("./DevicesPage") },
  { path: "konto/innsyn", lazy: () => import("./AccessPage") },
  { path: "konto/data", lazy: () => import("./MyDataPage") },
  { path: "konto/innlogging", lazy: () => import("./factors/FactorsPage") },
  { path: "konto/innlogging/kodeapp", lazy: () => import("./factors/AddAppPage") },
  { path: "rolle", lazy: () => import("./SeatPage") },
];
