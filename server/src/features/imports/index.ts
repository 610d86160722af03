import { ImportResolver } from "./import.resolver.js";

export { importUpload, memberExport } from "./http.js";
export { IMPORT_JOBS } from "./jobs.js";
export { FileProblem } from "./read/file-problem.js";
export { READ_LIMITS } from "./read/limits.js";
export { xlsxRows } from "./read/xlsx-rows.js";

export const IMPORT_RESOLVERS = [ImportResolver] as const;
