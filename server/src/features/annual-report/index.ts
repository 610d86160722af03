import { AnnualReportResolver } from "./annual-report.resolver.js";

export { photoDownload, photoUpload } from "./photo-http.js";

export const ANNUAL_REPORT_RESOLVERS = [AnnualReportResolver] as const;
