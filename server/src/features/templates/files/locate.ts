import { parse } from "@humanwhocodes/momoa";
import type { ValueNode } from "@humanwhocodes/momoa";

/** A place in a file, as an editor counts: both from 1. */
export type Place = { line: number; column: number };
export type FileFault = Place & { path: string[]; code: "NOT_JSON" | "TOO_DEEP" | "TWICE" | "RESERVED" | "NO_TEXT" };
export type Located = { value: unknown; at: (path: readonly PropertyKey[], key?: boolean) => Place };

/** How deep a definition may be nested; ours is at most eight. */
const MAX_DEPTH = 32;
// names that mean something to the language itself: nothing of ours is called so
const RESERVED = new Set(["__proto__", "constructor", "prototype"]);
// half of a pair of surrogates, and NUL: no text in the database holds them
const NO_TEXT = /\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

const BRACKETS: Readonly<Record<string, number>> = { "{": 1, "[": 1, "}": -1, "]": -1 };

/**
 * Where it becomes too deep, without recursion: the parser's own would end the process' stack. Or where a text holds a
 * control sign, which the parser lets by.
 */
function scan(text: string): FileFault | null {
  let [depth, line, lineStart, inString] = [0, 1, 0, false];
  for (let i = 0; i < text.length; i += 1) {
    const sign = text[i]!;
    const fault = (code: FileFault["code"]) => ({ code, path: [], line, column: i - lineStart + 1 });
    if (inString) {
      if (sign < " ") return fault("NOT_JSON");
      if (sign === "\\") i += 1;
      else if (sign === '"') inString = false;
    } else if (sign === "\n") [line, lineStart] = [line + 1, i + 1];
    else if (sign === '"') inString = true;
    else depth += BRACKETS[sign] ?? 0;
    if (depth > MAX_DEPTH) return fault("TOO_DEEP");
  }
  return null;
}

/** An empty path is the whole; the place of a name rather than of its value with `key`. */
function placeIn(body: ValueNode, path: readonly PropertyKey[], key: boolean): Place {
  let [node, place] = [body, body.loc.start];
  for (const [i, step] of path.entries()) {
    if (node.type === "Object") {
      const member = node.members.find(({ name }) => name.type === "String" && name.value === step);
      if (!member) break;
      node = member.value;
      place = key && i === path.length - 1 ? member.loc.start : node.loc.start;
    } else if (node.type === "Array") {
      const element = node.elements[Number(step)];
      if (!element) break;
      node = element.value;
      place = node.loc.start;
    } else break;
  }
  return { line: place.line, column: place.column };
}

/** The value of a tree without names that are reserved or stand twice; those become faults. */
function evaluate(node: ValueNode, path: string[], faults: FileFault[]): unknown {
  const fault = (code: FileFault["code"], at: Place, name?: string) =>
    faults.push({ code, path: name === undefined ? path : [...path, name], line: at.line, column: at.column });
  switch (node.type) {
    case "Object": {
      const value: Record<string, unknown> = {};
      for (const { name, value: child, loc } of node.members) {
        const key = name.type === "String" ? name.value : name.name;
        if (RESERVED.has(key)) fault("RESERVED", loc.start, key);
        else if (NO_TEXT.test(key)) fault("NO_TEXT", loc.start);
        else if (Object.hasOwn(value, key)) fault("TWICE", loc.start, key);
        else value[key] = evaluate(child, [...path, key], faults);
      }
      return value;
    }
    case "Array":
      return node.elements.map((element, i) => evaluate(element.value, [...path, String(i)], faults));
    case "String":
      if (NO_TEXT.test(node.value)) fault("NO_TEXT", node.loc.start);
      return node.value;
    case "Number":
    case "Boolean":
      return node.value;
    case "Null":
      return null;
    default:
      fault("NOT_JSON", node.loc.start);
      return null;
  }
}

const isPlace = (error: unknown): error is Place =>
  typeof (error as Partial<Place>).line === "number" && typeof (error as Partial<Place>).column === "number";

/** The last place of a text. */
function endOf(text: string): Place {
  const lines = text.split("\n");
  return { line: lines.length, column: lines.at(-1)!.length + 1 };
}

/**
 * Reads strict JSON (no comments, no comma at the end, no name twice) and keeps where everything stands. Gives the faults
 * instead when there are any: a syntax fault stands alone, since nothing after it can be understood.
 */
export function locate(text: string): Located | FileFault[] {
  const found = scan(text);
  if (found) return [found];
  let body: ValueNode;
  try {
    body = parse(text, { mode: "json" }).body;
    // a second opinion: what one of the two does not take is not JSON
    JSON.parse(text);
  } catch (error) {
    const place = isPlace(error) ? { line: error.line, column: error.column } : endOf(text);
    return [{ ...place, path: [], code: "NOT_JSON" }];
  }
  const faults: FileFault[] = [];
  const value = evaluate(body, [], faults);
  if (faults.length > 0) return faults;
  return { value, at: (path: readonly PropertyKey[], key = false) => placeIn(body, path, key) };
}
