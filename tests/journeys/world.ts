/**
 * Thế giới của các hành trình: the sample world at a fixed instant, filled once per run; every journey gets a clone of its
 * own and the whole system served on it in this process, through `serve` as in production.
 */
import { inject } from 'vitest'
import { loadDemo } from '../../src/demo/load.ts'
import type { Database } from '../../src/platform/database/pool.ts'
import type { TestDatabase } from '../../src/platform/database/test-database.ts'
import { serve } from '../../src/serve.ts'
import { testDatabase } from '../database.ts'

/** 10:42 on 23/11/2026 in Vietnam: the period is open, eleven days are left. */
export const NOW = Temporal.Instant.from('2026-11-23T10:42:00+07:00')

/** A served system on a database of its own. */
export type World = { readonly url: string; readonly db: Database; readonly close: () => Promise<void> }

/** The template lives as long as the server of the run, so its content needs no other name. */
const SAMPLE = { key: 'the-gioi-mau', fill: (db: Database) => loadDemo(db, NOW) }

/** A clone of the sample world, served at `now`. */
export async function sampleWorld(now = NOW): Promise<World> {
  return served(await testDatabase(SAMPLE), now)
}

/** A system nobody has used yet. */
export const emptyWorld = async (now = NOW): Promise<World> => served(await testDatabase(), now)

async function served(t: TestDatabase, now: Temporal.Instant): Promise<World> {
  const system = await serve({
    port: 0,
    host: '127.0.0.1',
    address: 'http://127.0.0.1',
    dataFolder: inject('scratch'),
    databaseUrl: urlOf(t),
    key: '7'.repeat(64),
    pretendedNow: now,
    demo: true,
    province: 'VN',
    poolSize: 6,
    apiPerMinute: 1_000_000,
    logLevel: 'silent',
    behindProxy: false,
    mail: null,
  })
  return {
    url: system.url,
    db: t.db,
    close: async () => {
      await system.stop()
      await t.drop()
    },
  }
}

function urlOf({ address }: TestDatabase): string {
  if ('url' in address) return address.url
  return `postgresql://${address.user}@${encodeURIComponent(address.socket)}:${address.port}/${address.database}`
}
