import { describe, expect, it } from "vitest";
import { STAGES } from "./definition.js";
import { mapPictureContent } from "./journey-map-content.js";
import type { MapReader } from "./journey-map-content.js";
import type { JourneyWay } from "./journey-ribbons.js";
import { journeyMapPicture } from "./journey-map-picture.js";
import { cardsIn, carriedOver, compareMaps, emptyFeelings, moveMapCard, putMapCard } from "./journey-map.js";
import type { MapCard } from "./journey-map.js";
import { seededRandom } from "./seeded-random.js";

const card = (id: string, over: Partial<MapCard> = {}): MapCard => ({
  id,
  stage: "WELCOME",
  kind: "IDEA",
  title: id,
  text: "",
  owner: "",
  templateId: null,
  evidence: [],
  origin: null,
  rev: 1,
  ...over,
});
const ids = (cards: readonly MapCard[]): string[] => cards.map(({ id }) => id);

describe("moving cards", () => {
  it("puts one before another, last where that one is not, and nothing where there is no such card", () => {
    const cards = [card("a"), card("b"), card("c", { stage: "RENEW" })];
    expect(ids(cardsIn(moveMapCard(cards, "b", "WELCOME", "a"), "WELCOME"))).toEqual(["b", "a"]);
    expect(ids(cardsIn(moveMapCard(cards, "a", "RENEW", "c"), "RENEW"))).toEqual(["a", "c"]);
    expect(ids(cardsIn(moveMapCard(cards, "a", "RENEW", "b"), "RENEW"))).toEqual(["c", "a"]);
    expect(ids(moveMapCard(cards, "a", "WELCOME", "a"))).toEqual(["b", "c", "a"]);
    expect(moveMapCard(cards, "x", "RENEW", null)).toEqual(cards);
  });

  it("loses and doubles none, and leaves the order of all others, whatever is moved where", () => {
    const random = seededRandom("8");
    const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)]!;
    let cards = Array.from({ length: 14 }, (_, i) => card(`k${i}`, { stage: pick(STAGES) }));
    for (let i = 0; i < 2000; i++) {
      const id = pick(cards).id;
      const before = ids(cards).filter((one) => one !== id);
      cards = moveMapCard(cards, id, pick(STAGES), random() < 0.2 ? null : pick([...ids(cards), "gone"]));
      expect(new Set(ids(cards)).size).toBe(14);
      expect(ids(cards).filter((one) => one !== id)).toEqual(before);
    }
  });

  it("leaves a card that is written where it was moved meanwhile", () => {
    const cards = [card("a", { stage: "RENEW" })];
    expect(putMapCard(cards, card("a", { title: "Ny", rev: 2 }))).toMatchObject([
      { stage: "RENEW", title: "Ny", rev: 2 },
    ]);
    expect(ids(putMapCard(cards, card("b")))).toEqual(["a", "b"]);
  });
});

describe("held against the year before", () => {
  it("knows a card by where it is from or by its template, each once", () => {
    const before = [card("a"), card("b", { templateId: "t" }), card("c"), card("d")];
    let n = 0;
    const copied = carriedOver([before[0]!, before[2]!], () => `n${++n}`);
    const now = [
      { ...copied[0]!, stage: "RENEW" as const },
      copied[1]!,
      card("x", { templateId: "t", stage: "FAREWELL" }),
      card("y", { templateId: "t" }),
    ];
    const felt = (mark: number | null) =>
      emptyFeelings().map((one) => (one.stage === "RENEW" ? { ...one, mark } : one));
    const found = compareMaps({ cards: before, feelings: felt(-1) }, { cards: now, feelings: felt(1) });
    expect(ids(found.fresh)).toEqual(["y"]);
    expect(ids(found.gone)).toEqual(["d"]);
    expect(found.moved.map(({ card: { id }, from }) => [id, from])).toEqual([
      ["n1", "WELCOME"],
      ["x", "WELCOME"],
    ]);
    expect(found.feelings).toEqual([{ stage: "RENEW", before: -1, after: 1 }]);
    const same = carriedOver(before, () => `m${++n}`);
    const quiet = compareMaps({ cards: before, feelings: felt(null) }, { cards: same, feelings: felt(1) });
    expect(quiet).toEqual({ fresh: [], gone: [], moved: [], feelings: [] });
    expect(carriedOver(copied, () => "z")[0]!.origin).toBe("a");
  });
});

