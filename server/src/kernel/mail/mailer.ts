import type { Work } from "../db/unit-of-work.js";

/** One mail. `subject` and `senderName` may stand on a lock screen: never a word about health or a person. */
export type Mail = {
  to: string;
  /** an organization's neutral sender name, or the product's */
  senderName: string;
  subject: string;
  text: string;
  /** the same in HTML, from `renderLetter`; a mail without is text only */
  html?: string;
  /** the same for every attempt at the same mail, so that a receiver can drop a second copy: letters, digits, `-` */
  reference: string;
  /** where one click ends this kind of mail; only for what repeats */
  unsubscribeUrl?: string;
};

export type Mailer = {
  /** Resolves when the mail is in the receiving server's hands (or in the mailbox table); rejects otherwise: try again. */
  send(mail: Mail): Promise<void>;
  /** Hands over in a transaction of the job's, where handing over is a row: then the mail is there when and only when it commits. */
  sendIn?(work: Work, mail: Mail): Promise<void>;
  close(): void;
};

/** A header's text: one line, no control characters, whatever it was made from. */
export const headerText = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .trim()
    .slice(0, 200);
