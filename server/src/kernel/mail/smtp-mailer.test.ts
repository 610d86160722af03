import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterEach, expect, test } from "vitest";
import { createMailer } from "./create-mailer.js";
import { headerText } from "./mailer.js";
import type { Mail } from "./mailer.js";
import { smtpMailer } from "./smtp-mailer.js";

type Received = { from: string; to: string[]; raw: string };
const open: SMTPServer[] = [];

afterEach(async () => {
  for (const server of open.splice(0))
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
    });
});

/** A mail server that keeps what it gets. */
async function sink(): Promise<{ url: string; received: Received[] }> {
  const received: Received[] = [];
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    logger: false,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          from: mailFrom ? mailFrom.address : "",
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks).toString("utf8"),
        });
        done();
      });
    },
  });
  open.push(server);
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve());
  });
  return { url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, received };
}

const mail: Mail = {
  to: "kari@test.example",
  senderName: "Varde",
  subject: "Lenken din for å logge inn",
  text: "Hei!\n\nhttps://varde.example/logg-inn/lenke#abc\n",
  reference: "sign-in-1",
};
const headersOf = (raw: string) => raw.slice(0, raw.indexOf("\r\n\r\n"));

test("sends text from our address, with an id that stays for every attempt", async () => {
  const { url, received } = await sink();
  const mailer = smtpMailer(url, "varde.example");
  await mailer.send(mail);
  await mailer.send(mail);
  mailer.close();
  const [one, two] = received;
  expect(one).toMatchObject({ from: "varde@varde.example", to: ["kari@test.example"] });
  expect(headersOf(one!.raw)).toContain("Message-ID: <sign-in-1@varde.example>");
  expect(headersOf(two!.raw)).toContain("Message-ID: <sign-in-1@varde.example>");
  expect(headersOf(one!.raw)).toContain("Auto-Submitted: auto-generated");
  expect(headersOf(one!.raw)).not.toContain("List-Unsubscribe");
  expect(one!.raw).toContain("Content-Type: text/plain");
});

test("comes from the address the SMTP URL names", async () => {
  const { url, received } = await sink();
  const mailer = smtpMailer(`${url}?from=hei%40forbund.example`, "varde.example");
  await mailer.send(mail);
  mailer.close();
  expect(received[0]!.from).toBe("hei@forbund.example");
});

test("what repeats can be ended by one click", async () => {
  const { url, received } = await sink();
  const mailer = smtpMailer(url, "varde.example");
  await mailer.send({ ...mail, unsubscribeUrl: "https://varde.example/avmeld/abc" });
  mailer.close();
  const headers = headersOf(received[0]!.raw).replaceAll(/\r\n\s+/g, " ");
  expect(headers).toContain("List-Unsubscribe: <https://varde.example/avmeld/abc>");
  expect(headers).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
});

test("no text becomes a header or a receiver", async () => {
  const { url, received } = await sink();
  const mailer = smtpMailer(url, "varde.example");
  await mailer.send({
    ...mail,
    senderName: "Varde\r\nBcc: thief@test.example",
    subject: "Hei\r\nBcc: thief@test.example\r\n\r\nbody",
    reference: "a\r\nBcc: thief@test.example",
  });
  mailer.close();
  expect(received[0]!.to).toEqual(["kari@test.example"]);
  expect(headersOf(received[0]!.raw)).not.toMatch(/^Bcc:/im);
  expect(headerText("a\u2028b\u0000c\td")).toBe("a b c d");
});

test("a letter goes as text and as HTML, and a program chooses", async () => {
  const { url, received } = await sink();
  const mailer = smtpMailer(url, "varde.example");
  await mailer.send({ ...mail, html: "<!doctype html><p>Hei</p>" });
  mailer.close();
  const [{ raw }] = received as [Received];
  expect(headersOf(raw)).toContain("multipart/alternative");
  expect(raw.indexOf("Content-Type: text/plain")).toBeLessThan(raw.indexOf("Content-Type: text/html"));
});

test("rejects when the mail server is down", async () => {
  const mailer = smtpMailer("smtp://127.0.0.1:1", "varde.example");
  await expect(mailer.send(mail)).rejects.toThrow();
  mailer.close();
});

test("production has no mailbox to fall back on", () => {
  expect(() =>
    createMailer({ smtpUrl: null, mode: "production", baseUrl: "https://varde.example" }, null as never),
  ).toThrow("SMTP_URL");
});
