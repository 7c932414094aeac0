import { join } from "node:path";

/** What it takes to run one Directus of our own. */
export interface ServerSettings {
  /** Everything it writes goes under `<dataDir>/directus`. */
  dataDir: string;
  port: number;
  /** Signs sessions; 32 characters or more, and the same on every start. */
  secret: string;
  /** The first system administrator, made once, when the database is new. */
  adminEmail: string;
  adminPassword: string;
  /** A static token for that administrator, so that programs go on working after the password is changed. */
  adminToken?: string;
}

/** Where the database, the uploads and the log of a Directus under `dataDir` are. */
export function directusPaths(dataDir: string) {
  const folder = join(dataDir, "directus");
  return {
    folder,
    database: join(folder, "data.db"),
    uploads: join(folder, "uploads"),
    extensions: join(folder, "extensions"),
    log: join(folder, "directus.log"),
    /** Present from the moment a bootstrap starts until it has ended well. */
    bootstrapping: join(folder, "bootstrapping"),
  };
}

/**
 * The environment in which Directus runs: the caller's own, so that `DB_CLIENT` and a licence key pass through,
 * with what this installation depends on laid over it.
 */
export function directusEnvironment(
  settings: ServerSettings,
  environment: NodeJS.ProcessEnv = process.env,
): NodeJS.ProcessEnv {
  const paths = directusPaths(settings.dataDir);
  const database = usesOwnFile(environment) ? { DB_CLIENT: "sqlite3", DB_FILENAME: paths.database } : {};
  return {
    // These may be set by whoever runs the hub.
    HOST: "127.0.0.1",
    PUBLIC_URL: `http://localhost:${settings.port}`,
    LOG_LEVEL: "warn",
    // Otherwise every request copies the description of all collections first, which takes longer than what most ask for.
    CACHE_SCHEMA_FREEZE_ENABLED: "true",
    ...environment,
    ...database,
    PORT: String(settings.port),
    SECRET: settings.secret,
    ADMIN_EMAIL: settings.adminEmail,
    ADMIN_PASSWORD: settings.adminPassword,
    ...(settings.adminToken ? { ADMIN_TOKEN: settings.adminToken } : {}),
    NODE_OPTIONS: "--no-node-snapshot",
    TELEMETRY: "false",
    // What is known of people goes to no assistant.
    AI_ENABLED: "false",
    MCP_ENABLED: "false",
    PROJECT_NAME: "CPD Impact",
    STORAGE_LOCATIONS: "local",
    STORAGE_LOCAL_ROOT: paths.uploads,
    EXTENSIONS_PATH: paths.extensions,
    // A batch of 1,000 records is larger than the 1 MB that Directus takes otherwise.
    MAX_PAYLOAD_SIZE: "64mb",
    RATE_LIMITER_ENABLED: "false",
    // On a small machine the limiter turns an import away with 503 although nobody else is waiting.
    PRESSURE_LIMITER_ENABLED: "false",
    WEBSOCKETS_ENABLED: "true",
  };
}

/** Whether the database is the SQLite file under the data folder rather than one named in the environment. */
export function usesOwnFile(environment: NodeJS.ProcessEnv = process.env): boolean {
  return !environment["DB_CLIENT"];
}
