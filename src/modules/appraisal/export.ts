/** Tải bảng điểm: the ranking for who may see it, the sheets for who may open them. */
import { dayOf } from '../../kernel/day.ts'
import { accept, type Decision } from '../../kernel/result.ts'
import { demand } from '../../kernel/right.ts'
import type { Ctx } from '../../platform/action.ts'
import { EXCEL, writeWorkbook } from '../../platform/excel/write-workbook.ts'
import { scoreWorkbook } from './papers/score-workbook.ts'
import { canSeeBefore } from './rights.ts'
import { readRoundView } from './screens.ts'
import { itemsOf } from './views.ts'

/** The workbook of a round. Refused before publication for who may not see the ranking. */
export async function readScoreBook(
  ctx: Ctx,
  { year }: { year: number },
): Promise<Decision<{ name: string; mediaType: string; bytes: Uint8Array }>> {
  const view = await readRoundView(ctx, year)
  if (!view.ok) return view
  const { round, rows, entries, groups } = view.value
  if (rows === null) {
    const refused = demand(canSeeBefore, ctx.actor)
    if (!refused.ok) return refused
  }
  const items = await itemsOf(
    ctx.tx,
    entries.map((e) => e.id),
  )
  const book = scoreWorkbook({
    round,
    rows: rows ?? [],
    groups,
    sheets: entries.map((e) => ({ unitName: e.unitName, items: items.get(e.id) ?? [] })),
    asOf: dayOf(round.closedAt ?? ctx.now),
  })
  return accept({ name: `bang-diem-${year}.xlsx`, mediaType: EXCEL, bytes: await writeWorkbook(book) })
}
