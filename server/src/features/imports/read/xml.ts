import { SaxesParser } from "saxes";
import { FileProblem } from "./file-problem.js";

export type Attributes = Readonly<Record<string, string>>;
/** What to do at a tag; names come without their prefix. `text` is called with the text directly before the closing tag. */
export type XmlHandlers = {
  open?(name: string, attributes: Attributes): void;
  close?(name: string, text: string): void;
};

/** No tag or text of a spreadsheet is longer; a longer one would be held in memory as a whole. */
const MOST_WITHOUT_EVENT = 1024 * 1024;

const localName = (name: string): string => name.slice(name.indexOf(":") + 1);

function localAttributes(attributes: Attributes): Attributes {
  const local: Record<string, string> = {};
  for (const name in attributes) local[localName(name)] = attributes[name] ?? "";
  return local;
}

/** Reads UTF-8 XML piece by piece; `each` is called after every piece. Throws `FileProblem` for what a spreadsheet never holds. */
export async function* readXml<T>(
  parts: AsyncIterable<Buffer>,
  handlers: XmlHandlers,
  each: () => Iterable<T>,
): AsyncGenerator<T> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const parser = new SaxesParser({ position: false, xmlns: false } as const);
  let text = "";
  let quiet = 0;
  parser.on("error", () => {
    throw new FileProblem("DAMAGED_WORKBOOK");
  });
  // entities of one's own are how a small file becomes a large one
  parser.on("doctype", () => {
    throw new FileProblem("DAMAGED_WORKBOOK");
  });
  parser.on("opentag", (tag) => {
    [text, quiet] = ["", 0];
    handlers.open?.(localName(tag.name), localAttributes(tag.attributes));
  });
  const addText = (more: string): void => {
    text += more;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", (tag) => {
    handlers.close?.(localName(tag.name), text);
    [text, quiet] = ["", 0];
  });
  let any = false;
  for await (const bytes of parts) {
    any = true;
    quiet += bytes.length;
    if (quiet > MOST_WITHOUT_EVENT) throw new FileProblem("DAMAGED_WORKBOOK");
    parser.write(decoder.decode(bytes, { stream: true }));
    yield* each();
  }
  // a part that a workbook can do without
  if (!any) return;
  parser.write(decoder.decode());
  parser.close();
  yield* each();
}

/** Reads a small part to its end. */
export async function walkXml(parts: AsyncIterable<Buffer>, handlers: XmlHandlers): Promise<void> {
  const nothing: Iterable<never> = [];
  await readXml(parts, handlers, () => nothing).next();
}
