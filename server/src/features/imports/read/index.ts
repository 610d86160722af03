/** Reads and writes files of members. Knows neither database nor web: bytes in, members and what to say about them out. */
export { exportRows } from "./export.js";
export { FIELDS, type Field } from "./field.js";
export { FILE_PROBLEMS, FileProblem, type FileProblemCode } from "./file-problem.js";
export { sayFileProblem } from "./file-problem.texts.js";
export { type HeaderMapping, headerKey, mapHeaders, type MapOptions, namesNationalId } from "./headers.js";
export {
  type ImportedMember,
  type Note,
  type NoteCode,
  NOTES,
  type ReadContext,
  type Reason,
  type ReasonCode,
  REASONS,
} from "./imported-member.js";
export { READ_LIMITS, type ReadLimits } from "./limits.js";
export { type ReadMember, readMember } from "./member.js";
export { type ReadOptions, readRows, type Row } from "./rows.js";
export { sayNote, sayReason } from "./row.texts.js";
export { type Delimiter, type Encoding, HEAD_BYTES, sniff, type Sniffed } from "./sniff.js";
export { readTable, type Table, type TableOptions } from "./table.js";
