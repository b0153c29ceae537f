/** Triển vọng cho trang mục tiêu: the fan, the chance in words, the year it fails and the intake it takes. */
import { day } from '../../kernel/day.ts'
import { showNumber } from '../../kernel/number.ts'
import type { Measure } from '../../platform/measure.ts'
import type { Foresee } from '../goals/public.ts'
import { type Foreseen, readOutlook } from './outlook.ts'
import { FORECASTS } from './pages/address.ts'
import { chanceWords } from './rules/chance.ts'
import { METHODS } from './words.ts'

/** What goals show of a forecast. */
export const foreseeWith =
  (measures: () => readonly Measure[]): Foresee =>
  async (ctx, course) => {
    const o = await readOutlook(ctx, measures(), course)
    return {
      fan: {
        points: o.points.map(({ year, ...p }) => ({ on: day(`${year}-12-31`), ...p })),
        words: chanceWords(o.chance, o.why),
        scenarioFrom: o.scenarioFrom === null ? null : day(`${o.scenarioFrom}-12-31`),
      },
      lines: linesOf(o),
      href: FORECASTS,
    }
  }

/** What is told beside the chance. */
export function linesOf(o: Foreseen): [string, string][] {
  const { goal } = o
  const needed = goal?.needed.find((n) => n.probability === 0.8)
  return [
    ...(o.method === null ? [] : [['Cách dự báo', METHODS[o.method]] as [string, string]]),
    ...(o.firstBehind === null
      ? []
      : [['Năm đầu tiên khó theo kịp lộ trình', String(o.firstBehind)] as [string, string]]),
    ...(goal === null || needed === undefined ? [] : [neededLine(goal.planned, needed.perYear, goal.why)]),
    ...(o.notes.length === 0 ? [] : [['Cần biết', o.notes.join(' ')] as [string, string]]),
  ]
}

const neededLine = (planned: number, perYear: number | null, why: string): [string, string] => [
  'Để đạt với khả năng 80%',
  perYear === null
    ? `Không mức tuyển nào đủ: ${why}`
    : `tuyển ${showNumber(perYear, 0)} người mỗi năm (nay ${showNumber(planned, 0)})`,
]
