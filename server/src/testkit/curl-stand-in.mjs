// What the examples need of curl, for a machine that has none: --silent, --header, --data and an address. Anything else is an error.
import { parseArgs } from "node:util";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { silent: { type: "boolean" }, header: { type: "string", multiple: true }, data: { type: "string" } },
});
const headers = new Headers((values.header ?? []).map((line) => line.split(/:\s*(.*)/s, 2)));
const response = await fetch(positionals[0], {
  method: values.data === undefined ? "GET" : "POST",
  headers,
  body: values.data,
});
process.stdout.write(await response.text());
