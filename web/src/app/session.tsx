import type { ReactNode } from "react";
import { ApiProvider } from "./ApiProvider";
import { ViewerProvider, type Viewer } from "./viewer";

const seat: Viewer["seat"] = {
  id: "seat",
  role: "CHAPTER_LEADER",
  unitKind: "CHAPTER",
  unitName: "MHU Asker",
  shortName: "Asker",
  organizationId: "organization",
  organizationName: "Mental Helse Ungdom (demo)",
  regionId: null,
  chapterId: "chapter",
};
const viewer: Viewer = {
  account: { id: "account", name: "Jonas Berg" },
  seat,
  seats: [seat],
  capabilities: [],
  demo: true,
};

/** One fixed person, until the accounts feature brings the real session. */
export function Session({ children }: { children: ReactNode }) {
  return (
    <ApiProvider tenant={viewer.seat.id}>
      <ViewerProvider value={viewer}>{children}</ViewerProvider>
    </ApiProvider>
  );
}
