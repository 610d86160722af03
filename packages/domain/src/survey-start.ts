/** The survey that every organization can begin with: twelve questions about being a member, in three languages. */
import type { LocalizedText } from "./definition.js";
import type { SurveyAbout, SurveyDefinition, SurveyOption, SurveyScale } from "./survey.js";

const say = (nb: string, nn: string, en: string): LocalizedText => ({ nb, nn, en });
const option = (key: string, nb: string, nn: string, en: string): SurveyOption => ({ key, label: say(nb, nn, en) });
/** Tells how it goes with a touchpoint of the library, and not how much it matters. */
const about = (template: string, line: string | null = null): SurveyAbout[] => [{ template, line, matters: [] }];
const AGREE: SurveyScale = {
  lowest: say("Helt uenig", "Heilt ueinig", "Disagree"),
  highest: say("Helt enig", "Heilt einig", "Agree"),
  none: say("Vet ikke", "Veit ikkje", "Don't know"),
};

export const STARTING_SURVEY: SurveyDefinition = {
  title: say("Hvordan er det å være medlem?", "Korleis er det å vere medlem?", "What is it like to be a member?"),
  intro: say(
    "Svarene er anonyme. Ingen i lokallaget ser hva du har svart. Vi viser bare tall når minst fem har svart. Fritekst leses bare av ansatte nasjonalt. Det tar tre minutter. Ikke skriv navn eller noe om helsa til deg selv eller andre. Trenger du noen å snakke med: 116 123.",
    "Svara er anonyme. Ingen i lokallaget ser kva du har svart. Vi viser berre tal når minst fem har svart. Fritekst blir berre lesen av tilsette nasjonalt. Det tek tre minutt. Ikkje skriv namn eller noko om helsa til deg sjølv eller andre. Treng du nokon å snakke med: 116 123.",
    "Your answers are anonymous. Nobody in your chapter sees what you answered. We only show numbers when at least five have answered. What you write is read by national staff only. It takes three minutes. Please don't write names, or anything about your own or other people's health. If you need someone to talk to: 116 123.",
  ),
  underAge: say(
    "Er du under 15? Spør en foresatt før du svarer. Dere kan gjerne svare sammen.",
    "Er du under 15? Spør ein føresett før du svarer. De kan gjerne svare saman.",
    "Are you under 15? Ask a parent or guardian first. You are welcome to answer together.",
  ),
  thanks: say(
    "Takk! Svaret ditt er med. Laget får se hva medlemmene mener når minst fem har svart.",
    "Takk! Svaret ditt er med. Laget får sjå kva medlemmene meiner når minst fem har svart.",
    "Thank you! Your answer counts. The chapter sees what its members think once at least five have answered.",
  ),
  questions: [
    {
      key: "member_for",
      kind: "SINGLE",
      describes: true,
      title: say("Hvor lenge har du vært medlem?", "Kor lenge har du vore medlem?", "How long have you been a member?"),
      options: [
        option("under_3_months", "Under 3 måneder", "Under 3 månader", "Less than 3 months"),
        option("under_1_year", "3–12 måneder", "3–12 månader", "3–12 months"),
        option("under_3_years", "1–3 år", "1–3 år", "1–3 years"),
        option("over_3_years", "Over 3 år", "Over 3 år", "More than 3 years"),
        option("unknown", "Vet ikke", "Veit ikkje", "Don't know"),
      ],
    },
    {
      key: "age",
      kind: "SINGLE",
      describes: true,
      title: say("Hvor gammel er du?", "Kor gammal er du?", "How old are you?"),
      options: [
        option("under_15", "Under 15", "Under 15", "Under 15"),
        option("from_15", "15–17", "15–17", "15–17"),
        option("from_18", "18–25", "18–25", "18–25"),
        option("from_26", "26–36", "26–36", "26–36"),
        option("from_37", "37 eller eldre", "37 eller eldre", "37 or older"),
        option("unsaid", "Vil ikke svare", "Vil ikkje svare", "Rather not say"),
      ],
    },
    {
      key: "why_joined",
      kind: "SEVERAL",
      atMost: 3,
      stage: "WELCOME",
      title: say("Hvorfor meldte du deg inn?", "Kvifor melde du deg inn?", "Why did you join?"),
      options: [
        option("meet_people", "Møte folk", "Møte folk", "To meet people"),
        option("fun", "Gjøre noe gøy", "Gjere noko gøy", "To do something fun"),
        option("cause", "Saken er viktig", "Saka er viktig", "The cause matters"),
        option("asked", "Bli spurt av noen", "Vart spurd av nokon", "Somebody asked me"),
        option("influence", "Påvirke politisk", "Påverke politisk", "To influence politics"),
        option("learn", "Lære noe", "Lære noko", "To learn something"),
        option("other", "Annet", "Anna", "Something else"),
        option("unsaid", "Vil ikke svare", "Vil ikkje svare", "Rather not say"),
      ],
    },
    {
      key: "contacted",
      kind: "SINGLE",
      stage: "WELCOME",
      about: about("ip-01"),
      title: say(
        "Tok noen i lokallaget kontakt da du ble medlem?",
        "Tok nokon i lokallaget kontakt då du vart medlem?",
        "Did somebody in the chapter get in touch when you joined?",
      ),
      options: [
        option("within_two_weeks", "Ja, innen to uker", "Ja, innan to veker", "Yes, within two weeks"),
        option("later", "Ja, senere", "Ja, seinare", "Yes, later"),
        option("no", "Nei", "Nei", "No"),
        option("forgotten", "Husker ikke", "Hugsar ikkje", "I don't remember"),
      ],
    },
    {
      key: "welcome",
      kind: "SCALE",
      stage: "FIRST_MEETING",
      about: about("ip-03"),
      title: say(
        "Hvor velkommen følte du deg første gang du kom på noe?",
        "Kor velkommen kjende du deg første gong du kom på noko?",
        "How welcome did you feel the first time you came to something?",
      ),
      scale: {
        lowest: say("Ikke i det hele tatt", "Ikkje i det heile", "Not at all"),
        highest: say("Veldig", "Veldig", "Very"),
        none: say("Har ikke vært på noe", "Har ikkje vore på noko", "I haven't been to anything"),
      },
    },
    {
      key: "took_part",
      kind: "SINGLE",
      stage: "TAKE_PART",
      title: say(
        "Hvor ofte har du vært med på noe det siste året?",
        "Kor ofte har du vore med på noko det siste året?",
        "How often have you taken part in something during the last year?",
      ),
      options: [
        option("never", "Aldri", "Aldri", "Never"),
        option("once_or_twice", "1–2 ganger", "1–2 gonger", "Once or twice"),
        option("three_to_six", "3–6 ganger", "3–6 gonger", "3–6 times"),
        option("seven_or_more", "7 eller flere", "7 eller fleire", "7 or more"),
      ],
    },
    {
      key: "hard_to_come",
      kind: "SEVERAL",
      stage: "TAKE_PART",
      title: say("Hva gjør det vanskelig å komme?", "Kva gjer det vanskeleg å kome?", "What makes it hard to come?"),
      options: [
        option("time", "Tidspunkt", "Tidspunkt", "The time"),
        option("distance", "Avstand eller transport", "Avstand eller transport", "Distance or transport"),
        option("know_nobody", "Kjenner ingen", "Kjenner ingen", "I don't know anybody"),
        option("uninformed", "Vet ikke hva som skjer", "Veit ikkje kva som skjer", "I don't know what is on"),
        option("not_for_me", "Det passer ikke meg", "Det passar ikkje meg", "It isn't for me"),
        option("energy", "Orker ikke alltid", "Orkar ikkje alltid", "I don't always have the energy"),
        option("money", "Økonomi", "Økonomi", "Money"),
        option("access", "Ikke tilrettelagt for meg", "Ikkje lagt til rette for meg", "Not accessible to me"),
        option("nothing", "Ingenting", "Ingenting", "Nothing"),
      ],
    },
    {
      key: "agree",
      kind: "MATRIX",
      stage: "CONTRIBUTE",
      about: about("ip-06", "asked_to_help"),
      title: say("Hvor enig er du?", "Kor einig er du?", "How much do you agree?"),
      scale: AGREE,
      rows: [
        option("informed", "Jeg får vite hva som skjer", "Eg får vite kva som skjer", "I get to know what is on"),
        option("heard", "Jeg kan være med og bestemme", "Eg kan vere med og bestemme", "I have a say"),
        option(
          "know_somebody",
          "Jeg kjenner noen i laget",
          "Eg kjenner nokon i laget",
          "I know somebody in the chapter",
        ),
        option("asked_to_help", "Jeg blir spurt om å bidra", "Eg blir spurd om å bidra", "I am asked to contribute"),
        option("free_to_decline", "Det er greit å si nei", "Det er greitt å seie nei", "It is fine to say no"),
      ],
    },
    {
      key: "contact_by",
      kind: "SINGLE",
      title: say(
        "Hvordan vil du helst at vi tar kontakt?",
        "Korleis vil du helst at vi tek kontakt?",
        "How would you like us to get in touch?",
      ),
      options: [
        option("sms", "SMS", "SMS", "Text message"),
        option("email", "E-post", "E-post", "E-mail"),
        option("chat", "Gruppechat", "Gruppechat", "Group chat"),
        option("phone", "Telefon", "Telefon", "Phone"),
        option("social_media", "Sosiale medier", "Sosiale medium", "Social media"),
        option("least", "Minst mulig", "Minst mogleg", "As little as possible"),
      ],
    },
    {
      key: "want_to_do",
      kind: "SEVERAL",
      atMost: 3,
      stage: "TAKE_PART",
      title: say(
        "Hva har du mest lyst til å være med på?",
        "Kva har du mest lyst til å vere med på?",
        "What would you most like to take part in?",
      ),
      options: [
        option("gatherings", "Faste treff", "Faste treff", "Regular gatherings"),
        option("trips", "Turer", "Turar", "Trips"),
        option("games_and_films", "Spill og film", "Spel og film", "Games and films"),
        option("courses", "Kurs og foredrag", "Kurs og foredrag", "Courses and talks"),
        option("making", "Lage noe", "Lage noko", "Making something"),
        option("politics", "Politisk arbeid", "Politisk arbeid", "Political work"),
        option("online", "Nett-treff", "Nett-treff", "Online gatherings"),
        option("summer_and_christmas", "Sommer- og juletreff", "Sommar- og juletreff", "Summer and Christmas parties"),
        option("other", "Annet", "Anna", "Something else"),
      ],
    },
    {
      key: "renew",
      kind: "ZERO_TO_TEN",
      stage: "RENEW",
      about: about("ip-09"),
      title: say(
        "Hvor sannsynlig er det at du fornyer medlemskapet neste år?",
        "Kor sannsynleg er det at du fornyar medlemskapen neste år?",
        "How likely are you to renew your membership next year?",
      ),
      scale: {
        lowest: say("Helt usikkert", "Heilt usikkert", "Not at all"),
        highest: say("Helt sikkert", "Heilt sikkert", "Certain"),
      },
    },
    {
      key: "do_differently",
      kind: "TEXT",
      title: say(
        "Hva er det ene vi bør gjøre annerledes?",
        "Kva er det eine vi bør gjere annleis?",
        "What is the one thing we should do differently?",
      ),
      help: say(
        "Leses bare nasjonalt. Ikke skriv navn eller noe om helse.",
        "Blir berre lese nasjonalt. Ikkje skriv namn eller noko om helse.",
        "Read by national staff only. Please don't write names or anything about health.",
      ),
    },
  ],
};
