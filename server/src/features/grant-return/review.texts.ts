import type { Language } from "@varde/domain";
import type { InLanguages } from "../news/index.js";

type Words = { title: string; body: string };
/** A message to a board, as each of its members reads it. It is kept in bokmål with the others beside. */
export type Told = { kept: Words; inLanguages: InLanguages };

const TITLES: Record<Language, (year: number) => string> = {
  nb: (year) => `Årsrapporten for ${year}`,
  nn: (year) => `Årsrapporten for ${year}`,
  en: (year) => `The grant return for ${year}`,
};
const told = (year: number, bodies: Record<Language, string>): Told => {
  const words = (language: Language): Words => ({ title: TITLES[language](year), body: bodies[language] });
  return { kept: words("nb"), inLanguages: { nn: words("nn"), en: words("en") } };
};

/** To the board whose return came back, with what national wrote. */
export const sentBackWords = (year: number, comment: string): Told =>
  told(year, {
    nb: `Årsrapporten for ${year} er sendt tilbake til dere.\n\n${comment}\n\nDere finner den under Året. Rett det som mangler, og signer på nytt.`,
    nn: `Årsrapporten for ${year} er send tilbake til dykk.\n\n${comment}\n\nDe finn han under Året. Rett det som manglar, og signer på nytt.`,
    en: `The grant return for ${year} has been sent back to you.\n\n${comment}\n\nYou find it under The year. Mend what is missing, and sign again.`,
  });

/** Once a week while it lies there. */
export const stillBackWords = (year: number): Told =>
  told(year, {
    nb: `Årsrapporten for ${year} ligger fortsatt hos dere og venter på å bli rettet. Dere finner den under Året, med det som må rettes.`,
    nn: `Årsrapporten for ${year} ligg framleis hos dykk og ventar på å bli retta. De finn han under Året, med det som må rettast.`,
    en: `The grant return for ${year} is still with you, waiting to be mended. You find it under The year, with what has to be mended.`,
  });

/** What somebody in national wrote, in their words. */
export const reminderWords = (year: number, body: string): Told => told(year, { nb: body, nn: body, en: body });
