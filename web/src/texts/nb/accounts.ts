export const accounts = {
  title: "Konto",
};
