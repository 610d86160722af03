import type { Response } from "express";
import { hashOfStyles } from "./conditions.js";
import type { Page } from "./page.js";

/** Sends a page that nobody keeps a copy of. `frame`: our own pages may show it in a frame. */
export function sendPage(response: Response, { html, styles }: Page, status = 200, frame = false): void {
  let policy = String(response.getHeader("content-security-policy"));
  if (styles !== "") policy = policy.replace("style-src 'self'", `style-src 'self' ${hashOfStyles(styles)}`);
  if (frame) policy = policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'");
  response.setHeader("content-security-policy", policy);
  response.setHeader("cache-control", "no-store");
  response.setHeader("x-robots-tag", "noindex");
  response.status(status).type("html").send(html);
}
