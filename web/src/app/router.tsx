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

/**
 * The first page of a visit whose script did not come breaks as it is drawn: a router that has not begun yet shows nothing at all
 * for what it could not fetch. Later it is asked for again at the next try.
 */
function broken(route: RouteObject, begun: () => boolean): RouteObject {
  const { lazy } = route;
  const children = route.children?.map((child) => broken(child, begun));
  if (typeof lazy !== "function") return { ...route, ...(children && { children }) } as RouteObject;
  const asked = lazy as () => Promise<object>;
  return {
    ...route,
    lazy: async () => {
      try {
        return await asked();
      } catch (error) {
        if (begun()) throw error;
        return {
          Component: () => {
            throw error;
          },
        };
      }
    },
  } as RouteObject;
}

/** A page that breaks takes only its own place. */
function guarded(routes: readonly RouteObject[], begun: () => boolean): RouteObject[] {
  return routes.map((route) => broken({ ErrorBoundary: RouteError, ...route } as RouteObject, begun));
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
  let router: ReturnType<typeof createBrowserRouter> | null = null;
  const begun = (): boolean => router?.state.initialized ?? false;
  router = createBrowserRouter([
    {
      HydrateFallback: Loading,
      ErrorBoundary: RouteError,
      children: [
        { element: <Outlet />, children: guarded(publicPages, begun) },
        {
          element: (
            <Session>
              <Shell pages={pages} {...(signIn && { signIn })} {...(HelpDialog && { HelpDialog })} />
            </Session>
          ),
          children: [...guarded(pages, begun), { path: "*", Component: NotFound }],
        },
      ],
    },
  ]);
  return router;
}
