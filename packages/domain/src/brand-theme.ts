/** The app's own main colour. */
export const OWN_COLOUR = "#0b5c57";

/** A colour as `#rrggbb`. */
type Hex = string;
type Lch = { l: number; c: number; h: number };
type Pair = readonly [light: Hex, dark: Hex];

const channel = (byte: number): number => {
  const part = byte / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
};
const linear = (hex: Hex): [number, number, number] => {
  const n = Number.parseInt(hex.slice(1), 16);
  return [channel(n >> 16), channel((n >> 8) & 255), channel(n & 255)];
};

/** Relative luminance, WCAG 2.2. */
const luminance = (hex: Hex): number => {
  const [r, g, b] = linear(hex);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

/** The contrast of two colours, 1 to 21, as WCAG 2.2 counts it. */
export function contrast(a: Hex, b: Hex): number {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

/** OKLCH (Björn Ottosson, 2020): lightness, chroma and hue as the eye sees them. */
function toLch(hex: Hex): Lch {
  const [r, g, b] = linear(hex);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const bb = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return {
    l: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    c: Math.hypot(a, bb),
    h: Math.atan2(bb, a),
  };
}

function toLinear({ l, c, h }: Lch): [number, number, number] {
  const [a, b] = [c * Math.cos(h), c * Math.sin(h)];
  const x = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const y = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const z = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * x - 3.3077115913 * y + 0.2309699292 * z,
    -1.2684380046 * x + 2.6097574011 * y - 0.3413193965 * z,
    -0.0041960863 * x - 0.7034186147 * y + 1.707614701 * z,
  ];
}

/** The colour on the screen; what the screen cannot show is made greyer until it can, of the same lightness and hue. */
function toHex(wanted: Lch): Hex {
  const shown = (c: number) => toLinear({ ...wanted, c }).every((part) => part > -0.0005 && part < 1.0005);
  let c = wanted.c;
  if (!shown(c)) {
    let least = 0;
    for (let step = 0; step < 14; step++) {
      const middle = (least + c) / 2;
      if (shown(middle)) least = middle;
      else c = middle;
    }
    c = least;
  }
  const byte = (part: number) => {
    const clear = Math.min(1, Math.max(0, part));
    const curved = clear <= 0.0031308 ? clear * 12.92 : 1.055 * clear ** (1 / 2.4) - 0.055;
    return Math.round(curved * 255)
      .toString(16)
      .padStart(2, "0");
  };
  return `#${toLinear({ ...wanted, c })
    .map(byte)
    .join("")}`;
}

/** Colours that others are read on, light and dark; in the lightness of the app's own. */
const GROUNDS = {
  page: ["#eff5f4", "#0d1a19"],
  surface: ["#ffffff", "#162c2a"],
  sunk: ["#e8f0ef", "#11211f"],
  tint: ["#e0ebea", "#1d3a38"],
  "tint-strong": ["#cddddc", "#31605b"],
} as const satisfies Record<string, Pair>;
type Ground = keyof typeof GROUNDS;

/** Ornament that carries no meaning alone. */
const ORNAMENT: Record<string, Pair> = {
  hairline: ["#d7e3e1", "#274744"],
  rest: ["#c3d9d6", "#2f5551"],
  "card-edge": ["#ffffff00", "#21403d"],
  "hill-1": ["#dfeae8", "#14302d"],
  "hill-2": ["#cfe0dd", "#1d3d3a"],
  "stone-1": ["#0b5c57", "#5f918d"],
  "stone-2": ["#2b7570", "#78a8a4"],
  "stone-3": ["#54918c", "#93bcb8"],
};

/** What is read or must be found, with the least contrast on its grounds: 4.5 for text, 3 for controls (WCAG 2.2, 1.4.3 and 1.4.11). */
const FIGURES: Record<string, { of: Pair; least: number; on: readonly Ground[] }> = {
  ink: { of: ["#06312e", "#e8eded"], least: 4.5, on: ["page", "surface", "sunk", "tint", "tint-strong"] },
  muted: { of: ["#4b5a59", "#a9bab8"], least: 4.5, on: ["page", "surface", "sunk", "tint"] },
  link: { of: ["#0f5f5a", "#9fcdc9"], least: 4.5, on: ["page", "surface", "sunk", "tint"] },
  action: { of: [OWN_COLOUR, "#8fc1bd"], least: 4.5, on: ["page", "surface", "sunk", "tint"] },
  "action-hover": { of: ["#084743", "#a7d0cc"], least: 4.5, on: ["page", "surface", "sunk", "tint"] },
  "action-active": { of: ["#063431", "#bcdeda"], least: 4.5, on: ["page", "surface", "sunk", "tint"] },
  control: { of: ["#45837f", "#7aa6a4"], least: 3, on: ["page", "surface", "sunk"] },
  focus: { of: ["#06312e", "#f2f7f6"], least: 3, on: ["page", "surface", "sunk", "tint", "tint-strong"] },
};

const ACTIONS = ["action", "action-hover", "action-active"] as const;

/** A colour's variables by name without `--v-`, light and dark. */
export type BrandTheme = Record<string, Pair>;

/** The pairs that a theme promises, for who wants to see that it keeps them: a figure, its ground, and the least contrast. */
export const PROMISES: readonly { figure: string; ground: string; least: number }[] = [
  ...Object.entries(FIGURES).flatMap(([figure, { least, on }]) => on.map((ground) => ({ figure, ground, least }))),
  ...ACTIONS.map((ground) => ({ figure: "on-action", ground, least: 4.5 })),
];

/**
 * Every colour of the app in the hue of one, for light and dark. Lightness is the app's own, so that pages look as they were drawn, but
 * for the main colour itself in light, which is the organization's as far as it can be read; what would be too faint is moved away from
 * its ground until it is not. Colours that mean something (in time, late, missed, danger) are not in it.
 */
export function brandTheme(colour: Hex): BrandTheme {
  const brand = toLch(colour);
  const own = toLch(OWN_COLOUR);
  // a greyer colour gives greyer pages; a stronger one does not give stronger
  const strength = Math.min(1, brand.c / own.c);
  const inHue = (hex: Hex): Lch => {
    const { l, c } = toLch(hex);
    return { l, c: c * strength, h: brand.h };
  };
  const grounds = Object.fromEntries(
    Object.entries(GROUNDS).map(([name, [light, dark]]): [string, Pair] => [
      name,
      [toHex(inHue(light)), toHex(inHue(dark))],
    ]),
  );
  const readable = (wanted: Lch, least: number, on: readonly Hex[], away: 1 | -1): Hex => {
    for (let l = wanted.l; l > 0 && l < 1; l += away * 0.005) {
      const hex = toHex({ ...wanted, l });
      if (on.every((ground) => contrast(hex, ground) >= least)) return hex;
    }
    return away < 0 ? "#000000" : "#ffffff";
  };
  const figures = Object.fromEntries(
    Object.entries(FIGURES).map(([name, { of, least, on }]): [string, Pair] => {
      const darker = name === "action" ? 0 : name === "action-hover" ? -0.07 : -0.14;
      const light = name.startsWith("action") ? { ...brand, l: Math.max(0.02, brand.l + darker) } : inHue(of[0]);
      const dark = { ...inHue(of[1]), c: name.startsWith("action") ? Math.min(brand.c, 0.11) : inHue(of[1]).c };
      return [
        name,
        [
          readable(
            light,
            least,
            on.map((ground) => grounds[ground]![0]),
            -1,
          ),
          readable(
            dark,
            least,
            on.map((ground) => grounds[ground]![1]),
            1,
          ),
        ],
      ];
    }),
  );
  const onAction: Pair = [
    "#ffffff",
    readable(
      inHue("#06211f"),
      4.5,
      ACTIONS.map((name) => figures[name]![1]),
      -1,
    ),
  ];
  const ornament = Object.fromEntries(
    Object.entries(ORNAMENT).map(([name, [light, dark]]): [string, Pair] => [
      name,
      [light.length > 7 ? light : toHex(inHue(light)), toHex(inHue(dark))],
    ]),
  );
  return { ...grounds, ...figures, ...ornament, "on-action": onAction };
}

/** The theme as declarations of CSS, for `:root` or a part of a page. `light-dark` follows the reader's choice. */
export function brandDeclarations(colour: Hex): string {
  return Object.entries(brandTheme(colour))
    .map(([name, [light, dark]]) => `--v-${name}: light-dark(${light}, ${dark});`)
    .join("\n");
}
