import { FONT, TILES, type Colours, type Tile } from "./look";
import type { Measure, Picture, Shape } from "./picture";

/** Dots of a screen to a pixel of the picture: sharp in print. */
const SCALE = 2;

const fontOf = (size: number, bold: boolean): string => `${bold ? "bold " : ""}${size}px ${FONT}`;

function brushOf(width: number, height: number): { canvas: HTMLCanvasElement; brush: CanvasRenderingContext2D } | null {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const brush = canvas.getContext("2d");
  return brush && { canvas, brush };
}

/** Measures with the browser's own letters. */
export function letters(): Measure {
  const brush = brushOf(1, 1)?.brush;
  return (text, size, bold) => {
    if (!brush) return text.length * size * 0.55;
    brush.font = fontOf(size, bold);
    return brush.measureText(text).width;
  };
}

function hatching(brush: CanvasRenderingContext2D, tile: Tile, colours: Colours): CanvasPattern | string {
  const { size, turn, rects, dot, ground, line } = tile;
  const small = brushOf(size * SCALE, size * SCALE);
  if (!small) return colours[ground];
  small.brush.scale(SCALE, SCALE);
  small.brush.fillStyle = colours[ground];
  small.brush.fillRect(0, 0, size, size);
  small.brush.fillStyle = colours[line];
  for (const [width, height] of rects) small.brush.fillRect(0, 0, width, height);
  if (dot !== null) {
    small.brush.beginPath();
    small.brush.arc(size / 2, size / 2, dot, 0, 2 * Math.PI);
    small.brush.fill();
  }
  const pattern = brush.createPattern(small.canvas, "repeat");
  pattern?.setTransform(new DOMMatrix().rotate(turn).scale(1 / SCALE));
  return pattern ?? colours[ground];
}

const pathOf = (d: string): Path2D => new Path2D(d);

function draw(brush: CanvasRenderingContext2D, shape: Shape, colours: Colours): void {
  const { x, y } = shape;
  if (shape.kind === "text") {
    brush.font = fontOf(shape.size, shape.bold === true);
    brush.fillStyle = colours[shape.ink];
    brush.textAlign = shape.at === "end" ? "right" : shape.at === "middle" ? "center" : "left";
    brush.fillText(shape.text, x, y);
  } else if (shape.kind === "path") {
    brush.save();
    brush.translate(x, y);
    if (shape.fill) {
      brush.fillStyle = colours[shape.fill];
      brush.fill(pathOf(shape.d));
    }
    if (shape.line) {
      brush.setLineDash([...shape.dash]);
      brush.lineWidth = shape.width;
      brush.strokeStyle = colours[shape.line];
      brush.stroke(pathOf(shape.d));
    }
    brush.restore();
  } else if (shape.kind === "line") {
    brush.setLineDash([...shape.dash]);
    brush.lineWidth = 2;
    brush.strokeStyle = colours.joinedLine;
    brush.beginPath();
    brush.moveTo(x, y);
    brush.lineTo(x + shape.width, y);
    brush.stroke();
    brush.setLineDash([]);
  } else {
    const tile = shape.part === "onTime" ? null : TILES[shape.part];
    brush.fillStyle = tile ? hatching(brush, tile, colours) : colours.onTime;
    brush.beginPath();
    brush.roundRect(x, y, shape.width, shape.height, 2);
    brush.fill();
    if (!tile) return;
    brush.lineWidth = 1;
    brush.strokeStyle = colours[tile.line];
    brush.stroke();
  }
}

/**
 * The picture as a PNG file; null when the browser cannot. It is drawn shape by shape and not from the SVG: our pages load no picture
 * that is not a file of ours (`img-src 'self'`), and need not for this.
 */
export async function picturePng(picture: Picture, colours: Colours): Promise<Blob | null> {
  const made = brushOf(picture.width * SCALE, picture.height * SCALE);
  if (!made) return null;
  const { canvas, brush } = made;
  brush.scale(SCALE, SCALE);
  brush.fillStyle = colours.ground;
  brush.fillRect(0, 0, picture.width, picture.height);
  for (const shape of picture.shapes) draw(brush, shape, colours);
  return new Promise((resolve) => {
    canvas.toBlob(resolve, "image/png");
  });
}
