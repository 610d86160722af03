export const touchpoints = {
  title: "Oppgaver",
};
