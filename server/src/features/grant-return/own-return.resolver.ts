import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from "type-graphql";
import { Needs, StepUp } from "../../kernel/access/policy.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import type { Context } from "../../kernel/graphql/context.js";
import { once } from "../../kernel/mutation.js";
import { SaveGrantReturnInput, SignGrantReturnInput } from "./grant-return.inputs.js";
import { GrantReturnDue, GrantReturnFile, OwnGrantReturn, OwnGrantReturnPayload } from "./grant-return.type.js";
import { isGrantYear, lastGrantYear, saveGrantReturn, signGrantReturn } from "./own-return.service.js";
import { readGrantReturnDue } from "./read-due.js";
import { readOwnReturn, readPaper, returnById } from "./read-return.js";

@Resolver()
export class OwnGrantReturnResolver {
  @Needs("GRANT_WRITE")
  @Query(() => OwnGrantReturn, {
    description: "The own chapter's grant return of a basis year, as far as it has come. One of the last five years.",
  })
  async ownGrantReturn(
    @Ctx() context: Context,
    @Arg("year", () => Int, { nullable: true, description: "The basis year; the last one that is over when left out." })
    year: number | null,
  ): Promise<OwnGrantReturn> {
    const work = await context.work();
    const asked = year ?? lastGrantYear(work.today);
    if (!isGrantYear(asked, work.today)) throw new AppError("NOT_FOUND");
    return readOwnReturn(work, asked, context.language);
  }

  @Needs("TOUCHPOINT_READ")
  @Query(() => GrantReturnDue, {
    nullable: true,
    description:
      "The return that waits for the own board, for its first page: one that was sent back, or from January to June the one of last year. Null for who writes none.",
  })
  async grantReturnDue(@Ctx() context: Context): Promise<GrantReturnDue | null> {
    return readGrantReturnDue(await context.work());
  }

  @Needs("GRANT_WRITE", "GRANT_REVIEW")
  @Query(() => GrantReturnFile, {
    description: "The paper of a delivered return, as it was made when it was delivered.",
  })
  async grantReturnFile(
    @Ctx() context: Context,
    @Arg("id", () => ID, { description: "The return." }) id: string,
  ): Promise<GrantReturnFile> {
    return readPaper(await context.work(), id);
  }

  @Needs("GRANT_WRITE")
  @Mutation(() => OwnGrantReturnPayload, {
    description: "Writes in the own chapter's return. Signatures that are not delivered are void by it.",
  })
  saveGrantReturn(
    @Ctx() context: Context,
    @Arg("input", () => SaveGrantReturnInput, { description: "All that the board writes." })
    input: SaveGrantReturnInput,
  ): Promise<OwnGrantReturnPayload> {
    return once(
      context,
      "saveGrantReturn",
      input,
      (work) => saveGrantReturn(work, context.language, input),
      (work, id) => shown(work, id, context),
    );
  }

  @Needs("GRANT_SIGN")
  @StepUp()
  @Mutation(() => OwnGrantReturnPayload, {
    description: "Signs the own chapter's return. The leader alone delivers it, or two of the board.",
  })
  signGrantReturn(
    @Ctx() context: Context,
    @Arg("input", () => SignGrantReturnInput, { description: "Which, and what was read." }) input: SignGrantReturnInput,
  ): Promise<OwnGrantReturnPayload> {
    return once(
      context,
      "signGrantReturn",
      input,
      (work) => signGrantReturn(work, context.language, input),
      (work, id) => shown(work, id, context),
    );
  }
}

async function shown(work: Work, id: string | null, context: Context) {
  const row = id === null ? null : await returnById(work, id);
  return { grantReturn: row && (await readOwnReturn(work, row.year, context.language)) };
}
