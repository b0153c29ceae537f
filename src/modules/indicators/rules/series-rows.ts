/** Dòng của tệp số liệu chính thức: what each line says, told as official figures, or why it cannot be taken. */
import { type Day, parseDay, showDay } from '../../../kernel/day.ts'
import { parseNumber, showNumber } from '../../../kernel/number.ts'
import { accept, type Decision, refuse } from '../../../kernel/result.ts'
import { fold } from '../../../kernel/text.ts'
import { type OfficialFigure, QUANTITIES, type Quantity } from '../words.ts'
import { againstFigure, sameTerritory } from './official-figures.ts'
import { readUnit, sameUnit } from './units.ts'

/** Cột của tệp. */
export type SeriesColumn = 'quantity' | 'territory' | 'period' | 'value' | 'unit' | 'source' | 'published' | 'note'

const HEADERS: Readonly<Record<SeriesColumn, readonly string[]>> = {
  quantity: ['quantity', 'dai luong', 'chi tieu', 'so lieu cua'],
  territory: ['territory', 'dia ban', 'don vi', 'ma don vi'],
  period: ['period', 'ky', 'thoi diem', 'nam', 'ngay'],
  value: ['value', 'gia tri', 'so lieu', 'con so'],
  unit: ['unit', 'don vi tinh'],
  source: ['source', 'nguon'],
  published: ['published', 'ngay cong bo', 'cong bo'],
  note: ['note', 'ghi chu'],
}

const REQUIRED: readonly SeriesColumn[] = ['quantity', 'territory', 'period', 'value', 'unit', 'source']

/** Which column is which, by the words of the header. Refuses a header without one that is needed. */
export function readHeader(cells: readonly string[]): Decision<ReadonlyMap<SeriesColumn, number>> {
  const found = new Map<SeriesColumn, number>()
  for (const [name, words] of Object.entries(HEADERS) as [SeriesColumn, readonly string[]][]) {
    const at = cells.findIndex((c) => words.includes(fold(c).trim()))
    if (at >= 0) found.set(name, at)
  }
  const missing = REQUIRED.filter((c) => !found.has(c)).map((c) => COLUMN_LABELS[c])
  if (missing.length === 0) return accept(found)
  return refuse(
    'invalid',
    'series.header',
    `Dòng đầu của tệp thiếu cột: ${missing.join(', ')}. Tệp cần các cột: ${Object.values(COLUMN_LABELS).join(', ')}.`,
  )
}

/** Cột, as the file should call them. */
export const COLUMN_LABELS: Readonly<Record<SeriesColumn, string>> = {
  quantity: 'đại lượng',
  territory: 'địa bàn',
  period: 'kỳ',
  value: 'giá trị',
  unit: 'đơn vị tính',
  source: 'nguồn',
  published: 'ngày công bố',
  note: 'ghi chú',
}

/** Một dòng như tệp viết. */
export type RawRow = { readonly row: number; readonly cells: Readonly<Partial<Record<SeriesColumn, string>>> }

/** Đơn vị hành chính mà một tên chỉ tới. */
export type NamedPlace =
  | { readonly kind: 'unit'; readonly unitId: string; readonly name: string }
  | { readonly kind: 'outside' }
  | { readonly kind: 'not-then'; readonly from: Day; readonly to: Day | null; readonly name: string }
  | { readonly kind: 'many'; readonly codes: readonly string[] }

/** Kết quả của một dòng. */
export type SeriesLine = {
  readonly row: number
  readonly state: 'new' | 'same' | 'conflict' | 'correction' | 'refused'
  readonly figure: (OfficialFigure & { readonly published: Day | null; readonly unitId: string | null }) | null
  /** What other sources say about the same time; of a correction what the same source said before. */
  readonly against: readonly OfficialFigure[]
  readonly why: string
}

