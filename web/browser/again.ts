import { beforeEach } from "vitest";
import { beginAnew } from "../../server/src/testkit/stage.js";

// Who tries again begins as the first time: with nothing in the database of what the first try did.
beforeEach(async ({ task }) => {
  if (task.result?.retryCount) await beginAnew();
});
