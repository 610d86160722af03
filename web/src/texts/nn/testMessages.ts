import type { MoreTexts } from "../nb/more";

export const testMessages: MoreTexts["testMessages"] = {
  send: "Send til meg sjølv",
  sendOne: (title) => `Send til meg sjølv: ${title}`,
  help: "Du får henne på e-post, fylt med oppdikta verdiar.",
  sent: "Sendt. Sjå i innboksen din.",
};
