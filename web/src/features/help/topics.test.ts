import { expect, test } from "vitest";
import { help as en } from "../../texts/help/en";
import { help as nb } from "../../texts/help/nb";
import { help as nn } from "../../texts/help/nn";
import { topicOf, topicsFor } from "./topics";

const id = "0192f0c1-5a3e-7c11-8a51-0d5e6f7a8b9c";

test.each([
  ["/", "today"],
  ["/oppgaver", "tasks"],
  [`/oppgaver/${id}`, "task"],
  [`/oppgaver/${id}/rapport`, "report"],
  [`/oppgaver/tilpass/${id}`, "adapt"],
  [`/medlemmer/${id}/rett`, "member"],
  [`/punkter/${id}/versjoner`, "templates"],
  [`/punkter/${id}/utkast`, "editor"],
  ["/handlingsplan/2026/importer", "plan"],
  ["/arsrapport/2026", "grantReturn"],
  [`/medlemsreisen/undersokelser/${id}/resultater`, "surveys"],
  [`/punkter/${id}/gjennom-arene`, "throughYears"],
  ["/logg-ut", null],
])("%s is explained by %s", (path, topic) => {
  expect(topicOf(path, "board")).toBe(topic);
});

test("the front page is another one above the chapter", () => {
  expect(topicOf("/", "above")).toBe("overview");
  expect(topicOf("/", "mentor")).toBe("mentor");
  expect(topicOf(`/oppgaver/${id}`, "above")).toBe("follow");
});

test("every seat has its help, and each language as many steps as the other", () => {
  expect(topicsFor(["TOUCHPOINT_WRITE"])[0]).toBe("today");
  expect(topicsFor(["WAIVER_DECIDE", "TEMPLATE_WRITE"])).toContain("editor");
  expect(topicsFor(["WAIVER_DECIDE"])).not.toContain("editor");
  // a mentor has no wishes to answer, no answers and no journey
  expect(topicsFor(["STATISTICS_READ", "NUDGE"])).toEqual(["mentor", "follow", "chapters", "account"]);
  for (const topic of Object.keys(nb.topics) as (keyof typeof nb.topics)[])
    expect([nn.topics[topic].steps.length, en.topics[topic].steps.length], topic).toEqual(
      Array(2).fill(nb.topics[topic].steps.length),
    );
});
