import type { TemplateDefinition } from "@varde/domain";
import { ANSWER, ASK, TELL, guide, option, section, sms, step, t } from "./build.js";

/** IP-10 Årsmøte: members come, vote and dare to stand for election. */
export const IP_10: TemplateDefinition = {
  name: t(
    "Årsmøte: inviter til å bestemme – og til verv",
    "Årsmøte: inviter til å bestemme – og til verv",
    "Annual meeting: invite members to decide – and to stand",
  ),
  purpose: t(
    "Et årsmøte der medlemmer møter, stemmer og tør å stille til valg.",
    "Eit årsmøte der medlemer møter, røystar og tør å stille til val.",
    "An annual meeting where members come, vote and dare to stand for election.",
  ),
  stage: "CONTRIBUTE",
  trigger: {
    kind: "CALENDAR",
    dates: [{ key: "annual", name: t("Årsmøte", "Årsmøte", "Annual meeting"), opens: "01-02", due: "02-28" }],
  },
  schedule: { opensAfterDays: 0, dueAfterDays: 57, missAfterDays: 14, lateAllowed: true },
  responsible: t(
    "Leder (kasserer for regnskapet)",
    "Leiar (kasserar for rekneskapen)",
    "The chair (the treasurer for the accounts)",
  ),
  minutes: 480,
  steps: [
    step("date", "Sett dato og sted", "Set dato og stad", "Set date and place"),
    step("list", "Oppdater medlemslisten", "Oppdater medlemslista", "Update the list of members"),
    step("accounts", "Regnskap til revisor", "Rekneskap til revisor", "Accounts to the auditor"),
    step(
      "notice",
      "Innkalling med saksliste 4 uker før",
      "Innkalling med sakliste 4 veker før",
      "Notice with agenda 4 weeks ahead",
    ),
    step(
      "papers",
      "Årsmelding, regnskap, handlingsplan, budsjett og valgkomiteens innstilling 2 uker før",
      "Årsmelding, rekneskap, handlingsplan, budsjett og innstillinga frå valkomiteen 2 veker før",
      "Annual report, accounts, action plan, budget and the nominations 2 weeks ahead",
    ),
    step(
      "ask_three",
      "Spør minst tre medlemmer personlig om de vil stille",
      "Spør minst tre medlemer personleg om dei vil stille",
      "Ask at least three members in person whether they will stand",
    ),
    step("minutes", "Før protokoll, to signerer", "Før protokoll, to signerer", "Keep the minutes; two people sign"),
    step(
      "return",
      "Send inn årsrapport, signert etter 31. desember",
      "Send inn årsrapport, signert etter 31. desember",
      "Send in the annual grant return, signed after 31 December",
    ),
  ],
  messages: [
    sms(
      "notice_sms",
      t("Innkalling på SMS", "Innkalling på SMS", "Notice by SMS"),
      t(
        "Hei, det er {{avsender}}. Årsmøtet i {{kortnavn}} er {{dato}} kl. {{klokka}}, {{sted}}. Da velger vi styre og bestemmer planen for året. Alle som har betalt, kan stemme. Papirer: {{lenke}}. Vi spanderer mat!",
        "Hei, det er {{avsender}}. Årsmøtet i {{kortnavn}} er {{dato}} kl. {{klokka}}, {{sted}}. Då vel vi styre og bestemmer planen for året. Alle som har betalt, kan røyste. Papir: {{lenke}}. Vi spanderer mat!",
        "Hi, {{avsender}} here. The annual meeting of {{kortnavn}} is {{dato}} at {{klokka}}, {{sted}}. We elect a board and decide the plan for the year. Everyone who has paid can vote. Papers: {{lenke}}. Food is on us!",
      ),
    ),
    guide("stand_guide", t("Spørre om verv", "Spørje om verv", "Asking someone to stand"), [
      section(
        ASK,
        "«Vi tror du kunne vært bra i styret fordi …»",
        "«Vi trur du kunne vore bra i styret fordi …»",
        "“We think you would be good on the board because …”",
      ),
      section(
        TELL,
        "«Det er omtrent ett møte i måneden. Du får opplæring, og fadderen vår hjelper. Du kan være vara først.»",
        "«Det er omtrent eitt møte i månaden. Du får opplæring, og fadderen vår hjelper. Du kan vere vara først.»",
        "“It is about one meeting a month. You get training, and our mentor helps. You can begin as an alternate.”",
      ),
      section(
        ANSWER,
        "«Tenk på det til fredag, og si nei hvis du vil.»",
        "«Tenk på det til fredag, og sei nei om du vil.»",
        "“Think about it until Friday, and say no if you like.”",
      ),
    ]),
  ],
  reportFields: [
    {
      key: "date",
      type: "DATE",
      label: t("Dato for årsmøtet", "Dato for årsmøtet", "Date of the annual meeting"),
      required: true,
      source: "MEETING_DATE",
    },
    {
      key: "voters",
      type: "NUMBER",
      label: t(
        "Antall stemmeberettigede til stede",
        "Talet på røysteføre til stades",
        "Number present with a right to vote",
      ),
      required: true,
      min: 0,
      max: 500,
      counts: "PERSONS",
      source: "MEETING_ATTENDANCE",
    },
    {
      key: "board_size",
      type: "NUMBER",
      label: t("Antall i nytt styre", "Talet på medlemer i nytt styre", "Size of the new board"),
      help: t("Minst 3", "Minst 3", "At least 3"),
      required: true,
      min: 0,
      max: 30,
      counts: "OTHER",
    },
    {
      key: "board_new",
      type: "NUMBER",
      label: t("Antall nye i styret", "Talet på nye i styret", "Number new to the board"),
      required: true,
      min: 0,
      max: 30,
      counts: "OTHER",
    },
    {
      key: "papers",
      type: "MULTI_CHOICE",
      label: t("Hvilke papirer er lastet opp?", "Kva papir er lasta opp?", "Which papers are uploaded?"),
      required: false,
      options: [
        option("minutes", "Protokoll", "Protokoll", "Minutes"),
        option("annual_report", "Årsmelding", "Årsmelding", "Annual report"),
        option("accounts", "Regnskap", "Rekneskap", "Accounts"),
        option("action_plan", "Handlingsplan", "Handlingsplan", "Action plan"),
        option("budget", "Budsjett", "Budsjett", "Budget"),
      ],
    },
  ],
  targets: [
    {
      key: "all_chapters",
      kind: "TIMELINESS",
      threshold: 1,
      period: "YEAR",
      text: t(
        "Alle lag innen utgangen av februar, med 20 % av medlemmene til stede",
        "Alle lag innan utgangen av februar, med 20 % av medlemene til stades",
        "Every chapter by the end of February, with 20 % of the members present",
      ),
    },
    {
      key: "new_on_board",
      kind: "FIELD_SUM",
      fieldKey: "board_new",
      threshold: 1,
      period: "YEAR",
      text: t("Minst én ny i styret", "Minst éin ny i styret", "At least one new on the board"),
    },
  ],
  locks: ["STEPS", "SCHEDULE"],
};
