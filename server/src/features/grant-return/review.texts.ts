// messages to boards are kept in the words they were sent in: bokmål, which a board writes and reads

export const messageTitle = (year: number): string => `Årsrapporten for ${year}`;

/** To the board whose return came back, with what national wrote. */
export const sentBackBody = (year: number, comment: string): string =>
  `Årsrapporten for ${year} er sendt tilbake til dere.\n\n${comment}\n\nDere finner den under Året. Rett det som mangler, og signer på nytt.`;

/** Once a week while it lies there. */
export const stillBackBody = (year: number): string =>
  `Årsrapporten for ${year} ligger fortsatt hos dere og venter på å bli rettet. Dere finner den under Året, med det som må rettes.`;
