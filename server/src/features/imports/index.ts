import { ImportResolver } from "./import.resolver.js";

export { importUpload, memberExport } from "./http.js";
export { IMPORT_JOBS } from "./jobs.js";

export const IMPORT_RESOLVERS = [ImportResolver] as const;
