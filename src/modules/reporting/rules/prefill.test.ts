/** Điền sẵn: hỏi gì, lấy được gì, dấu nguồn nào. */
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { showNumber } from '../../../kernel/number.ts'
import type { MeasureAnswer, MeasureAsked } from '../../../platform/measure.ts'
import { LAST_YEAR, REGIME } from '../fixtures.ts'
import type { Answers } from '../words.ts'
import { FIELD } from './answers.ts'
import {
  type Counted,
  type Counting,
  carried,
  cellsOf,
  figureOf,
  originOf,
  questionsOf,
  sourcedShare,
  spansOf,
  takenOf,
  thinRegister,
  vouchedOf,
} from './prefill.ts'

const YEAR = { from: day('2026-01-01'), to: day('2027-01-01') }
const SPANS = spansOf(2026, day('2026-11-15'), YEAR)
const counted = (low: number | null, high = low, more: Partial<Counted> = {}): Counted => ({
  origin: 'dem',
  low,
  high,
  asOf: day('2026-11-15'),
  source: 'Hồ sơ trí thức',
  notes: [],
  href: null,
  why: low === null ? 'Chưa có hồ sơ nào.' : '',
  ...more,
})
const counting = (figures: Record<string, Counted>, held: number | null = 60): Counting => ({
  at: Temporal.Instant.from('2026-11-23T03:00:00Z'),
  by: 'Phạm Thị Hoa',
  figures,
  register: { toDate: counted(held), wholeYear: counted(held) },
})
const DOCTORS = FIELD.toDate('bieu-2.tien-si')
const TOTAL = FIELD.toDate('bieu-2.tong-so')

test('ít nhất 70% ô số liệu của báo cáo năm theo Kế hoạch lấy từ hồ sơ và chỉ tiêu', () => {
  expect(sourcedShare(REGIME)).toBeGreaterThanOrEqual(0.7)
})

test.each<[string, { from: string; to: string | null }, [string, string], [string, string]]>([
  ['cả năm', { from: '2024-04-22', to: null }, ['2026-01-01', '2026-11-15'], ['2026-01-01', '2026-12-31']],
  [
    'cơ quan kết thúc ngày 30/06',
    { from: '2026-01-01', to: '2026-07-01' },
    ['2026-01-01', '2026-06-30'],
    ['2026-01-01', '2026-06-30'],
  ],
  [
    'cơ quan kế thừa từ 01/07',
    { from: '2026-07-01', to: '2027-01-01' },
    ['2026-07-01', '2026-11-15'],
    ['2026-07-01', '2026-12-31'],
  ],
  [
    'kết thúc sau ngày chốt',
    { from: '2026-01-01', to: '2026-12-01' },
    ['2026-01-01', '2026-11-15'],
    ['2026-01-01', '2026-11-30'],
  ],
])('khoảng ngày: %s', (_, part, toDate, wholeYear) => {
  const spans = spansOf(2026, day('2026-11-15'), { from: day(part.from), to: part.to === null ? null : day(part.to) })
  expect([spans.toDate.from, spans.toDate.asOf]).toEqual(toDate)
  expect([spans.wholeYear.from, spans.wholeYear.asOf]).toEqual(wholeYear)
})

test('câu hỏi giống nhau chỉ hỏi một lần, và chỉ hỏi về cơ quan báo cáo', () => {
  const list = questionsOf(REGIME, SPANS, 'co-quan-1')
  const byDegree = list.filter((q) => q.asked.by[0] === 'degree')
  expect(byDegree.map((q) => q.fills.map((f) => f.field.split('.')[1]))).toEqual([
    ['tien-si', 'thac-si', 'dai-hoc'],
    ['tien-si', 'thac-si', 'dai-hoc'],
  ])
  expect(list.every((q) => q.asked.where['co-quan']?.join() === 'co-quan-1')).toBe(true)
  expect(new Set(list.map((q) => JSON.stringify([q.code, q.asked]))).size).toBe(list.length)
})

describe('số của một ô', () => {
  const asked: MeasureAsked = { ...SPANS.toDate, known: null, by: ['degree'], outside: [], where: {} }
  const answer = (rows: [string | null, number][]): MeasureAnswer => ({
    state: 'counted',
    rows: rows.map(([k, n]) => ({ keys: [k], low: n, high: n })),
    dataOf: asked.asOf,
    source: 'Hồ sơ trí thức',
    notes: [],
  })
  test('người chưa rõ trình độ làm con số thành khoảng', () => {
    const f = figureOf(
      answer([
        ['8', 12],
        ['7', 30],
        [null, 3],
      ]),
      asked,
      ['8'],
      '/tri-thuc',
    )
    expect([f.low, f.high, f.notes]).toEqual([12, 15, ['3 người chưa rõ trình độ.']])
  })
  test('không có dòng nào của khóa là 0 khi mọi người đều rõ', () => {
    const f = figureOf(answer([['7', 30]]), asked, ['8'], null)
    expect([f.low, f.high]).toEqual([0, 0])
  })
  test('chưa có nguồn thì không phải 0', () => {
    const f = figureOf({ state: 'no-source', who: 'Sở', why: 'Chưa có hồ sơ nào' }, asked, ['8'], null)
    expect([f.low, f.high, f.why]).toEqual([null, null, 'Chưa có hồ sơ nào.'])
  })
})

