/**
 * Người nộp bị ngắt (for the crash test): starts or adopts the server of a folder, lays the plan and the period when they
 * are not there, then sends report after report and prints each one only after the system acknowledged it.
 * `node tests/crash/reporter.ts embedded|server FOLDER`
 */
import fs from 'node:fs'
import { systemActor } from '../../src/kernel/actor.ts'
import type { Decision } from '../../src/kernel/result.ts'
import { uploadDocument } from '../../src/modules/documents/public.ts'
import { readRegisterFacts } from '../../src/modules/organisations/facts.ts'
import { loadRegister } from '../../src/modules/organisations/public.ts'
import { adoptPlan, currentProgramme } from '../../src/modules/programme/public.ts'
import { wholeReport } from '../../src/modules/reporting/fixtures.ts'
import { obligationsOf, openPeriod, returnReport, submitFile } from '../../src/modules/reporting/public.ts'
import { type Action, perform } from '../../src/platform/action.ts'
import { migrate, readMigrations } from '../../src/platform/database/migrate.ts'
import { connect, transact } from '../../src/platform/database/pool.ts'
import { type Engine, startEngine } from '../../src/platform/database/test-engine.ts'
import { openVault } from '../../src/platform/vault.ts'
import { migrationFolders } from '../database.ts'

const YEAR = 2026
const NOW = Temporal.Instant.from('2026-11-23T10:42:00+07:00')
const PLAN = { name: 'ke-hoach-1459.txt', mediaType: 'text/plain' }

const [engine = 'embedded', folder = ''] = process.argv.slice(2)
const machine = systemActor('Người nộp thử')
const server = await startEngine(engine as Engine, folder)
const db = connect(server, openVault('7'.repeat(64)))

async function must<T>(decision: Promise<Decision<T>>): Promise<T> {
  const d = await decision
  if (!d.ok) throw new Error(`${d.code}: ${d.message}`)
  return d.value
}
const act = <I, O>(what: Action<I, O>, input: unknown) => must(perform(db, { actor: machine, now: NOW }, what, input))
const say = (line: string) => process.stdout.write(`${line}\n`)

async function layFoundations(): Promise<void> {
  await migrate(db.pool, readMigrations(migrationFolders()))
  if (await transact(db, machine, (tx) => currentProgramme(tx))) return
  await act(loadRegister, readRegisterFacts())
  const file = { ...PLAN, bytes: fs.readFileSync(new URL('../../examples/ke-hoach-1459.txt', import.meta.url)) }
  const document = await act(uploadDocument, { file, text: '' })
  await act(adoptPlan, { document: document.id, number: '1459/KH-UBND', date: '2024-04-22', seen: true })
  await act(openPeriod, { year: YEAR })
}

/** A body that has sent gets its report back first, then sends another version. */
async function sendForEver(): Promise<never> {
  for (let n = 0; ; n++) {
    const owed = await transact(db, machine, (tx) => obligationsOf(tx, { year: YEAR }, NOW))
    const o = owed[n % Math.min(12, owed.length)]
    if (o === undefined) throw new Error('nobody owes a report')
    const at = { year: YEAR, unitCode: o.unitCode }
    if (o.state === 'da-nop') await act(returnReport, { ...at, reason: 'Thử: nộp lại.', marks: [] })
    const content = wholeReport()
    const sent = await act(submitFile, {
      ...at,
      content: { ...content, paragraphs: { ...content.paragraphs, 'kho-khan': `Lần ${n}.` } },
    })
    say(`nop ${sent.code} ${sent.number} ${sent.sha256}`)
  }
}

process.once('uncaughtException', () => process.exit(1))
await layFoundations()
say(`may-chu ${server.pid}`)
await sendForEver()
