import fc from "fast-check";
import { expect, test } from "vitest";
import { renderLetter } from "./letter.js";
import type { Letter } from "./letter.js";

const letter = (text: string, over: Partial<Letter> = {}): Letter => ({
  language: "nb",
  subject: text,
  parts: [
    { kind: "text", text },
    { kind: "list", items: [text, text] },
    { kind: "quote", title: text, text },
  ],
  button: { label: text, url: "https://varde.example/oppgaver" },
  footer: { why: text, off: { label: text, url: "https://varde.example/avmeld#abc" } },
  ...over,
});
const tags = (html: string) => html.match(/<[^>]*>/g)!;
const bare = renderLetter(letter("x")).html;

test.each([
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "</p></div></body><iframe src=//evil.example>",
  "&lt;b&gt;",
  "' style='position:fixed",
  "a\u202egnp.exe",
  "<!-- x",
])("%j is text", (hostile) => {
  const { html } = renderLetter(letter(hostile));
  // the same elements as with a harmless text, line breaks apart
  expect(tags(html).filter((tag) => tag !== "<br>")).toEqual(tags(bare));
  expect(html).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
});

test("whatever is written, the elements are ours and the text says it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const { html, text: plain } = renderLetter(letter(text));
      expect(tags(html).filter((tag) => tag !== "<br>")).toEqual(tags(bare));
      expect(plain).toContain("https://varde.example/oppgaver\n");
    }),
  );
});

test("nothing is fetched and nothing tells that it was read", () => {
  expect(bare).not.toMatch(/<img|<link|<script|<table|@import|url\(|src=/);
  expect(bare.match(/https?:[^"]*/g)).toEqual(["https://varde.example/oppgaver", "https://varde.example/avmeld#abc"]);
});

test("what can be seen stands out, in light and dark", () => {
  const luminance = (hex: string) => {
    const [r, g, b] = [1, 3, 5]
      .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
      .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)) as [number, number, number];
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a: string, b: string) => {
    const [x, y] = [luminance(a), luminance(b)].sort((m, n) => n - m) as [number, number];
    return (x + 0.05) / (y + 0.05);
  };
  const pairs: [string, string][] = [
    ["#14211f", "#ffffff"],
    ["#14211f", "#eef5f3"],
    ["#ffffff", "#1a6b66"],
    ["#44524f", "#f2f5f4"],
    ["#e8efed", "#1d2b29"],
    ["#e8efed", "#243532"],
    ["#0c1a18", "#8fd6ce"],
    ["#b3c2bf", "#14211f"],
  ];
  for (const [front, back] of pairs) {
    expect(bare).toContain(front);
    expect(bare).toContain(back);
    expect(contrast(front, back)).toBeGreaterThan(4.5);
  }
});

test("a link leads to a page and never runs", () => {
  for (const url of ["javascript:alert(1)", "data:text/html,x"])
    expect(() => renderLetter(letter("x", { button: { label: "x", url } }))).toThrow();
});
