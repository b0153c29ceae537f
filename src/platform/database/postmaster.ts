/**
 * Tiến trình PostgreSQL của một thư mục: what `postmaster.pid` says and whether that process is there.
 */
import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'

/** What a running server wrote down about itself. */
export type Postmaster = { readonly pid: number; readonly port: number; readonly socket: string }

/** The live server of a cluster folder, or null. A leftover file of a dead process is no server. */
export function livePostmaster(cluster: string): Postmaster | null {
  let text: string
  try {
    text = fs.readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
  const lines = text.split('\n')
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 1 || !servesFolder(pid, cluster)) return null
  return { pid, port: Number(lines[3] || 5432), socket: lines[4] ?? '' }
}

/** Process ids are used again after a restart of the machine: on Linux the process must also stand in this folder. */
function servesFolder(pid: number, cluster: string): boolean {
  if (!isAlive(pid)) return false
  if (process.platform !== 'linux') return true
  try {
    return fs.readlinkSync(`/proc/${pid}/cwd`) === fs.realpathSync(cluster)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ENOENT'
  }
}

/** Whether a process with this id exists. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Where and as whom to reach a server. */
export type Place = { readonly socket: string; readonly port: number; readonly user: string }

/**
 * Asks a server whether it takes work: `ready`, `starting` (recovering or shutting down), `absent` (nobody listens),
 * or the reason it refused.
 */
export async function knock(place: Place): Promise<'ready' | 'starting' | 'absent' | Error> {
  const client = connectTo(place, 'postgres')
  try {
    await client.connect()
    return 'ready'
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === '57P03') return 'starting'
    if (code === 'ENOENT' || code === 'ECONNREFUSED' || code === 'ECONNRESET') return 'absent'
    return error as Error
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** A client that is not connected yet. Its idle errors are kept quiet: `connect` and `query` report them. */
export function connectTo(place: Place, database: string): pg.Client {
  const client = new pg.Client({
    host: place.socket,
    port: place.port,
    user: place.user,
    database,
    connectionTimeoutMillis: 5000,
    application_name: 'nguyen-khi supervisor',
  })
  client.on('error', () => undefined)
  return client
}
