/** Lệnh `indicator list`, `indicator value`. */
import { type Day, dayOf, parseDay, showDay } from '../../kernel/day.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import { type Ctx, newId, scopeFor } from '../../platform/action.ts'
import type { Command, DatabaseIo } from '../../platform/command/command.ts'
import { transact } from '../../platform/database/pool.ts'
import { type Measure, SPLITS, type Split } from '../../platform/measure.ts'
import { readAll, readValue } from './reading.ts'
import type { ValueAsked } from './rules/reading.ts'
import { targetSentence } from './rules/target-words.ts'
import { formulaLine, listOut, readingLine, valueOut } from './rules/told.ts'

const USAGE = 'Cần mã chỉ tiêu và --as-of NGÀY, ví dụ: indicator value II.1.2 --as-of 31/12/2025.'

/** A day named by an option; `absent` when it is not given, null when it is no day. */
function dayFlag(io: DatabaseIo, name: string): Day | null | 'absent' {
  const given = io.flags[name]
  return given === undefined ? 'absent' : typeof given === 'string' ? parseDay(given) : null
}

function askedOf(io: DatabaseIo): Decision<ValueAsked> {
  const code = io.args[0]
  const [asOf, known] = [dayFlag(io, 'as-of'), dayFlag(io, 'known')]
  const reported = io.flags.hierarchy === 'reported'
  const hierarchy = reported ? 'reported' : dayFlag(io, 'hierarchy')
  if (code === undefined || asOf === null || asOf === 'absent') return refuse('invalid', 'indicator.usage', USAGE)
  if (known === null || hierarchy === null)
    return refuse(
      'invalid',
      'indicator.usage',
      '--known và --hierarchy cần một ngày có thật, ví dụ 30/06/2025; --hierarchy nhận cả reported.',
    )
  const by = io.flags.by
  if (by !== undefined && (typeof by !== 'string' || !Object.hasOwn(SPLITS, by)))
    return refuse('invalid', 'indicator.usage', `--by nhận một trong: ${Object.keys(SPLITS).join(', ')}.`)
  return accept({
    code,
    asOf,
    hierarchy: hierarchy === 'absent' ? null : hierarchy,
    known: known === 'absent' ? null : known,
    by: (by as Split | undefined) ?? null,
  })
}

/** The verbs. `measuresOf` = what all modules count. */
export const commandsWith = (measuresOf: () => readonly Measure[]): readonly Command[] => [
  {
    noun: 'indicator',
    verb: 'list',
    usage: '[--as-of NGÀY] [--json]',
    help: 'Liệt kê chỉ tiêu của kế hoạch: đích, cách tính, nguồn, giá trị tại một ngày (hôm nay khi không nêu)',
    needs: 'database',
    run: async (io) => {
      const asOf = dayFlag(io, 'as-of')
      if (asOf === null) return refuse('invalid', 'indicator.usage', '--as-of cần một ngày có thật, ví dụ 31/12/2025.')
      const day = asOf === 'absent' ? dayOf(io.now) : asOf
      const list = await readWhole(io, (ctx) => readAll(ctx, measuresOf(), { asOf: day, known: null }))
      io.print(
        list.length === 0
          ? 'Chưa có chỉ tiêu nào. Ban hành kế hoạch vào hệ thống bằng lệnh plan adopt.'
          : list
              .map(
                (r) =>
                  `${r.definition.code}  ${r.definition.name}\n  ${targetSentence(r.definition)} · ${readingLine(r)}\n  ${formulaLine(r)}`,
              )
              .join('\n'),
        list.map(listOut),
      )
      return accept(list.length)
    },
  },
  {
    noun: 'indicator',
    verb: 'value',
    usage:
      'MÃ --as-of NGÀY [--hierarchy NGÀY|reported] [--known NGÀY] [--by place|unit|sector|degree|sex|age] [--json]',
    help: 'Giá trị của một chỉ tiêu tại một ngày; --hierarchy: theo đơn vị của ngày khác; --known: theo những gì đã biết đến hết ngày đó',
    needs: 'database',
    run: async (io) => {
      const asked = askedOf(io)
      if (!asked.ok) return asked
      const read = await readWhole(io, (ctx) => readValue(ctx, measuresOf(), asked.value))
      if (!read.ok) return read
      const rows = read.value.rows.map((r) => `\n  ${r.label}: ${readingLine({ ...read.value, ...r, why: '' })}`)
      io.print(
        `${asked.value.code} ngày ${showDay(asked.value.asOf)}: ${readingLine(read.value)}.${rows.join('')}`,
        valueOut(read.value),
      )
      return accept(read.value.state)
    },
  },
]

/** Reads with the scope of the whole system: a figure of the territory is not personal. */
const readWhole = <T>(io: DatabaseIo, work: (ctx: Ctx) => Promise<T>): Promise<T> =>
  transact(io.db, scopeFor(io.actor, true), (tx) => work({ tx, actor: io.actor, now: io.now, newId }))
