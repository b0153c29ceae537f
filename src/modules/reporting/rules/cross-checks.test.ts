/** Kiểm tra chéo: giữa biểu, năm, cơ quan, nguồn, và với lời văn năm trước. */
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { GROUPS, LAST_YEAR, REGIME, wholeAnswers, wholeReport } from '../fixtures.ts'
import type { Answers, ReportContent } from '../words.ts'
import { FIELD, fieldsOf, pickAnswers, readReport } from './answers.ts'
import { type Beside, crossFindings, robustZ } from './cross-checks.ts'
import type { Counting } from './prefill.ts'
import { repeatedShare } from './repeated.ts'
import { caseOutcomes } from './try-check.ts'

const NOTHING_BESIDE: Beside = {
  lastYear: LAST_YEAR,
  past: {},
  counting: null,
  below: { bodies: 0, sums: {} },
  before: null,
}
const find = (change: Answers = {}, beside: Partial<Beside> = {}) => {
  const answers = { ...wholeAnswers(), ...change }
  return crossFindings(REGIME, readReport(REGIME, GROUPS, answers), answers, { ...NOTHING_BESIDE, ...beside }, 2026)
}
const counted = (low: number) => ({
  origin: 'dem' as const,
  low,
  high: low,
  asOf: '2026-11-15' as Counting['figures'][string]['asOf'],
  source: 'Hồ sơ trí thức',
  notes: [],
  href: null,
  why: '',
})
const counting = (doctors: number, held: number): Counting => ({
  at: Temporal.Instant.from('2026-11-23T03:00:00Z'),
  by: 'Phạm Thị Hoa',
  figures: { [FIELD.toDate('bieu-2.tien-si')]: counted(doctors) },
  register: { toDate: counted(held), wholeYear: counted(held) },
})

test('báo cáo đủ nội dung, không có gì bên cạnh: không còn phát hiện', () => {
  expect(find()).toEqual([])
})

test('mọi trường hợp thử của chế độ cho đúng kết quả đã ghi', () => {
  const wrong = REGIME.checks.flatMap((c) => caseOutcomes(REGIME, c).filter((o) => o.spoke !== o.expected))
  expect(wrong).toEqual([])
  for (const check of REGIME.checks) {
    const outcomes = caseOutcomes(REGIME, check)
    expect([check.kind, outcomes.some((o) => o.expected), outcomes.some((o) => !o.expected)]).toEqual([
      check.kind,
      true,
      true,
    ])
  }
})

describe('biểu và hồ sơ', () => {
  test('gõ khác số hồ sơ: phải nêu lý do, và lý do đi theo', () => {
    const [f] = find({}, { counting: counting(41, 4812) })
    expect(f?.message).toBe('Số tiến sĩ: biểu ghi 44, hồ sơ là 41 (đến 15/11/2026). Sửa lại hoặc nêu lý do khác nhau.')
    const [answered] = find(
      { [FIELD.explanation('dem:bieu-2.tien-si')]: 'Ba người nhận bằng tháng 10, chưa cập nhật hồ sơ.' },
      { counting: counting(41, 4812) },
    )
    expect(answered?.explanation).toBe('Ba người nhận bằng tháng 10, chưa cập nhật hồ sơ.')
  })
  test('hồ sơ chưa đủ người: không bắt nêu lý do, trừ khi hồ sơ đã nhiều hơn số gõ', () => {
    expect(find({}, { counting: counting(41, 400) })).toEqual([])
    expect(find({}, { counting: counting(50, 400) }).map((f) => f.message)).toEqual([
      'Số tiến sĩ: biểu ghi 44, hồ sơ đã có ít nhất 50 (đến 15/11/2026). Sửa lại hoặc nêu lý do khác nhau.',
    ])
  })
  test('tổng số người ít hơn số người có hồ sơ', () => {
    expect(find({}, { counting: counting(44, 5000) }).map((f) => f.id)).toEqual(['dem:bieu-2.tong-so'])
  })
  test('lời giải trình của mọi phép kiểm tra có chỗ trong nháp của mục', () => {
    const names = REGIME.sections.flatMap((s) => fieldsOf(REGIME, s, GROUPS))
    for (const id of [
      'dem:bieu-2.tien-si',
      'nhieu-nam:bieu-2.tien-si',
      'bieu:bieu-4.bo-nhiem',
      'chep:bao-cao',
      'truc-thuoc:bieu-2.tong-so',
    ]) {
      expect(names).toContain(FIELD.explanation(id))
      expect(pickAnswers(names, { [FIELD.explanation(id)]: 'vì' })).toEqual({ [FIELD.explanation(id)]: 'vì' })
    }
  })
})

