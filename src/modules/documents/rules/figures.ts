/**
 * Con số: the figures of a sentence that can be the value of a goal: number, unit, comparison. Figures that only look
 * like values are kept out by `traps.ts`.
 */
import { parseNumber } from '../../../kernel/number.ts'
import type { Comparator, Measure } from '../words.ts'
import { AFTER, BEFORE, everyMatch, phrase, type Shape } from './phrase.ts'
import { trapsIn } from './traps.ts'
import { BARE_RATE, isKnownUnit, nounIn, UNIT } from './units.ts'

/** Một con số in a sentence; `start`, `end` cover comparison, number, unit and the bound after it. */
export type Figure = {
  readonly start: number
  readonly end: number
  /** Where the number itself begins. */
  readonly at: number
  readonly value: number
  readonly valueHigh: number | null
  /** Empty for an index, a coefficient: "HDI đạt trên 0,72". */
  readonly unit: string
  /** True when no noun of the table stands after the number: the unit is the next word, whatever it is. */
  readonly unitGuessed: boolean
  readonly comparator: Comparator
  readonly rawComparator: string | null
  readonly strict: boolean
  readonly measure: Measure
}

const N = '(?:\\d{1,3}(?:\\.\\d{3})+(?:,\\d+)?|\\d+(?:[.,]\\d+)?)'

/** Chỉ số, hệ số: what is measured without a unit. */
const INDEX = 'chỉ số|hệ số|tỷ số|HDI|GINI|PCI|PAPI|PAR INDEX|SIPAS|tỷ suất sinh'

