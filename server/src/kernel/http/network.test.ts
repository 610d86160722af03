import { expect, test } from "vitest";
import { networkOf } from "./network.js";

test("a household's IPv6 addresses are one caller, however they are written", () => {
  const written = ["2001:db8:0:7::1", "2001:0db8:0000:0007:ffff::", "2001:DB8:0:7:1:2:3:4", "2001:db8:0:7::1%eth0"];
  expect(new Set([...written, "2001:db8:0:7::192.0.2.1"].map(networkOf))).toEqual(new Set(["2001:db8:0:7"]));
  expect(networkOf("2001:db8:0:8::1")).toBe("2001:db8:0:8");
  expect(networkOf("2001:db8::")).toBe("2001:db8:0:0");
  expect(networkOf("::1")).toBe("0:0:0:0");
});

test("an IPv4 address is itself, also inside an IPv6 one, and a text that is no address too", () => {
  expect(["192.0.2.9", "::ffff:192.0.2.9", "", "odd"].map(networkOf)).toEqual(["192.0.2.9", "192.0.2.9", "", "odd"]);
});
