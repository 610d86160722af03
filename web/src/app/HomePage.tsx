import { lazy, Suspense, type ComponentType } from "react";
import { Skeleton } from "../ui";
import { NotFound } from "./RouteError";
import { useViewer, type Role } from "./viewer";

/**
 * What a feature's `home.tsx` exports as `home`: the front page of these roles. A chapter's is part of what every visit
 * begins with, since on a slow phone one more file is one more wait; the others are lazy.
 */
export type Home = { roles: readonly Role[]; Page: ComponentType };

const FactorNotice = lazy(() => import("../features/accounts/FactorNotice"));
const homes = Object.values(import.meta.glob<{ home: Home }>("../features/*/home.tsx", { eager: true }));

/** The front page `/`: the one page that answers the role's question. A feature brings its own by `home.tsx`. */
export function HomePage() {
  const { seat, demand } = useViewer();
  const Page = homes.find(({ home }) => home.roles.includes(seat.role))?.home.Page;
  if (!Page) return <NotFound />;
  return (
    <Suspense fallback={<Skeleton of="page" />}>
      {demand?.from && <FactorNotice from={demand.from} passkeyOnly={demand.passkeyOnly} />}
      <Page />
    </Suspense>
  );
}
