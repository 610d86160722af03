import type { TemplateDefinition } from "@varde/domain";
import { IP_01 } from "./ip-01.js";
import { IP_02 } from "./ip-02.js";
import { IP_03 } from "./ip-03.js";
import { IP_04 } from "./ip-04.js";
import { IP_05 } from "./ip-05.js";
import { IP_06 } from "./ip-06.js";
import { IP_07 } from "./ip-07.js";
import { IP_08 } from "./ip-08.js";
import { IP_09 } from "./ip-09.js";
import { IP_10 } from "./ip-10.js";
import { IP_11 } from "./ip-11.js";
import { IP_12 } from "./ip-12.js";

/** A built-in template. `core`: part of the suggested core five, one for each point where members are won or lost. */
export type LibraryTemplate = { key: string; core: boolean; definition: TemplateDefinition };

/** The twelve built-in templates, in the order of the library. */
export const LIBRARY: LibraryTemplate[] = [
  { key: "ip-01", core: true, definition: IP_01 },
  { key: "ip-02", core: true, definition: IP_02 },
  { key: "ip-03", core: true, definition: IP_03 },
  { key: "ip-04", core: false, definition: IP_04 },
  { key: "ip-05", core: true, definition: IP_05 },
  { key: "ip-06", core: false, definition: IP_06 },
  { key: "ip-07", core: false, definition: IP_07 },
  { key: "ip-08", core: false, definition: IP_08 },
  { key: "ip-09", core: true, definition: IP_09 },
  { key: "ip-10", core: false, definition: IP_10 },
  { key: "ip-11", core: false, definition: IP_11 },
  { key: "ip-12", core: false, definition: IP_12 },
];
