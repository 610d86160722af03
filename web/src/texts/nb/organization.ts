export const organization = {
  title: "Lag og regioner",
};
