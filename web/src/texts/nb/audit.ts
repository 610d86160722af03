export const audit = {
  title: "Endringslogg",
};
