import { readdir, readFile, writeFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Plugin } from "vite";

const KINDS = new Set([".js", ".css", ".svg", ".webmanifest"]);

/** Below this an envelope of the network holds it anyway. */
const LEAST = 1024;

const brotli = promisify(brotliCompress);
const zipped = promisify(gzip);

async function compress(path: string): Promise<void> {
  const source = await readFile(path);
  if (source.length < LEAST) return;
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: source.length,
  };
  await writeFile(`${path}.br`, await brotli(source, { params }));
  await writeFile(`${path}.gz`, await zipped(source, { level: constants.Z_BEST_COMPRESSION }));
}

/** Beside every file that becomes smaller the same compressed, as small as it gets: done once, and not per answer. */
export function compressed(): Plugin {
  return {
    name: "varde-compressed",
    apply: "build",
    writeBundle: {
      order: "post",
      sequential: true,
      async handler({ dir }) {
        if (dir === undefined) return this.error("the build has no folder");
        const files = await readdir(dir, { recursive: true, withFileTypes: true });
        const wanted = files.filter((file) => file.isFile() && KINDS.has(extname(file.name)));
        await Promise.all(wanted.map((file) => compress(join(file.parentPath, file.name))));
      },
    },
  };
}
