import { describe, expect, it } from "vitest";
import { bytesOf, MAX_FILE_BYTES, readTemplateFile } from "./read-template-file";

const file = (...parts: BlobPart[]) => new File(parts, "mal.json");

describe("a chosen file", () => {
  it("is read as text, with its mark and all its letters", async () => {
    expect(await readTemplateFile(file('{"a":"æøå 💚"}'))).toMatchObject({ state: "read", text: '{"a":"æøå 💚"}' });
  });

  it("is not read when it is larger than the server takes, by a single byte", async () => {
    const most = new Uint8Array(MAX_FILE_BYTES).fill(0x20);
    expect(await readTemplateFile(file(most))).toMatchObject({ state: "read", bytes: MAX_FILE_BYTES });
    expect(await readTemplateFile(file(most, "!"))).toMatchObject({ state: "tooLarge", bytes: MAX_FILE_BYTES + 1 });
  });

  it.each([
    ["a picture", new Uint8Array([0xff, 0xd8, 0xff, 0xe0])],
    ["text in another encoding", new Uint8Array([0x7b, 0xe6, 0xf8, 0xe5])],
    ["a program", new Uint8Array([0x7b, 0x00, 0x7d])],
  ])("is refused when it is no text: %s", async (_what, bytes) => {
    expect(await readTemplateFile(file(bytes))).toMatchObject({ state: "unreadable" });
  });

  it("weighs what is sent, not what is counted", () => {
    expect(bytesOf("å💚")).toBe(6);
  });
});
