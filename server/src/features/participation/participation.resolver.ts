import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import { Needs } from "../../kernel/access/policy.js";
import type { Context } from "../../kernel/graphql/context.js";
import { once } from "../../kernel/mutation.js";
import { readAttendance, setAttendance } from "./attendance.service.js";
import { SetAttendanceByNameInput, SetAttendanceInput } from "./participation.inputs.js";
import { Attendance, AttendancePayload, AttendanceSettingPayload } from "./participation.type.js";
import { readSetting, setByName } from "./setting.service.js";

@Resolver()
export class ParticipationResolver {
  @Needs("MEMBER_READ")
  @Query(() => Attendance, { description: "Who came to a meeting of the own chapter, and whom one may add." })
  async attendance(
    @Ctx() context: Context,
    @Arg("meetingId", () => ID, { description: "The meeting." }) meetingId: string,
    @Arg("search", () => String, { nullable: true, description: "Only people a part of whose name begins so." })
    search: string | null,
  ): Promise<Attendance> {
    return readAttendance(await context.work(), meetingId, search);
  }

  @Needs("MEMBER_WRITE")
  @Mutation(() => AttendancePayload, { description: "Writes down who came to a meeting of the own chapter." })
  async setAttendance(
    @Ctx() context: Context,
    @Arg("input", () => SetAttendanceInput, { description: "The whole list." }) input: SetAttendanceInput,
  ): Promise<AttendancePayload> {
    return once(
      context,
      "setAttendance",
      input,
      (work) => setAttendance(work, input, context.language),
      async (work, id) => ({ attendance: id ? await readAttendance(work, id, null) : null }),
    );
  }

  @Needs("CHAPTER_SETTINGS")
  @Mutation(() => AttendanceSettingPayload, {
    description: "Chooses whether the own chapter writes down who came by name.",
  })
  async setAttendanceByName(
    @Ctx() context: Context,
    @Arg("input", () => SetAttendanceByNameInput, { description: "The choice." }) input: SetAttendanceByNameInput,
  ): Promise<AttendanceSettingPayload> {
    return once(
      context,
      "setAttendanceByName",
      input,
      (work) => setByName(work, input, context.language),
      async (work) => ({ setting: await readSetting(work) }),
    );
  }
}
