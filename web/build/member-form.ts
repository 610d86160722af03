import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

/** The script of the form that members meet, with its styles: apart from the app, on pages that the server writes. */
export const MEMBER_FORM = fileURLToPath(new URL("../src/features/surveys/form/enhance.ts", import.meta.url));

/** Builds it beside the app. The server finds both files by the build's manifest. */
export function memberForm(): Plugin {
  return {
    name: "varde-member-form",
    apply: "build",
    buildStart() {
      this.emitFile({ type: "chunk", id: MEMBER_FORM, name: "member-form" });
    },
  };
}
