/**
 * Cơ sở dữ liệu đang chạy: for verbs that need none but do better with one. Nothing is started, migrated or made; a
 * database that is not there, not reachable or of another version counts as none.
 */
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { systemActor } from '../kernel/actor.ts'
import { type Config, readConfig } from './config.ts'
import { type Address, connect, transact } from './database/pool.ts'
import { livePostmaster } from './database/postmaster.ts'
import type { Tx } from './database/sql.ts'
import { openVault } from './vault.ts'

/** A server that does not answer within this time counts as none. */
const PATIENCE_MS = 5000

function addressOf(config: Config): Address | null {
  if (config.databaseUrl !== null) return { url: config.databaseUrl }
  const live = livePostmaster(path.join(config.dataFolder, 'postgres', 'postgresql'))
  if (live === null || live.socket === '') return null
  return { socket: live.socket, port: live.port, user: 'nguyen_khi', database: 'nguyen_khi' }
}

/** What `work` reads in the database of the settings while it runs; null when none can be read. Sealed values cannot be opened here. */
export async function readIfRunning<T>(work: (tx: Tx) => Promise<T>): Promise<T | null> {
  const config = readConfig()
  const address = addressOf(config)
  if (address === null) return null
  const vault = openVault(randomBytes(32).toString('hex'))
  const db = connect(address, vault, { province: config.province, poolSize: 1 })
  const late = new AbortController()
  try {
    const patience = sleep(PATIENCE_MS, null, { signal: late.signal }).catch(() => null)
    return await Promise.race([transact(db, systemActor(), work), patience])
  } catch {
    return null
  } finally {
    late.abort()
    void db.close().catch(() => undefined)
  }
}
