export const calendar = {
  add: "Legg i kalender",
};
