import { AnswersResolver } from "./answers.resolver.js";
import { CheckResolver } from "./check.resolver.js";
import { ComparisonResolver } from "./comparison.resolver.js";
import { ExportOrderResolver } from "./export/orders/order.resolver.js";
import { NationalResolver } from "./national.resolver.js";
import { OverviewResolver } from "./overview.resolver.js";
import { PeersResolver } from "./peers.resolver.js";
import { TargetsResolver } from "./targets.resolver.js";

export { ChapterRef, StandingCounts } from "./counts.type.js";
export { reachKeys } from "./kept.js";
export { rhythmOf } from "./periods.js";
export { needs, SILENT_DAYS } from "./needs.service.js";
export { chapterRef, openIn, scopeOf } from "./scope.js";
export { sizeIn } from "./export/book.js";
export type { Book } from "./export/book.js";
export { csvOf, xlsxOf } from "./export/spreadsheets.js";
export { standingsExport } from "./export/http.js";
export { EXPORT_JOBS, makeOrdered, mayGoOn, ordererSessions } from "./export/orders/make-order.js";
export type { Making } from "./export/orders/make-order.js";
export { placeOrder, readOrders } from "./export/orders/order.service.js";
export { ExportProblemEnum, ExportStateEnum, RETURN_KINDS } from "./export/orders/order.type.js";
export type { ExportProblem, ExportState } from "./export/orders/order.type.js";
export { publishPeerGroups, readPeerGroups } from "./peers.js";
export type { PeerChapters } from "./peers.js";
export { publishSnapshots } from "./publish.js";
export type { PublishOptions } from "./publish.js";
export { templateStandings } from "./template-standings.service.js";
export { readTemplate as readStandingTemplate } from "./template-facts.js";
export { yearlyStandings } from "./yearly-standings.service.js";
export { YearStanding } from "./yearly-standings.type.js";
export { STANDINGS_JOBS } from "./publish.jobs.js";

export const STANDINGS_RESOLVERS = [
  ExportOrderResolver,
  ComparisonResolver,
  AnswersResolver,
  OverviewResolver,
  NationalResolver,
  CheckResolver,
  TargetsResolver,
  PeersResolver,
] as const;
