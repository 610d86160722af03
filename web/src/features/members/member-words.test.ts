import { expect, test } from "vitest";
import { fullName, showPhone } from "./member-words";

test.each([
  ["+4790012345", "900 12 345"],
  ["+4722123456", "22 12 34 56"],
  ["+46701234567", "+46701234567"],
  ["+47 000 00 123", "+47 000 00 123"],
])("%s is read as %s", (number, shown) => expect(showPhone(number)).toBe(shown));

test("one name stands alone", () => expect(fullName({ firstName: "Bo", lastName: "" })).toBe("Bo"));
