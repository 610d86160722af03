export const testMessages = {
  send: "Send til meg selv",
  sendOne: (title: string) => `Send til meg selv: ${title}`,
  help: "Du får den på e-post, fylt med oppdiktede verdier.",
  sent: "Sendt. Se i innboksen din.",
};
