import { DataSource } from "typeorm";
import { roleNames, roleUrl } from "./roles.js";
import type { LoginRole } from "./roles.js";
import { TYPES } from "./types.js";
import { unitOfWork } from "./unit-of-work.js";
import type { LazyWork, WorkOptions } from "./unit-of-work.js";

export type DoorOptions = {
  databaseUrl: string;
  rolePrefix: string;
  secret: string;
  login: LoginRole;
  poolSize: number;
  /** how long one waits for a connection, in milliseconds; then the answer is UNAVAILABLE */
  patienceMs?: number | undefined;
};

const PATIENCE_MS = 1500;

/** A login role's door: units of work and nothing else come out of it. */
export type Door = {
  work(options: WorkOptions): LazyWork;
  close(): Promise<void>;
};

/** Opens the pool of one login role. */
export async function openDoor(options: DoorOptions): Promise<Door> {
  const roleName = roleNames(options.rolePrefix)[options.login];
  const source = new DataSource({
    type: "postgres",
    url: roleUrl(options.databaseUrl, options.secret, roleName),
    schema: "app",
    poolSize: options.poolSize,
    synchronize: false,
    logging: false,
    installExtensions: false,
    applicationName: `varde ${options.login}`,
    extra: {
      types: TYPES,
      // statements that do not wait for each other's answers share a round trip
      pipeline: true,
      // a full pool answers UNAVAILABLE instead of letting everybody wait
      connectionTimeoutMillis: options.patienceMs ?? PATIENCE_MS,
      idleTimeoutMillis: 30_000,
    },
  });
  await source.initialize();
  return {
    work: (work) => unitOfWork(source, work),
    close: () => source.destroy(),
  };
}
