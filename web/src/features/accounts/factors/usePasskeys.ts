import { useState } from "react";
import {
  AddPasskeyDocument,
  AskForPasskeyDocument,
  BeginPasskeyDocument,
  GiveSecondFactorDocument,
  SignInWithPasskeyDocument,
} from "../../../../../graphql/generated/graphql";
import type { Failure } from "../../../app/errors";
import { useAction } from "../../../app/useAction";
import { answerWithPasskey, makePasskey, type FromPasskey, type NoPasskey } from "./passkey";

type Sent = { error: Failure | null; otherProblems: () => string[] };

/** Two requests with a device between them, as one act: the device's answer to what the first gave goes into the second. */
function useCeremony<T>(
  act: (device: (from: Promise<FromPasskey>) => Promise<string | null>) => Promise<T>,
  sent: Sent[],
) {
  const [busy, setBusy] = useState(false);
  const [no, setNo] = useState<NoPasskey | null>(null);
  async function device(asked: Promise<FromPasskey>): Promise<string | null> {
    const from = await asked;
    if ("credential" in from) return from.credential;
    setNo(from.no);
    return null;
  }
  async function run(): Promise<T> {
    setNo(null);
    setBusy(true);
    try {
      return await act(device);
    } finally {
      setBusy(false);
    }
  }
  return {
    run,
    busy,
    /** Why the device gave none; null when it did, or was not asked. */
    no,
    error: sent.find(({ error }) => error !== null)?.error ?? null,
    refused: sent.flatMap(({ otherProblems }) => otherProblems()),
  };
}
export type Ceremony = Omit<ReturnType<typeof useCeremony>, "run">;

/** Adds a passkey on this device. Gives the recovery codes that came with it, none for most; null when it was not added. */
export function useAddPasskey() {
  const begin = useAction(BeginPasskeyDocument);
  const add = useAction(AddPasskeyDocument, { stepUp: false });
  return useCeremony<readonly string[] | null>(
    async (device) => {
      const options = (await begin.run({}))?.beginPasskey.options;
      const credential = options ? await device(makePasskey(options)) : null;
      const done = credential && (await add.run({ credential }));
      return done ? done.addPasskey.recoveryCodes : null;
    },
    [begin, add],
  );
}

/** Signs in by a passkey, or gives it for the session that is here (`step`). True when it was taken. */
export function usePasskey({ step }: { step: boolean }) {
  const asked = useAction(AskForPasskeyDocument, { stepUp: false });
  const enter = useAction(SignInWithPasskeyDocument, { stepUp: false });
  const give = useAction(GiveSecondFactorDocument, { stepUp: false });
  return useCeremony<boolean>(
    async (device) => {
      const options = (await asked.run({ step }))?.askForPasskey.options;
      const credential = options ? await device(answerWithPasskey(options)) : null;
      if (!credential) return false;
      const done = step ? await give.run({ kind: "PASSKEY", code: credential }) : await enter.run({ credential });
      return done !== null;
    },
    [asked, enter, give],
  );
}
