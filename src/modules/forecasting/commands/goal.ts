/** Lệnh `forecast goal`: the outlook of one goal of the plan, from the database. */
import { showAmount, showRange } from '../../../kernel/number.ts'
import { accept, refuse } from '../../../kernel/result.ts'
import { newId, scopeFor } from '../../../platform/action.ts'
import type { Command } from '../../../platform/command/command.ts'
import { wrongCall } from '../../../platform/command/line.ts'
import { transact } from '../../../platform/database/pool.ts'
import type { Measure } from '../../../platform/measure.ts'
import { readCourses } from '../../goals/public.ts'
import { linesOf } from '../goal-outlook.ts'
import { type Foreseen, readOutlook } from '../outlook.ts'
import { canSeeForecasts } from '../rights.ts'
import { chanceWords } from '../rules/chance.ts'

const USAGE = 'Cần mã mục tiêu, ví dụ: forecast goal II.1.2 --json.'

/** The verb of goals. */
export const goalCommand = (measures: () => readonly Measure[]): Command => ({
  noun: 'forecast',
  verb: 'goal',
  usage: 'MÃ_MỤC_TIÊU [--json]',
  help: 'Dự báo một mục tiêu: khoảng theo năm, khả năng đạt, năm đầu tiên khó đạt, mức tuyển cần có',
  needs: 'database',
  run: async (io) => {
    const code = io.args[0]
    if (code === undefined) return wrongCall(USAGE)
    if (!canSeeForecasts.allows(io.actor))
      return refuse('forbidden', 'right.missing', `${canSeeForecasts.sentence} Liên hệ: ${canSeeForecasts.ask}.`)
    const found = await transact(io.db, scopeFor(io.actor, true), async (tx) => {
      const ctx = { tx, actor: io.actor, now: io.now, newId }
      const course = (await readCourses(ctx, measures())).find((c) => c.indicator.code === code)
      return course === undefined ? null : { course, outlook: await readOutlook(ctx, measures(), course) }
    })
    if (found === null) return refuse('absent', 'goals.absent', `Không có mục tiêu mã ${code}.`)
    const { outlook, course } = found
    io.print(inWords(outlook, course.indicator.unit), {
      ...outlook,
      name: course.indicator.name,
      unit: course.indicator.unit,
      target: course.indicator.target,
      byYear: course.indicator.byYear,
    })
    return accept(code)
  },
})

const inWords = (o: Foreseen, unit: string): string =>
  [
    chanceWords(o.chance, o.why),
    ...linesOf(o).map(([label, words]) => `${label}: ${words}`),
    ...o.points.map((p) => `${p.year}: ${showAmount(p.mean, unit)} (80%: ${showRange(p.lo80, p.hi80, unit)})`),
  ].join('\n')
