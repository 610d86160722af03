import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { TextItem, TextMarkedContent } from "pdfjs-dist/types/src/display/api.js";

type Node = { role?: string; type?: string; id?: string; children?: Node[] };
/** What a screen reader is told of one element: its role, its own text, and what is in it. */
export type Spoken = { role: string; text: string; children: Spoken[] };

/** The text of each marked piece of a page. What is no part of the text (`Artifact`) has no id. */
function piecesOf(items: readonly (TextItem | TextMarkedContent)[]): {
  marked: Map<string, string>;
  artifacts: string;
} {
  const marked = new Map<string, string>();
  let artifacts = "";
  const open: { tag: string; id: string | undefined }[] = [];
  for (const item of items) {
    if ("str" in item) {
      const text = item.str + (item.hasEOL && !item.str.endsWith(" ") ? " " : "");
      const { tag, id } = open.at(-1) ?? { tag: "", id: undefined };
      if (tag === "Artifact") artifacts += ` ${text}`;
      else if (id !== undefined) marked.set(id, (marked.get(id) ?? "") + text);
    } else if (item.type.startsWith("begin")) open.push({ tag: (item as { tag?: string }).tag ?? "", id: item.id });
    else open.pop();
  }
  return { marked, artifacts };
}

/**
 * Reads a PDF as it is read aloud: a tree of roles and texts for each page (an element that goes on over the page is in both), and what
 * each page repeats beside it.
 */
export async function readTagged(bytes: Uint8Array): Promise<{ pages: Spoken[]; artifacts: string[]; title: string }> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages: Spoken[] = [];
  const artifacts: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const read = piecesOf((await page.getTextContent({ includeMarkedContent: true })).items);
    artifacts.push(read.artifacts.replaceAll(/\s+/g, " ").trim());
    const spoken = (node: Node): Spoken => {
      const children = node.children ?? [];
      const own = children.filter(({ type }) => type === "content").map(({ id }) => read.marked.get(id ?? "") ?? "");
      return {
        role: node.role ?? "",
        text: own.join("").trim(),
        children: children.filter(({ role }) => role !== undefined).map(spoken),
      };
    };
    const tree = (await page.getStructTree()) as Node | null;
    pages.push(spoken(tree ?? { role: "Root" }));
  }
  const { info } = await document.getMetadata();
  await document.loadingTask.destroy();
  return { pages, artifacts, title: String((info as { Title?: string }).Title ?? "") };
}

/** All of an element's text, its parts after each other. */
export const textOf = ({ text, children }: Spoken): string =>
  [text, ...children.map(textOf)].filter((part) => part !== "").join(" ");

/** The elements of a role, in order. */
export const allOf = (node: Spoken, role: string): Spoken[] => [
  ...(node.role === role ? [node] : []),
  ...node.children.flatMap((child) => allOf(child, role)),
];
