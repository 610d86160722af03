import { expect, test } from "vitest";
import { untilAnswered } from "./until-answered";

async function sends(answers: readonly boolean[]) {
  const waited: number[] = [];
  let sent = 0;
  const result = await untilAnswered(
    async () => answers[sent++] ?? false,
    (answered) => answered,
    async (ms) => void waited.push(ms),
  );
  return { result, sent, waited };
}

test("an answer is not asked for twice", async () => {
  expect(await sends([true])).toEqual({ result: true, sent: 1, waited: [] });
});

test("a lost answer is asked for again", async () => {
  expect(await sends([false, true])).toEqual({ result: true, sent: 2, waited: [600] });
});

test("it gives up after three tries", async () => {
  expect(await sends([false, false, false, true])).toEqual({ result: false, sent: 3, waited: [600, 2000] });
});
