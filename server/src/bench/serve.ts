import type { Env } from "../env.js";
import { createLogger } from "../kernel/log.js";
import { startServer } from "../main.js";
import { startFloor } from "./floor.js";
import type { FloorOptions } from "./floor.js";
import type { BenchDatabase } from "./load.js";
import { startSurveyFloor } from "./survey-floor.js";

/** What a child process is told to serve; it answers with its port. */
export type ServeOrder =
  | { kind: "app"; env: Env }
  | { kind: "floor"; options: FloorOptions }
  | { kind: "postgraphile"; database: BenchDatabase }
  | { kind: "survey-floor"; database: BenchDatabase };

async function serve(order: ServeOrder): Promise<number> {
  if (order.kind === "app") {
    const { port } = order.env;
    await startServer({ env: order.env, log: createLogger("silent") });
    return port;
  }
  // loaded only where it is asked for: it is no part of what we serve
  const serving =
    order.kind === "floor"
      ? await startFloor(order.options)
      : order.kind === "survey-floor"
        ? await startSurveyFloor(order.database)
        : await (await import("./postgraphile.js")).startPostgraphile(order.database);
  return serving.port;
}

process.once("message", (order: ServeOrder) => {
  serve(order).then(
    (port) => {
      process.on("message", () => process.send?.({ peakMiB: Math.round(process.resourceUsage().maxRSS / 1024) }));
      process.send?.({ port });
    },
    (error: unknown) => process.send?.({ failure: error instanceof Error ? error.message : "could not start" }),
  );
});
// the bench has gone: so do we
process.once("disconnect", () => process.exit(0));
