import { readFile } from "node:fs/promises";
import type { RequestHandler } from "express";
import { AppError } from "../errors/app-error.js";

/** Documents the web app was built with: hash → text. */
export type Manifest = ReadonlyMap<string, string>;

/** Reads the manifest that codegen wrote. Its keys are `sha256:<hex>`. */
export async function readManifest(path: string): Promise<Manifest> {
  const entries = JSON.parse(await readFile(path, "utf8")) as Record<string, string>;
  return new Map(Object.entries(entries));
}

type Body = {
  query?: unknown;
  variables?: unknown;
  operationName?: unknown;
  extensions?: { persistedQuery?: { sha256Hash?: unknown } };
};

const refuse = (response: Parameters<RequestHandler>[1], status: number) => {
  const error = new AppError("BAD_REQUEST");
  response.status(status).json({ errors: [{ message: error.message, extensions: error.extensions }] });
};

/**
 * Stands before Apollo: POST and JSON only, one operation, from our own origin, and - unless `freeDocuments`, which is
 * for development - only documents of the manifest, asked for by hash.
 */
export function gate(manifest: Manifest, freeDocuments: boolean): RequestHandler {
  return (request, response, next) => {
    if (request.method !== "POST") return refuse(response.setHeader("allow", "POST"), 405);
    const type = request.headers["content-type"] ?? "";
    if (!request.is("application/json") || /charset=(?!"?utf-8)/i.test(type)) return refuse(response, 415);
    const site = request.headers["sec-fetch-site"];
    if (site !== undefined && site !== "same-origin") return refuse(response, 403);
    const body = request.body as Body | undefined;
    if (!body || typeof body !== "object" || Array.isArray(body)) return refuse(response, 400);
    const variables = body.variables ?? {};
    if (typeof variables !== "object" || Array.isArray(variables)) return refuse(response, 400);
    const hash = body.extensions?.persistedQuery?.sha256Hash;
    const known =
      typeof hash === "string" ? manifest.get(hash.startsWith("sha256:") ? hash : `sha256:${hash}`) : undefined;
    if (known !== undefined) {
      request.body = { query: known, variables };
      return next();
    }
    if (!freeDocuments || typeof body.query !== "string") return refuse(response, 400);
    request.body = {
      query: body.query,
      variables,
      ...(typeof body.operationName === "string" && { operationName: body.operationName }),
    };
    return next();
  };
}
