/** Công thức: what is refused and why, what is computed, and what holds for every formula. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import type { Measure } from '../../../platform/measure.ts'
import { givenMeasure } from '../fixtures.ts'
import type { FormulaVersion } from '../words.ts'
import { checkFormula, type Drafted, type NamedFormula, splitsOf } from './check-formula.ts'
import { evaluate, type Known, type LeafAnswer, partsFor } from './evaluate.ts'
import { leafKey, leavesOf } from './expression.ts'
import type { Expr } from './formula.ts'
import { exprWords, formulaWords } from './formula-words.ts'
import { exact, type Interval } from './interval.ts'
import { merged } from './rows.ts'
import { readUnit, sameUnit, unitWords } from './units.ts'

const MEASURES: readonly Measure[] = [
  givenMeasure({ code: 'nguoi', label: 'Số người' }, [{ low: 1, is: { nghe: 'bac-si' } }]),
  givenMeasure({ code: 'tuyen', label: 'Số người được tuyển', time: 'flow', splits: ['unit'] }, []),
  givenMeasure({ code: 'lua', label: 'Số người của lứa', time: 'cohort' }, []),
  givenMeasure({ code: 'co-quan', label: 'Số cơ quan', unit: 'đơn vị' }, []),
  givenMeasure({ code: 'tien', label: 'Số tiền đã chi', unit: 'đồng' }, []),
  givenMeasure({ code: 'dat', label: 'Diện tích', unit: 'km²' }, []),
]
const m = (code: string): Expr => ({ op: 'measure', code })
const people = m('nguoi')
const population: Expr = { op: 'figure', quantity: 'population' }
const ratio = (a: Expr, b: Expr, per: 1 | 100 | 1000 | 10000 | 100000 = 100): Expr => ({ op: 'ratio', of: [a, b], per })
const drafted = (expr: Expr, more: Partial<Drafted> = {}): Drafted => ({
  code: 'II.1',
  expr,
  unit: '%',
  time: 'stock',
  splits: [],
  ...more,
})
const others = (list: Readonly<Record<string, NamedFormula>>) => ({
  measures: MEASURES,
  indicators: new Map(Object.entries(list)),
})
const check = (expr: Expr, more: Partial<Drafted> = {}) => checkFormula(drafted(expr, more), others({}))

describe('công thức bị từ chối, nêu lý do và cách sửa', () => {
  test.each<[string, Expr, Partial<Drafted>, string]>([
    ['chia người cho tiền', ratio(people, m('tien')), {}, 'Không chia số người cho số tiền.'],
    ['chia diện tích cho tiền', ratio(m('dat'), m('tien'), 1), {}, 'Không chia diện tích cho số tiền.'],
    [
      'cộng người với cơ quan',
      { op: 'sum', of: [people, m('co-quan')] },
      { unit: 'người' },
      'Không cộng, trừ số người với số đơn vị.',
    ],
    [
      'cộng hai tỷ lệ',
      { op: 'sum', of: [ratio(people, population), ratio(people, population)] },
      {},
      'Không cộng, trừ tỷ lệ (%)',
    ],
    ['chia tỷ lệ cho số người', ratio(ratio(people, population), people), {}, 'Không chia với tỷ lệ (%)'],
    [
      'phần trăm của hai thứ khác nhau',
      ratio(m('tien'), people),
      {},
      'Tỷ lệ phần trăm cần tử số và mẫu số cùng đơn vị',
    ],
    [
      'cộng số tại một ngày với số của kỳ',
      { op: 'sum', of: [people, m('tuyen')] },
      { unit: 'người' },
      'Không cộng, trừ số «Tại một ngày» với số «Phát sinh',
    ],
    [
      'chia số tại một ngày cho số của kỳ',
      ratio(people, m('tuyen')),
      {},
      'Không chia số «Tại một ngày» cho số «Phát sinh',
    ],
    ['chia lứa cho số tại một ngày', ratio(m('lua'), people), { time: 'cohort' }, 'Không chia số «Theo lứa'],
    ['khai sai thời gian', ratio(m('tuyen'), m('tuyen')), {}, 'Công thức cho số «Phát sinh'],
    ['khai sai đơn vị', people, {}, 'Công thức cho kết quả bằng người, chỉ tiêu tính bằng %'],
    ['đại lượng không có', ratio(m('voi'), people), {}, 'Hệ thống chưa đếm đại lượng «voi»'],
    [
      'điều kiện không có',
      ratio({ op: 'measure', code: 'nguoi', where: { mau: ['do'] } }, people),
      {},
      'không có điều kiện «mau»',
    ],
    [
      'điều kiện chưa chọn',
      ratio({ op: 'measure', code: 'nguoi', where: { nghe: [] } }, people),
      {},
      'chưa chọn giá trị nào',
    ],
    [
      'số liệu chính thức không có',
      ratio(people, { op: 'figure', quantity: 'voi' }),
      {},
      'Không có số liệu chính thức «voi»',
    ],
    ['chỉ tiêu không có', { op: 'indicator', code: 'II.9' }, {}, 'Không có chỉ tiêu mã II.9'],
    ['chia cho số 0', ratio(people, { op: 'number', value: 0, unit: 'người' }), {}, 'Mẫu số phải lớn hơn 0'],
    ['đơn vị lạ', ratio(people, { op: 'number', value: 3, unit: 'quả' }), {}, 'Chưa biết đơn vị tính «quả»'],
    ['cộng một số', { op: 'sum', of: [people] }, { unit: 'người' }, 'cần ít nhất hai số'],
    ['dùng chính mình', ratio({ op: 'indicator', code: 'II.1' }, people), {}, 'Công thức đi vòng: II.1 → II.1.'],
  ])('%s', (_, expr, more, sentence) => {
    const found = check(expr, more)
    expect(found.ok).toBe(false)
    if (!found.ok) expect(found.message).toContain(sentence)
  })

  test('đi vòng qua chỉ tiêu khác', () => {
    const names = others({
      'II.2': { expr: { op: 'indicator', code: 'II.3' }, unit: 'người', time: 'stock' },
      'II.3': { expr: { op: 'indicator', code: 'II.1' }, unit: 'người', time: 'stock' },
    })
    const found = checkFormula(drafted({ op: 'indicator', code: 'II.2' }, { unit: 'người' }), names)
    expect(found).toMatchObject({ code: 'formula.cycle' })
    if (!found.ok) expect(found.message).toContain('II.1 → II.2 → II.3 → II.1')
  })
})

describe('công thức được nhận', () => {
  test.each<[string, Expr, Partial<Drafted>]>([
    ['phần trăm', ratio(people, population), {}],
    ['trên 10.000 dân', ratio(people, population, 10000), { unit: 'bác sỹ/10.000 dân' }],
    ['tiền trên đầu người', ratio(m('tien'), people, 1), { unit: 'đồng/người' }],
    ['mật độ', ratio(people, m('dat'), 1), { unit: 'người/km²' }],
    ['tuyển trên 10.000 dân', ratio(m('tuyen'), population, 10000), { unit: 'người/10.000 dân', time: 'flow' }],
    ['số báo cáo', { op: 'reported' }, {}],
  ])('%s', (_, expr, more) => expect(check(expr, more)).toMatchObject({ ok: true }))

  test('chia được theo chiều mà mọi đại lượng đều có', () => {
    expect(splitsOf(ratio(m('tuyen'), people), others({}))).toEqual(['unit'])
    expect(splitsOf(ratio(people, population), others({}))).toEqual(['place'])
    expect(splitsOf({ op: 'reported' }, others({}))).toEqual([])
  })
})

describe('bằng lời', () => {
  const wording = {
    measures: MEASURES,
    labelOf: (_: string, c: string) => (c === 'bac-si' ? 'Bác sĩ' : c),
    nameOf: () => 'Tên',
  }
  test.each<[Expr, string]>([
    [ratio(people, population, 10000), 'số người chia dân số, nhân 10.000'],
    [{ op: 'measure', code: 'nguoi', where: { nghe: ['bac-si'] } }, 'số người (nghe: Bác sĩ)'],
    [{ op: 'difference', of: [people, m('tuyen')] }, 'số người trừ số người được tuyển'],
    [ratio({ op: 'sum', of: [people, m('lua')] }, people), '(số người cộng số người của lứa) chia số người, nhân 100%'],
  ])('%o', (e, words) => expect(exprWords(e, wording)).toBe(words))
  test('cả câu, theo lời của phiên bản', () => {
    const f = { expr: ratio(people, population, 10000), numerator: 'Số bác sĩ', denominator: '' } as FormulaVersion
    expect(formulaWords(f, wording)).toBe('Số bác sĩ chia dân số, nhân 10.000')
  })
})

// ---- what holds for every formula ----

const leaf = (
  total: Interval,
  rows: readonly (readonly [string, Interval])[] | null = null,
  unit = 'người',
): LeafAnswer => ({
  state: 'counted',
  total,
  rows: rows === null ? null : merged(rows.map(([k, v]) => [k, { ...v, basis: 'reported' }])),
  sparse: false,
  label: 'Số',
  unit,
  source: 'mẫu',
  dataOf: day('2026-01-01'),
  notes: [],
  hrefOf: () => null,
})
const knownOf = (leaves: Readonly<Record<string, LeafAnswer>>): Known => ({
  leaves: new Map(Object.entries(leaves).map(([code, l]) => [leafKey({ op: 'measure', code }), l])),
  emptyDenominator: 'Không có ai.',
  labelOf: (k) => k,
  wordsOf: () => '',
})
const value = (e: Expr, known: Known, key?: string): Interval | string => {
  const o = evaluate(e, known, key)
  return o.state === 'counted' ? o.interval : o.state
}

const CODES = ['a', 'b', 'c'] as const
const counted: fc.Arbitrary<Expr> = fc.letrec<{ e: Expr }>((tie) => ({
  e: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(...CODES).map(m),
    fc.array(tie('e'), { minLength: 2, maxLength: 3 }).map((of): Expr => ({ op: 'sum', of })),
    fc.tuple(tie('e'), tie('e')).map((of): Expr => ({ op: 'difference', of })),
  ),
})).e
const formula = fc.oneof(
  counted,
  fc.tuple(counted, counted).map(([a, b]) => ratio(a, b)),
)
const interval = fc.tuple(fc.nat(1000), fc.nat(200)).map(([low, width]) => ({ low, high: low + width }))
const figures = fc.record({ a: interval, b: interval, c: interval })
const within = fc.record({
  a: fc.float({ min: 0, max: 1, noNaN: true }),
  b: fc.float({ min: 0, max: 1, noNaN: true }),
  c: fc.float({ min: 0, max: 1, noNaN: true }),
})

describe('đúng với mọi công thức', () => {
  test('khoảng của kết quả chứa mọi giá trị có thể có', () =>
    fc.assert(
      fc.property(formula, figures, within, (e, f, at) => {
        const bounds = value(e, knownOf({ a: leaf(f.a), b: leaf(f.b), c: leaf(f.c) }))
        const pick = (k: 'a' | 'b' | 'c') => leaf(exact(f[k].low + (f[k].high - f[k].low) * at[k]))
        const one = value(e, knownOf({ a: pick('a'), b: pick('b'), c: pick('c') }))
        if (typeof bounds === 'string' || typeof one === 'string') return
        const slack = 1e-6 * Math.max(1, Math.abs(bounds.low), Math.abs(bounds.high))
        expect(one.low).toBeGreaterThanOrEqual(bounds.low - slack)
        expect(one.high).toBeLessThanOrEqual(bounds.high + slack)
      }),
    ))

  test('tỷ lệ là tỷ lệ của các phần đã quy đổi, ở mỗi dòng và ở dòng chung', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('x', 'y', 'z'), fc.nat(500), fc.integer({ min: 1, max: 500 })), {
          minLength: 1,
        }),
        (list) => {
          const a = merged(list.map(([k, n]) => [k, { ...exact(n), basis: 'reported' }]))
          const b = merged(list.map(([k, , n]) => [k, { ...exact(n), basis: 'reported' }]))
          const total = (rows: typeof a) => exact([...rows.values()].reduce((sum, r) => sum + r.low, 0))
          const known = knownOf({ a: leaf(total(a), [...a]), b: leaf(total(b), [...b]) })
          for (const key of a.keys())
            expect(value(ratio(m('a'), m('b')), known, key)).toEqual(
              exact(((a.get(key)?.low ?? 0) * 100) / (b.get(key)?.low ?? 1)),
            )
          expect(value(ratio(m('a'), m('b')), known)).toEqual(exact((total(a).low * 100) / total(b).low))
        },
      ),
    ))

  test('tổng các dòng của số cộng được bằng số chung', () =>
    fc.assert(
      fc.property(
        counted,
        fc.array(fc.tuple(fc.constantFrom('x', 'y', 'z'), fc.constantFrom(...CODES), fc.nat(500))),
        (e, list) => {
          const rowsOf = (code: string) =>
            merged(list.filter((r) => r[1] === code).map(([k, , n]) => [k, { ...exact(n), basis: 'reported' }]))
          const sum = (rows: ReadonlyMap<string, Interval>) => exact([...rows.values()].reduce((s, r) => s + r.low, 0))
          const known = knownOf(Object.fromEntries(CODES.map((c) => [c, leaf(sum(rowsOf(c)), [...rowsOf(c)])])))
          const keys = ['x', 'y', 'z']
          const parts = keys.map((k) => value(e, known, k)).map((v) => (typeof v === 'string' ? Number.NaN : v.low))
          const whole = value(e, known)
          expect(parts.reduce((s, n) => s + n, 0)).toBeCloseTo(typeof whole === 'string' ? Number.NaN : whole.low)
        },
      ),
    ))

  const anyLeaf = fc.oneof(fc.constantFrom(...MEASURES.map((x) => m(x.code))), fc.constant(population))
  const anyExpr: fc.Arbitrary<Expr> = fc.letrec<{ e: Expr }>((tie) => ({
    e: fc.oneof(
      { maxDepth: 3 },
      anyLeaf,
      fc.array(tie('e'), { minLength: 2, maxLength: 3 }).map((of): Expr => ({ op: 'sum', of })),
      fc.tuple(tie('e'), tie('e')).map((of): Expr => ({ op: 'difference', of })),
      fc
        .tuple(tie('e'), tie('e'), fc.constantFrom(1, 100, 10000))
        .map(([a, b, per]) => ratio(a, b, per as 1 | 100 | 10000)),
    ),
  })).e

  /** What an expression counts, told apart naively: null where units mix. */
  function naive(e: Expr): string | null {
    if (e.op === 'measure') return MEASURES.find((x) => x.code === e.code)?.unit ?? null
    if (e.op === 'figure') return 'người'
    if (e.op === 'ratio') {
      const [a, b] = e.of.map(naive)
      return a == null || b == null || b === 'đồng' || a.includes('/') || b.includes('/')
        ? null
        : a === b
          ? '/'
          : `${a}/${b}`
    }
    if (e.op !== 'sum' && e.op !== 'difference') return null
    const units = new Set(e.of.map(naive))
    const [only] = units
    return units.size === 1 && only != null && !only.includes('/') ? only : null
  }

  test('công thức được nhận không bao giờ trộn đơn vị', () =>
    fc.assert(
      fc.property(
        anyExpr,
        fc.constantFrom('%', 'người', 'đồng/người', 'người/km²', 'đơn vị'),
        fc.constantFrom('stock', 'flow'),
        (expr, unit, time) => {
          const found = check(expr, { unit, time: time as 'stock' | 'flow' })
          if (found.ok) expect(naive(expr)).not.toBeNull()
          else expect(found.message).toMatch(/\.$/)
        },
      ),
      { numRuns: 500 },
    ))

  test('mẫu số 0 là chưa xác định, chưa có nguồn là chưa có nguồn', () => {
    const zero = knownOf({ a: leaf(exact(0)), b: leaf(exact(0)) })
    expect(evaluate(ratio(m('a'), m('b')), zero)).toEqual({ state: 'undefined', why: 'Không có ai.' })
    expect(value(ratio(m('a'), m('b')), knownOf({ a: leaf(exact(1)), b: leaf({ low: 0, high: 5 }) }))).toBe('undefined')
    expect(value(ratio(m('a'), m('c')), zero)).toBe('no-source')
    const gone = knownOf({ a: { state: 'no-subject', why: 'Không còn.' }, b: leaf(exact(1)) })
    expect(value({ op: 'sum', of: [m('a'), m('c')] }, gone)).toBe('no-subject')
  })

  test('một phần của chính số ấy không quá 100%', () => {
    const part: Expr = { op: 'measure', code: 'a', where: { nghe: ['bac-si'] } }
    const known = { ...knownOf({ a: leaf({ low: 8, high: 12 }) }) }
    const leaves = new Map([
      ...known.leaves,
      ...leavesOf(part).map((l) => [leafKey(l), leaf({ low: 5, high: 10 })] as const),
    ])
    expect(value(ratio(part, m('a')), { ...known, leaves })).toEqual({ low: (5 * 100) / 12, high: 100 })
    expect(partsFor(ratio(part, m('a')), { ...known, leaves })).toHaveLength(2)
  })
})

describe('đơn vị tính', () => {
  test.each([
    ['%'],
    ['người'],
    ['km²'],
    ['đồng/người'],
    ['người/10.000 dân'],
    ['‰'],
  ])('%s đọc rồi viết lại', (words) => {
    const form = readUnit(words)
    expect(form).not.toBeNull()
    if (form) expect(unitWords(form)).toBe(words)
  })
  test('bác sỹ trên 10.000 dân là người trên 10.000 dân', () => {
    const [a, b] = [readUnit('bác sỹ/10.000 dân'), readUnit('người/10.000 dân')]
    expect(a && b && sameUnit(a, b)).toBe(true)
    expect(readUnit('quả')).toBeNull()
    expect(readUnit('người/7 dân')).toBeNull()
  })
})
