import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  HeightRule,
  ImageRun,
  LevelFormat,
  Packer,
} from "docx";
import { PageNumber, PageOrientation, Paragraph, ShadingType, TabStopType, Table, TableCell, TableRow } from "docx";
import { TextRun, WidthType } from "docx";
import { LOCALE } from "../pdf/document.js";
import { linesOf, PAGE_WORDS } from "../print/block.js";
import type { Block, Paper, PrintColumn } from "../print/block.js";

type Part = Paragraph | Table;

/** Twentieths of a point: A4, and what is left free around the text. */
const PAGE = { width: 11_906, height: 16_838 };
const MARGIN = { upright: 1_120, landscape: 720 };
const FONT = "Arial";
const MUTED = "4A5F5C";
const LEVELS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;
const [BULLETS, NUMBERS] = ["bullets", "numbers"];
const LINE = { style: BorderStyle.SINGLE, size: 4, color: "B9C7C4" };
const FRAME = { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE };
/** Letters in a cell: with fewer in each a row is not broken where a page ends. */
const MOVED_WHOLE = 800;
/** Points in a pixel, where there are 96 of these in an inch, as `docx` counts. */
const MOST_PICTURE = { width: 600, height: 420 };

const textWidth = ({ landscape = false }: Paper): number =>
  landscape ? PAGE.height - 2 * MARGIN.landscape : PAGE.width - 2 * MARGIN.upright;

const paragraphs = (
  text: string,
  options: { bold?: boolean; quiet?: boolean; size?: number; after?: number; kept?: boolean },
): Paragraph[] =>
  linesOf(text).map(
    (line) =>
      new Paragraph({
        spacing: { after: options.after ?? 0 },
        ...(options.kept && { keepNext: true }),
        children: [
          new TextRun({
            text: line,
            ...(options.bold && { bold: true }),
            ...(options.quiet && { color: MUTED }),
            ...(options.size && { size: options.size }),
          }),
        ],
      }),
  );

function tableOf({ columns, rows, rowHeight }: Extract<Block, { kind: "table" }>, paper: Paper): Table {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => Math.floor((share / shares) * textWidth(paper)));
  const cell = (text: string, i: number, isHead: boolean) =>
    new TableCell({
      width: { size: widths[i]!, type: WidthType.DXA },
      margins: { top: 60, bottom: 60, left: 90, right: 90 },
      ...(isHead && { shading: { type: ShadingType.CLEAR, fill: "E6EFED", color: "auto" } }),
      children: paragraphs(text, { size: 18, bold: isHead }),
    });
  const titles = columns.map(({ title }: PrintColumn, i) => cell(title, i, true));
  return new Table({
    columnWidths: widths,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    borders: FRAME,
    tableLook: { firstRow: true },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: titles }),
      ...rows.map(
        (texts) =>
          new TableRow({
            cantSplit: texts.every(({ length }) => length < MOVED_WHOLE),
            ...(rowHeight && { height: { value: rowHeight * 20, rule: HeightRule.ATLEAST } }),
            children: columns.map((_, i) => cell(texts[i] ?? "", i, false)),
          }),
      ),
    ],
  });
}

function pictureOf({ bytes, type, width, height, alt, caption }: Extract<Block, { kind: "picture" }>): Paragraph[] {
  const scale = Math.min(MOST_PICTURE.width / width, MOST_PICTURE.height / height, 1);
  const image = new ImageRun({
    type,
    data: bytes,
    transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
    altText: { name: alt.slice(0, 80), title: "", description: alt },
  });
  return [
    new Paragraph({ spacing: { before: 120, after: 60 }, keepNext: caption !== null, children: [image] }),
    ...(caption ? paragraphs(caption, { quiet: true, size: 18, after: 160 }) : []),
  ];
}

/** A rule to sign on, of its own border: lines of dashes would be read aloud. */
const signatureOf = (under: readonly string[]): Paragraph[] =>
  under.flatMap((text) => [
    new Paragraph({ spacing: { before: 480 }, keepNext: true, indent: { right: 4_500 }, children: [] }),
    new Paragraph({
      indent: { right: 4_500 },
      border: { top: { style: BorderStyle.SINGLE, size: 6, color: MUTED, space: 4 } },
      children: [new TextRun({ text: linesOf(text).join(" "), color: MUTED, size: 18 })],
    }),
  ]);

