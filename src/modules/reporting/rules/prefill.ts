/**
 * Điền sẵn: what is asked of the register for each cell, what may be taken of the answers, and which mark a figure bears. Pure.
 * A stock is counted on the cut-off day and at the end of the year, what arose from the first day of the duty to those days.
 */
import { addDays, type Day, day } from '../../../kernel/day.ts'
import { parseNumber, showNumber } from '../../../kernel/number.ts'
import type { Validity } from '../../../kernel/validity.ts'
import type { MeasureAnswer, MeasureAsked, Split } from '../../../platform/measure.ts'
import type { Answers } from '../words.ts'
import { FIELD } from './answers.ts'
import type { LastYear } from './checks.ts'
import { type Regime, type RegimeRow, rowsOf } from './regime.ts'
import type { Origin } from './source.ts'

/** Cột của biểu. */
export type Column = 'toDate' | 'wholeYear'

/** Số đếm được của một ô: as it was counted, kept as it was. Low and high null = not counted, `why` says so. */
export type Counted = {
  readonly origin: Exclude<Origin, 'go-tay'>
  readonly low: number | null
  readonly high: number | null
  readonly asOf: Day
  readonly source: string
  readonly notes: readonly string[]
  /** Address of the people behind it, for a reader with the right. */
  readonly href: string | null
  readonly why: string
}

/** Lần đếm: figures by field name, and how many people of the body the register holds, by column. */
export type Counting = {
  readonly at: Temporal.Instant
  readonly by: string
  readonly figures: Readonly<Record<string, Counted>>
  readonly register: Readonly<Record<Column, Counted | null>>
}

/** Khoảng ngày của một cột. */
export type Span = { readonly from: Day; readonly asOf: Day }

const earlier = (a: Day, b: Day): Day => (a < b ? a : b)

/** The spans of a year for a body that held the duty on some days of it. */
export function spansOf(year: number, cutOff: Day, part: Validity): Readonly<Record<Column, Span>> {
  const first = day(`${year}-01-01`)
  const end = day(`${year}-12-31`)
  const from = part.from > first ? part.from : first
  const last = part.to === null ? end : earlier(end, addDays(part.to, -1))
  return { toDate: { from, asOf: earlier(cutOff, last) }, wholeYear: { from, asOf: last } }
}

const COLUMNS: readonly { readonly of: Column; readonly field: (key: string) => string }[] = [
  { of: 'toDate', field: FIELD.toDate },
  { of: 'wholeYear', field: FIELD.wholeYear },
]

/** Ô số liệu: every figure cell that a body fills in, with its row and field name; what is computed is no such cell. */
export const cellsOf = (
  regime: Regime,
): readonly { readonly key: string; readonly row: RegimeRow; readonly column: Column; readonly field: string }[] =>
  rowsOf(regime).flatMap(({ key, row }) =>
    row.compute === undefined ? COLUMNS.map((c) => ({ key, row, column: c.of, field: c.field(key) })) : [],
  )

/** Dòng có nguồn: keys of the rows that are counted. */
export const sourcedRows = (regime: Regime): readonly string[] =>
  rowsOf(regime).flatMap(({ key, row }) => (row.source === undefined ? [] : [key]))

/** Share of the figure cells of a regime that the register or an indicator fills. */
export function sourcedShare(regime: Regime): number {
  const all = cellsOf(regime)
  const sourced = all.filter(({ row }) => row.source?.from === 'measure' || row.source?.from === 'indicator')
  return all.length === 0 ? 0 : sourced.length / all.length
}

type Fill = { readonly field: string; readonly keys: readonly string[] | null }

/** Câu hỏi cho một đại lượng, with the fields its answer fills. */
export type Question = { readonly code: string; readonly asked: MeasureAsked; readonly fills: readonly Fill[] }

/** Questions of the cells, alike ones asked once. `unit` = id of the body; with all below it. */
export function questionsOf(regime: Regime, spans: Readonly<Record<Column, Span>>, unit: string): readonly Question[] {
  const byQuestion = new Map<string, { code: string; asked: MeasureAsked; fills: Fill[] }>()
  const ask = (code: string, column: Column, where: MeasureAsked['where'], by: Split | null, fill: Fill) => {
    const asked: MeasureAsked = {
      ...spans[column],
      known: null,
      by: by === null ? [] : [by],
      outside: [],
      where: { ...where, 'co-quan': [unit] },
    }
    const name = JSON.stringify([code, asked])
    const same = byQuestion.get(name) ?? { code, asked, fills: [] as Fill[] }
    same.fills.push(fill)
    byQuestion.set(name, same)
  }
  for (const { row, column, field } of cellsOf(regime)) {
    if (row.source?.from !== 'measure') continue
    const { code, where, part } = row.source
    ask(code, column, where, part?.by ?? null, { field, keys: part?.keys ?? null })
  }
  for (const { of } of COLUMNS)
    if (regime.register) ask(regime.register.measure, of, {}, null, { field: registerField(of), keys: null })
  return [...byQuestion.values()]
}

/** What is not known of people who fall out of a split. */
const UNKNOWN: Readonly<Partial<Record<Split, string>>> = {
  sector: 'lĩnh vực',
  degree: 'trình độ',
  sex: 'giới tính',
  age: 'ngày sinh',
}

/** Name under which the number of people of the register stands among the answers. */
export const registerField = (column: Column): string => `ho-so.${column}`

