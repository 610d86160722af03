import type { Language } from "@varde/domain";
import { escapeHtml, plainText } from "../html.js";

/** A piece of a mail. Its texts may come from anybody: they are shown as text, whatever they hold. */
export type LetterPart =
  | { kind: "text"; text: string }
  | { kind: "list"; items: readonly string[] }
  /** what somebody else wrote, set apart from what we say */
  | { kind: "quote"; title: string | null; text: string };

/** `label` says what is behind `url`, which is one of ours. */
export type LetterLink = { label: string; url: string };

/** A mail before it is laid out. The subject, and the first part as a preview, may stand on a lock screen. */
export type Letter = {
  language: Language;
  subject: string;
  parts: readonly LetterPart[];
  button?: LetterLink;
  after?: readonly LetterPart[];
  footer: {
    /** why one gets it */
    why: string;
    /** where it is told what is known of whoever gets it */
    about?: LetterLink;
    /** where one click ends mails like it */
    off?: LetterLink;
  };
};

export type RenderedLetter = { subject: string; text: string; html: string };

const lines = (text: string): string => escapeHtml(text).replaceAll("\n", "<br>\n");

/** An address for a link. Throws for anything a browser would run instead of open. */
function href(url: string): string {
  const { protocol } = new URL(url);
  if (protocol !== "https:" && protocol !== "http:") throw new Error("a mail links to pages only");
  return escapeHtml(url);
}

const FONT = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const P = `margin:0 0 16px;font-size:16px;line-height:1.5`;

function partHtml(part: LetterPart): string {
  if (part.kind === "text") return `<p style="${P}">${lines(part.text)}</p>`;
  if (part.kind === "list") {
    const items = part.items.map((item) => `<li style="margin:0 0 8px">${lines(item)}</li>`).join("\n");
    return `<ul style="${P};padding:0 0 0 20px">\n${items}\n</ul>`;
  }
  const title = part.title === null ? "" : `<p style="${P};font-weight:600">${lines(part.title)}</p>\n`;
  return `<div class="quote" style="margin:0 0 16px;padding:16px 16px 0;border-left:4px solid #1a6b66;background:#eef5f3">\n${title}<p style="${P}">${lines(part.text)}</p>\n</div>`;
}

function partText(part: LetterPart): string {
  if (part.kind === "text") return plainText(part.text);
  if (part.kind === "list") return part.items.map((item) => `- ${plainText(item)}`).join("\n");
  return ["* * *", ...(part.title === null ? [] : [plainText(part.title)]), plainText(part.text), "* * *"].join("\n\n");
}

const linkText = ({ label, url }: LetterLink): string => `${plainText(label)}:\n${url}`;

// a program that knows nothing of these shows the light colours that stand on the elements
const DARK = `@media (prefers-color-scheme: dark) {
body, .page { background: #14211f !important; color: #e8efed !important }
.sheet { background: #1d2b29 !important; color: #e8efed !important }
.quote { background: #243532 !important; border-color: #6fc2ba !important }
.foot, .foot a { color: #b3c2bf !important }
.button { background: #8fd6ce !important; color: #0c1a18 !important }
}`;

/**
 * A mail as text and as simple HTML: no tables, nothing fetched, nothing that tells whether it was read. Both say the same;
 * programs without HTML show the text.
 */
export function renderLetter({ language, subject, parts, button, after = [], footer }: Letter): RenderedLetter {
  const links = [footer.off, footer.about].filter((link) => link !== undefined);
  const text = [
    ...parts.map(partText),
    ...(button ? [linkText(button)] : []),
    ...after.map(partText),
    [plainText(footer.why), ...links.map(linkText)].join("\n"),
  ].join("\n\n");
  const linked = links.map(
    ({ label, url }) => ` <a href="${href(url)}" style="color:#44524f">${escapeHtml(label)}</a>`,
  );
  const html = `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(subject)}</title>
<style>
${DARK}
</style>
</head>
<body class="page" style="margin:0;padding:16px;background:#f2f5f4;color:#14211f;${FONT}">
<div class="sheet" style="max-width:560px;margin:0 auto;padding:24px 24px 8px;background:#ffffff;color:#14211f;border-radius:12px">
${[
  ...parts.map(partHtml),
  ...(button
    ? [
        `<p style="${P}"><a class="button" href="${href(button.url)}" style="display:inline-block;padding:12px 20px;border-radius:8px;background:#1a6b66;color:#ffffff;font-weight:600;text-decoration:none">${escapeHtml(button.label)}</a></p>`,
      ]
    : []),
  ...after.map(partHtml),
].join("\n")}
</div>
<p class="foot" style="max-width:560px;margin:16px auto 0;padding:0 24px;font-size:14px;line-height:1.5;color:#44524f">${lines(footer.why)}${linked.join(" ·")}</p>
</body>
</html>
`;
  return { subject: plainText(subject), text: `${text}\n`, html };
}
