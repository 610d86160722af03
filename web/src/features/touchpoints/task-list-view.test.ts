import { describe, expect, it } from "vitest";
import { choicesInUse, paramsOf, variablesOf, viewOf, withoutChoices, withShow } from "./task-list-view";

const view = (address: string) => viewOf(new URLSearchParams(address));

describe("the address of the list", () => {
  it.each([
    "",
    "vis=overdue",
    "vis=done&rekkefolge=first",
    "vis=all&hvem=mine&oppgave=t1&gjelder=member&fra=2026-01-01&til=2026-02-01&rekkefolge=last&etter=c",
  ])("holds the whole view: %s", (address) => {
    expect(new URLSearchParams(paramsOf(view(address))).toString()).toBe(address);
  });

  it("leaves out what it does not know, and never holds what is searched for", () => {
    expect(paramsOf(view("vis=secret&gjelder=x&fra=i+dag&rekkefolge=up&sok=Ida"))).toEqual({});
  });

  it("keeps the other choices when the group is changed, from the first page and in the group's order", () => {
    expect(paramsOf(withShow(view("hvem=mine&etter=c"), "done"))).toEqual({ vis: "done", hvem: "mine" });
    expect(paramsOf(withShow(view("rekkefolge=last"), "done"))).toEqual({ vis: "done" });
    expect(view("vis=done").order).toBe("last");
  });

  it("counts what is in use and clears it", () => {
    expect(choicesInUse(view("vis=done&hvem=mine&fra=2026-01-01"))).toBe(2);
    expect(paramsOf(withoutChoices(view("vis=done&hvem=mine&fra=2026-01-01")))).toEqual({ vis: "done" });
  });

  it("asks for what it says", () => {
    expect(variablesOf(view("hvem=s1&gjelder=chapter"), " ida ")).toMatchObject({
      filter: {
        status: ["OPEN", "OVERDUE"],
        coming: false,
        assigneeSeatId: "s1",
        assignee: null,
        aboutMember: false,
        search: "ida",
      },
      latestFirst: false,
    });
    expect(variablesOf(view("vis=missed&hvem=nobody"), "").filter).toMatchObject({
      status: ["MISSED"],
      assignee: "NOBODY",
      search: null,
    });
  });
});