/** The part of an answer that a cell asks for. Who is of unknown key may be of it: high counts them, low does not. */
export function figureOf(
  answer: MeasureAnswer,
  asked: MeasureAsked,
  keys: readonly string[] | null,
  href: string | null,
): Counted {
  const base = { origin: 'dem' as const, asOf: asked.asOf, notes: [], href: null }
  if (answer.state !== 'counted')
    return { ...base, low: null, high: null, source: '', why: answer.why.replace(/\.?$/, '.') }
  const split = asked.by[0]
  const own = answer.rows.filter((r) => keys === null || keys.includes(r.keys[0] ?? ''))
  const unknown = keys === null ? 0 : answer.rows.filter((r) => r.keys[0] === null).reduce((n, r) => n + r.high, 0)
  const notes = unknown > 0 && split !== undefined ? [`${unknown} người chưa rõ ${UNKNOWN[split] ?? split}.`] : []
  return {
    ...base,
    low: own.reduce((n, r) => n + r.low, 0),
    high: own.reduce((n, r) => n + r.high, 0) + unknown,
    source: answer.source,
    notes: [...answer.notes, ...notes],
    href,
    why: '',
  }
}

/** Số chuyển từ năm trước: only into the column to the cut-off, of what stands at a moment. */
export function carried(regime: Regime, lastYear: LastYear, spans: Readonly<Record<Column, Span>>, year: number) {
  return Object.fromEntries(
    cellsOf(regime).flatMap(({ key, row, column, field }): [string, Counted][] => {
      const before = lastYear[key] ?? null
      if (row.source?.from !== 'last-year' || column !== 'toDate' || before === null) return []
      const note = `Số ước của năm ${year - 1}; cộng, trừ biến động trong năm rồi mới dùng.`
      return [
        [
          field,
          {
            origin: 'nam-truoc',
            low: before,
            high: before,
            asOf: spans[column].asOf,
            source: `Báo cáo năm ${year - 1} của cơ quan`,
            notes: [note],
            href: null,
            why: '',
          },
        ],
      ]
    }),
  )
}

/** Số của một ô trước khi dùng: the figure when it may be taken, else why not. `floor` = there are certainly so many. */
export type Vouched = {
  readonly field: string
  readonly counted: Counted
  /** Null = not to be taken as it is. */
  readonly value: number | null
  readonly floor: number | null
  readonly caution: string
}

/**
 * What the register vouches for: a count that is one number, of a body most of whose people are in the register. What it cannot vouch
 * for is shown with its reason and never taken by itself.
 */
export function vouchedOf(regime: Regime, counting: Counting, answers: Answers, lastYear: LastYear): Vouched[] {
  return cellsOf(regime).flatMap(({ row, column, field }) => {
    const counted = counting.figures[field]
    if (!counted) return []
    const { low, high } = counted
    const floor = counted.origin === 'nam-truoc' ? null : low
    const no = (caution: string): Vouched => ({ field, counted, value: null, floor, caution })
    if (low === null || high === null) return [no(counted.why)]
    if (low !== high) return [no(`Từ ${showNumber(low)} đến ${showNumber(high)}. ${counted.notes.join(' ')}`.trim())]
    if (row.source?.from === 'measure') {
      const thin = thinRegister(regime, counting, answers, lastYear, column)
      if (thin !== null) return [no(thin)]
    }
    return [{ field, counted, value: low, floor, caution: '' }]
  })
}

/** Why the register holds too few people of the body to be believed; null = it holds enough. */
export function thinRegister(
  regime: Regime,
  counting: Pick<Counting, 'register'>,
  answers: Answers,
  lastYear: LastYear,
  column: Column,
): string | null {
  const { register } = regime
  if (!register) return null
  const held = counting.register[column]?.low ?? null
  const before = lastYear[register.total] ?? null
  const typed = parseNumber(answers[FIELD.toDate(register.total)] ?? '')
  const total = typed ?? before
  if (held === null) return counting.register[column]?.why ?? 'Chưa đếm được người của cơ quan trong hồ sơ.'
  if (held === 0) return 'Chưa có hồ sơ nào của người làm việc tại cơ quan.'
  if (total === null) return `Hồ sơ có ${showNumber(held)} người; nhập tổng số người để biết hồ sơ đã đủ chưa.`
  if (held < total * register.leastShare) return `Hồ sơ mới có ${showNumber(held)}/${showNumber(total)} người.`
  // A total written down to what the register holds would make any register look whole.
  const shrunk = typed !== null && before !== null && typed < before * (1 - regime.changeLimit)
  const explained = (answers[FIELD.explanation(register.total)] ?? '').trim() !== ''
  return shrunk && !explained
    ? `Tổng số ghi ${showNumber(typed)} người, năm trước ${showNumber(before)}: giải trình tổng số trước khi lấy số từ hồ sơ.`
    : null
}

/** Dấu nguồn of a typed figure; null while the cell is empty. The same figure as counted is counted, however it came there. */
export function originOf(typed: string | undefined, v: Vouched | undefined): Origin | null {
  const value = parseNumber(typed ?? '')
  if (value === null) return null
  return v !== undefined && v.value === value ? v.counted.origin : 'go-tay'
}

/** Ô được điền: field -> figure in writing. Typed cells stay as they are, unless they are to be replaced. */
export function takenOf(list: readonly Vouched[], answers: Answers, replace: boolean): Answers {
  return Object.fromEntries(
    list.flatMap((v) => {
      const typed = (answers[v.field] ?? '').trim()
      if (v.value === null || (typed !== '' && (!replace || parseNumber(typed) === v.value))) return []
      if (typed !== '' && v.counted.origin === 'nam-truoc') return []
      return [[v.field, showNumber(v.value, 3)]]
    }),
  )
}
