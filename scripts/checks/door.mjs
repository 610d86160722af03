import { findAll, withoutComments } from "../lib/sources.mjs";

const isServerCode = (path) =>
  /^server\/src\/.*\.ts$/.test(path) && !path.startsWith("server/src/testkit/") && !path.endsWith(".test.ts");
const behindTheDoor = (path) => path.startsWith("server/src/kernel/db/") || path.startsWith("server/src/migrations/");

const FORBIDDEN = [
  [
    /\bgetRepository\s*\(|\bgetTreeRepository\s*\(|\bgetCustomRepository\s*\(/g,
    "a repository outside the door: take the query of unitOfWork",
  ],
  [/\bDataSource\b/g, "a DataSource outside the door: take the query of unitOfWork"],
  [/\bcreateQueryRunner\s*\(/g, "a query runner outside the door: take the query of unitOfWork"],
  [
    /(?<![\w$])cache\s*:\s*(?:true|\d|\{)|\.cache\s*\(\s*(?:true|\d|["'])/g,
    "TypeORM's query cache answers one person with another's rows",
  ],
];

/** Only the door hands out the way to the database. */
export const checkDoor = (files) =>
  files
    .filter(({ path }) => isServerCode(path) && !behindTheDoor(path))
    .flatMap(({ path, text }) => {
      const code = { path, text: withoutComments(text) };
      return FORBIDDEN.flatMap(([pattern, message]) => findAll(code, pattern, message));
    });

/** One reader of the environment, so that one page can list every setting. */
export const checkEnvironment = (files) =>
  files
    .filter(
      ({ path }) =>
        /^(?:server\/src|web\/src|packages\/[^/]+\/src)\/.*\.tsx?$/.test(path) && path !== "server/src/env.ts",
    )
    .flatMap(({ path, text }) =>
      findAll({ path, text: withoutComments(text) }, /\bprocess\.env\b/g, "settings are read in server/src/env.ts"),
    );

/** ON CONFLICT DO UPDATE ... WHERE is evaluated on rows hidden by row-level security (CVE-2026-120154). */
export const checkSql = (files) =>
  files
    .filter(({ path }) => /^server\/src\/.*\.(?:ts|sql)$/.test(path) && !path.endsWith(".test.ts"))
    .flatMap(({ path, text }) =>
      [...withoutComments(text).matchAll(/\bon\s+conflict\b[^;`]*?\bdo\s+update\s+set\b([^;`]*)/gi)]
        .filter((match) => /\bwhere\b/i.test(match[1].replace(/\([^()]*\)/g, "")))
        .map((match) => ({
          path,
          line: text.slice(0, match.index).split("\n").length,
          message: "ON CONFLICT DO UPDATE ... WHERE looks at rows the caller may not see",
        })),
    );
