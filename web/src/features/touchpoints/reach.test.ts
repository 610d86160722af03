import { expect, test } from "vitest";
import { mailHref, smsHref, telHref } from "./reach";

test("a number is dialled without its spaces", () => {
  expect(telHref("+47 900 00 001")).toBe("tel:+4790000001");
});

test("a text message has its text after both signs, whole", () => {
  const body = "Hei Ida! Kl. 18 & 100 % gøy?\n#treff «æøå» 🙂";
  const href = smsHref("900 00 001", body);
  expect(href.startsWith("sms:90000001?&body=")).toBe(true);
  expect(decodeURIComponent(href.split("&body=")[1] ?? "")).toBe(body);
  expect(smsHref("900 00 001", null)).toBe("sms:90000001");
  expect(smsHref(null, "Hei")).toBe("sms:?&body=Hei");
});

test("a mail has its subject and its lines, and an address cannot add a header", () => {
  const href = mailHref("ida@post.example", { subject: "Treff & mat", body: "Hei\nIda" });
  expect(href).toBe("mailto:ida@post.example?subject=Treff%20%26%20mat&body=Hei%0D%0AIda");
  expect(mailHref("a@b.example?bcc=x@y.example", null)).toBe("mailto:a@b.example%3Fbcc%3Dx%40y.example");
  expect(mailHref(null, { subject: "", body: "Hei" })).toBe("mailto:?subject=&body=Hei");
});
