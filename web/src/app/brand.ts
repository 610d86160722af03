import { useLayoutEffect } from "react";

/** What means something keeps its colour, also where the app's own shares it with links. */
const KEPT = "--v-on-time: light-dark(#0f5f5a, #9fcdc9);";

let sheet: CSSStyleSheet | null = null;
let wanted: string | null = null;

/**
 * Lays a main colour over the app's own, and takes it off again with null. By a sheet that is made here: our content security policy
 * lets no style stand in the page. The rules that compute it are downloaded when there is a colour.
 */
async function lay(colour: string | null): Promise<void> {
  wanted = colour;
  if (colour === null) {
    sheet?.replaceSync("");
    return;
  }
  const { declarations } = await import("./brand-declarations");
  // another was asked for while this one's rules came
  if (wanted !== colour) return;
  if (!sheet) {
    sheet = new CSSStyleSheet();
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }
  sheet.replaceSync(`:root { ${declarations(colour)} ${KEPT} }`);
}

/** Shows the whole app in a main colour while it is here; null is the app's own. */
export function useBrand(colour: string | null): void {
  useLayoutEffect(() => {
    // without a network it stays as it is: the colours of the app can be read too
    void lay(colour).catch(() => undefined);
  }, [colour]);
}
