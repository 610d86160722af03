import { v5 as uuidv5 } from "uuid";
import type { Door } from "../db/door.js";
import { inAuth } from "../db/run-work.js";
import { headerText } from "./mailer.js";
import type { Mailer } from "./mailer.js";

const MAILBOX = "6f5d7c0e-3b0a-5a52-9a0e-6a1f3f2f7c11";

/** In demo and development a mail is a row that the mailbox page shows; nothing leaves the machine. */
export function mailboxMailer(auth: Door): Mailer {
  return {
    async send(mail) {
      // the reference makes a second attempt at the same mail the same row
      await inAuth({ auth }, (work) =>
        work.query(
          `insert into app.mailbox_message (id, sent_to, sent_from, subject, body) values ($1, $2, $3, $4, $5) on conflict do nothing`,
          [uuidv5(mail.reference, MAILBOX), mail.to, headerText(mail.senderName), headerText(mail.subject), mail.text],
        ),
      );
    },
    close() {},
  };
}
