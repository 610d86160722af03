import { createTransport } from "nodemailer";
import { headerText } from "./mailer.js";
import type { Mailer } from "./mailer.js";

/**
 * Mails by SMTP. The URL is nodemailer's (`smtp://user:password@host:587`, `smtps://…`), with one parameter of ours:
 * `from`, the address mails come from; `varde@<host people reach us at>` without it.
 */
export function smtpMailer(smtpUrl: string, host: string): Mailer {
  const url = new URL(smtpUrl);
  const from = url.searchParams.get("from") ?? `varde@${host}`;
  url.searchParams.delete("from");
  const transport = createTransport({
    url: url.toString(),
    // our templates name no files and no addresses to fetch
    disableFileAccess: true,
    disableUrlAccess: true,
    connectionTimeout: 10_000,
    socketTimeout: 20_000,
  });
  const domain = from.slice(from.lastIndexOf("@") + 1);
  return {
    async send(mail) {
      await transport.sendMail({
        from: { name: headerText(mail.senderName), address: from },
        // an object, so that no text in it is read as a second receiver
        to: { name: "", address: mail.to },
        subject: headerText(mail.subject),
        text: mail.text,
        // both, as alternatives: the program that reads chooses
        ...(mail.html !== undefined && { html: mail.html }),
        messageId: `<${mail.reference.replaceAll(/[^A-Za-z0-9-]/g, "")}@${domain}>`,
        textEncoding: "quoted-printable",
        headers: {
          "Auto-Submitted": "auto-generated",
          ...(mail.unsubscribeUrl && {
            "List-Unsubscribe": `<${headerText(mail.unsubscribeUrl)}>`,
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
          }),
        },
      });
    },
    close: () => transport.close(),
  };
}
