/**
 * Answers calls in groups: what is asked while a group is under way makes the next one, so that five hundred at once
 * take a few transactions and not five hundred. `answer` gives one answer for each it was asked, or rejects for all of them.
 */
export function inGroups<Asked, Given>(
  most: number,
  answer: (group: readonly Asked[]) => Promise<readonly Given[]>,
): (asked: Asked) => Promise<Given> {
  type Waiting = { asked: Asked; resolve: (given: Given) => void; reject: (error: unknown) => void };
  let waiting: Waiting[] = [];
  let busy = false;

  async function run(): Promise<void> {
    if (busy) return;
    busy = true;
    while (waiting.length > 0) {
      const group = waiting.slice(0, most);
      waiting = waiting.slice(most);
      try {
        const given = await answer(group.map(({ asked }) => asked));
        for (const [i, { resolve }] of group.entries()) resolve(given[i]!);
      } catch (error) {
        for (const { reject } of group) reject(error);
      }
    }
    busy = false;
  }

  return (asked) =>
    new Promise((resolve, reject) => {
      waiting.push({ asked, resolve, reject });
      void run();
    });
}
