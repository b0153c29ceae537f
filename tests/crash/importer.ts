/**
 * Người nhập bị ngắt (for the crash test): starts or adopts the server of a folder, lays lists and bodies when they are not
 * there, sends a staff list and writes it, telling how many rows are done while nothing is committed yet.
 * `node tests/crash/importer.ts embedded|server FOLDER`
 */
import { systemActor } from '../../src/kernel/actor.ts'
import { day } from '../../src/kernel/day.ts'
import { readCodeLists } from '../../src/modules/code-lists/facts.ts'
import { publishList } from '../../src/modules/code-lists/public.ts'
import { sendFile } from '../../src/modules/imports/actions/send-file.ts'
import { writeBatch } from '../../src/modules/imports/actions/write-batch.ts'
import { readRegisterFacts } from '../../src/modules/organisations/facts.ts'
import { findUnitByCode, loadRegister } from '../../src/modules/organisations/public.ts'
import { type Action, perform } from '../../src/platform/action.ts'
import { migrate, readMigrations } from '../../src/platform/database/migrate.ts'
import { connect, transact } from '../../src/platform/database/pool.ts'
import { type Engine, startEngine } from '../../src/platform/database/test-engine.ts'
import type { Row } from '../../src/platform/excel/workbook.ts'
import { writeWorkbook } from '../../src/platform/excel/write-workbook.ts'
import { openVault } from '../../src/platform/vault.ts'
import { migrationFolders } from '../database.ts'

/** People in the list. */
const PEOPLE = 7000
const BODY = 'H24.SYT'
const NOW = Temporal.Instant.from('2026-11-23T10:42:00+07:00')

async function importList(engine: Engine, folder: string): Promise<void> {
  const machine = systemActor('Người nhập thử')
  const server = await startEngine(engine, folder)
  const db = connect(server, openVault('7'.repeat(64)))
  const act = async <I, O>(what: Action<I, O>, input: unknown): Promise<O> => {
    const d = await perform(db, { actor: machine, now: NOW }, what, input)
    if (!d.ok) throw new Error(`${d.code}: ${d.message}`)
    return d.value
  }
  const say = (line: string) => process.stdout.write(`${line}\n`)
  await migrate(db.pool, readMigrations(migrationFolders()))
  if ((await transact(db, machine, (tx) => findUnitByCode(tx, BODY))) === null) {
    for (const list of readCodeLists()) await act(publishList, list)
    await act(loadRegister, readRegisterFacts())
  }
  const rows: Row[] = Array.from({ length: PEOPLE }, (_, i) => [
    `Nguyễn Văn ${'ABCDEGHIKLMNOPQRSTUVXY'[i % 22]} ${'Bảo Chí Duy Gia Hải Khôi Long Minh Nam Phong'.split(' ')[i % 10]}`,
    `25/09/${1960 + (i % 40)}`,
    `0300${String(60 + (i % 40)).padStart(2, '0')}${String(i).padStart(6, '0')}`,
  ])
  const bytes = await writeWorkbook({
    title: 'Danh sách',
    creator: 'Sở Y tế',
    made: day('2026-11-23'),
    sheets: [
      {
        name: 'DS',
        columns: [{ width: 20 }, { width: 12 }, { width: 16 }],
        rows: [['Họ và tên', 'Ngày sinh', 'Số CCCD'], ...rows],
      },
    ],
  })
  say(`may-chu ${server.pid}`)
  const { id } = await act(sendFile, { coQuan: BODY, file: { name: 'ds.xlsx', mediaType: '', bytes }, ngay: '' })
  say(`lo ${id}`)
  const step = (done: number) => Promise.resolve(say(`dong ${done}`))
  await act(writeBatch, { id, step })
  say(`xong ${id}`)
  await db.close()
}

process.once('uncaughtException', () => process.exit(1))
const [engine, folder] = process.argv.slice(2)
if (engine !== undefined && folder !== undefined) await importList(engine as Engine, folder)
