import type { Door } from "./door.js";

/** Whether the database answers within a quarter of a second and has the newest migration. */
export async function atHead(door: Door, head: string): Promise<boolean> {
  const work = door.work({ session: null, readOnly: true, statementMs: 250 });
  try {
    const { query } = await work.open();
    const rows = await query<{ id: string }>("select id from app.schema_migration where id = $1", [head]);
    return rows.length === 1;
  } catch {
    // any reason is the same answer: not ready
    return false;
  } finally {
    await work.end("rollback").catch(() => {});
  }
}
