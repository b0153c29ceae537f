/** Việc chấm điểm đang chờ: what a reader owes the rounds that run, for «Việc của tôi». */
import type { Ctx } from '../../platform/action.ts'
import { roundHref, sheetHref } from './pages/address.ts'
import { canAppraise } from './rights.ts'
import { waitingSheets } from './views.ts'

/** One thing to do: score the own body, or appraise what bodies sent. */
export type AppraisalWork = {
  readonly kind: 'tu-cham' | 'tham-dinh' | 'tra-loi'
  readonly roundId: string
  readonly year: number
  /** Name of the body; empty where the work is about several. */
  readonly body: string
  /** Sheets or appeals that wait. */
  readonly count: number
  readonly href: string
}

/** What waits: for the bodies named, their own scoring; for Sở Nội vụ, sheets to appraise and appeals to answer. */
export async function appraisalWork(ctx: Ctx, unitIds: readonly string[]): Promise<AppraisalWork[]> {
  const office = canAppraise.allows(ctx.actor)
  if (unitIds.length === 0 && !office) return []
  const waiting = await waitingSheets(ctx.tx)
  const about = (w: (typeof waiting)[number]) => ({ roundId: w.roundId, year: w.year })
  const own = waiting
    .filter((w) => w.roundState === 'dang-cham' && w.state === 'chua-tu-cham' && unitIds.includes(w.unitId))
    .map((w) => ({
      ...about(w),
      kind: 'tu-cham' as const,
      body: w.unitName,
      count: 1,
      href: sheetHref(w.year, w.unitCode, 'tu-cham'),
    }))
  if (!office) return own
  const toAppraise = waiting.filter((w) => w.roundState === 'dang-cham' && w.state === 'da-tu-cham')
  const toAnswer = waiting.filter((w) => w.appeals > 0)
  const together = (kind: 'tham-dinh' | 'tra-loi', list: typeof waiting, count: number): AppraisalWork[] => {
    const [first] = list
    return first === undefined ? [] : [{ ...about(first), kind, body: '', count, href: roundHref(first.year) }]
  }
  return [
    ...own,
    ...together('tham-dinh', toAppraise, toAppraise.length),
    ...together(
      'tra-loi',
      toAnswer,
      toAnswer.reduce((n, w) => n + w.appeals, 0),
    ),
  ]
}