function partsOf(block: Block, paper: Paper, instance: number): Part[] {
  switch (block.kind) {
    case "heading":
      return [new Paragraph({ heading: LEVELS[block.level], text: linesOf(block.text).join(" ") })];
    case "paragraph":
      return paragraphs(block.text, {
        after: 140,
        kept: block.kept ?? false,
        ...(block.quiet && { quiet: true, size: 18 }),
      });
    case "list":
      return block.items.map(
        (item) =>
          new Paragraph({
            numbering: { reference: block.numbered ? NUMBERS! : BULLETS!, level: 0, instance },
            spacing: { after: 40 },
            children: linesOf(item).map((text, i) => new TextRun({ text, ...(i > 0 && { break: 1 }) })),
          }),
      );
    case "table":
      // a table that ends a file needs a paragraph after it, and a word processor puts the cursor there
      return [tableOf(block, paper), new Paragraph({ spacing: { after: 80 }, children: [] })];
    case "signature":
      return signatureOf(block.under);
    case "picture":
      return pictureOf(block);
  }
}

const edge = (children: TextRun[], alignment: (typeof AlignmentType)[keyof typeof AlignmentType], right: number) =>
  new Paragraph({ alignment, tabStops: [{ type: TabStopType.RIGHT, position: right }], children });

function footOf(paper: Paper): Footer {
  const [page, of] = PAGE_WORDS[paper.language];
  const number = [page, PageNumber.CURRENT, of, PageNumber.TOTAL_PAGES];
  const runs = [
    new TextRun({ text: `${paper.foot ?? ""}\t`, size: 16, color: MUTED }),
    new TextRun({ children: number, size: 16, color: MUTED }),
  ];
  return new Footer({ children: [edge(runs, AlignmentType.LEFT, textWidth(paper))] });
}

const markOf = (mark: string): Header =>
  new Header({
    children: [edge([new TextRun({ text: mark, bold: true, size: 20, color: MUTED })], AlignmentType.RIGHT, 0)],
  });

const listLevel = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string, hanging: number) => [
  { level: 0, format, text, style: { paragraph: { indent: { left: hanging + 140, hanging } } } },
];
const headingStyle = (size: number, before: number, after: number) => ({
  run: { font: FONT, size, bold: true, color: "10312E" },
  paragraph: { spacing: { before, after }, keepNext: true },
});

/** A paper as a file that a word processor opens and one goes on writing in. It says what the PDF of the same blocks says. */
export async function printDocx(paper: Paper): Promise<Buffer> {
  const { landscape = false, language, title, mark } = paper;
  const margin = landscape ? MARGIN.landscape : MARGIN.upright;
  const document = new Document({
    title: mark ? `${title} (${mark.toLowerCase()})` : title,
    creator: "Varde",
    lastModifiedBy: "Varde",
    styles: {
      default: {
        document: { run: { font: FONT, size: 21, language: { value: LOCALE[language] } } },
        heading1: headingStyle(36, 0, 160),
        heading2: headingStyle(26, 280, 80),
        heading3: headingStyle(22, 200, 60),
      },
    },
    numbering: {
      config: [
        { reference: BULLETS!, levels: listLevel(LevelFormat.BULLET, "•", 260) },
        { reference: NUMBERS!, levels: listLevel(LevelFormat.DECIMAL, "%1.", 440) },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: {
              ...PAGE,
              orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: {
              top: margin,
              bottom: margin,
              left: margin,
              right: margin,
              header: margin / 2,
              footer: margin / 2,
            },
          },
        },
        ...(mark && { headers: { default: markOf(mark) } }),
        footers: { default: footOf(paper) },
        children: paper.blocks.flatMap((block, i) => partsOf(block, paper, i)),
      },
    ],
  });
  return Packer.toBuffer(document);
}
