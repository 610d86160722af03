import { PassThrough } from "node:stream";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { takeBodies } from "./take-bodies.js";
import type { BodyProblem } from "./take-bodies.js";

beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"] }));
afterEach(() => void vi.useRealTimers());
const LIMITS = { mostBytes: 40, heldBytes: 100, perSender: 2, ms: 60_000 };
const echo = async (body: Buffer | BodyProblem): Promise<string> => body.toString();
/** all that is on its way has come */
const settle = () => new Promise<void>((resolve) => void setImmediate(() => setImmediate(resolve)));
/** a body that has begun, and goes no further by itself */
function begun(piece: string): PassThrough {
  const request = new PassThrough();
  request.write(piece);
  return request;
}

test("a body comes whole, however it is cut", async () => {
  const request = begun("en ");
  const body = takeBodies(LIMITS)("a", request, echo);
  request.write("to ");
  request.end("tre");
  expect(await body).toBe("en to tre");
});

test("many who send slowly keep nobody else waiting", async () => {
  const take = takeBodies(LIMITS);
  const slow = Array.from({ length: 50 }, (_, i) => {
    const request = begun(".");
    return { request, body: take(`slow${i}`, request, echo) };
  });
  await settle();
  const request = new PassThrough();
  request.end("rask");
  expect(await take("fast", request, echo)).toBe("rask");
  for (const one of slow) one.request.end("!");
  expect(new Set(await Promise.all(slow.map(({ body }) => body)))).toEqual(new Set([".!"]));
});

test("a sender's own wait for each other, and then go on", async () => {
  const take = takeBodies(LIMITS);
  const requests = [begun("1"), begun("2"), begun("3")];
  const done: string[] = [];
  const bodies = requests.map((request) => take("a", request, echo).then((body) => void done.push(body)));
  requests[2]!.end();
  await settle();
  expect(done).toEqual([]);
  requests[0]!.end();
  await bodies[2];
  expect(done).toEqual(["1", "3"]);
  requests[1]!.end();
  await bodies[1];
});

test("where there is no room for all, the slowest is let go and told", async () => {
  const take = takeBodies(LIMITS);
  const slow = begun("s".repeat(20));
  const told = take("slow", slow, echo);
  await settle();
  vi.setSystemTime(Date.now() + 60_000);
  const others = ["a", "b"].map((sender) => {
    const request = begun(sender.repeat(35));
    return { request, body: take(sender, request, echo) };
  });
  await settle();
  const last = begun("c".repeat(30));
  const body = take("c", last, echo);
  await settle();
  slow.end("s");
  expect(await told).toBe("tooSlow");
  for (const one of others) one.request.end();
  last.end();
  expect((await Promise.all([...others.map((one) => one.body), body])).map(({ length }) => length)).toEqual([
    35, 35, 30,
  ]);
});

test("what is whole is counted while it is used, and not let go", async () => {
  const take = takeBodies({ ...LIMITS, heldBytes: 50 });
  let use = (): void => {};
  const used = new Promise<void>((resolve) => void (use = resolve));
  const whole = begun("w".repeat(40));
  whole.end();
  const kept = take("a", whole, async (body) => {
    await used;
    return body.toString();
  });
  await settle();
  const next = begun("n".repeat(20));
  const refused = take("b", next, echo);
  next.end();
  expect(await refused).toBe("tooSlow");
  use();
  expect(await kept).toBe("w".repeat(40));
  // and is room again after
  const again = begun("n".repeat(20));
  again.end();
  expect(await take("b", again, echo)).toBe("n".repeat(20));
});

test("one that is too large is read on to be told so, and holds nothing meanwhile", async () => {
  const take = takeBodies({ ...LIMITS, heldBytes: 50 });
  const large = begun("x".repeat(41));
  const told = take("a", large, echo);
  await settle();
  const small = begun("y".repeat(40));
  small.end();
  expect(await take("b", small, echo)).toBe("y".repeat(40));
  large.end("x".repeat(60));
  expect(await told).toBe("tooLarge");
});

test("one that never ends is broken off, and so is one that takes all its time", async () => {
  const take = takeBodies({ ...LIMITS, ms: 20 });
  const endless = begun("x".repeat(161));
  expect(await take("a", endless, echo)).toBe("tooLarge");
  expect(endless.destroyed).toBe(true);
  const stalled = begun("x");
  await expect(take("a", stalled, echo)).rejects.toThrow();
  const after = begun("y");
  after.end();
  expect(await take("a", after, echo)).toBe("y");
});
