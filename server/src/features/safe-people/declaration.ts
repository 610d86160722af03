import type { LocalizedText } from "@varde/domain";

/** The declaration of confidentiality an organization begins with; it may write its own. One paragraph a line. */
export const STANDARD_DECLARATION: LocalizedText = {
  nb: `Jeg holder for meg selv det jeg får vite om medlemmer i dette vervet: at de er medlemmer, hvordan de har det, og hva de forteller.
Jeg slår bare opp det jeg trenger for oppgaven jeg gjør. Jeg tar ikke skjermbilder, og lagrer ikke lister andre steder.
Står liv eller helse i fare, ringer jeg 113 eller 116 117, og sier fra til vakten hos oss. Da går det foran taushet.
Taushetsplikten gjelder også etter at jeg er ferdig i vervet.`,
  nn: `Eg held for meg sjølv det eg får vite om medlemmer i dette vervet: at dei er medlemmer, korleis dei har det, og kva dei fortel.
Eg slår berre opp det eg treng for oppgåva eg gjer. Eg tek ikkje skjermbilete, og lagrar ikkje lister andre stader.
Står liv eller helse i fare, ringjer eg 113 eller 116 117, og seier frå til vakta hos oss. Då går det føre teieplikta.
Teieplikta gjeld òg etter at eg er ferdig i vervet.`,
  en: `I keep to myself what I learn about members in this seat: that they are members, how they are, and what they tell.
I look up only what I need for the task I am doing. I take no screenshots, and keep no lists elsewhere.
When life or health is in danger I call 113 or 116 117, and tell the one on call. That comes before confidentiality.
The duty of confidentiality holds after I have left the seat too.`,
};
