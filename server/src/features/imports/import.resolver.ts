import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from "type-graphql";
import { Needs } from "../../kernel/access/policy.js";
import { AppError } from "../../kernel/errors/app-error.js";
import type { Context } from "../../kernel/graphql/context.js";
import type { Connection } from "../../kernel/graphql/output.js";
import { once } from "../../kernel/mutation.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { listLines, reportOf } from "./import-lines.service.js";
import { ApplyImportInput, CancelImportInput, SaveImportMappingInput } from "./import.inputs.js";
import { findImport, listImports } from "./import.rows.js";
import { applyImport, cancelImport, saveImportMapping } from "./import.service.js";
import {
  ImportKindEnum,
  ImportLineConnection,
  MemberImport,
  MemberImportConnection,
  MemberImportPayload,
} from "./import.type.js";
import type { ImportKind, ImportLine } from "./import.type.js";

const show = (context: Context) => async (work: Work, id: string | null) => ({
  memberImport: id ? await findImport(work, context.language, id) : null,
});

@Resolver()
export class ImportResolver {
  @Needs("MEMBER_IMPORT")
  @Query(() => MemberImportConnection, {
    description: "Member files sent to the own chapter, or by national for all chapters, newest first.",
  })
  async memberImports(
    @Ctx() context: Context,
    @Arg("first", () => Int, { defaultValue: 10, description: "How many, 1-100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "The cursor to go on after." }) after: string | null,
  ): Promise<Connection<MemberImport>> {
    return listImports(await context.work(), context.language, { first, after: after ?? null });
  }

  @Needs("MEMBER_IMPORT")
  @Query(() => MemberImport, { description: "One member file and how far it has come. Asked again while it is read." })
  async memberImport(
    @Ctx() context: Context,
    @Arg("id", () => ID, { description: "Its id." }) id: string,
  ): Promise<MemberImport> {
    const found = await findImport(await context.work(), context.language, id);
    if (!found) throw new AppError("NOT_FOUND");
    return found;
  }

  @Needs("MEMBER_IMPORT")
  @Query(() => ImportLineConnection, {
    description:
      "Lines of one kind, in the file's order; for GONE, members of the own chapter by name. National gets the lines to mend and no person.",
  })
  async importLines(
    @Ctx() context: Context,
    @Arg("id", () => ID, { description: "The import." }) id: string,
    @Arg("kind", () => ImportKindEnum, { description: "Which kind." }) kind: ImportKind,
    @Arg("first", () => Int, { defaultValue: 50, description: "How many, 1-100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "The cursor to go on after." }) after: string | null,
  ): Promise<Connection<ImportLine>> {
    return listLines(await context.work(), context.language, { id, kind, first, after: after ?? null });
  }

  @Needs("MEMBER_IMPORT")
  @Query(() => String, {
    description: "What was not taken in and why, as a CSV file of lines and reasons. It repeats no cell of the file.",
  })
  async importReport(
    @Ctx() context: Context,
    @Arg("id", () => ID, { description: "The import." }) id: string,
  ): Promise<string> {
    return reportOf(await context.work(), context.language, id);
  }

  @Needs("MEMBER_IMPORT")
  @Mutation(() => MemberImportPayload, {
    description:
      "Says what the columns of a file are, and remembers it. The same file is then sent again under the same id.",
  })
  async saveImportMapping(
    @Ctx() context: Context,
    @Arg("input", () => SaveImportMappingInput, { description: "The columns." }) input: SaveImportMappingInput,
  ): Promise<MemberImportPayload> {
    const act = (work: Work) => saveImportMapping(work, context.language, input);
    return once(context, "saveImportMapping", input, act, show(context));
  }

  @Needs("MEMBER_IMPORT")
  @Mutation(() => MemberImportPayload, {
    description: "Takes a file into the register, as a job and in one transaction, on the register as it then is.",
  })
  async applyImport(
    @Ctx() context: Context,
    @Arg("input", () => ApplyImportInput, { description: "Which." }) input: ApplyImportInput,
  ): Promise<MemberImportPayload> {
    return once(context, "applyImport", input, (work) => applyImport(work, context.language, input), show(context));
  }

  @Needs("MEMBER_IMPORT")
  @Mutation(() => MemberImportPayload, { description: "Gives a file up; nothing of it is kept." })
  async cancelImport(
    @Ctx() context: Context,
    @Arg("input", () => CancelImportInput, { description: "Which." }) input: CancelImportInput,
  ): Promise<MemberImportPayload> {
    return once(context, "cancelImport", input, (work) => cancelImport(work, context.language, input), show(context));
  }
}