/** Kết quả của một dòng, in words of the screen. Nguồn: Luật Thống kê 2015 (nguồn và thời điểm của số liệu). */
export const LINE_STATES: Readonly<Record<SeriesLine['state'], string>> = {
  new: 'Số mới',
  same: 'Đã có',
  conflict: 'Khác nguồn khác',
  correction: 'Nguồn sửa lại',
  refused: 'Chưa nhận được',
}

/** What a line is read against. */
export type Against = {
  readonly today: Day
  readonly known: readonly OfficialFigure[]
  readonly placeOf: (name: string, day: Day) => NamedPlace
}

/** What a line says, against what is known. */
export function readLine(raw: RawRow, a: Against): SeriesLine {
  const read = figureOf(raw, a)
  if (!read.ok) return { row: raw.row, state: 'refused', figure: null, against: [], why: read.message }
  const figure = read.value
  const own = a.known.find(
    (f) =>
      f.quantity === figure.quantity &&
      f.asOf === figure.asOf &&
      f.source === figure.source &&
      sameTerritory(f.territory, figure.territory),
  )
  if (own !== undefined && own.value === figure.value)
    return { row: raw.row, state: 'same', figure, against: [], why: '' }
  if (own !== undefined)
    return {
      row: raw.row,
      state: 'correction',
      figure,
      against: [own],
      why: `Nguồn này trước đây nêu ${showNumber(own.value, 2)}.`,
    }
  const against = againstFigure(a.known, figure)
  const words = against.map((f) => `${showNumber(f.value, 2)} (${showDay(f.asOf)}, ${f.source})`).join('; ')
  return against.length === 0
    ? { row: raw.row, state: 'new', figure, against, why: '' }
    : { row: raw.row, state: 'conflict', figure, against, why: `Nguồn khác nêu ${words}. Giữ cả hai.` }
}

const bad = (message: string): Decision<never> => refuse('invalid', 'series.row', message)

function figureOf({ cells }: RawRow, a: Against): Decision<NonNullable<SeriesLine['figure']>> {
  const quantity = quantityOf(cells.quantity ?? '')
  if (quantity === null) {
    const known = Object.values(QUANTITIES).map((q) => q.label.toLowerCase())
    return bad(`Chưa biết đại lượng «${cells.quantity ?? ''}». Dùng một trong: ${known.join(', ')}.`)
  }
  const period = periodOf(cells.period ?? '')
  if (period === null)
    return bad(`Kỳ «${cells.period ?? ''}» không đọc được. Viết ngày (31/12/2025), năm (2025) hoặc quý (quý 3/2025).`)
  if (period.asOf > a.today) return bad(`Kỳ «${cells.period ?? ''}» chưa tới (hôm nay là ${showDay(a.today)}).`)
  const value = amountOf(cells.value ?? '', cells.unit ?? '', QUANTITIES[quantity])
  if (!value.ok) return value
  const source = (cells.source ?? '').trim()
  if (source === '') return bad('Dòng này chưa có nguồn. Ghi tên văn bản hoặc trang công bố, ngày.')
  const place = placed(cells.territory ?? '', period.asOf, a)
  if (!place.ok) return place
  const published = (cells.published ?? '').trim() === '' ? null : parseDay(cells.published ?? '')
  if (published === null && (cells.published ?? '').trim() !== '')
    return bad(`Ngày công bố «${cells.published ?? ''}» không phải ngày có thật.`)
  return accept({
    quantity,
    ...place.value,
    ...period,
    ...value.value,
    source,
    status: 'seen',
    note: (cells.note ?? '').trim(),
    published,
  })
}

function quantityOf(words: string): Quantity | null {
  const wanted = fold(words).trim()
  const all = Object.entries(QUANTITIES) as [Quantity, { label: string }][]
  return all.find(([code, q]) => code === wanted || fold(q.label) === wanted)?.[0] ?? null
}

