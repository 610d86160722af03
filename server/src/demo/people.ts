import { addDays } from "@varde/domain";
import type { LocalDate } from "@varde/domain";
import type { ChapterPlan } from "./chapters/chapter-plan.js";
import { at } from "./frame.js";
import type { Frame } from "./frame.js";
import { inventedEmail } from "./names.js";
import type { Names } from "./names.js";
import { demoId, randomFor } from "./random.js";
import type { ChapterRow, DemoRows, Role, SeatRow } from "./rows.js";

/** Makes accounts, seats and the list of people the sign-in page offers, for one organization. */
export class People {
  readonly #rows: DemoRows;
  readonly #frame: Frame;
  readonly #organization: string;
  readonly #host: string;
  readonly #prefix: string;
  readonly #names: Names;
  #granter: string | null = null;
  #position = 0;

  constructor(options: {
    rows: DemoRows;
    frame: Frame;
    organization: string;
    host: string;
    prefix: string;
    names: Names;
  }) {
    this.#rows = options.rows;
    this.#frame = options.frame;
    this.#organization = options.organization;
    this.#host = options.host;
    this.#prefix = options.prefix;
    this.#names = options.names;
  }

  /** An account; the same name in the same organization is the same person. */
  #account(name: string, language: "nb" | "nn" | "en"): string {
    const id = demoId("account", this.#host, name);
    if (!this.#rows.account.some((account) => account.id === id)) {
      const [first = name, ...rest] = name.split(" ");
      const plain = inventedEmail(first, rest.join(""), this.#host);
      const taken = this.#rows.account.filter((account) => account.email === plain).length;
      const email = taken === 0 ? plain : inventedEmail(first, rest.join(""), this.#host, this.#rows.account.length);
      this.#rows.account.push({ id, name, email, language, created_at: at(addDays(this.#frame.start, -40), 9) });
    }
    return id;
  }

  /** A seat; with a `key` it is offered on the sign-in page of the demo. */
  seat(options: {
    name: string;
    role: Role;
    unit?: { region: string } | { chapter: string };
    key?: string;
    from?: LocalDate;
    to?: LocalDate | null;
    lastSeen?: LocalDate | null;
    language?: "nb" | "nn" | "en";
  }): SeatRow {
    const { name, role, unit, key } = options;
    const from = options.from ?? this.#frame.electedBefore;
    const where = unit && ("region" in unit ? unit.region : unit.chapter);
    const row: SeatRow = {
      organization_id: this.#organization,
      id: demoId("seat", this.#organization, role, where ?? "", name, from),
      role,
      unit_kind: unit ? ("region" in unit ? "REGION" : "CHAPTER") : "ORGANIZATION",
      region_id: unit && "region" in unit ? unit.region : null,
      chapter_id: unit && "chapter" in unit ? unit.chapter : null,
      account_id: this.#account(name, options.language ?? "nb"),
      holder_name: name,
      valid_from: from,
      valid_to: options.to ?? null,
      granted_by: this.#granter,
      last_seen_on: options.lastSeen === undefined ? addDays(this.#frame.today, -1) : options.lastSeen,
      created_at: at(from, 12),
      rev: 1,
    };
    this.#granter ??= row.id;
    this.#rows.seat.push(row);
    if (key) {
      const position = this.#position++;
      this.#rows.demo_person.push({
        organization_id: this.#organization,
        seat_key: this.#prefix + key,
        seat_id: row.id,
        position,
      });
    }
    return row;
  }

  /** The board before, and the board of now: leader, treasurer and member, as the plan says. */
  board(plan: ChapterPlan, chapter: ChapterRow, given: string[] = []): SeatRow[] {
    const frame = this.#frame;
    const random = randomFor(frame.seed, "board", chapter.id);
    const invent = (): string => {
      for (;;) {
        const name = `${this.#names.first(random)} ${this.#names.last(random)}`;
        if (!this.#rows.seat.some((seat) => seat.holder_name === name)) return name;
      }
    };
    const leader = given[0] ?? invent();
    const treasurer = given[1] ?? invent();
    const unit = { chapter: chapter.id };
    const year = Number(frame.elected.slice(0, 4));
    const until = plan.silent ? frame.silentSince : `${year + 1}-04-01`;
    // a board that has ended before the last elections was elected the year before
    const from = frame.elected < until ? frame.elected : `${year - 1}-02-12`;
    const before = { unit, from: frame.electedBefore, to: from, lastSeen: addDays(from, -9) };
    // a new leader, and a treasurer who was there before
    this.seat({ ...before, name: invent(), role: "CHAPTER_LEADER" });
    this.seat({ ...before, name: treasurer, role: "CHAPTER_BOARD" });
    const seats: SeatRow[] = [];
    const names = [leader, treasurer, ...(plan.board === 3 ? [given[2] ?? invent()] : [])];
    for (const [index, name] of names.entries()) {
      const lastSeen = plan.silent ? addDays(until, -random.int(1, 9)) : addDays(frame.today, -random.int(0, 6));
      const role = index === 0 ? "CHAPTER_LEADER" : "CHAPTER_BOARD";
      const language = plan.region === "vest" && index === 0 ? "nn" : "nb";
      const office = ["leader", "board"][index];
      const offered = plan.silent || !office ? {} : { key: `${plan.key}-${office}` };
      seats.push(this.seat({ name, role, unit, from, to: until, lastSeen, language, ...offered }));
    }
    return seats;
  }
}
