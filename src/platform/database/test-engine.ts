/**
 * Máy chủ thử (tests only): which PostgreSQL a test runs on, and who owns its databases.
 */
import fs from 'node:fs'
import pg from 'pg'
import { type RunningServer, type SupervisorOptions, startEmbedded, startServerBinaries } from './supervisor.ts'

/** The two databases of the product: carried by npm, or a server of PostgreSQL 15. */
export type Engine = 'embedded' | 'server'

/** Debian's PostgreSQL 15: the oldest server the product runs on. */
export const SERVER_BINARIES = '/usr/lib/postgresql/15/bin'

/** On a server the owner of the database is nobody special: row level security binds it too. */
const SERVER_OWNER = 'chu_du_lieu'

/** What `tests/database-servers.ts` hands to the test files. */
export type TestServer = {
  readonly engine: Engine
  readonly socket: string
  readonly port: number
  readonly user: string
}

declare module 'vitest' {
  interface ProvidedContext {
    databaseServer: TestServer
  }
}

/** Whether this machine can run the tests of an engine. */
export const hasEngine = (engine: Engine): boolean =>
  engine === 'embedded' || fs.existsSync(`${SERVER_BINARIES}/postgres`)

/** The engine the running test project is for. */
export const testEngine = (): Engine => (process.env.NGUYEN_KHI_TEST_ENGINE === 'server' ? 'server' : 'embedded')

/** Starts or adopts a server of `engine` on a folder of its own. */
export function startEngine(engine: Engine, folder: string, options: SupervisorOptions = {}): Promise<RunningServer> {
  return engine === 'embedded' ? startEmbedded(folder, options) : startServerBinaries(SERVER_BINARIES, folder, options)
}

/** Makes the owner that test databases of a fresh server belong to; the embedded server's owner is its superuser. */
export async function makeTestServer(engine: Engine, server: RunningServer): Promise<TestServer> {
  const place = { engine, socket: server.socket, port: server.port }
  if (engine === 'embedded') return { ...place, user: server.user }
  await administer({ ...place, user: server.user }, (client) =>
    client.query(`create role ${SERVER_OWNER} login createdb createrole`),
  )
  return { ...place, user: SERVER_OWNER }
}

/** Runs `work` on the server itself, outside every test database. */
export async function administer<T>(server: TestServer, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const { socket: host, port, user } = server
  const client = new pg.Client({ host, port, user, database: 'postgres' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
