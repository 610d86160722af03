import { expect, test } from "vitest";
import { deviceOf, readDevice } from "./device.js";

const MOZILLA = "Mozilla/5.0";
const CHROME = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0";

test.each([
  [`${MOZILLA} (Linux; Android 10; K) ${CHROME} Mobile Safari/537.36`, "CHROME/ANDROID"],
  [
    `${MOZILLA} (Linux; Android 14; SM-S901B) AppleWebKit/537.36 SamsungBrowser/28.0 Chrome/130 Mobile Safari/537.36`,
    "SAMSUNG/ANDROID",
  ],
  [`${MOZILLA} (Windows NT 10.0; Win64; x64) ${CHROME} Safari/537.36 Edg/140.0.0.0`, "EDGE/WINDOWS"],
  [
    `${MOZILLA} (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Version/18.5 Mobile/15E148 Safari/604.1`,
    "SAFARI/IPHONE",
  ],
  [
    `${MOZILLA} (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 CriOS/140.0 Mobile/15E148 Safari/604.1`,
    "CHROME/IPHONE",
  ],
  [`${MOZILLA} (Macintosh; Intel Mac OS X 10.15; rv:142.0) Gecko/20100101 Firefox/142.0`, "FIREFOX/MAC"],
  [`${MOZILLA} (X11; CrOS x86_64 14541.0.0) ${CHROME} Safari/537.36`, "CHROME/CHROMEBOOK"],
  [`${MOZILLA} (X11; Ubuntu; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0`, "FIREFOX/LINUX"],
  ["", "OTHER/OTHER"],
  ["curl/8.5.0", "OTHER/OTHER"],
  ["<script>'; drop table app.session".repeat(400), "OTHER/OTHER"],
])("%s", (userAgent, device) => {
  expect(deviceOf(userAgent)).toBe(device);
});

test("what was stored is read again, and anything else is unknown", () => {
  expect(readDevice("CHROME/ANDROID")).toEqual({ browser: "CHROME", system: "ANDROID" });
  for (const other of [null, "", "CHROME", "NETSCAPE/AMIGA", "/"])
    expect(readDevice(other)).toMatchObject({ system: "OTHER" });
});
