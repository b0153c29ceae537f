/** Nơi đo: the register of a hundred thousand people on one of the two databases, in a folder of this run. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import { type Day, day, dayOf } from '../src/kernel/day.ts'
import { livePostmaster } from '../src/platform/database/postmaster.ts'
import {
  administer,
  type Engine,
  hasEngine,
  makeTestServer,
  startEngine,
} from '../src/platform/database/test-engine.ts'

const ROOT = path.join(import.meta.dirname, '..')

/** A world to measure on. */
export type BenchPlace = {
  readonly engine: Engine
  /** Settings with which a process of ours opens it. */
  readonly env: Readonly<Record<string, string>>
  /** The day on which the world was loaded: it is measured as of that day. */
  readonly loadedOn: Day
  /** Folder of the database: tells its process while it runs. */
  readonly cluster: string
  readonly stop: () => Promise<void>
}

const DATABASE = 'do_ho_so'

/** Written beside the world, since people grow older while it lies there. */
const DAY_FILE = 'ngay-nap'
const loadedOn = (folder: string): Day => {
  const file = path.join(folder, DAY_FILE)
  if (!fs.existsSync(file)) fs.writeFileSync(file, dayOf(Temporal.Now.instant()))
  return day(fs.readFileSync(file, 'utf8').trim())
}

/** Opens the world of `folder`: on the embedded database nothing runs yet, the server of PostgreSQL 15 is started as tests do. */
export async function openPlace(engine: Engine, folder: string): Promise<BenchPlace> {
  if (engine === 'embedded') {
    const cluster = path.join(folder, 'postgres', 'postgresql')
    const env = { NGUYEN_KHI_DATA: folder }
    return { engine, env, cluster, loadedOn: loadedOn(folder), stop: async () => {} }
  }
  if (!hasEngine('server')) throw new Error('Máy không có PostgreSQL 15.')
  const data = path.join(folder, 'may-chu')
  const fresh = !fs.existsSync(data)
  const server = await startEngine('server', data)
  const owned = fresh
    ? await makeTestServer('server', server)
    : { engine, socket: server.socket, port: server.port, user: 'chu_du_lieu' }
  if (fresh)
    await administer({ ...owned, user: server.user }, (c) =>
      c.query(`create database ${DATABASE} owner ${owned.user} template template0 encoding 'UTF8'`),
    )
  return {
    engine,
    env: {
      NGUYEN_KHI_DATA: path.join(folder, 'du-lieu'),
      DATABASE_URL: `postgresql://${owned.user}@${encodeURIComponent(server.socket)}:${server.port}/${DATABASE}`,
      NGUYEN_KHI_KEY: '5'.repeat(64),
      NGUYEN_KHI_DEMO: '1',
    },
    cluster: path.join(data, 'postgresql'),
    loadedOn: loadedOn(folder),
    stop: server.stop,
  }
}

/** Runs a program of ours to its end with the settings of a place; what it wrote. */
export async function runOurs(args: readonly string[], env: Readonly<Record<string, string>>): Promise<string> {
  const flags = ['--max-semi-space-size=8', '--max-old-space-size=2048']
  const child = spawn(process.execPath, [...flags, ...args], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NGUYEN_KHI_LOG: 'silent', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let told = ''
  child.stdout.on('data', (piece: Buffer) => {
    told += piece.toString()
  })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}`)
  return told
}

/**
 * The world in `folder`: copied from `kept` when a world lies there, else loaded (a minute or two) and, when `kept` is named,
 * left there for the next time.
 */
export async function makePlace(
  engine: Engine,
  people: number,
  folder: string,
  kept: string | null,
): Promise<BenchPlace> {
  const store = kept === null ? null : path.join(kept, `${engine}-${people}`)
  if (store !== null && fs.existsSync(store)) {
    copyFolder(store, folder)
    return openPlace(engine, folder)
  }
  const place = await openPlace(engine, folder)
  await runOurs(['src/main.ts', 'demo', 'load', '--people', String(people)], place.env)
  if (store === null) return place
  await place.stop()
  fs.mkdirSync(path.dirname(store), { recursive: true, mode: 0o711 })
  copyFolder(folder, store)
  return openPlace(engine, folder)
}

/** With owners and rights, as the database wants its own. */
function copyFolder(from: string, to: string): void {
  fs.mkdirSync(to, { recursive: true, mode: 0o711 })
  const done = spawnSync('cp', ['-a', `${from}/.`, to])
  if (done.status !== 0) throw new Error(`could not copy ${from}: ${done.stderr}`)
}

/** Seconds of the processor that a database and its connections took so far; 0 where the system does not tell. */
export function databaseCpu(cluster: string): number {
  const pid = livePostmaster(cluster)?.pid ?? null
  if (pid === null || !fs.existsSync(`/proc/${pid}/stat`)) return 0
  let ticks = 0
  for (const name of fs.readdirSync('/proc')) {
    const f = /^\d+$/.test(name) ? statOf(name) : null
    if (f === null) continue
    const [own, children] = [Number(f[11]) + Number(f[12]), Number(f[13]) + Number(f[14])]
    if (Number(name) === pid) ticks += own + children
    else if (Number(f[1]) === pid) ticks += own
  }
  return ticks / 100
}

/** The numbers behind the name of a process; null when it is gone. */
function statOf(pid: string): string[] | null {
  try {
    const text = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return null
  }
}
