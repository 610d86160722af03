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
  entities: readonly Function[];
};

/** A login role's door: units of work and nothing else come out of it. */
export type Door = {
  work(options: WorkOptions): LazyWork;
  /** a connection can be had and answers; for readiness */
  ping(): Promise<void>;
  /** how the entities see their tables, for the test that compares them with the schema */
  tables(): { name: string; columns: { name: string; nullable: boolean }[] }[];
  close(): Promise<void>;
};

/** Opens the pool of one login role. */
export async function openDoor(options: DoorOptions): Promise<Door> {
  const roleName = roleNames(options.rolePrefix)[options.login];
  const source = new DataSource({
    type: "postgres",
    url: roleUrl(options.databaseUrl, options.secret, roleName),
    schema: "app",
    entities: [...options.entities],
    poolSize: options.poolSize,
    synchronize: false,
    logging: false,
    installExtensions: false,
    applicationName: `varde ${options.login}`,
    extra: {
      types: TYPES,
      // a full pool answers UNAVAILABLE instead of letting everybody wait
      connectionTimeoutMillis: 1500,
      idleTimeoutMillis: 30_000,
    },
  });
  await source.initialize();
  return {
    work: (work) => unitOfWork(source, work),
    async ping() {
      const runner = source.createQueryRunner();
      try {
        await runner.query("select 1");
      } finally {
        await runner.release();
      }
    },
    tables: () =>
      source.entityMetadatas.map((entity) => ({
        name: entity.tableName,
        columns: entity.columns.map((column) => ({ name: column.databaseName, nullable: column.isNullable })),
      })),
    close: () => source.destroy(),
  };
}