describe('nhiều năm', () => {
  test.each<[string, number[], number, number | null]>([
    ['dưới bốn năm không xét', [1, 2, 3], 99, null],
    ['không đổi thì không xét', [5, 5, 5, 5], 99, null],
    ['ở giữa là 0', [10, 12, 14, 16], 13, 0],
  ])('%s', (_, past, value, z) => {
    expect(robustZ(past, value, 4)).toBe(z)
  })
  it('z không đổi khi dời và đổi đơn vị, đổi dấu khi đối xứng', () => {
    const past = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 4, maxLength: 9 })
    fc.assert(
      fc.property(past, fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 1, max: 9 }), (list, value, by) => {
        const z = robustZ(list, value, 4)
        const moved = robustZ(
          list.map((p) => p * by + 7),
          value * by + 7,
          4,
        )
        const turned = robustZ(
          list.map((p) => -p),
          -value,
          4,
        )
        if (z === null) expect([moved, turned]).toEqual([null, null])
        else {
          expect(moved).toBeCloseTo(z, 6)
          expect(turned).toBeCloseTo(-z, 6)
        }
      }),
    )
  })
})

describe('chép báo cáo năm trước', () => {
  const old = wholeReport()
  test('chỉ đổi số và ngày thì phải giải trình', () => {
    const change = (t: string): string => t.replace(/\d+/g, (n) => String(Number(n) + 1))
    const paragraphs = Object.fromEntries(Object.entries(old.paragraphs).map(([k, t]) => [k, change(t)]))
    const groups = Object.fromEntries(Object.entries(old.groups).map(([k, g]) => [k, { ...g, text: change(g.text) }]))
    const before: ReportContent = { ...old, paragraphs, groups }
    expect(find({}, { before }).map((f) => [f.id, f.section, f.message])).toEqual([
      [
        'chep:bao-cao',
        1,
        'Lời văn giống 100% báo cáo năm 2025 sau khi bỏ ngày và số. Viết kết quả của năm nay hoặc giải trình.',
      ],
    ])
  })
  test('viết mới phần lớn thì không', () => {
    const before = {
      ...old,
      groups: {},
      paragraphs: { 'chi-dao': 'Năm ngoái cơ quan chưa ban hành văn bản nào về việc này.' },
    }
    expect(find({}, { before })).toEqual([])
  })
  it('độ giống đối xứng, từ 0 đến 1, và là 1 với chính nó', () => {
    const text = fc
      .array(fc.constantFrom('một', 'hai', 'ba', 'bốn', '2026', 'năm'), { maxLength: 40 })
      .map((l) => l.join(' '))
    fc.assert(
      fc.property(text, text, (a, b) => {
        const { share } = repeatedShare(a, b)
        expect(share).toBeGreaterThanOrEqual(0)
        expect(share).toBeLessThanOrEqual(1)
        expect(repeatedShare(b, a).share).toBe(share)
        if (repeatedShare(a, a).words >= 3) expect(repeatedShare(a, a).share).toBe(1)
      }),
    )
  })
})

test('đơn vị trực thuộc cộng lại nhiều hơn cả ngành: lưu ý', () => {
  const [f] = find({}, { below: { bodies: 3, sums: { 'bieu-2.tong-so': 5000 } } })
  expect([f?.severity, f?.message]).toEqual([
    'note',
    'Tổng số người (4.812) nhỏ hơn tổng của 3 đơn vị trực thuộc đã tự báo cáo (5.000). Kiểm tra phạm vi đếm của biểu.',
  ])
})

test('giữa các biểu: bổ nhiệm dưới 40 tuổi nhiều hơn số người dưới 40 tuổi thì phải sửa', () => {
  const [f] = find({ 'bieu-4.bo-nhiem.uoc': '2.011' })
  expect([f?.severity, f?.section, f?.message]).toEqual([
    'block',
    4,
    'Số người được bổ nhiệm (2.011) không thể lớn hơn số người dưới 40 tuổi (2.010)',
  ])
})