/** The day a period speaks of: itself, or its last day. */
export function periodOf(words: string): { asOf: Day; period: string } | null {
  const text = words.trim()
  const exact = parseDay(text)
  if (exact !== null) return { asOf: exact, period: `ngày ${showDay(exact)}` }
  const t = fold(text)
  const year = /^(?:(binh quan )?nam )?(\d{4})$/.exec(t)
  if (year)
    return { asOf: `${year[2]}-12-31` as Day, period: `${year[1] === undefined ? '' : 'bình quân '}năm ${year[2]}` }
  const quarter = /^quy ([1-4]|i{1,3}|iv)[/ -]+(?:nam )?(\d{4})$/.exec(t)
  if (quarter) {
    const no = { i: 1, ii: 2, iii: 3, iv: 4 }[quarter[1] ?? ''] ?? Number(quarter[1])
    return {
      asOf: `${quarter[2]}-${['03-31', '06-30', '09-30', '12-31'][no - 1]}` as Day,
      period: `quý ${no}/${quarter[2]}`,
    }
  }
  const half = /^(6|9) thang (?:dau nam )?(?:nam )?(\d{4})$/.exec(t)
  return half === null
    ? null
    : { asOf: `${half[2]}-${half[1] === '6' ? '06' : '09'}-30` as Day, period: `${half[1]} tháng năm ${half[2]}` }
}

const TIMES_UNIT: readonly (readonly [RegExp, number])[] = [
  [/^(nghin|ngan|1\.?000) /, 1000],
  [/^trieu /, 1_000_000],
]

function amountOf(
  words: string,
  unitWords: string,
  q: { label: string; unit: string },
): Decision<{ value: number; estimate: boolean }> {
  const text = words.trim()
  const estimate = /^(khoảng|gần|trên|hơn|~)\s*/i.test(text)
  const value = parseNumber(text.replace(/^(khoảng|gần|trên|hơn|~)\s*/i, '').replace(/%$/, ''))
  if (value === null) return bad(`Giá trị «${words}» không phải một số.`)
  if (value < 0) return bad(`Giá trị «${words}» nhỏ hơn 0.`)
  const scale = TIMES_UNIT.find(([form]) => form.test(fold(unitWords).trim()))
  const bare = scale === undefined ? unitWords.trim() : unitWords.trim().split(/\s+/).slice(1).join(' ')
  const [given, needed] = [readUnit(bare), readUnit(q.unit)]
  if (given === null || needed === null || !sameUnit(given, needed))
    return bad(
      `Đơn vị tính của ${q.label.toLowerCase()} là ${q.unit}, dòng này ghi «${unitWords}». Sửa đơn vị tính hoặc đại lượng.`,
    )
  const total = value * (scale?.[1] ?? 1)
  return q.unit === '%' && total > 100
    ? bad(`Tỷ lệ không thể lớn hơn 100%, dòng này ghi ${words}.`)
    : accept({ value: total, estimate })
}

function placed(name: string, day: Day, a: Against): Decision<{ territory: string; unitId: string | null }> {
  const text = name.trim().replace(/\s+/g, ' ')
  if (text === '') return bad('Dòng này chưa có địa bàn.')
  const place = a.placeOf(text, day)
  if (place.kind === 'unit') return accept({ territory: place.name, unitId: place.unitId })
  if (place.kind === 'outside') return accept({ territory: text, unitId: null })
  if (place.kind === 'many')
    return bad(
      `Ngày ${showDay(day)} có ${place.codes.length} đơn vị tên «${text}». Ghi mã thay cho tên: ${place.codes.join(', ')}.`,
    )
  const then = day < place.from ? `chỉ có từ ngày ${showDay(place.from)}` : `đã kết thúc ngày ${showDay(place.to)}`
  return bad(
    `Ngày ${showDay(day)} không có «${text}»: đơn vị này ${then}. Ghi đơn vị có vào ngày ấy, sửa kỳ của số liệu, hoặc ghi «${place.name} (cũ)» khi con số nói về địa bàn trước đây.`,
  )
}
