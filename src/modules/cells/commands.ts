/** Lệnh của số liệu thống kê: `cells list`, `cells coverage`. */
import { type Day, dayOf, parseDay, showDay } from '../../kernel/day.ts'
import { showNumber, showPercent } from '../../kernel/number.ts'
import { accept, refuse } from '../../kernel/result.ts'
import type { Command, CommandIo } from '../../platform/command/command.ts'
import { rangeText, shownText } from './pages/shown.ts'
import { type GoalsOf, readCoverage, readList } from './screens.ts'

const dayAsked = (io: CommandIo): Day | null => {
  const asked = io.flags['as-of']
  return asked === undefined ? dayOf(io.now) : asked === true ? null : parseDay(asked)
}

const NO_DAY = refuse('invalid', 'day', 'Ngày sau --as-of phải là ngày có thật, ví dụ 2025-12-31.')

const list: Command = {
  noun: 'cells',
  verb: 'list',
  usage: '[--as-of NGÀY] [--json]',
  help: 'Liệt kê các nguồn số liệu thống kê và số liệu tại một ngày.',
  needs: 'database',
  run: async (io) => {
    const day = dayAsked(io)
    if (day === null) return NO_DAY
    const view = await io.read((ctx) => readList(ctx, day))
    const lines = view.lines.map(
      (l) =>
        `${l.source.code}  ${l.source.title} · ${l.unitName} · ${l.asOf === null ? 'chưa có số liệu' : `ngày ${showDay(l.asOf)}: ${shownText(l.graduates)} người từ đại học trở lên`}`,
    )
    io.print(lines.length === 0 ? 'Chưa có nguồn số liệu thống kê nào.' : lines.join('\n'), view.lines)
    return accept(view.lines.length)
  },
}

const coverage = (goalsOf: GoalsOf): Command => ({
  noun: 'cells',
  verb: 'coverage',
  usage: '[--as-of NGÀY] [--json]',
  help: 'Độ phủ: hồ sơ cộng số liệu thống kê, trừ phần trùng, so với mục tiêu của kế hoạch.',
  needs: 'database',
  run: async (io) => {
    const day = dayAsked(io)
    if (day === null) return NO_DAY
    const view = await io.read((ctx) => readCoverage(ctx, day, goalsOf))
    const { told, goal } = view
    const share = goal === null ? null : { low: told.counted.low / goal.target, high: told.counted.high / goal.target }
    const text = [
      `Ngày ${showDay(day)}: đã đếm được ${told.exact ? '' : 'khoảng '}${rangeText(told.counted)} người từ đại học trở lên.`,
      `Hồ sơ ${shownText(told.register)}, số liệu thống kê ${shownText(told.cells)}, trùng ${rangeText(told.overlap)}.`,
      goal === null || share === null
        ? 'Kế hoạch đang thực hiện không có chỉ tiêu về số người từ đại học trở lên.'
        : `Mục tiêu ${goal.code}: ${showNumber(goal.target)} người, đạt ${showPercent(share.low)}${share.low === share.high ? '' : ` đến ${showPercent(share.high)}`}.`,
    ]
    io.print(text.join('\n'), { ...view, share })
    return accept(told.counted)
  },
})

/** Verbs of the module. */
export const commandsWith = (goalsOf: GoalsOf): readonly Command[] => [list, coverage(goalsOf)]
