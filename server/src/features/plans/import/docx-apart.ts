import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import { ReadProblem } from "./read-problem.js";

/** What reading may take: a plan of sixty rows takes a tenth of a second and some megabytes. */
export const APART = { ms: 8000, megabytes: 192 };
/** Signs of a page made of a file: one note that is pointed at a thousand times stands in it a thousand times. */
const MOST_PAGE = 8 * 1024 * 1024;

// what runs in the thread is a library and nothing of ours: so it needs no file that a build has to place
const READER = `
const { parentPort, workerData } = require("node:worker_threads");
const { convertToHtml, images } = require(workerData.reader);
const convertImage = images.imgElement(async () => ({ src: "" }));
convertToHtml({ buffer: Buffer.from(workerData.file) }, { convertImage }).then(
  ({ value }) => parentPort.postMessage(value.length > workerData.most ? "BOMB" : { page: value }),
  () => parentPort.postMessage("DAMAGED"),
);`;

type Answer = "BOMB" | "DAMAGED" | { page: string };

/**
 * A DOCX as a page, without its pictures but for that they are there. It is read in a thread of its own with an end to its time and memory:
 * the library's patterns and notes can be made to take hours and gigabytes, and everybody else would wait. Throws `ReadProblem`.
 */
export async function docxApart(file: Buffer, { ms, megabytes } = APART): Promise<string> {
  const worker = new Worker(READER, {
    eval: true,
    env: {},
    workerData: { reader: createRequire(import.meta.url).resolve("mammoth"), file, most: MOST_PAGE },
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  });
  try {
    const answer = await new Promise<Answer>((resolve) => {
      const late = setTimeout(() => resolve("BOMB"), ms);
      const said = (what: Answer) => (clearTimeout(late), resolve(what));
      worker.once("message", said);
      // out of memory among others; what the thread says of it says nothing to the sender
      worker.once("error", (error: NodeJS.ErrnoException) =>
        said(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? "BOMB" : "DAMAGED"),
      );
      worker.once("exit", () => said("DAMAGED"));
    });
    if (typeof answer === "string") throw new ReadProblem(answer);
    return answer.page;
  } finally {
    await worker.terminate();
  }
}
