/**
 * Mở kỳ: the explicit list of bodies that owe a report for a year, from who held the duty on any day of it.
 * Obligations of a year are made once, here; later they change only by recorded decision.
 */
import { type Day, yearOf } from '../../../kernel/day.ts'
import { accept, type Decision, refuse } from '../../../kernel/result.ts'
import { holdsOn, intersect, type Validity, yearPeriod } from '../../../kernel/validity.ts'
import { PLAN_REGIME } from '../words.ts'

/** Who held the duty, as the programme says. */
export type DutyHolder = { readonly unitId: string; readonly valid: Validity; readonly cameFrom: readonly string[] }

/** Dòng dự kiến: one body that will owe a report. */
export type ExpectedBody = {
  readonly unitId: string
  readonly part: Validity
  /** Báo cáo kết thúc: the duty ended before the year did. */
  readonly closing: boolean
  /** Bodies whose duty it took over during the year. */
  readonly cameFrom: readonly string[]
}

/** The bodies that hold the duty on one day: what a one-off report is asked of. None of them closes with it. */
export const bodiesOn = (holders: readonly DutyHolder[], year: number, on: Day): readonly ExpectedBody[] =>
  expectedBodies(
    holders.filter((h) => holdsOn(h.valid, on)),
    year,
  ).map((b) => ({ ...b, closing: false }))

/** The bodies of a year: one line each, even where the duty was held in several spells. */
export function expectedBodies(holders: readonly DutyHolder[], year: number): readonly ExpectedBody[] {
  const whole = yearPeriod(year)
  const byUnit = new Map<string, ExpectedBody>()
  for (const h of holders) {
    const part = intersect(h.valid, whole)
    if (part === null) continue
    const known = byUnit.get(h.unitId)
    const span = known ? join(known.part, part) : part
    byUnit.set(h.unitId, {
      unitId: h.unitId,
      part: span,
      closing: span.to !== null && whole.to !== null && span.to < whole.to,
      cameFrom: [...new Set([...(known?.cameFrom ?? []), ...h.cameFrom])],
    })
  }
  return [...byUnit.values()]
}

const join = (a: Validity, b: Validity): Validity => ({
  from: a.from < b.from ? a.from : b.from,
  to: a.to === null || b.to === null ? null : a.to > b.to ? a.to : b.to,
})

/** Mở kỳ: needs a programme, bodies, a due day later than the cut-off, and no period of that year. */
export function decideOpening(
  expected: readonly ExpectedBody[],
  given: {
    readonly year: number
    readonly cutOff: Day
    readonly dueBefore: Day
    readonly alreadyOpen: boolean
    /** The year of the one period of a one-off regime, when it has had it. */
    readonly had?: number | null
  },
): Decision<readonly ExpectedBody[]> {
  if (given.alreadyOpen) {
    return refuse('conflict', 'period.open', `Kỳ báo cáo ${given.year} đã mở. Danh sách cơ quan không đổi.`)
  }
  if (given.had !== undefined && given.had !== null) {
    return refuse(
      'conflict',
      'period.one-off',
      `Chế độ báo cáo đột xuất này đã có kỳ ${given.had}. Cần báo cáo lần nữa thì sao chép thành chế độ khác.`,
    )
  }
  if (expected.length === 0) {
    return refuse(
      'conflict',
      'period.nobody',
      `Chưa có cơ quan nào có trách nhiệm báo cáo năm ${given.year}. Ban hành Kế hoạch và xác nhận nơi nhận trước khi mở kỳ.`,
    )
  }
  if (given.cutOff >= given.dueBefore || yearOf(given.cutOff) !== given.year) {
    return refuse('invalid', 'period.cut-off', 'Ngày chốt số liệu phải trong năm báo cáo và trước hạn nộp.', {
      fields: { cutOff: 'Ngày chốt số liệu phải trong năm báo cáo và trước hạn nộp' },
    })
  }
  return accept(expected)
}

/** Mã báo cáo: `BC-2026-0412`; with the address of the regime where it is not that of the Plan, `BC-KH726-2026-0412`. */
export const reportCode = (of: { readonly slug: string; readonly year: number }, place: number): string =>
  `BC-${of.slug === PLAN_REGIME ? '' : `${of.slug.toUpperCase()}-`}${of.year}-${String(place).padStart(4, '0')}`
