import { FONT, TILES, type Colours, type Tile } from "./look";
import type { Picture, Shape } from "./picture";

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
// XML holds no control characters and no halves of pairs
const NOT_XML = /(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]|\p{Cs}/gu;
const escaped = (text: string): string =>
  text.replace(NOT_XML, "").replace(/[&<>"]/g, (letter) => ESCAPES[letter] ?? letter);
const round = (n: number): string => String(Math.round(n * 100) / 100);

function tileSvg(id: string, { size, turn, rects, dot, ground, line }: Tile, colours: Colours): string {
  const lines = rects.map(([width, height]) => `<rect width="${width}" height="${height}" fill="${colours[line]}"/>`);
  const dots = dot === null ? "" : `<circle cx="${size / 2}" cy="${size / 2}" r="${dot}" fill="${colours[line]}"/>`;
  return (
    `<pattern id="${id}" width="${size}" height="${size}" patternUnits="userSpaceOnUse" patternTransform="rotate(${turn})">` +
    `<rect width="${size}" height="${size}" fill="${colours[ground]}"/>${lines.join("")}${dots}</pattern>`
  );
}

function shapeSvg(shape: Shape, colours: Colours): string {
  const [x, y] = [round(shape.x), round(shape.y)];
  if (shape.kind === "text") {
    const weight = shape.bold ? ' font-weight="bold"' : "";
    const anchor = shape.at ? ` text-anchor="${shape.at}"` : "";
    return `<text x="${x}" y="${y}" font-size="${shape.size}"${weight}${anchor} fill="${colours[shape.ink]}">${escaped(shape.text)}</text>`;
  }
  if (shape.kind === "path") {
    const { d, fill, line, width, dash } = shape;
    const drawn = line ? ` stroke="${colours[line]}" stroke-width="${width}"` : "";
    const dashed = dash.length > 0 ? ` stroke-dasharray="${dash.join(" ")}"` : "";
    return `<path transform="translate(${x} ${y})" d="${escaped(d)}" fill="${fill ? colours[fill] : "none"}"${drawn}${dashed}/>`;
  }
  if (shape.kind === "line") {
    return `<path d="M${x} ${y}h${round(shape.width)}" stroke="${colours.joinedLine}" stroke-width="2" stroke-dasharray="${shape.dash.join(" ")}"/>`;
  }
  const box = `x="${x}" y="${y}" width="${round(shape.width)}" height="${round(shape.height)}" rx="2"`;
  if (shape.part === "onTime") return `<rect ${box} fill="${colours.onTime}"/>`;
  return `<rect ${box} fill="url(#${shape.part})" stroke="${colours[TILES[shape.part].line]}"/>`;
}

/** The picture as an SVG file: nothing outside it is asked for, and its title and description are read aloud. */
export function pictureSvg(picture: Picture, colours: Colours): string {
  const { width, height, title, description, shapes } = picture;
  const tiles = Object.entries(TILES).map(([part, tile]) => tileSvg(part, tile, colours));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title desc" font-family="${FONT}">`,
    `<title id="title">${escaped(title)}</title>`,
    `<desc id="desc">${escaped(description)}</desc>`,
    `<defs>${tiles.join("")}</defs>`,
    `<rect width="${width}" height="${height}" fill="${colours.ground}"/>`,
    ...shapes.map((shape) => shapeSvg(shape, colours)),
    "</svg>\n",
  ].join("\n");
}
