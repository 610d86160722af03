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
