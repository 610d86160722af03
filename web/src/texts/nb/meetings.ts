export const meetings = {
  title: "Treff",
};
