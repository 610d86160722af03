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
  ["/logg-ut", null],
])("%s is explained by %s", (path, topic) => {
  expect(topicOf(path, true)).toBe(topic);
});

test("the front page is another one above the chapter", () => {
  expect(topicOf("/", false)).toBe("overview");
});

test("every seat has its help, and each language as many steps as the other", () => {
  expect(topicsFor(["TOUCHPOINT_WRITE"])[0]).toBe("today");
  expect(topicsFor(["TEMPLATE_WRITE"])).toContain("editor");
  expect(topicsFor([])).not.toContain("editor");
  for (const topic of Object.keys(nb.topics) as (keyof typeof nb.topics)[])
    expect([nn.topics[topic].steps.length, en.topics[topic].steps.length], topic).toEqual(
      Array(2).fill(nb.topics[topic].steps.length),
    );
});
