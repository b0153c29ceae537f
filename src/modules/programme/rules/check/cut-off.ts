/** Hạn nộp và ngày chốt: a periodic report that falls due before the data of its period are closed. */
import { daysBetween, parseDay, showDay, yearOf } from '../../../../kernel/day.ts'
import { type Draft, lawSource } from './finding.ts'
import type { CheckInput } from './input.ts'

/** Ngày chốt số liệu của báo cáo định kỳ (NĐ 09/2019/NĐ-CP, Điều 12): period, month and day its data close, months a deadline of that period may lie in before it. */
export const CUT_OFFS: readonly {
  readonly periods: readonly string[]
  readonly closes: string
  readonly label: string
  /** First month-day whose deadline speaks of this closing; earlier ones report on the period before. */
  readonly from: string
}[] = [
  { periods: ['yearly', 'half-yearly'], closes: '12-14', label: 'báo cáo năm', from: '09-01' },
  { periods: ['half-yearly'], closes: '06-14', label: 'báo cáo 6 tháng', from: '04-15' },
  { periods: ['quarterly'], closes: '03-14', label: 'báo cáo quý I', from: '02-15' },
  { periods: ['quarterly'], closes: '06-14', label: 'báo cáo quý II', from: '05-15' },
  { periods: ['quarterly'], closes: '09-14', label: 'báo cáo quý III', from: '08-15' },
  { periods: ['quarterly'], closes: '12-14', label: 'báo cáo quý IV', from: '11-15' },
]

const listOf = (due: string | readonly string[] | null): readonly string[] =>
  due === null ? [] : typeof due === 'string' ? [due] : due

const dayMonth = (due: string): string => due.split('-').reverse().join('/')

/** Deadlines before the closing day of their period. */
export const deadlineBeforeCutoff = (input: CheckInput): Draft[] =>
  input.reading.recurringReports.flatMap((report) =>
    listOf(report.due).flatMap((due): Draft[] => {
      const rule = CUT_OFFS.find(
        (c) => c.periods.includes(report.period ?? '') && due >= c.from && due < c.closes && /^\d{2}-\d{2}$/.test(due),
      )
      const year = yearOf(input.on.day)
      const [a, b] = [parseDay(`${year}-${due}`), parseDay(`${year}-${rule?.closes}`)]
      if (rule === undefined || a === null || b === null) return []
      const monthDay = (x: string): number => Number(x.replace('-', ''))
      const gap = { op: 'days', a: monthDay(due), b: monthDay(rule.closes), result: daysBetween(a, b) } as const
      return [
        {
          kind: 'deadline-before-cutoff',
          clause: report.clause ?? 'phần cuối',
          spans: [report.span],
          arithmetic: `Hạn ${dayMonth(due)}, số liệu ${rule.label} chốt ngày ${dayMonth(rule.closes)}: hạn nộp sớm hơn ngày chốt ${gap.result} ngày. Số liệu từ ${dayMonth(due)} đến ${dayMonth(rule.closes)} chưa có khi nộp, ví dụ năm ${year}: nộp trước ${showDay(a)}, chốt ${showDay(b)}.`,
          steps: [gap],
          sources: [
            lawSource(
              `Ngày chốt số liệu ${rule.label}: ${dayMonth(rule.closes)}`,
              'Nghị định số 09/2019/NĐ-CP, Điều 12',
            ),
          ],
        },
      ]
    }),
  )
