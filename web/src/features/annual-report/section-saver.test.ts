import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createSectionSaver, type KeptSection, type SavedSection, type SectionAnswer } from "./section-saver";

const NO_TAKEN: SavedSection["taken"] = [];
const at = (body: string, rev: number): SavedSection => ({ section: "INTRO", body, taken: NO_TAKEN, rev });

/** a server of one section, and devices that write in it */
function world(body = "Vi holdt tre treff.") {
  let now = at(body, 1);
  let away = false;
  const keys = new Map<string, number>();
  const send = async (draft: { key: string; rev: number; body: string }): Promise<SectionAnswer> => {
    if (away) return { kind: "unanswered" };
    if (keys.has(draft.key)) return { kind: "saved", now };
    if (draft.rev !== now.rev) return { kind: "conflict", now };
    keys.set(draft.key, now.rev);
    now = { ...at(draft.body, now.rev + 1) };
    return { kind: "saved", now };
  };
  const device = (kept: KeptSection | null = null, over?: typeof send) => {
    const store: { kept: KeptSection | null } = { kept };
    const saver = createSectionSaver(now, { send: over ?? send, keep: (one) => void (store.kept = one) }, kept);
    return { ...saver, store };
  };
  return {
    device,
    send,
    now: () => now,
    goAway: (is: boolean) => {
      away = is;
    },
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
const pass = (ms = 1_000) => vi.advanceTimersByTimeAsync(ms);

describe("a section", () => {
  test("saves itself a moment after, and says so", async () => {
    const server = world();
    const one = server.device();
    one.change("Ny.");
    expect(one.store.kept?.body).toBe("Ny.");
    await pass();
    expect([server.now().body, one.state().save.state, one.isUnsaved(), one.store.kept]).toEqual([
      "Ny.",
      "saved",
      false,
      null,
    ]);
  });

  test("written by two at once has what both wrote", async () => {
    const server = world("Vi holdt tre treff. Mange kom.");
    const [kari, ola] = [server.device(), server.device()];
    kari.change("Vi holdt fire treff. Mange kom.");
    ola.change("Vi holdt tre treff. Svært mange kom.");
    await pass(3_000);
    expect(server.now().body).toBe("Vi holdt fire treff. Svært mange kom.");
    expect(ola.state().clash).toBeNull();
    kari.heard(server.now());
    expect(kari.state().body).toBe("Vi holdt fire treff. Svært mange kom.");
  });

  test("where both changed the same words waits for a choice, and then has it", async () => {
    const server = world();
    const [kari, ola] = [server.device(), server.device()];
    kari.change("Vi holdt fire treff.");
    await pass();
    ola.change("Vi holdt fem treff.");
    await pass();
    expect(ola.state().clash?.pieces).toContainEqual({ kind: "clash", mine: "fem", theirs: "fire" });
    expect(server.now().body).toBe("Vi holdt fire treff.");
    // nothing is written meanwhile, and nothing is sent
    ola.change("x");
    await pass(10_000);
    expect([server.now().rev, ola.store.kept?.body]).toEqual([2, "Vi holdt fem treff."]);
    ola.choose(["theirs"]);
    await pass();
    expect([ola.state().clash, ola.state().body, server.now().body, ola.isUnsaved()]).toEqual([
      null,
      "Vi holdt fire treff.",
      "Vi holdt fire treff.",
      false,
    ]);
  });

  test("takes in what others wrote while one looks, and beside what one is writing", async () => {
    const server = world("En. To.");
    const [kari, ola] = [server.device(), server.device()];
    kari.change("En! To.");
    await pass();
    ola.heard(server.now());
    expect([ola.state().body, ola.isUnsaved()]).toEqual(["En! To.", false]);
    ola.change("En! To. Tre.");
    kari.change("En!! To.");
    await kari.flush();
    ola.heard(server.now());
    await pass();
    expect(server.now().body).toBe("En!! To. Tre.");
  });

  test("that the network took is sent again under the same key, and once", async () => {
    const server = world();
    let lost = true;
    const keys: string[] = [];
    const one = server.device(null, async (draft) => {
      keys.push(draft.key);
      const answer = await server.send(draft);
      if (!lost) return answer;
      lost = false;
      return { kind: "unanswered" };
    });
    one.change("Ny.");
    await pass(10_000);
    expect([server.now().rev, new Set(keys).size, keys.length, one.isUnsaved()]).toEqual([2, 1, 2, false]);
  });

  test("answered late takes in what others wrote since", async () => {
    const server = world("En.");
    let lost = true;
    const kari = server.device(null, async (draft) => {
      const answer = await server.send(draft);
      if (!lost) return answer;
      lost = false;
      return { kind: "unanswered" };
    });
    kari.change("En. To.");
    await pass();
    const ola = server.device();
    ola.change("Null. En. To.");
    await pass(10_000);
    expect([kari.state().body, kari.isUnsaved(), server.now().rev]).toEqual(["Null. En. To.", false, 3]);
  });

  test("written without a network is kept on the device, and put together when one is back", async () => {
    const server = world("En. To.");
    const ola = server.device();
    server.goAway(true);
    ola.change("En. To. Tre.");
    await pass();
    expect(ola.state().save.state).toBe("waiting");
    const { kept } = ola.store;
    ola.stop();
    server.goAway(false);
    const kari = server.device();
    kari.change("Null. En. To.");
    await pass();
    const again = server.device(kept);
    await pass(3_000);
    expect([server.now().body, again.store.kept, again.isUnsaved()]).toEqual(["Null. En. To. Tre.", null, false]);
  });

  test("that is refused says why and keeps what was written", async () => {
    const one = world().device(null, async () => ({ kind: "refused", message: "Et fødselsnummer." }));
    one.change("01010012356");
    await pass();
    expect([one.state().refused, one.state().body, one.isUnsaved()]).toEqual([
      "Et fødselsnummer.",
      "01010012356",
      true,
    ]);
  });
});

test("two who type at once, with a network that comes and goes, lose no word of either", async () => {
  for (let round = 1; round <= 20; round++) {
    let seed = round * 7919;
    const random = (n: number) => (seed = (seed * 48_271) % 2_147_483_647) % n;
    const server = world("Vi holdt tre treff. Mange kom.\n- Styret møttes.\nTakk til alle.");
    const [kari, ola] = [server.device(), server.device()];
    const typed: string[] = [];
    // each writes words of their own, anywhere between the words that stand there then
    const type = (who: typeof kari, name: string) => {
      const words = who.state().body.split(/(?<=\s)/);
      const word = `${name}${typed.length}x`;
      words.splice(random(words.length + 1), 0, `${word} `);
      who.change(words.join(""));
      if (!who.state().clash) typed.push(word);
    };
    for (let step = 0; step < 40; step++) {
      server.goAway(random(5) === 0);
      type(random(2) === 0 ? kari : ola, random(2) === 0 ? "k" : "o");
      if (random(3) === 0) await pass(random(1_500));
      for (const who of [kari, ola]) {
        who.heard(server.now());
        if (who.state().clash) who.choose(Array.from({ length: 9 }, () => "both"));
      }
    }
    server.goAway(false);
    for (let settling = 0; settling < 8; settling++) {
      await pass(5_000);
      for (const who of [kari, ola]) {
        who.heard(server.now());
        if (who.state().clash) who.choose(Array.from({ length: 9 }, () => "both"));
      }
    }
    expect([kari.state().body, ola.state().body]).toEqual([server.now().body, server.now().body]);
    const all = server.now().body;
    for (const word of typed) expect(all.split(word).length, `${word} in round ${round}: ${all}`).toBe(2);
    for (const word of ["Vi", "holdt", "tre", "treff.", "Mange", "kom.", "Styret", "møttes.", "Takk", "til", "alle."])
      expect(all).toContain(word);
    for (const who of [kari, ola]) who.stop();
  }
});