/** Number forms: one number, or two with a dash or "đến", then the unit; the unit may stand after both numbers. */
export const NUMBER_FORMS: readonly Shape[] = [
  {
    id: 'T7',
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}.,/])(${N})(${UNIT})?(?:\\s*[-–—]\\s*|\\s+(?:đ[êếề]n|tới)\\s+)(${N})(${UNIT})`,
      'giu',
    ),
    example: 'có 25- 35% cán bộ',
  },
  {
    id: 'T23',
    pattern: new RegExp(`(?<![\\p{L}\\p{N}.,/])(${N})(${BARE_RATE})`, 'giu'),
    example: 'giảm còn không quá 42/100.000 trẻ đẻ sống',
  },
  {
    id: 'T23s',
    pattern: /(?<![\p{L}\p{N}.,/])(1\d{2}(?:,\d+)?)(\s*\/\s*100)(?=\s*(?:[.,;)]|$)|\s+(?:vào|đến|năm|trong)\s)/giu,
    example: 'tỷ số giới tính khi sinh không quá 112/100',
  },
  {
    id: 'T28f',
    pattern: new RegExp(`(?<![\\p{L}\\p{N}.,/])(\\d{1,3})\\s*/\\s*\\d{1,3}(${UNIT})`, 'giu'),
    example: 'đứng thứ 15/34 tỉnh, thành phố',
  },
  {
    id: 'T28b',
    pattern:
      /(?<=(?:xếp|đứng|giữ)\s+(?:thứ\s+hạng|thứ|hạng|vị\s+trí(?:\s+thứ)?)\s+|(?:thứ\s+hạng|vị\s+trí\s+thứ|tốp|top|nhóm)\s+)(\d{1,3})(?=\s*(?:[.,;)]|$)|\s+(?:toàn|cả|trong|về|của|trở|khu|vùng|các|cấp|quốc|vào|đến)\s)/giu,
    example: 'Chỉ số PCI trong tốp 15 cả nước',
  },
  { id: 'T22', pattern: new RegExp(`(?<![\\p{L}\\p{N}.,/])(${N})(${UNIT})`, 'giu'), example: 'lên trên 85.000 người' },
  {
    id: 'unit-before',
    pattern: new RegExp(
      `\\((?<unit>%|‰|[\\p{L}/]{1,20}(?:\\s[\\p{L}/.\\d]{1,12}){0,3})\\)\\s*[:\\-–]\\s*(?:(?:đạt|là|≥|≤|>|<|từ|trên|dưới|khoảng|tối\\s+thiểu|tối\\s+đa)\\s*)?(${N})(?=\\s*(?:[.;]?\\s*$|;))`,
      'giu',
    ),
    example: 'Tỷ lệ hộ nghèo (%): dưới 2,5',
  },
  {
    id: 'T21',
    pattern: new RegExp(
      `(?=\\d)(?<=${BEFORE}(?:tổng\\s+số|số\\s+lượng|số)\\s(?<counted>[^;:.,]{2,90})\\s(?:đạt|lên|là|còn|xuống|có)\\s+(?:(?:trên|dưới|khoảng|ít nhất|tối thiểu|không quá|thành|tới)\\s+)?)(${N})(?=\\s*(?:[.,;](?!\\d)|$|\\((?!\\d)|(?:vào|đến|trong|trở)${AFTER}))`,
      'giu',
    ),
    example: 'nâng tổng số hợp tác xã toàn tỉnh lên 295',
  },
  {
    id: 'index',
    pattern: new RegExp(
      `(?=\\d)(?<=(?:${INDEX})[^;.\\d]{0,80}(?:đạt|là|mức|xuống|lên|còn|bằng|dưới|trên|hơn|tối thiểu|tối đa|khoảng|từ|không quá|ít nhất|[:≥≤<>])\\s*)(${N})(?=\\s*(?:[.,;)](?!\\d)|$|(?:vào|đến|trong|năm|trở|so với|và)${AFTER}|\\())`,
      'giu',
    ),
    example: 'Chỉ số phát triển con người (HDI) đạt trên 0,72',
  },
]

/** Comparison words before the number. */
export const BEFORE_NUMBER: readonly (Shape & { readonly comparator: Comparator; readonly strict: boolean })[] = [
  {
    id: 'T5',
    pattern: /không\s+(?:dưới|thấp\s+hơn|ít\s+hơn)$/iu,
    comparator: '>=',
    strict: false,
    example: 'duy trì tỷ lệ không dưới',
  },
  {
    id: 'T10',
    pattern: /(?:không\s+(?:quá|vượt(?:\s+quá)?|cao\s+hơn|nhiều\s+hơn)|tối\s+đa|cao\s+nhất)$/iu,
    comparator: '<=',
    strict: false,
    example: 'tỷ lệ không quá',
  },
  { id: 'T3', pattern: /tối\s+thi[êểếề]u$/iu, comparator: '>=', strict: false, example: 'đạt tối thiểu' },
  { id: 'T4', pattern: /(?:ít\s+nhất|thấp\s+nhất)$/iu, comparator: '>=', strict: false, example: 'có ít nhất' },
  { id: 'T27a', pattern: /(?:≥|>=)$/u, comparator: '>=', strict: false, example: 'tỷ lệ ≥' },
  { id: 'T27b', pattern: /(?:≤|<=)$/u, comparator: '<=', strict: false, example: 'tỷ lệ ≤' },
  { id: 'T27c', pattern: />$/u, comparator: '>=', strict: true, example: 'tỷ lệ >' },
  { id: 'T27d', pattern: /<$/u, comparator: '<=', strict: true, example: 'tỷ lệ <' },
  { id: 'T2', pattern: phraseEnd('trên|hơn|vượt'), comparator: '>=', strict: true, example: 'đạt trên' },
  { id: 'T9', pattern: phraseEnd('dưới'), comparator: '<=', strict: true, example: 'giảm xuống dưới' },
  {
    id: 'T8',
    pattern: phraseEnd('khoảng|kho[aả]ng|xấp xỉ|gần|ước|ước đạt|dự kiến'),
    comparator: '~',
    strict: false,
    example: 'Đạt tỷ lệ khoảng',
  },
]

/** Bounds after the number and its unit. */
export const AFTER_NUMBER: readonly (Shape & { readonly comparator: Comparator })[] = [
  {
    id: 'T6',
    pattern: /^(?:\s+[\p{L}/%-]+){0,7}\s*trở\s+lên/iu,
    comparator: '>=',
    example: ' trở lên so với tổng số tuyển dụng mới',
  },
  { id: 'T6b', pattern: /^(?:\s+[\p{L}/%-]+){0,7}\s*trở\s+xuống/iu, comparator: '<=', example: ' trở xuống' },
]

/** Words that make the figure a change or a rank instead of a level. */
export const MEASURES: readonly (Shape & { readonly measure: Measure })[] = [
  {
    id: 'T17',
    pattern: phrase('giảm(?! (?:xuống|còn))(?: (?:bình quân|ít nhất|tối thiểu|trên|khoảng|thêm|từ))*$'),
    measure: 'decrease',
    example: 'giảm ít nhất',
  },
  {
    id: 'T17o',
    pattern: phrase(
      'giảm (?!xuống|còn|tỷ lệ|tỉ lệ)(?:(?!xuống|còn|đạt|lên|là)[^;.:\\d]){2,90}?(?: (?:ít nhất|tối thiểu|trên|khoảng|thêm|từ))*$',
    ),
    measure: 'decrease',
    example: 'giảm lượng tiêu thụ xăng, dầu trong giao thông vận tải',
  },
  {
    id: 'T18t',
    pattern: phrase('tăng thêm(?: (?:ít nhất|tối thiểu|trên|khoảng|từ))*$'),
    measure: 'increase',
    example: 'doanh thu tăng thêm',
  },
  {
    id: 'T18n',
    pattern: phrase('(?:thêm|mới|thêm mới|tuyển mới|đào tạo mới)(?: (?:ít nhất|tối thiểu|trên|khoảng|từ|cho|được))*$'),
    measure: 'increment',
    example: 'thành lập thêm',
  },
  {
    id: 'T18r',
    pattern: phrase('(?:tốc độ|mức|nhịp độ) tăng(?: trưởng)?(?: [^;.\\d]{0,100})?$'),
    measure: 'increase',
    example: 'Tốc độ tăng trưởng bình quân đạt',
  },
  {
    id: 'T18',
    pattern: phrase('tăng(?! lên)(?: (?:bình quân|ít nhất|tối thiểu|trên|khoảng|từ))*$'),
    measure: 'increase',
    example: 'tăng bình quân',
  },
  {
    id: 'T28',
    pattern: phrase(
      '(?:xếp hạng|thứ hạng|xếp thứ|đứng thứ|thứ|nhóm|tốp|top|vị trí)(?: (?:ít nhất|tối thiểu|trên|khoảng|từ|trong|thuộc|ở|đạt|vào|thứ|hạng))*$',
    ),
    measure: 'rank',
    example: 'xếp thứ',
  },
]

/** Words allowed between a comparison and its number: "tối thiểu đạt 80%", "khoảng từ 10%". */
const LINK = /\s*(?:đạt|có|là|bằng|được|từ|ở\s+mức|mức|thêm)?\s*$/iu

function phraseEnd(source: string): RegExp {
  return new RegExp(`${BEFORE}(?:${source.replaceAll(' ', '\\s+')})$`, 'iu')
}

type Bound = { comparator: Comparator; raw: string | null; strict: boolean; start: number; end: number }

/** How far before and after a number its comparison is looked for. */
const REACH = 80

/** "90% công chức có trình độ đại học trở lên": the grade goes up, not the share. */
const OF_GRADE =
  /\s(?:trình\s+độ|có\s+bằng|chứng\s+chỉ|xếp\s+loại|loại|xếp\s+hạng|hạng|mức|cấp(?:\s+độ)?|bậc|đạt|(?:sơ|trung)\s+cấp|cao\s+đẳng|đại\s+học|thạc\s+s[ĩỹ]|tiến\s+s[ĩỹ]|khá|tốt|giỏi|trung\s+bình|phó\s+\p{L}+|từ)(?=\s)/iu
const OPENS = /(?:^|\s)(từ)$/iu

/** The comparison around a number that stands at `[from, to)`. */
function boundAround(text: string, from: number, to: number): Bound {
  const base = Math.max(0, from - REACH)
  const left = text.slice(base, from).trimEnd()
  const opens = OPENS.test(left)
  const start = opens ? base + left.length - 2 : from
  const right = text.slice(to, to + REACH)
  for (const s of AFTER_NUMBER) {
    const m = s.pattern.exec(right)
    if (!m || (!opens && OF_GRADE.test(m[0]))) continue
    const raw = `${opens ? 'từ … ' : ''}${m[0].trim()}`
    return { comparator: s.comparator, raw, strict: false, start, end: to + m[0].length }
  }
  for (const spot of [left, left.replace(LINK, '')]) {
    for (const s of BEFORE_NUMBER) {
      const m = s.pattern.exec(spot)
      if (m) return { comparator: s.comparator, raw: m[0].trim(), strict: s.strict, start: base + m.index, end: to }
    }
  }
  return { comparator: '=', raw: null, strict: false, start, end: to }
}

const tidyUnit = (unit: string): string =>
  unit
    .replace(/\s+/gu, ' ')
    .replace(/\s*\/\s*/gu, '/')
    .replace('phần trăm', '%')
    .trim()

/** A share "cut" without a level to come down to is a decrease; a count is what is left. */
const OF_SHARES = new Set(['T17o', 'T18t', 'T18r'])

function measureOf(text: string, start: number, unit: string): Measure {
  const left = text.slice(Math.max(0, start - 120), start).trimEnd()
  const share = /^[%‰]/u.test(unit)
  return MEASURES.find((m) => (share || !OF_SHARES.has(m.id)) && m.pattern.test(left))?.measure ?? 'level'
}

/** "Trong nhóm 10 địa phương dẫn đầu", "xếp hạng trong 20/63 tỉnh": any of the first places meets it. */
const isGroup = (text: string, start: number): boolean =>
  /(?:nhóm|tốp|top|(?:hạng|thứ|vị\s+trí)\s+(?:trong|thuộc))\s*$/iu.test(text.slice(Math.max(0, start - 30), start))

/** "Thuộc 10 tỉnh, thành phố dẫn đầu", "nằm trong 15/34 tỉnh": a place in a ranking without the word. */
const LEADING =
  /^\d{1,3}(?:\s*\/\s*\d{1,3}\s+(?:tỉnh|thành\s+phố|địa\s+phương|đơn\s+vị)|\s+(?:tỉnh|thành\s+phố|địa\s+phương|đơn\s+vị|quốc\s+gia)[^;.\d]{0,60}(?:dẫn\s+đầu|đứng\s+đầu|hàng\s+đầu|cao\s+nhất|tốt\s+nhất))/iu
const isAmongFirst = (text: string, start: number, at: number): boolean =>
  /(?:thuộc|trong|vào)\s*$/iu.test(text.slice(Math.max(0, start - 30), start)) && LEADING.test(text.slice(at, at + 120))

type Found = { at: number; end: number; low: string; high: string | null; unit: string }

function numbersIn(text: string): Found[] {
  const found: Found[] = []
  const spans: Uint8Array = new Uint8Array(text.length)
  const taken = (at: number, end: number) => spans[at] === 1 || spans[end - 1] === 1
  for (const [index, form] of NUMBER_FORMS.entries()) {
    for (const m of everyMatch(form.pattern, text)) {
      const end = m.index + m[0].length
      const named = m.groups?.['unit']
      const at = named === undefined ? m.index : end - (m[2] ?? '').length
      if (taken(at, end)) continue
      spans.fill(1, at, end)
      const range = index === 0
      const counted = m.groups?.['counted']
      const low = named === undefined && counted === undefined ? m[1] : m[2]
      const unit = named ?? (counted !== undefined ? nounIn(counted) : range ? m[4] : m[2])
      found.push({ at, end, low: low ?? '', high: range ? (m[3] ?? '') : null, unit: unit ?? '' })
    }
  }
  return found.sort((a, b) => a.at - b.at)
}

/** The figures of a sentence that can be values of goals, in order. */
export function figuresIn(text: string): Figure[] {
  const trapped = new Uint8Array(text.length)
  for (const t of trapsIn(text)) trapped.fill(1, t.start, t.end)
  const figures: Figure[] = []
  for (const f of numbersIn(text)) {
    if (trapped[f.at] === 1) continue
    const value = parseNumber(f.low)
    const high = f.high === null ? null : parseNumber(f.high)
    if (value === null || (f.high !== null && high === null)) continue
    const bound = boundAround(text, f.at, f.end)
    const among = isAmongFirst(text, bound.start, f.at)
    const measure = among ? 'rank' : measureOf(text, bound.start, tidyUnit(f.unit))
    const first = among || isGroup(text, bound.start)
    // "Xếp thứ 20 trở lên": that place or a better one.
    const better = measure === 'rank' && bound.comparator === '>='
    figures.push({
      start: bound.start,
      end: bound.end,
      at: f.at,
      value,
      valueHigh: high,
      unit: tidyUnit(f.unit),
      unitGuessed: !isKnownUnit(tidyUnit(f.unit)),
      comparator: high !== null ? 'range' : first || better ? '<=' : bound.comparator,
      rawComparator: bound.raw,
      strict: bound.strict,
      measure,
    })
  }
  return figures
}
