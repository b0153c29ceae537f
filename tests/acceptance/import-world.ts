/** Nơi nhập thử: the lists and bodies of the product on a database of its own, and files as offices make them. */
import { systemActor } from '../../src/kernel/actor.ts'
import { day } from '../../src/kernel/day.ts'
import type { Refusal } from '../../src/kernel/result.ts'
import { readCodeLists } from '../../src/modules/code-lists/facts.ts'
import { publishList } from '../../src/modules/code-lists/public.ts'
import { checkBatch } from '../../src/modules/imports/actions/check-batch.ts'
import { sendFile } from '../../src/modules/imports/actions/send-file.ts'
import { writeBatch } from '../../src/modules/imports/actions/write-batch.ts'
import { tellFinding } from '../../src/modules/imports/rules/findings.ts'
import type { RunResult } from '../../src/modules/imports/run.ts'
import { readRegisterFacts } from '../../src/modules/organisations/facts.ts'
import { loadRegister } from '../../src/modules/organisations/public.ts'
import { type Action, perform } from '../../src/platform/action.ts'
import { type Database, transact } from '../../src/platform/database/pool.ts'
import { row, rows, sql } from '../../src/platform/database/sql.ts'
import type { Row } from '../../src/platform/excel/workbook.ts'
import { writeWorkbook } from '../../src/platform/excel/write-workbook.ts'

/** 10:42 on 23/11/2026 in Vietnam. */
export const NOW = Temporal.Instant.from('2026-11-23T10:42:00+07:00')
/** The body whose lists are sent. */
export const BODY = 'H24.SYT'
const OFFICER = systemActor('Trần Thị Lan')

/** A file by its name and bytes. */
export type Given = { readonly name: string; readonly bytes: Uint8Array }

/** What an import said: counts and sentences. */
export type Told = {
  readonly id: string
  readonly counts: RunResult['counts']
  readonly findings: readonly string[]
  readonly waiting: RunResult['waiting']
}

/** Runs actions on a database filled with lists and bodies. */
export function importWorld(db: Database) {
  const act = async <I, O>(what: Action<I, O>, input: unknown): Promise<O> => {
    const done = await perform(db, { actor: OFFICER, now: NOW }, what, input)
    if (!done.ok) throw new Error(`${done.code}: ${done.message}`)
    return done.value
  }
  const run = async (file: Given, what: typeof checkBatch | typeof writeBatch): Promise<Told> => {
    const { id } = await act(sendFile, { coQuan: BODY, file: { ...file, mediaType: '' }, ngay: '' })
    const done = await act(what, { id })
    return {
      id,
      counts: done.counts,
      findings: done.findings.map((f) => tellFinding(f.sheet, f)),
      waiting: done.waiting,
    }
  }
  return {
    act,
    prepare: async () => {
      for (const list of readCodeLists()) await act(publishList, list)
      await act(loadRegister, readRegisterFacts())
    },
    check: (file: Given) => run(file, checkBatch),
    write: (file: Given) => run(file, writeBatch),
    /** Why a file is not taken; null when it is. */
    refused: async (file: Given): Promise<Refusal | null> => {
      const done = await perform(db, { actor: OFFICER, now: NOW }, sendFile, {
        coQuan: BODY,
        file: { ...file, mediaType: '' },
        ngay: '',
      })
      return done.ok ? null : done
    },
    /** Names of everybody in the register. */
    people: () =>
      transact(db, OFFICER, async (tx) =>
        (
          await rows<{ name: string }>(
            tx,
            sql`select name from people.person where removed_at is null and merged_into is null order by name_sort, code`,
          )
        ).map((p) => p.name),
      ),
    /** How many rows a table holds that are in force. */
    count: (table: string, where = 'true') =>
      transact(
        db,
        OFFICER,
        async (tx) =>
          (await row<{ n: number }>(tx, sql`select count(*) as n from ${sql.raw(table)} where ${sql.raw(where)}`)).n,
      ),
  }
}

/** A workbook of one sheet «DS» as the writer of the product makes it. */
export const workbookOf = async (rows: readonly Row[], name = 'danh-sach.xlsx'): Promise<Given> => ({
  name,
  bytes: await writeWorkbook({
    title: 'Danh sách',
    creator: 'Sở Y tế',
    made: day('2026-11-23'),
    sheets: [{ name: 'DS', columns: Array.from({ length: 12 }, () => ({ width: 16 })), rows }],
  }),
})
