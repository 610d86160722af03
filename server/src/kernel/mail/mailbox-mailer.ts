import { v5 as uuidv5 } from "uuid";
import type { Door } from "../db/door.js";
import { inAuth } from "../db/run-work.js";
import type { Work } from "../db/unit-of-work.js";
import { headerText } from "./mailer.js";
import type { Mail, Mailer } from "./mailer.js";

const MAILBOX = "6f5d7c0e-3b0a-5a52-9a0e-6a1f3f2f7c11";

async function keep(work: Work, mail: Mail): Promise<void> {
  // the reference makes a second attempt at the same mail the same row
  await work.query(
    `insert into app.mailbox_message (id, sent_to, sent_from, subject, body, html) values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
    [
      uuidv5(mail.reference, MAILBOX),
      mail.to,
      headerText(mail.senderName),
      headerText(mail.subject),
      mail.text,
      mail.html ?? null,
    ],
  );
}

/** In demo and development a mail is a row that the mailbox page shows; nothing leaves the machine. */
export function mailboxMailer(auth: Door): Mailer {
  return {
    send: (mail) => inAuth({ auth }, (work) => keep(work, mail)),
    sendIn: keep,
    close() {},
  };
}