describe('tin được tới đâu', () => {
  const of = (held: number | null, answers: Answers = {}, lastYear = {}) =>
    thinRegister(REGIME, counting({}, held), answers, lastYear, 'toDate')
  test.each<[string, number | null, Answers, Record<string, number>, string | null]>([
    ['đủ người', 60, { [TOTAL]: '60' }, {}, null],
    ['đúng chín phần mười', 54, { [TOTAL]: '60' }, {}, null],
    ['dưới chín phần mười', 53, { [TOTAL]: '60' }, {}, 'Hồ sơ mới có 53/60 người.'],
    ['so với năm trước khi chưa gõ', 53, {}, { 'bieu-2.tong-so': 60 }, 'Hồ sơ mới có 53/60 người.'],
    ['chưa biết tổng số', 53, {}, {}, 'Hồ sơ có 53 người; nhập tổng số người để biết hồ sơ đã đủ chưa.'],
    [
      'tổng số ghi thấp hẳn năm trước, chưa giải trình',
      60,
      { [TOTAL]: '60' },
      { 'bieu-2.tong-so': 200 },
      'Tổng số ghi 60 người, năm trước 200: giải trình tổng số trước khi lấy số từ hồ sơ.',
    ],
    [
      'tổng số thấp hẳn năm trước, đã giải trình',
      60,
      { [TOTAL]: '60', [FIELD.explanation('bieu-2.tong-so')]: 'Chuyển hai đơn vị sang sở khác.' },
      { 'bieu-2.tong-so': 200 },
      null,
    ],
    ['không có ai', 0, { [TOTAL]: '60' }, {}, 'Chưa có hồ sơ nào của người làm việc tại cơ quan.'],
    ['không đếm được', null, { [TOTAL]: '60' }, {}, 'Chưa có hồ sơ nào.'],
  ])('%s', (_, held, answers, lastYear, caution) => {
    expect(of(held, answers, lastYear)).toBe(caution)
  })
  test('số là một khoảng thì không lấy, nêu khoảng', () => {
    const [v] = vouchedOf(
      REGIME,
      counting({ [DOCTORS]: counted(12, 15, { notes: ['3 người chưa rõ trình độ.'] }) }),
      { [TOTAL]: '60' },
      {},
    )
    expect([v?.value, v?.floor, v?.caution]).toEqual([null, 12, 'Từ 12 đến 15. 3 người chưa rõ trình độ.'])
  })
})

describe('điền', () => {
  const full = counting({
    [DOCTORS]: counted(12),
    [TOTAL]: counted(58, 58, { origin: 'nam-truoc' }),
    [FIELD.toDate('bieu-2.nu')]: counted(20, 25),
  })
  const list = (answers: Answers) => vouchedOf(REGIME, full, answers, { 'bieu-2.tong-so': 58 })
  test('chỉ ô trống, và chỉ số tin được', () => {
    expect(takenOf(list({}), {}, false)).toEqual({ [TOTAL]: '58', [DOCTORS]: '12' })
    expect(takenOf(list({ [DOCTORS]: '15' }), { [DOCTORS]: '15' }, false)).toEqual({ [TOTAL]: '58' })
  })
  test('thay ô đã gõ khi được yêu cầu; số năm trước không bao giờ đè số đã gõ', () => {
    const typed = { [DOCTORS]: '15', [TOTAL]: '60' }
    expect(takenOf(list(typed), typed, true)).toEqual({ [DOCTORS]: '12' })
  })
  test('dấu nguồn theo giá trị đang có trong ô', () => {
    const [total, doctors] = list({}) // tổng số đứng trước
    expect(originOf('12', doctors)).toBe('dem')
    expect(originOf('12,0', doctors)).toBe('dem')
    expect(originOf('13', doctors)).toBe('go-tay')
    expect(originOf('58', total)).toBe('nam-truoc')
    expect(originOf('', doctors)).toBeNull()
    expect(originOf('7', undefined)).toBe('go-tay')
  })
  test('số năm trước chỉ chuyển vào cột đến ngày chốt của dòng cho phép', () => {
    expect(Object.keys(carried(REGIME, LAST_YEAR, SPANS, 2026))).toEqual([TOTAL])
    expect(carried(REGIME, {}, SPANS, 2026)).toEqual({})
  })
})

it('với mọi số đếm: điền không đổi ô đã gõ, điền lần hai không đổi gì, ô điền luôn mang dấu nguồn của nó', () => {
  const fields = cellsOf(REGIME).map((c) => c.field)
  const figure = fc.tuple(fc.nat(500), fc.nat(3)).map(([low, more]) => counted(low, low + more))
  const figures = fc.dictionary(fc.constantFrom(...fields), fc.oneof(figure, fc.constant(counted(null))))
  const typed = fc.dictionary(
    fc.constantFrom(...fields),
    fc.nat(500).map((n) => showNumber(n)),
  )
  fc.assert(
    fc.property(figures, typed, fc.nat(600), (given, answers, held) => {
      const c = counting(given, held)
      const vouched = vouchedOf(REGIME, c, answers, LAST_YEAR)
      const taken = takenOf(vouched, answers, false)
      for (const [field, text] of Object.entries(taken)) {
        expect(answers[field]).toBeUndefined()
        expect(
          originOf(
            text,
            vouched.find((v) => v.field === field),
          ),
        ).toBe('dem')
        expect(given[field]?.low).toBe(given[field]?.high)
      }
      const after = { ...answers, ...taken }
      expect(takenOf(vouched, after, false)).toEqual({})
      for (const v of vouched) if (v.value === null) expect(v.caution).not.toBe('')
    }),
  )
})
