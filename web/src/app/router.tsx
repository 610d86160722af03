import type { ComponentType, ReactNode } from "react";
import { createBrowserRouter, Outlet, type RouteObject } from "react-router";
import { Skeleton } from "../ui";
import { HomePage } from "./HomePage";
import { NotFound, RouteError } from "./RouteError";
import { Shell, type HelpDialogComponent } from "./Shell";

type FeatureRoutes = {
  /** Inside the shell, for those who are signed in. */
  routes?: RouteObject[];
  /** Outside it: sign-in, invitations, links in mails. */
  publicRoutes?: RouteObject[];
  /** Of the accounts feature alone. */
  Session?: SessionComponent;
  /** Of the accounts feature alone: the sign-in shown over a page whose session ended; `done` takes it away. */
  signIn?: (done: () => void) => ReactNode;
  /** Of the help feature alone: «Slik gjør du», over whichever page asks. */
  HelpDialog?: HelpDialogComponent;
};

/** Asks who is signed in and gives the viewer, the client and the pages inside; else shows the sign-in. */
export type SessionComponent = ComponentType<{ children: ReactNode }>;

const features = Object.values(import.meta.glob<FeatureRoutes>("../features/*/routes.tsx", { eager: true }));

/** A page that breaks takes only its own place. */
function guarded(routes: readonly RouteObject[]): RouteObject[] {
  return routes.map((route) => ({ ErrorBoundary: RouteError, ...route }) as RouteObject);
}

function Loading() {
  return (
    <div className="v-main">
      <Skeleton of="page" />
    </div>
  );
}

/** What one reaches without signing in. */
export const publicPages: readonly RouteObject[] = features.flatMap((feature) => feature.publicRoutes ?? []);

/** What stands in the shell. */
export const pages: readonly RouteObject[] = [
  { index: true, Component: HomePage },
  ...features.flatMap((feature) => feature.routes ?? []),
  { path: "mer", lazy: () => import("./MorePage") },
];

/** Every page by its URL. Features contribute theirs by `routes.tsx`; nothing is listed twice. */
export function createRouter() {
  const Session = features.find((feature) => feature.Session)?.Session;
  if (!Session) throw new Error("no feature brings the session");
  const signIn = features.find((feature) => feature.signIn)?.signIn;
  const HelpDialog = features.find((feature) => feature.HelpDialog)?.HelpDialog;
  return createBrowserRouter([
    {
      HydrateFallback: Loading,
      ErrorBoundary: RouteError,
      children: [
        { element: <Outlet />, children: guarded(publicPages) },
        {
          element: (
            <Session>
              <Shell pages={pages} {...(signIn && { signIn })} {...(HelpDialog && { HelpDialog })} />
            </Session>
          ),
          children: [...guarded(pages), { path: "*", Component: NotFound }],
        },
      ],
    },
  ]);
}
