export const reminders = {
  title: "Påminnelser",
};
