import { expect, test } from "vitest";
import { planTitle } from "./plan-title.js";

const OWN = ["MHU Asker", "Mental Helse Ungdom"];

test.each([
  "Synlig på skolene",
  "Treff for medlemmer hver måned",
  "LAN-kveld på biblioteket i Asker",
  "Ny start. Vi møtes ute",
  "  Tur \n til fjells ",
])("«%s» may stand in a calendar", (activity) =>
  expect(planTitle(activity, OWN)).toBe(activity.trim().replaceAll(/\s+/g, " ")),
);

test.each([
  ["a common name", "Ring Kari"],
  ["whose it is", "Karis kakekveld"],
  ["a name nobody knows", "Besøk av Brynjulf"],
  ["a family's name", "Foredrag ved Øvregård"],
  ["a name in quotes", "Kafé «Solbakken»"],
  ["health", "Kveld om angst"],
  ["a word that tells", "Kurs i psykisk førstehjelp"],
  ["an address", "Meld deg på til leder@lag.no"],
  ["a telephone", "Ring 912 34 567"],
  ["nothing", "  "],
])("%s is counted", (_what, activity) => expect(planTitle(activity, OWN)).toBeNull());
