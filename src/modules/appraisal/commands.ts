/** Lệnh `appraisal list`. */
import { showNumber } from '../../kernel/number.ts'
import { accept } from '../../kernel/result.ts'
import type { Command } from '../../platform/command/command.ts'
import { wrongCall } from '../../platform/command/line.ts'
import { readResults } from './listing.ts'
import { ROUND_STATES } from './words.ts'

/** Verbs of the module. */
export const commands: readonly Command[] = [
  {
    noun: 'appraisal',
    verb: 'list',
    usage: '--year NĂM [--json]',
    help: 'Liệt kê kết quả chấm điểm các cơ quan của một năm: hạng, chỉ số, tổng điểm, điểm từng nhóm tiêu chí',
    needs: 'database',
    run: async (io) => {
      const year = Number(io.flags.year)
      if (typeof io.flags.year !== 'string' || !Number.isInteger(year))
        return wrongCall('Cần --year NĂM, ví dụ: appraisal list --year 2025.')
      const found = await io.read((ctx) => readResults(ctx, year))
      if (!found.ok) return found
      const { rows } = found.value
      const lines = rows.map(
        (r) =>
          `${r.group} · hạng ${r.rank} · ${r.unitName}: chỉ số ${showNumber(r.index, 2)} (${showNumber(r.total, 2)}/${showNumber(r.most, 2)}), ${r.band}`,
      )
      const state = rows[0] === undefined ? '' : `, ${ROUND_STATES[rows[0].state].label.toLowerCase()}`
      io.print([`Kết quả chấm điểm năm ${year}${state}: ${rows.length} cơ quan`, ...lines].join('\n'), { year, rows })
      return accept(null)
    },
  },
]
