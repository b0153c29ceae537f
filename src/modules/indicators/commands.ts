/** Lệnh `indicator list`, `indicator value`. */
import { addDays, parseDay, showDay, startOf } from '../../kernel/day.ts'
import { accept, refuse } from '../../kernel/result.ts'
import type { Command } from '../../platform/command/command.ts'
import { valueOn } from './rules/figures.ts'
import { targetSentence, withUnit } from './rules/target-words.ts'
import { definitions, indicatorViews, recordedValues } from './views.ts'

/** The verbs. */
export const indicatorCommands: readonly Command[] = [
  {
    noun: 'indicator',
    verb: 'list',
    usage: '[--json]',
    help: 'Liệt kê chỉ tiêu của kế hoạch, đích và số liệu mới nhất',
    needs: 'database',
    run: async (io) => {
      const list = await io.read((ctx) => indicatorViews(ctx.tx))
      const shown = list.map(({ values, ...d }) => ({
        ...d,
        latest: values.find((v) => v.supersededAt === null) ?? null,
      }))
      const lines = shown.map(
        (d) =>
          `${d.code}  ${d.name}\n  ${targetSentence(d)} · ${d.latest === null ? 'chưa có nguồn số liệu' : `${withUnit(d.latest.value, d.unit)} (${showDay(d.latest.asOf)}, ${d.latest.source})`}`,
      )
      io.print(
        lines.length === 0
          ? 'Chưa có chỉ tiêu nào. Ban hành kế hoạch vào hệ thống bằng lệnh plan adopt.'
          : lines.join('\n'),
        shown,
      )
      return accept(shown.length)
    },
  },
  {
    noun: 'indicator',
    verb: 'value',
    usage: 'MÃ --as-of NGÀY [--known NGÀY] [--json]',
    help: 'Số liệu của một chỉ tiêu tại một ngày; --known: theo những gì đã ghi đến hết ngày đó',
    needs: 'database',
    run: async (io) => {
      const code = io.args[0]
      const asOf = typeof io.flags['as-of'] === 'string' ? parseDay(io.flags['as-of']) : null
      const known = typeof io.flags.known === 'string' ? parseDay(io.flags.known) : undefined
      if (code === undefined || asOf === null || known === null) {
        return refuse(
          'invalid',
          'indicator.usage',
          'Cần mã chỉ tiêu và --as-of NGÀY, ví dụ: indicator value II.1.2 --as-of 31/12/2025.',
        )
      }
      const [list, values] = await io.read(
        async (ctx) => [await definitions(ctx.tx), await recordedValues(ctx.tx, [code])] as const,
      )
      const definition = list.find((d) => d.code === code)
      if (definition === undefined)
        return refuse('absent', 'indicator.absent', `Không có chỉ tiêu mã ${code}. Xem bằng lệnh indicator list.`)
      const found = valueOn(values, asOf, known === undefined ? undefined : startOf(addDays(known, 1)))
      if (found === null) {
        const body = definition.custodianName ?? 'chưa giao'
        return refuse(
          'absent',
          'indicator.no-value',
          `Chưa có nguồn số liệu của ${code} đến ngày ${showDay(asOf)}. Cơ quan phải cung cấp: ${body}.`,
        )
      }
      io.print(
        `${code}: ${found.estimate ? 'khoảng ' : ''}${withUnit(found.value, definition.unit)}, ngày ${showDay(found.asOf)}. Nguồn: ${found.source}.`,
        { ...found, unit: definition.unit, name: definition.name },
      )
      return accept(found)
    },
  },
]
