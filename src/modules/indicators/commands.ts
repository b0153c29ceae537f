/** Lệnh `indicator list`, `indicator value`. */
import fs from 'node:fs'
import { type Day, dayOf, parseDay, showDay } from '../../kernel/day.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import { type Ctx, newId, scopeFor } from '../../platform/action.ts'
import type { Command, DatabaseIo } from '../../platform/command/command.ts'
import { wrongCall } from '../../platform/command/line.ts'
import { transact } from '../../platform/database/pool.ts'
import { type Measure, SPLITS, type Split } from '../../platform/measure.ts'
import { countLines, importFigures } from './actions/import-figures.ts'
import { readAll, readValue } from './reading.ts'
import type { ValueAsked } from './rules/reading.ts'
import { LINE_STATES } from './rules/series-rows.ts'
import { targetSentence } from './rules/target-words.ts'
import { formulaLine, listOut, readingLine, valueOut } from './rules/told.ts'
import { readSeries } from './series-file.ts'

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
  if (code === undefined || asOf === null || asOf === 'absent') return wrongCall(USAGE)
  if (known === null || hierarchy === null)
    return wrongCall('--known và --hierarchy cần một ngày có thật, ví dụ 30/06/2025; --hierarchy nhận cả reported.')
  const by = io.flags.by
  if (by !== undefined && (typeof by !== 'string' || !Object.hasOwn(SPLITS, by)))
    return wrongCall(`--by nhận một trong: ${Object.keys(SPLITS).join(', ')}.`)
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
      if (asOf === null) return wrongCall('--as-of cần một ngày có thật, ví dụ 31/12/2025.')
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
  {
    noun: 'indicator',
    verb: 'import',
    usage: 'TỆP [--dry-run] [--json]',
    help: 'Nhập số liệu chính thức từ tệp .xlsx, .xls, .csv; --dry-run: chỉ nói từng dòng là số mới, đã có hay khác nguồn khác',
    needs: 'database',
    run: async (io) => {
      const name = io.args[0]
      if (name === undefined) return wrongCall('Cần tên tệp, ví dụ: indicator import dan-so.xlsx --dry-run.')
      const file = readNamed(name)
      if (!file.ok) return file
      if (io.flags['dry-run'] === true) {
        const read = await readWhole(io, (ctx) => readSeries(ctx, file.value, dayOf(io.now)))
        if (!read.ok) return read
        io.print(read.value.map((l) => `dòng ${l.row}: ${LINE_STATES[l.state]}. ${l.why}`.trim()).join('\n'), {
          counts: countLines(read.value),
          lines: read.value,
        })
        return accept(read.value.length)
      }
      const done = await io.act(importFigures, { file: file.value })
      if (done.ok)
        io.print(
          `Đã ghi ${done.value.added} số liệu chính thức, ${done.value.conflicts} số khác nguồn khác.`,
          done.value,
        )
      return done
    },
  },
]

/** Reads with the scope of the whole system: a figure of the territory is not personal. */
const readWhole = <T>(io: DatabaseIo, work: (ctx: Ctx) => Promise<T>): Promise<T> =>
  transact(io.db, scopeFor(io.actor, true), (tx) => work({ tx, actor: io.actor, now: io.now, newId }))

function readNamed(name: string): Decision<{ name: string; mediaType: string; bytes: Uint8Array }> {
  try {
    return accept({ name, mediaType: 'application/octet-stream', bytes: fs.readFileSync(name) })
  } catch {
    return refuse('absent', 'series.file', `Không đọc được tệp ${name}. Kiểm tra lại đường dẫn.`)
  }
}
