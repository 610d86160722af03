export const standings = {
  title: "Sammenlign",
};
