import type { takeOut as source } from "../nb/takeOut";

export const takeOut: typeof source = {
  title: "Ta tala med deg",
  body: "Filene har dei same tala som sida, med definisjonar og dato. Det som er skjult her, er skjult der.",
  csv: "CSV",
  xlsx: "Excel",
  svg: "Bilete (SVG)",
  png: "Bilete (PNG)",
  file: (name: string, period: string) => `${name} ${period}`,
  funnelFile: (name, period) => `${name} traktplott ${period}`,
  mapFile: (name, period) => `${name} kart ${period}`,
  timeFile: (name, period) => `${name} over tid ${period}`,
  ownFile: (name, period) => `${name} mot oss sjølve ${period}`,
  onTimeOf: "I tide",
  asOf: (date: string) => `Tal per ${date}.`,
  report: "Last ned rapport (PDF)",
  reportFile: (unit: string, day: string) => `Rapport ${unit} ${day}.pdf`,
  noPicture: "Nettlesaren kunne ikkje lage biletet. Prøv SVG.",
};
