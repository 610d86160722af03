export const templates = {
  title: "Interaksjonspunkter",
};
