export { TemplateFileResolver } from "./template-file.resolver.js";
export { SCHEMA_PATH, templateFileSchema } from "./template-file.rules.js";
