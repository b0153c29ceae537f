/** Dòng người của tệp: every row of a person of every sheet that is taken, read, some thousand at a time. */
import { setImmediate as turn } from 'node:timers/promises'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import type { Table } from '../../platform/excel/table.ts'
import { readingOf, type Shared } from './reading.ts'
import { rowOf } from './rules/cells.ts'
import { Decoder } from './rules/encoding.ts'
import type { Plan, SheetPlan } from './rules/plan.ts'
import { type RowRead, rowReader } from './rules/read-row.ts'
import { rowKind, START, unitOf } from './rules/row-kind.ts'
import { rolesOf } from './survey.ts'

/** People read at once. */
const CHUNK = 1000
/** Rows after which others get a turn: the answers of the database to what is being written meanwhile. */
const TURN = 50

/** Một phần của tệp. */
export type Piece = { readonly sheet: string; readonly rows: readonly RowRead[] }

/** Walks the file; a part that is damaged ends the walk with a refusal. */
export async function* peopleRows(table: Table, plan: Plan, shared: Shared): AsyncGenerator<Piece, Decision<null>> {
  for (const chosen of plan.sheets.filter((s) => s.taken)) {
    const sheet = table.sheets.find((s) => s.name === chosen.sheet)
    if (sheet === undefined) return gone(chosen.sheet)
    const walked = yield* sheetRows(sheet.batches(), chosen, shared)
    if (!walked.ok) return walked
  }
  return accept(null)
}

const gone = (name: string): Decision<never> =>
  refuse('conflict', 'import.sheet-gone', `Trang «${name}» không còn trong tệp. Gửi lại tệp rồi ghép cột.`)

async function* sheetRows(
  batches: ReturnType<Table['sheets'][number]['batches']>,
  plan: SheetPlan,
  shared: Shared,
): AsyncGenerator<Piece, Decision<null>> {
  const read = rowReader(readingOf(shared, plan))
  const decoder = new Decoder(plan.page)
  const roles = rolesOf(plan.columns)
  let place = START
  let rows: RowRead[] = []
  for (;;) {
    const next = await batches.next()
    if (next.done === true) {
      if (!next.value.ok) return next.value
      if (rows.length > 0) yield { sheet: plan.sheet, rows }
      return accept(null)
    }
    for (const raw of next.value) {
      if (raw.number < plan.layout.first) continue
      const row = rowOf(raw, decoder)
      const seen = rowKind(row, plan.layout, roles, place)
      place = seen.place
      if (seen.kind !== 'person') continue
      rows.push(read(row, unitOf(place)))
      if (rows.length % TURN === 0) await turn()
    }
    if (rows.length < CHUNK) continue
    yield { sheet: plan.sheet, rows }
    rows = []
  }
}
