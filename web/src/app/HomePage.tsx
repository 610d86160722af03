import { Suspense, type ComponentType, type LazyExoticComponent } from "react";
import { Skeleton } from "../ui";
import { NotFound } from "./RouteError";
import { useViewer, type Role } from "./viewer";

/** What a feature's `home.tsx` exports as `home`: the front page of these roles. */
export type Home = { roles: readonly Role[]; Page: LazyExoticComponent<ComponentType> };

const homes = Object.values(import.meta.glob<{ home: Home }>("../features/*/home.tsx", { eager: true }));

/** The front page `/`: the one page that answers the role's question. A feature brings its own by `home.tsx`. */
export function Component() {
  const { seat } = useViewer();
  const Page = homes.find(({ home }) => home.roles.includes(seat.role))?.home.Page;
  if (!Page) return <NotFound />;
  return (
    <Suspense fallback={<Skeleton of="page" />}>
      <Page />
    </Suspense>
  );
}
