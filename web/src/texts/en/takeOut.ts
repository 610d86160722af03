import type { takeOut as source } from "../nb/takeOut";

export const takeOut: typeof source = {
  title: "Take the figures with you",
  body: "The files hold the same figures as the page, with definitions and date. What is hidden here is hidden there.",
  csv: "CSV",
  xlsx: "Excel",
  svg: "Picture (SVG)",
  png: "Picture (PNG)",
  file: (name: string, period: string) => `${name} ${period}`,
  funnelFile: (name, period) => `${name} funnel ${period}`,
  mapFile: (name, period) => `${name} map ${period}`,
  timeFile: (name, period) => `${name} over time ${period}`,
  ownFile: (name, period) => `${name} against ourselves ${period}`,
  onTimeOf: "On time",
  asOf: (date: string) => `Figures as of ${date}.`,
  report: "Download report (PDF)",
  reportFile: (unit: string, day: string) => `Report ${unit} ${day}.pdf`,
  noPicture: "The browser could not make the picture. Try SVG.",
};
