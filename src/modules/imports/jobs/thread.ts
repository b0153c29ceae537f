/**
 * Luồng chạy lô: one batch is checked or written in a thread of its own with a connection of its own, so that the pages of everybody
 * else stay quick. Whatever happens to it, the register is as before or wholly written.
 */
import { workerData } from 'node:worker_threads'
import type { Actor } from '../../../kernel/actor.ts'
import { systemActor } from '../../../kernel/actor.ts'
import { perform } from '../../../platform/action.ts'
import { explainConstraints } from '../../../platform/database/constraint.ts'
import { type Address, connect, transact } from '../../../platform/database/pool.ts'
import type { Tx } from '../../../platform/database/sql.ts'
import { openVault } from '../../../platform/vault.ts'
import { checkBatch } from '../actions/check-batch.ts'
import { failRun } from '../actions/fail-run.ts'
import { writeBatch } from '../actions/write-batch.ts'
import { saveProgress } from '../store.ts'
import { findBatch } from '../views.ts'

/** Việc giao cho luồng. */
export type Order = {
  readonly address: Address
  readonly key: string
  readonly province: string
  readonly batch: string
  readonly writes: boolean
  readonly actor: Actor
  readonly now: string
  readonly constraints: Readonly<Record<string, string>>
}

/** Rows there are: as counted by an earlier run, else as the sheets say of themselves; 0 = nobody knows. */
async function totalOf(tx: Tx, id: string): Promise<number> {
  const batch = await findBatch(tx, id)
  if (batch === null) return 0
  const said = batch.plan.sheets.filter((s) => s.taken).map((s) => s.rowsAbout ?? 0)
  return batch.counts?.rows ?? (said.includes(0) ? 0 : said.reduce((n, rows) => n + rows, 0))
}

const UNFINISHED = 'Lượt chạy dừng giữa chừng vì lỗi hệ thống. Chưa ghi gì; kiểm tra lại lô rồi làm tiếp.'

async function runOrder(order: Order): Promise<void> {
  const db = connect(order.address, openVault(order.key), { province: order.province, poolSize: 2 })
  const now = Temporal.Instant.from(order.now)
  const at = { actor: order.actor, now }
  explainConstraints(order.constraints)
  let total: number | null = null
  const step = async (rows: number): Promise<void> => {
    await transact(db, systemActor(), async (tx) => {
      total ??= await totalOf(tx, order.batch)
      await saveProgress(tx, order.batch, { rows, total, at: now })
    })
  }
  try {
    const done = await perform(db, at, order.writes ? writeBatch : checkBatch, { id: order.batch, step })
    if (!done.ok) await perform(db, at, failRun, { id: order.batch, lyDo: done.message })
  } catch (error) {
    await perform(db, at, failRun, { id: order.batch, lyDo: UNFINISHED })
    throw error
  } finally {
    await db.close()
  }
}

if (workerData !== null) await runOrder(workerData as Order)
