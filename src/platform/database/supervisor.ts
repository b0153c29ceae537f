/**
 * Người trông coi cơ sở dữ liệu: starts the PostgreSQL of a data folder, adopts one that is already running, stops what
 * it started. One server per folder; only processes of this machine reach it, through a unix socket.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Binaries, embeddedBinaries, installedBinaries } from './binaries.ts'
import { type Cluster, environment, OWNER, prepareCluster, prepareDataFolder, serverArguments } from './cluster.ts'
import { DatabaseUnavailable } from './database-unavailable.ts'
import { connectTo, knock, livePostmaster, type Place } from './postmaster.ts'
import { type SystemUser, serverUser } from './system-user.ts'

/** A server that takes work. */
export type RunningServer = Place & {
  readonly database: string
  readonly pid: number
  /** True when it was already running; `stop` then leaves it alone. */
  readonly adopted: boolean
  readonly stop: () => Promise<void>
}

/** Choices of the caller. `durable: false` switches fsync off: throw-away test data only. */
export type SupervisorOptions = { readonly durable?: boolean }

/** After a kill -9 the old server's children hold its memory for a moment: keep trying this long. Other failures: thrice. */
const PATIENCE_MS = 10_000
/** Recovery after a crash may take this long as long as the server is alive and says so. */
const RECOVERY_MS = 300_000
const STOP_MS = 30_000

/** Starts or adopts the PostgreSQL carried by npm on `dataFolder`. Throws `DatabaseUnavailable` in Vietnamese. */
export function startEmbedded(dataFolder: string, options: SupervisorOptions = {}): Promise<RunningServer> {
  return start(path.resolve(dataFolder), options, embeddedBinaries)
}

/** The same with the programs of an installed PostgreSQL from 15 on, e.g. `/usr/lib/postgresql/15/bin`. */
export function startServerBinaries(
  binFolder: string,
  dataFolder: string,
  options: SupervisorOptions = {},
): Promise<RunningServer> {
  return start(path.resolve(dataFolder), options, (user) => installedBinaries(binFolder, user))
}

async function start(
  dataFolder: string,
  options: SupervisorOptions,
  find: (user: SystemUser | null) => Binaries,
): Promise<RunningServer> {
  prepareDataFolder(dataFolder)
  const user = serverUser(path.join(dataFolder, 'postgresql'))
  const binaries = find(user)
  const cluster = prepareCluster(dataFolder, binaries, user)
  const log = new ServerLog(path.join(dataFolder, 'postgresql.log'))
  const began = Date.now()
  let silentSince = began
  let failures = 0
  while (Date.now() - silentSince < PATIENCE_MS && Date.now() - began < RECOVERY_MS) {
    const live = livePostmaster(cluster.folder)
    if (live === null) {
      const server = await launch(cluster, binaries, log, options.durable ?? true)
      if (server) return server
      if (!log.saysInUse() && ++failures === 3) break
    } else if (live.socket !== '') {
      const place = { socket: live.socket, port: live.port, user: OWNER }
      const answer = await knock(place)
      // It may be on its way out: then the next round finds no server and starts one.
      const adopted = answer === 'ready' ? await ready(place, live.pid, null).catch(() => null) : null
      if (adopted) return adopted
      if (answer === 'starting') silentSince = Date.now()
      if (answer instanceof Error)
        throw new DatabaseUnavailable(`Cơ sở dữ liệu đang chạy từ chối kết nối: ${answer.message}`)
    }
    await sleep(100)
  }
  throw new DatabaseUnavailable(
    `Cơ sở dữ liệu ở ${cluster.folder} không khởi động được. Dữ liệu còn nguyên. Xem ${log.file}: ${log.tail()}`,
  )
}

/** Runs one server process. Null when it gave up, for the caller to try again. */
async function launch(
  cluster: Cluster,
  binaries: Binaries,
  log: ServerLog,
  durable: boolean,
): Promise<RunningServer | null> {
  const output = log.open()
  // Detached: Ctrl-C reaches only our process, which stops the server after its last request.
  const child = spawn(path.join(binaries.folder, 'postgres'), serverArguments(cluster, durable), {
    ...cluster.user,
    cwd: cluster.folder,
    env: environment(),
    stdio: ['ignore', output, output],
    detached: true,
  })
  fs.closeSync(output)
  const failed = new Promise<void>((resolve) => child.once('error', () => resolve()).once('exit', () => resolve()))
  const place = { socket: cluster.socket, port: 5432, user: OWNER }
  const began = Date.now()
  while (child.exitCode === null && child.signalCode === null && Date.now() - began < RECOVERY_MS) {
    if (
      child.pid !== undefined &&
      livePostmaster(cluster.folder)?.pid === child.pid &&
      (await knock(place)) === 'ready'
    ) {
      child.unref()
      return ready(place, child.pid, () => stop(child, cluster))
    }
    await Promise.race([failed, sleep(20)])
    if (child.pid === undefined) return null
  }
  return null
}

async function ready(place: Place, pid: number, end: (() => Promise<void>) | null): Promise<RunningServer> {
  await makeDatabase(place)
  return { ...place, database: OWNER, pid, adopted: end === null, stop: end ?? (async () => {}) }
}

/** `template0`, so that nothing local to `template1` comes along. */
async function makeDatabase(place: Place): Promise<void> {
  const client = connectTo(place, 'postgres')
  await client.connect()
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [OWNER])
    if (found.rowCount === 0) await client.query(`create database ${OWNER} template template0 encoding 'UTF8'`)
  } catch (error) {
    // Two starters at once: the other one made it.
    if (!['42P04', '23505'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
  } finally {
    await client.end()
  }
}

/** SIGINT = end running statements, write everything, leave. Called again it waits for the same end. */
async function stop(child: ChildProcess, cluster: Cluster): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.ref()
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGINT')
  const hurry = setTimeout(() => child.kill('SIGQUIT'), STOP_MS)
  await gone
  clearTimeout(hurry)
  if (cluster.socket !== cluster.folder) fs.rmSync(cluster.socket, { recursive: true, force: true })
}

/** The server's own log beside the cluster: opened for each start, the previous one kept once it is large. */
class ServerLog {
  readonly file: string
  #from = 0

  constructor(file: string) {
    this.file = file
  }

  open(): number {
    const size = fs.statSync(this.file, { throwIfNoEntry: false })?.size ?? 0
    if (size > 5_000_000) fs.renameSync(this.file, `${this.file}.1`)
    this.#from = size > 5_000_000 ? 0 : size
    return fs.openSync(this.file, 'a', 0o600)
  }

  /** Whether the latest start failed because an older server, or the memory it left, is still there. */
  saysInUse(): boolean {
    return /lock file|shared memory block|address already in use/i.test(this.tail())
  }

  /** The last complaint since the latest start. */
  tail(): string {
    if (!fs.existsSync(this.file)) return ''
    const lines = fs.readFileSync(this.file).subarray(this.#from).toString('utf8').trim().split('\n')
    const bad = lines.filter((l) => /FATAL|PANIC|ERROR|could not/.test(l) && !/database system is/.test(l))
    return (bad.length > 0 ? bad : lines).slice(-2).join(' ')
  }
}
