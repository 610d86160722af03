/** The first bytes of a stream (more, if its pieces are larger), and the whole of it again; leaving that closes the stream. */
export async function peek(
  stream: AsyncIterable<Buffer>,
  bytes: number,
): Promise<{ head: Buffer; whole: AsyncGenerator<Buffer> }> {
  const iterator = stream[Symbol.asyncIterator]();
  const taken: Buffer[] = [];
  let size = 0;
  while (size < bytes) {
    const next = await iterator.next();
    if (next.done === true) break;
    taken.push(next.value);
    size += next.value.length;
  }
  const again = async function* (): AsyncGenerator<Buffer> {
    try {
      // taken at once, since leaving a generator that has not begun closes nothing
      yield Buffer.alloc(0);
      yield* taken.splice(0);
      for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
    } finally {
      await iterator.return?.();
    }
  };
  const head = Buffer.concat(taken).subarray(0, bytes);
  const whole = again();
  await whole.next();
  return { head, whole };
}