describe("the picture of a map", () => {
  const content = (cards: MapCard[], told: Partial<MapReader> = {}) =>
    mapPictureContent(
      {
        year: 2026,
        state: "DRAFT",
        cards: cards.map((one) => ({ ...one, templateName: null })),
        feelings: emptyFeelings().map((one, i) => ({ ...one, mark: i === 2 ? null : 2 - (i % 5) })),
        questions: [],
      },
      { outcomes: [{ templateId: "t", counts: { onTime: null, closed: null } }], published: [] },
      { language: "nb", whose: "MHU", day: "22. november 2026", ...told },
    );
  const measure = (text: string, size: number): number => text.length * size * 0.55;

  it("says a hidden number as hidden, and what is not there as not there", () => {
    const told = content([
      card("a", { templateId: "t" }),
      card("b", { evidence: [{ key: "1", kind: "NUMBER", measure: "CAME", templateId: null }] }),
    ]);
    expect(told.stages[0]!.cards.map(({ lines }) => lines)).toEqual([["For få til å vises (:)"], ["Ingen tall ennå"]]);
  });

  const way = (lane: JourneyWay["lane"], ending: JourneyWay["ending"], count: number): JourneyWay => ({
    lane,
    ending,
    count,
  });
  const JOURNEY = {
    joined: 38,
    activated: 26,
    paths: [way("AGAIN", "STAYED", 20), way("ONCE", "LEFT", 6), way("NOT", "STAYED", 7), way("NOT", "LEFT", 5)],
    day: "30. september 2026",
    k: 5,
  };
  const textsOf = (told: Partial<MapReader>): string[] =>
    journeyMapPicture(content([], told), measure).shapes.flatMap((one) => (one.kind === "text" ? [one.text] : []));

  it("draws members in the stages and how they went on, with the day, and says it too", () => {
    const members = { WELCOME: 3, FIRST_MEETING: 1, FAREWELL: 0 };
    const texts = textsOf({ members, journey: { ...JOURNEY, k: null } });
    expect(texts).toEqual(expect.arrayContaining(["3 medlemmer nå", "1 medlem nå", "0 medlemmer nå"]));
    expect(texts).toEqual(
      expect.arrayContaining(["38 nye", "26 på treff", "12 ikke på treff", "20 kom igjen", "11 meldt ut"]),
    );
    expect(texts.join(" ")).toContain("Tall per 30. september 2026.");
    expect(texts.join(" ")).toContain("for styret");
    const { description } = journeyMapPicture(content([], { members, journey: JOURNEY }), measure);
    expect(description).toContain("26 av 38 nye kom på treff innen 90 dager");
    expect(description).toContain("12 ikke på treff");
    expect(description).toContain("Færre enn 5");
  });

  it("tells apart without colour who did not come early", () => {
    const { shapes } = journeyMapPicture(content([], { journey: JOURNEY }), measure);
    const curves = shapes.flatMap((one) => (one.kind === "path" && one.d.includes(" C") ? [one] : []));
    const filled = curves.filter(({ fill }) => fill === "tintStrong");
    // five ribbons of who did not come, an edge above and below each, and not one more
    const dashed = curves.filter(({ dash, fill }) => dash.length > 0 && fill === null);
    expect(filled.length).toBeGreaterThan(0);
    expect(dashed.length).toBe(10);
  });

  it("says in words what is hidden, and draws nothing of it", () => {
    for (const hidden of [
      { joined: null, activated: null },
      { joined: 12, activated: null },
    ]) {
      const content1 = content([], { journey: { ...JOURNEY, ...hidden, paths: [] } });
      const { shapes, description } = journeyMapPicture(content1, measure);
      const plain = journeyMapPicture(content([]), measure);
      const paths = (all: typeof shapes) => all.filter(({ kind }) => kind === "path").length;
      expect(paths(shapes)).toBe(paths(plain.shapes));
      expect(description).toContain("færre enn 5 personer");
      expect(description).not.toContain("12");
    }
    expect(textsOf({ journey: { ...JOURNEY, joined: 0, activated: 0, paths: [] } }).join(" ")).toContain("Ingen nye");
  });

  it("stays within its edges, however long a word or a column is", () => {
    const wide = "W".repeat(400);
    const many = Array.from({ length: 40 }, (_, i) =>
      card(`${i}`, { title: wide, owner: wide, text: `${wide} ${wide}` }),
    );
    const { shapes, width, height, description } = journeyMapPicture(content(many, { journey: JOURNEY }), measure);
    for (const shape of shapes) {
      if (shape.kind === "text") expect(shape.x + measure(shape.text, shape.size)).toBeLessThanOrEqual(width);
      expect(shape.y).toBeLessThanOrEqual(height);
    }
    expect(shapes.some((shape) => shape.kind === "text" && shape.text === "og 30 kort til")).toBe(true);
    expect(description).toContain("1 Velkommen");
  });
});
