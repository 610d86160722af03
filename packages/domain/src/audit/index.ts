/** The auditor of published counts; for tests. */
export { ContradictionError, UndecidedError, narrowCells } from "./tables.js";
export type { AtMost, AuditOptions, Insider, Knowledge, Narrow, Range, Sum } from "./tables.js";
export { boardsOf, cellName, knowledgeOf, tellsOfFew, truthOf } from "./published.js";
export type { AuditCount, AuditShare, AuditUnit, PublishedTables } from "./published.js";
export { randomFederation } from "./random-federation.js";
export type { RandomFederation } from "./random-federation.js";
export { tellsOfParts } from "./survey.js";
export type { AuditGroup } from "./survey.js";
