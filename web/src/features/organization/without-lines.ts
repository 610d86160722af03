/** The text without the lines of these numbers, counted from 1. */
export function withoutLines(text: string, lines: readonly number[]): string {
  return text
    .split(/\r\n|\r|\n/)
    .filter((_, index) => !lines.includes(index + 1))
    .join("\n");
}
