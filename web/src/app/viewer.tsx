import { createContext, useContext, type ReactNode } from "react";
import type { Language, LevelTerm } from "@varde/domain";
import type { SecurePage_FactorDemandFragment } from "../../../graphql/generated/graphql";
import type { Catalogue } from "../texts";

export type Role = keyof Catalogue["app"]["seat"]["roles"];

/** An office one may act in. `shortName` is neutral and may stand on a lock screen. */
export type ViewerSeat = {
  id: string;
  role: Role;
  unitKind: "ORGANIZATION" | "REGION" | "CHAPTER";
  unitName: string;
  shortName: string;
  organizationId: string;
  organizationName: string;
  regionId: string | null;
  chapterId: string | null;
  /** First day it no longer holds; null for no end. */
  validTo: string | null;
};

/** What every page shows of the organization acted in. */
export type ViewerOrganization = {
  levelTerm: LevelTerm;
  /** Those one may choose. */
  languages: readonly Language[];
  /** `#rrggbb`; null for the app's own. */
  mainColour: string | null;
};

/** Who is signed in, and the one seat they act in now. */
export type Viewer = {
  account: { id: string; name: string };
  seat: ViewerSeat;
  /** All seats one may switch between, the present one included. */
  seats: readonly ViewerSeat[];
  capabilities: readonly string[];
  /** Mails about new tasks and deadlines are sent. */
  digestEnabled: boolean;
  /** The demo federation: a mailbox page, invented people. */
  demo: boolean;
  /** None without a seat, and on a device that kept its day before there was one. */
  organization?: ViewerOrganization | null;
  /** What the seat lacks before it sees members, and the first day its certificate is too old; none where nothing is asked. */
  papers?: { lacks: readonly ("ATTEST" | "DECLARATION")[]; attestUntil?: string | null } | null;
  /** A second factor the seat asks for, and the day from which it is nothing without; none on a device that kept its day. */
  demand?: SecurePage_FactorDemandFragment | null;
};

const ViewerContext = createContext<Viewer | null>(null);

export function ViewerProvider({ value, children }: { value: Viewer; children: ReactNode }) {
  return <ViewerContext value={value}>{children}</ViewerContext>;
}

export function useViewer(): Viewer {
  const viewer = useContext(ViewerContext);
  if (!viewer) throw new Error("useViewer is used outside ViewerProvider");
  return viewer;
}

/** Whether the seat has the capability, as the server said. It decides what is shown, never what is allowed. */
export function useCan(capability: string): boolean {
  return useViewer().capabilities.includes(capability);
}
