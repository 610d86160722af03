const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text without what no reader sees: control characters, and those that turn the direction of what follows. */
export const plainText = (text: string): string =>
  text.replaceAll(/\r\n?/g, "\n").replaceAll(/(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, "");
/** Text as it stands in HTML, between tags or in a quoted attribute. */
export const escapeHtml = (text: string): string => plainText(text).replaceAll(/[&<>"']/g, (sign) => ESCAPES[sign]!);

/** What is HTML already. */
export class Html {
  constructor(readonly text: string) {}
}
type Piece = Html | string | number | false | null | undefined | readonly Piece[];

function pieceOf(piece: Piece): string {
  if (piece instanceof Html) return piece.text;
  if (Array.isArray(piece)) return piece.map(pieceOf).join("");
  return piece === false || piece === null || piece === undefined ? "" : escapeHtml(String(piece));
}

/** HTML of a page: whatever is put in is text, unless it was made by this too; what is absent or false is nothing. */
export const html = (parts: TemplateStringsArray, ...pieces: readonly Piece[]): Html =>
  new Html(parts.map((part, i) => part + (i < pieces.length ? pieceOf(pieces[i]) : "")).join(""));
