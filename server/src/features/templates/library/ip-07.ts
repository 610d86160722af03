import type { TemplateDefinition } from "@varde/domain";
import { sms, step, t, yesNo } from "./build.js";

/** IP-07 Takk: everyone who contributes hears that it mattered. Started by the board after an activity. */
export const IP_07: TemplateDefinition = {
  name: t("Takk", "Takk", "Thank you"),
  purpose: t(
    "Alle som bidrar, skal få vite at det betydde noe.",
    "Alle som bidreg, skal få vite at det betydde noko.",
    "Everyone who contributes shall know that it mattered.",
  ),
  stage: "CONTRIBUTE",
  trigger: { kind: "MANUAL", aboutMember: false },
  schedule: { opensAfterDays: 0, dueAfterDays: 7, missAfterDays: 21, lateAllowed: true },
  responsible: t("Leder", "Leiar", "The chair"),
  minutes: 5,
  steps: [
    step(
      "concrete",
      "Nevn det konkrete personen gjorde",
      "Nemn det konkrete personen gjorde",
      "Name the very thing the person did",
    ),
    step("effect", "Fortell hva det førte til", "Fortel kva det førte til", "Tell them what came of it"),
    step(
      "ask_first",
      "Spør før du takker offentlig eller legger ut bilde",
      "Spør før du takkar offentleg eller legg ut bilete",
      "Ask before you thank anyone in public or post a picture",
    ),
  ],
  messages: [
    sms(
      "thanks_sms",
      t("Takk på SMS", "Takk på SMS", "Thank you by SMS"),
      t(
        "Hei! Takk for {{bidrag}}. Det gjorde at det ble bra for alle som kom. Jeg setter pris på deg. Hilsen {{avsender}}",
        "Hei! Takk for {{bidrag}}. Det gjorde at det vart bra for alle som kom. Eg set pris på deg. Helsing {{avsender}}",
        "Hi! Thank you for {{bidrag}}. It made it a good time for everyone who came. I appreciate you. Best, {{avsender}}",
      ),
    ),
  ],
  reportFields: [
    {
      key: "contributed",
      type: "NUMBER",
      label: t("Antall som bidro", "Talet på dei som bidrog", "Number who contributed"),
      required: true,
      min: 0,
      max: 200,
      counts: "PERSONS",
    },
    {
      key: "thanked",
      type: "NUMBER",
      label: t(
        "Antall som ble takket innen 7 dager",
        "Talet på dei som vart takka innan 7 dagar",
        "Number thanked within 7 days",
      ),
      required: true,
      min: 0,
      max: 200,
      counts: "PERSONS",
    },
    yesNo(
      "peers_and_board",
      t(
        "Fikk dere takket likepersoner og styret også?",
        "Fekk de takka likepersonar og styret òg?",
        "Did you thank the peer supporters and the board too?",
      ),
      false,
    ),
  ],
  targets: [
    {
      key: "timely",
      kind: "TIMELINESS",
      threshold: 1,
      period: "QUARTER",
      text: t("Alle takkes innen 7 dager", "Alle blir takka innan 7 dagar", "Everyone is thanked within 7 days"),
    },
  ],
  locks: ["SCHEDULE"],
};
