/** The rules of a main colour, apart from the first download: most visits have none. */
export { brandDeclarations as declarations } from "@varde/domain";
