import type { RouteObject } from "react-router";

export { HelpDialog } from "./HelpDialog";

export const routes: RouteObject[] = [{ path: "hjelp", lazy: () => import("./HelpPage") }];
