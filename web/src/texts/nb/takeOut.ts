export const takeOut = {
  title: "Ta tallene med deg",
  body: "Filene har de samme tallene som siden, med definisjoner og dato. Det som er skjult her, er skjult der.",
  csv: "CSV",
  xlsx: "Excel",
  svg: "Bilde (SVG)",
  png: "Bilde (PNG)",
  file: (name: string, period: string) => `${name} ${period}`,
  onTimeOf: "I tide",
  asOf: (date: string) => `Tall per ${date}.`,
  report: "Last ned rapport (PDF)",
  reportFile: (unit: string, day: string) => `Rapport ${unit} ${day}.pdf`,
  noPicture: "Nettleseren kunne ikke lage bildet. Prøv SVG.",
};
