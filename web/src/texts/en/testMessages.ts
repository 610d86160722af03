import type { MoreTexts } from "../nb/more";

export const testMessages: MoreTexts["testMessages"] = {
  send: "Send to myself",
  sendOne: (title) => `Send to myself: ${title}`,
  help: "It comes by e-mail, filled with invented values.",
  sent: "Sent. Look in your inbox.",
};
