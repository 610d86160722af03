import type { HelpTexts } from ".";

export const help: HelpTexts = {
  ask: "Whom can I ask?",
  person: (name, role, unit) => `${name}, ${role}, ${unit}`,
  nobody: "Nobody else holds an office here yet.",
  more: "All help",
  pageTitle: "Help",
  pageLead: "A few words on every page, and whom you can ask.",
  practice: "Try a make-believe task",
  practiceBody: "Five minutes with an invented member. None of it counts, and nothing is sent.",
  rehearsal: {
    at: (n, of) => `Practice, ${n} of ${of}`,
    skip: "Skip the practice",
    name: "Welcome conversation",
    member: "Kari",
    invented: "Kari is invented. Nothing here counts or is sent.",
    guide:
      "## Opening\nHello, Kari! I am calling from the chapter. Welcome to us. Do you have a couple of minutes?\n\n## On the way\nWhat made you join? We meet one evening a month. Shall I tell you when the next one is?\n\n## Closing\nThank you for the talk. You can call me if there is anything.",
    steps: { read: "Read the guide", call: "Called Kari" },
    question: "Would she like to come to the next meeting?",
    coach: {
      read: {
        title: "This is what a task looks like",
        body: "The guide has the words you can use. Press its tabs, and read what not to ask about. «Safe frame» at the top is there if it gets heavy.",
        next: "I have read the guide",
      },
      call: {
        title: "Then you call",
        body: "In real life a button calls for you. Here we pretend.",
        next: "Pretend to call Kari",
      },
      tick: {
        title: "Tick what you have done",
        body: "Under «Steps» you tick as you go. The rest of the board then sees that somebody is on it.",
      },
      outcome: {
        title: "Report at the bottom",
        body: "She answered and would like to come to a meeting. Choose «Reached», and answer the one question.",
      },
      notReached: "That happens. The task then comes back in some days. Try «Reached» this time.",
    },
    doneTitle: "You are ready",
    doneBody:
      "That was all: read, call, tick, report. If you regret something in real life, you have ten seconds. Without a network it waits on the phone and is sent later.",
    toToday: "Go to «Today»",
    again: "Practise once more",
    offerTitle: "New on the board? Try a task first",
    offerBody: "Two minutes with an invented member. Nothing counts.",
    offerStart: "Try",
    offerSkip: "No thanks",
  },
  topics: {
    today: {
      name: "Today",
      steps: [
        "What is most urgent stands at the top. Begin there.",
        "Open the task: you get the guide, whom it is about, and the buttons you need.",
        "Done? Report it with one tap. If you regret it, you have ten seconds.",
        "If nothing is here, all is done. You can close the page with a clear conscience.",
      ],
    },
    tasks: {
      name: "Tasks",
      steps: [
        "Here is everything the chapter is to do, what comes later too.",
        "Choose what to see at the top. The address remembers it, so you can share it with the rest of the board.",
        "What is marked «overdue» can still be done.",
      ],
    },
    task: {
      name: "The task",
      steps: [
        "Read the guide first. It has the words you can use.",
        "Tick the steps as you go. Others on the board see how far you have come.",
        "Choose how it went at the bottom. «No answer» comes back in some days.",
        "If the conversation gets heavy, press «Safe frame». It says who can take over.",
      ],
    },
    report: {
      name: "The report",
      steps: [
        "Answer what you know. What is known already is filled in.",
        "Your text is kept on this device while you write.",
        "You can correct the report until the task runs out, and for at least seven days after you sent it.",
      ],
    },
    members: {
      name: "Members",
      steps: [
        "Search by name, or choose a group.",
        "You add new members yourself, or read in a file from the member system.",
        "Never write about anyone's health. There is no room for it, and that is on purpose.",
      ],
    },
    member: {
      name: "The member",
      steps: [
        "Here is what the chapter needs to keep in touch, and no more.",
        "The wish for contact decides which tasks come. Correct it when somebody asks.",
        "If somebody asks to see or erase what you hold, both are at the bottom.",
      ],
    },
    import: {
      name: "Read in members",
      steps: [
        "Drop the file from the member system here. Nothing changes before you have seen what will happen.",
        "Look over what the columns mean. Your choice is remembered.",
        "Those who are missing in the file are never deleted. You get a proposal to decide on.",
      ],
    },
    journey: {
      name: "The member journey",
      steps: [
        "The figure shows how far those who joined have come, and where some fall off.",
        "The table below has the same numbers.",
        "Look for the largest drop. That is where it helps most to do something.",
      ],
    },
    meetings: {
      name: "Meetings",
      steps: [
        "Put in gatherings and meetings with day and place. Messages are then filled by themselves.",
        "Afterwards, write how many came. The report is then almost done.",
        "From a meeting you can invite all the members at once.",
      ],
    },
    board: {
      name: "The board",
      steps: [
        "Here you see who holds an office in the chapter, and when it ends.",
        "The chair invites new ones. They get a link by e-mail.",
        "End the office when somebody leaves the board. Their access is gone at once.",
      ],
    },
    own: {
      name: "The chapter",
      steps: [
        "Here you see how you are doing, against your own earlier periods.",
        "The words say what matters most. The bar shows the same.",
        "The numbers here are yours alone.",
      ],
    },
    adapt: {
      name: "Adapt",
      steps: [
        "Some parts of a task the chapter can put in its own words.",
        "What is locked is the same for all chapters, so that they can be compared.",
        "Did it turn out well? Propose it, and all chapters may get it.",
      ],
    },
    messages: {
      name: "Messages",
      steps: [
        "Here is what has been written to boards.",
        "Mark as read, and the sender knows that the chapter has seen it.",
      ],
    },
    account: {
      name: "Account",
      steps: [
        "Here you choose language, and when you want reminders.",
        "The calendar link shows deadlines and meetings in your own calendar, without names.",
        "If you hold several offices, you switch between them here.",
      ],
    },
    queue: {
      name: "Offline",
      steps: [
        "What you do without a network waits here and is sent by itself.",
        "You can undo what has not been sent.",
        "If somebody else did the same, you see both and choose.",
      ],
    },
    wishes: {
      name: "Wishes from chapters",
      steps: [
        "Here boards ask to skip a task or for more time.",
        "Answer with a sentence. The board is told.",
        "You can change your answer for seven days.",
      ],
    },
    overview: {
      name: "Overview",
      steps: [
        "«Could do with a talk» are the chapters that may need help, with the reason and a next step. Those that asked for it come first.",
        "Write to the board from there. A kind word helps more than a reminder.",
        "The core set is what matters most. Words first, then numbers.",
      ],
    },
    mentor: {
      name: "Overview",
      steps: [
        "Here are the chapter's tasks of one point and a period. Press the chapter to see them one by one.",
        "«:» means that the number is hidden because it is about few people.",
        "Under «Chapters» you can write to the board. A kind word helps more than a reminder.",
      ],
    },
    follow: {
      name: "The task",
      steps: [
        "The chapter's board does the task. Here you read what it asks, and what the chapter has sent.",
        "The coordinator and national can give more time, also when nobody asked. The chapter reads why.",
        "If something is missing in the report, they can send it back with a few words. It counts as before meanwhile.",
      ],
    },
    compare: {
      name: "Compare",
      steps: [
        "Choose touchpoint and period. The address remembers it all.",
        "Small chapters vary a lot. Read the sentence at the top before you read the numbers.",
        "«:» means that the number is hidden because it is about few people.",
      ],
    },
    answers: {
      name: "Answers",
      steps: [
        "Here are the answers of the reports, added up.",
        "Texts are shown only for tasks that are not about one person.",
        "Fetch a CSV file if you want to calculate further.",
      ],
    },
    chapters: {
      name: "Chapters",
      steps: [
        "Here are all the chapters you follow.",
        "Open one to see its board, write to it, and see what it answered.",
        "Chapters without a board are marked.",
      ],
    },
    templates: {
      name: "Touchpoints",
      steps: [
        "Each one is something all chapters do. The core set is at the top.",
        "Edit a draft, try it in some chapters, and roll it out when it works.",
        "What is published never changes. You make a new version.",
      ],
    },
    editor: {
      name: "The draft",
      steps: [
        "Write the objective first, then the steps, then what the chapter is to answer. Five fields are enough.",
        "To the right you see the task as the board gets it.",
        "A minute to report is enough. You are told when it gets to be more.",
      ],
    },
    rollout: {
      name: "Roll-out",
      steps: [
        "Choose who gets the version, and from when.",
        "Look over what changes in each chapter before you roll out.",
        "Tasks somebody has begun are never changed.",
      ],
    },
    settings: {
      name: "Settings",
      steps: [
        "Names, levels and numbers that hold for the whole organization.",
        "Check the numbers of the «Safe frame» every half-year.",
        "Every change is in the change log.",
      ],
    },
    audit: {
      name: "Change log",
      steps: ["Here is who changed what, and when.", "The log cannot be corrected. It never shows names of members."],
    },
    year: {
      name: "The year",
      steps: [
        "The wheel shows the whole year: the annual meeting, deadlines, meetings and holidays. The list shows the same.",
        "«Coming up» is what comes first. Press it to go there.",
        "At the bottom the year can be printed as a poster.",
      ],
    },
    plan: {
      name: "Action plan",
      steps: [
        "Paste the table you have, or choose a file. You see how it is read before anything is saved.",
        "Each row is saved as you write. If it has nothing to count, you get three suggestions.",
        "Tie the row to something that is counted, and you see how far you have come.",
        "Once the annual meeting has adopted the plan, its words stand. What you change afterwards becomes a new version.",
      ],
    },
    annualMeeting: {
      name: "The annual meeting",
      steps: [
        "The notice and the agenda are made ready. Fill in the items, and print them.",
        "The voting list has those who have paid, and room for those who pay at the door. Take it out the same day.",
        "After the meeting come the minutes, and the handover to the new board.",
      ],
    },
    annualReport: {
      name: "Annual report",
      steps: [
        "Beside each part are sentences from what the chapter has done, with what was counted. Take those you want.",
        "The text is saved as you write. Two can write at once.",
        "A photo is used when those who are in it have said yes.",
        "Read all of it under the second tab before you finish it.",
      ],
    },
    grantReturn: {
      name: "Grant return",
      steps: [
        "At the top is what is needed, and what is ready.",
        "If somebody lacks an amount or a date, you correct it from here. The numbers are counted again at once.",
        "The leader signs, or two of the board. It can be done from 1 January.",
        "If it comes back, it says why. Correct it, and sign again.",
      ],
    },
    plans: {
      name: "Action plans",
      steps: [
        "Here you see which chapters have a plan, and which goals the plans build on.",
        "Choose chapters, and see the plans side by side, goal by goal.",
        "Nobody is ranked. The plans are the chapters' own.",
      ],
    },
    grantReturns: {
      name: "Grant returns",
      steps: [
        "Here you see who has delivered, who is missing, and how long it has waited.",
        "Open one to approve it, or send it back with what has to be corrected.",
        "All of them can be taken out as a spreadsheet, and with the papers in a ZIP file.",
      ],
    },
    surveys: {
      name: "Surveys",
      steps: [
        "Each chapter has its own link and poster. Nobody signs in, and no answer can be tied to anybody.",
        "The results come when the survey is over. Where few have answered, nothing is shown.",
        "What is written freely is read by national only.",
      ],
    },
    journeyMap: {
      name: "Map of the member journey",
      steps: [
        "The columns are the stages a member goes through. The cards are what happens, what is hard, and ideas.",
        "Move the cards with a finger, the mouse or the arrow keys.",
        "The map can be compared with an older one, and printed as a poster.",
      ],
    },
    coreChoice: {
      name: "Choose the core set",
      steps: [
        "Each point gets a number for how much it matters, how it goes, whom it reaches and what it takes. Behind each number is its source.",
        "In a workshop everybody votes with dots on their own phone, and the big screen counts.",
        "The choice holds for the year, with its reason beside it. The chapters are told.",
      ],
    },
    throughYears: {
      name: "Through the years",
      steps: [
        "The page follows one point: versions, numbers, answers and suggestions, year by year.",
        "Each choice stands with its date and reason.",
        "Use it when you decide what should change.",
      ],
    },
    practice: {
      name: "Practice",
      steps: [
        "Everything here is make-believe. Do try things wrong.",
        "When you are done, go to «Today» and do it for real.",
      ],
    },
  },
};
