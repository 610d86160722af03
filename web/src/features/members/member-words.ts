/** «Kari Solberg»; the one name where there is no other. */
export const fullName = (member: { firstName: string; lastName: string }): string =>
  `${member.firstName} ${member.lastName}`.trim();

/** A number as one reads it aloud: «900 12 345», «22 12 34 56»; one from abroad, or in another form, as it is. */
export function showPhone(number: string): string {
  const digits = /^\+47(\d{8})$/.exec(number)?.[1];
  if (!digits) return number;
  return /^[49]/.test(digits)
    ? digits.replace(/^(\d{3})(\d{2})(\d{3})$/, "$1 $2 $3")
    : digits.replace(/(\d{2})(?=\d)/g, "$1 ");
}
