import fc from "fast-check";
import { expect, it } from "vitest";
import { FILE_PROBLEMS, FileProblem } from "./file-problem.js";
import { sayFileProblem } from "./file-problem.texts.js";
import { NOTES, REASONS } from "./imported-member.js";
import { sayNote, sayReason } from "./row.texts.js";
import { pieces, readFile } from "./shapes.testing.js";
import { sniff } from "./sniff.js";

/** Bytes of any kind, and such as begin like a member file and then go wrong. */
const anyBytes = fc.oneof(
  fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)),
  fc
    .tuple(
      fc.constantFrom("Fornavn;E-post\n", "PK\u0003\u0004", "\uFEFFNavn,Født\r\n", "sep=|\n", "Navn\tMobil\r"),
      fc.array(
        fc.oneof(
          fc.constantFrom(";", ",", "\t", "\n", "\r", '"', "=", "ø", "Ã¸", "\0", "29.02.2009", "🌻"),
          fc.string(),
        ),
        { maxLength: 40 },
      ),
      fc.uint8Array({ maxLength: 8 }),
    )
    .map(([head, body, tail]) => Buffer.concat([Buffer.from(head + body.join("")), Buffer.from(tail)])),
);

it("random bytes give members, reasons or one problem, and nothing else", async () => {
  await fc.assert(
    fc.asyncProperty(anyBytes, fc.integer({ min: 1, max: 500 }), async (bytes, size) => {
      sniff(bytes);
      try {
        await readFile(pieces(bytes, size));
      } catch (error) {
        expect(error).toBeInstanceOf(FileProblem);
      }
    }),
    { numRuns: 1500 },
  );
});

it("the pieces a file comes in change nothing", async () => {
  const outcome = (bytes: Buffer, size: number) =>
    readFile(pieces(bytes, size)).then(
      ({ members, notes, rejected }) => ({ members, notes, rejected }),
      ({ code, line }: FileProblem) => ({ code, line }),
    );
  await fc.assert(
    fc.asyncProperty(anyBytes, fc.integer({ min: 1, max: 9 }), async (bytes, size) => {
      expect(await outcome(bytes, size)).toEqual(await outcome(bytes, 10_000));
    }),
    { numRuns: 500 },
  );
});

it("every problem, reason and note has its sentence in each language, with nothing left to fill in", () => {
  for (const language of ["nb", "nn", "en"] as const) {
    const said = [
      ...FILE_PROBLEMS.map((code) => sayFileProblem(language, new FileProblem(code, 12, 200_000))),
      ...REASONS.map((code) => sayReason(language, { code, line: 3, column: "Født" })),
      ...NOTES.map((code) => sayNote(language, { code, line: 3, column: null })),
    ];
    expect(new Set(said).size).toBe(said.length);
    for (const sentence of said) expect(sentence).toMatch(/^[^{}]{30,}[.]$/);
  }
});
