import { inflateSync } from "node:zlib";
import yauzl from "yauzl";

/** A CSV file of ours as rows of texts. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, cell = "", end = ""] of text.replace(/^\uFEFF/, "").matchAll(/("(?:[^"]|"")*"|[^;\r\n]*)(;|\r\n)/g)) {
    rows.at(-1)!.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === "\r\n") rows.push([]);
  }
  return rows.slice(0, -1);
}

const XML = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'" } as const;
const unescaped = (text: string): string =>
  text
    .replace(/&#(x?)([0-9a-f]+);/gi, (_, hex: string, code: string) =>
      String.fromCodePoint(parseInt(code, hex ? 16 : 10)),
    )
    .replace(/&\w+;/g, (entity) => XML[entity as keyof typeof XML] ?? entity);

/** The parts of a zip by name. */
async function unzip(bytes: Buffer): Promise<Map<string, string>> {
  const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true });
  const parts = new Map<string, string>();
  for await (const entry of zip.eachEntry()) {
    const stream = await zip.openReadStreamPromise(entry);
    const pieces: Buffer[] = [];
    for await (const piece of stream) pieces.push(piece as Buffer);
    parts.set(entry.fileName, Buffer.concat(pieces).toString("utf8"));
  }
  return parts;
}

export type Sheet = { name: string; rows: string[][] };

/** The sheets of an Excel file as texts, and whether any cell holds a formula. */
export async function readXlsx(bytes: Buffer): Promise<{ sheets: Sheet[]; formulas: boolean }> {
  const parts = await unzip(bytes);
  const shared = [...(parts.get("xl/sharedStrings.xml") ?? "").matchAll(/<si>(.*?)<\/si>/gs)].map(([, si = ""]) =>
    unescaped([...si.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, t]) => t).join("")),
  );
  const names = [...(parts.get("xl/workbook.xml") ?? "").matchAll(/<sheet [^>]*?name="([^"]*)"/g)].map(
    ([, n = ""]) => n,
  );
  const cellOf = (attributes: string, inner: string): string => {
    if (attributes.includes('t="s"')) return shared[Number(/<v>(\d+)<\/v>/.exec(inner)?.[1])] ?? "";
    return unescaped(/<(?:v|t)[^>]*>(.*?)<\/(?:v|t)>/s.exec(inner)?.[1] ?? "");
  };
  const sheets = names.map((name, i) => {
    const xml = parts.get(`xl/worksheets/sheet${i + 1}.xml`) ?? "";
    const rows = [...xml.matchAll(/<row[^>]*?(?:\/>|>(.*?)<\/row>)/gs)].map(([, row = ""]) => {
      const cells: string[] = [];
      for (const [, attributes = "", inner = ""] of row.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
        const letter = /r="([A-Z])/.exec(attributes)?.[1] ?? "A";
        cells[letter.charCodeAt(0) - 65] = cellOf(attributes, inner);
      }
      return Array.from(cells, (cell) => cell ?? "");
    });
    return { name, rows };
  });
  return { sheets, formulas: [...parts.values()].some((part) => /<f[ >]/.test(part)) };
}

const CMAP_LINE = /<([0-9a-f]+)> <([0-9a-f]+)> \[(.*?)\]/g;

/** What one can read and copy out of a PDF of ours, in the order it was drawn, by way of its fonts' own tables. */
export function readPdf(bytes: Buffer): string[] {
  const raw = bytes.toString("latin1");
  const objects = new Map<string, { head: string; body: string }>();
  for (const [, id = "", whole = ""] of raw.matchAll(/(\d+) 0 obj\n(.*?)\nendobj/gs)) {
    const [head = "", stream] = whole.split("\nstream\n");
    const body = stream?.replace(/\nendstream$/, "") ?? "";
    const packed = head.includes("/FlateDecode") && body !== "";
    objects.set(id, { head, body: packed ? inflateSync(Buffer.from(body, "latin1")).toString("latin1") : body });
  }
  const fonts = new Map<string, Map<string, string>>();
  for (const [, name = "", id = ""] of raw.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id)?.head ?? "")?.[1];
    const letters = new Map<string, string>();
    for (const [, from = "", , list = ""] of (table ? objects.get(table)!.body : "").matchAll(CMAP_LINE)) {
      [...list.matchAll(/<([0-9a-f ]*)>/g)].forEach(([, code = ""], i) => {
        const units = code.replaceAll(" ", "").match(/.{4}/g) ?? [];
        const glyph = (parseInt(from, 16) + i).toString(16).padStart(4, "0");
        letters.set(glyph, String.fromCharCode(...units.map((unit) => parseInt(unit, 16))));
      });
    }
    fonts.set(name, letters);
  }
  const texts: string[] = [];
  for (const { body } of objects.values()) {
    let font = "";
    for (const [, used, array] of body.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
      if (used !== undefined) font = used;
      else {
        const glyphs = [...(array ?? "").matchAll(/<([0-9a-f]*)>/g)].map(([, hex]) => hex).join("");
        texts.push((glyphs.match(/.{4}/g) ?? []).map((glyph) => fonts.get(font)?.get(glyph) ?? "?").join(""));
      }
    }
  }
  return texts;
}
