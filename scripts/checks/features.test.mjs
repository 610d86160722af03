import { describe, expect, it } from "vitest";
import { checkFeatures, checkOperations } from "./features.mjs";

const file = (path, text = "") => ({ path, text });

describe("feature names", () => {
  it("finds pages and operations of a feature the server does not have", () => {
    const files = [
      file("server/src/features/members/index.ts"),
      file("web/src/features/people/Page.tsx"),
      file("graphql/operations/persons/Persons.graphql"),
    ];
    expect(checkFeatures(files).map(({ path }) => path)).toEqual([
      "graphql/operations/persons",
      "web/src/features/people",
    ]);
  });

  it("lets the same name and the app's own operations through", () => {
    const files = [
      file("server/src/features/members/index.ts"),
      file("web/src/features/members/Page.tsx"),
      file("graphql/operations/app/Me.graphql"),
    ];
    expect(checkFeatures(files)).toEqual([]);
  });
});

const check = (name, text) => checkOperations([file(`graphql/operations/members/${name}.graphql`, text)]);

describe("operations", () => {
  it("stand alone in a file of their name", () => {
    expect(check("Members", "# all\nquery Members { a }")).toEqual([]);
    expect(check("MemberCard_member", "fragment MemberCard_member on Member { id }")).toEqual([]);
    expect(check("Members", "query AllMembers { a }")).toHaveLength(1);
    expect(check("Members", "query Members { a }\nfragment X on Y { id }")).toHaveLength(1);
    expect(check("Members", "{ a }")).toHaveLength(1);
  });
});
