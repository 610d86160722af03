const RETRY_AFTER_MS = [600, 2000];

const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

/** Sends, and sends the same again after 0.6 s and 2 s until `settled`; gives the last result. */
export async function untilAnswered<Result>(
  send: () => Promise<Result>,
  settled: (result: Result) => boolean,
  wait: (ms: number) => Promise<void> = pause,
): Promise<Result> {
  let result = await send();
  for (const pause of RETRY_AFTER_MS) {
    if (settled(result)) break;
    await wait(pause);
    result = await send();
  }
  return result;
}
