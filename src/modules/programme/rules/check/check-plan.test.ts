/** Rà soát cả văn bản: the Plan, plans of other provinces and subjects, and what holds for every finding. */
import fs from 'node:fs'
import fc from 'fast-check'
import { beforeAll, describe, expect, it, test } from 'vitest'
import { type Day, day } from '../../../../kernel/day.ts'
import { parseNumber } from '../../../../kernel/number.ts'
import { readPlan } from '../../../documents/public.ts'
import { knownOutside } from '../../outside.ts'
import { checkPlan } from './check-plan.ts'
import { type Finding, num, type Step } from './finding.ts'
import { figure, HISTORY } from './fixtures.ts'
import { DIGITAL_PLAN, HEALTH_PLAN, LABOUR_PLAN, SOUND_PLAN } from './fixtures-plans.ts'
import { type CheckInput, checkInput, type Outside } from './input.ts'
import { KINDS } from './kinds.ts'

const PLAN = fs.readFileSync(new URL('../../../../../examples/ke-hoach-1459.txt', import.meta.url), 'utf8')
const TODAY = day('2026-11-23')

const SAMPLE_FIGURES = [
  figure('2023-12-31', 1_000_000, { territory: 'Tỉnh Mẫu Sơn' }),
  figure('2025-12-31', 800_000, { territory: 'Thành phố Mẫu An', quantity: 'labour-force' }),
]

let shipped: Pick<Outside, 'figures' | 'history' | 'acts'>
beforeAll(async () => {
  const { figures, history, acts } = await knownOutside(null, null, TODAY)
  shipped = { figures, history, acts }
})

const sampleInput = (text: string): CheckInput =>
  checkInput(readPlan(text), { date: null, today: TODAY, figures: SAMPLE_FIGURES, history: HISTORY, acts: [] })
const planInput = (date: Day | null = null, today: Day = TODAY): CheckInput =>
  checkInput(readPlan(PLAN), { date, today, ...shipped })
const found = (list: readonly Finding[], kind: Finding['kind'], clause: string): Finding | undefined =>
  list.find((f) => f.kind === kind && f.clause === clause)

describe('Kế hoạch 1459', () => {
  test.each([
    ['không ghi ngày: lấy tháng của văn bản', null],
    ['ngày đưa từ ngoài', day('2024-04-22')],
  ])('%s: tự tìm ra đủ sáu điều', (_, date) => {
    const list = checkPlan(planInput(date))
    const share = found(list, 'share-mismatch', 'II.1.1b')
    for (const words of ['2.833.333 người', '1.971.326 người', '4,31%', '59.140', '4.664.124', '1,82%', '139.924'])
      expect(share?.arithmetic).toContain(words)
    expect(share?.sources[0]).toMatchObject({ value: 1_971_326, day: '2024-04-01', used: true })
    expect(share?.sources.some((s) => !s.used)).toBe(true)
    const doctors = found(list, 'rate-check', 'II.1.2')
    for (const words of ['3.746 bác sỹ', '8.862 bác sỹ']) expect(doctors?.arithmetic).toContain(words)
    expect(found(list, 'cohort-not-measurable', 'II.2.3')?.arithmetic).toContain('2024 + 5 = 2029')
    expect(found(list, 'subject-ended', 'II.1.7b')?.arithmetic).toContain('01/07/2025')
    expect(found(list, 'undefined-flow', 'II.1.10')?.arithmetic).toContain('mẫu số bằng 0')
    expect(found(list, 'deadline-before-cutoff', 'V.1.3')?.arithmetic).toContain('9 ngày')
  })

  it('rà soát ngay khi ban hành: chưa có gì về sắp xếp năm 2025', () => {
    const list = checkPlan(planInput(day('2024-04-22'), day('2024-04-22')))
    expect(list.filter((f) => f.kind === 'subject-ended')).toEqual([])
    expect(found(list, 'share-mismatch', 'II.1.1b')?.arithmetic).not.toContain('4.664.124')
  })

  it('21 trong 22 nhiệm vụ không có một cơ quan chủ trì; thiếu số, thiếu mục IV, lỗi nhận dạng đều được nêu', () => {
    const list = checkPlan(planInput())
    expect(list.find((f) => f.kind === 'no-owner')?.arithmetic).toContain('21 : 22')
    const form = list.filter((f) => f.kind === 'document').map((f) => f.arithmetic)
    for (const words of ['Số văn bản để trống', 'không có mục IV', '“Phân đầu”'])
      expect(form.some((a) => a.includes(words))).toBe(true)
  })
})

describe('kế hoạch của tỉnh khác, việc khác', () => {
  const kindsOf = (text: string) =>
    checkPlan(sampleInput(text))
      .filter((f) => f.kind !== 'document')
      .map((f) => `${f.kind} ${f.clause}`)
  it('y tế: tỷ lệ và số tuyệt đối lệch nhau, mốc sau thấp hơn, thời hạn đã qua, năm viện dẫn sai', () =>
    expect(kindsOf(HEALTH_PLAN)).toEqual([
      'horizon-order I.2.3',
      'deadline-past II.1',
      'rate-check I.2.1',
      'reference phần căn cứ',
      'deadline-before-cutoff III.1',
      'no-base I.2.4',
      'no-base các mục tiêu',
    ]))
  it('chuyển đổi số: giao cho cấp huyện sau khi kết thúc, nhóm chưa đủ thời gian, số quyết định đổi chỗ', () =>
    expect(kindsOf(DIGITAL_PLAN)).toEqual([
      'subject-ended I.1',
      'subject-ended II.2',
      'cohort-not-measurable I.3',
      'undefined-flow I.4',
      'reference II.1',
      'no-owner II.2',
      'no-base các mục tiêu',
      'no-deadline II.1, II.2',
    ]))
  it('lao động: số người và tỷ lệ lực lượng lao động, danh sách không đủ tổng; nêu kỳ tính thì không hỏi', () =>
    expect(kindsOf(LABOUR_PLAN)).toEqual(['share-mismatch I.1b', 'sum-mismatch I.2', 'no-base các mục tiêu']))
  it('văn bản không có gì sai: không phát hiện nào về nội dung', () => expect(kindsOf(SOUND_PLAN)).toEqual([]))
  it('văn bản trống: chỉ nêu không nhận ra nội dung và phần thể thức', () =>
    expect(checkPlan(sampleInput('')).every((f) => f.kind === 'document')).toBe(true))
})

/** Every number of a text, as a value. */
const numbersIn = (text: string): number[] =>
  [...text.matchAll(/\d+(?:[.,]\d+)*/g)].flatMap((m) => parseNumber(m[0]) ?? m[0].split(/[.,]/).map(Number))

const near = (a: number, b: number): boolean => Math.abs(a - b) <= 0.0051

function worked(s: Step): number {
  if (s.op === 'days') {
    const at = (n: number): Temporal.PlainDate =>
      Temporal.PlainDate.from({ year: 2024, month: Math.floor(n / 100), day: n % 100 })
    return at(s.a).until(at(s.b)).days
  }
  return { '+': s.a + s.b, '-': s.a - s.b, '*': s.a * s.b, '/': s.a / s.b }[s.op]
}

function expectSound(input: CheckInput, list: readonly Finding[]): void {
  const { reading } = input
  const counts = Array.from({ length: Math.max(reading.tasks.length, reading.goals.length) + 1 }, (_, i) => i)
  const outside = numbersIn(
    `${input.on.day} ${reading.goals.map((g) => (g.by === null ? '' : `31/12/${g.by}`)).join(' ')}`,
  )
  const inText = new Set([...numbersIn(reading.text), ...counts, ...outside.map(Math.abs), 100, 10_000])
  const clauses = [...new Set([...reading.goals, ...reading.tasks].map((x) => x.clause))].sort(
    (a, b) => b.length - a.length,
  )
  for (const f of list) {
    for (const e of f.evidence) expect(reading.text.slice(e.span[0], e.span[1])).toBe(e.text)
    for (const s of f.steps) expect(worked(s)).toBeCloseTo(s.result, 9)
    const bySource = f.sources.flatMap((s) =>
      numbersIn(`${s.what} ${s.source} ${(s.day ?? '').split('-').join(' ')} ${s.value === null ? '' : num(s.value)}`),
    )
    const byWork = f.steps.flatMap((s) => [s.a, s.b, s.result, Math.round(s.result)])
    const known = [...inText, ...bySource, ...byWork]
    const said = clauses.reduce((t, c) => t.replaceAll(c, ''), f.arithmetic)
    for (const n of numbersIn(said))
      expect([n, f.arithmetic, known.some((k) => near(k, n))]).toEqual([n, f.arithmetic, true])
    expect(f.arithmetic).toMatch(/[.”"]$/)
    expect(f.arithmetic).not.toMatch(/NaN|undefined|null|Infinity|!/)
    expect(f.sources.length).toBeGreaterThan(0)
    expect(f.proposal).not.toBe('')
  }
  expect(new Set(list.map((f) => f.key)).size).toBe(list.length)
}

describe('điều luôn đúng với mọi phát hiện', () => {
  test.each([
    ['y tế', HEALTH_PLAN],
    ['chuyển đổi số', DIGITAL_PLAN],
    ['lao động', LABOUR_PLAN],
    ['không có gì sai', SOUND_PLAN],
  ])('%s: câu trích đứng đúng chỗ, không con số nào tự có', (_, text) => {
    const input = sampleInput(text)
    expectSound(input, checkPlan(input))
  })
  it('Kế hoạch 1459', () => {
    const input = planInput()
    expectSound(input, checkPlan(input))
  })
  it('văn bản mất dòng bất kỳ: không hỏng, vẫn đúng như thế', () => {
    const lines = [PLAN, HEALTH_PLAN, DIGITAL_PLAN, LABOUR_PLAN].map((t) => t.split('\n'))
    const some = fc.constantFrom(...lines).chain((l) => fc.subarray(l, { minLength: Math.floor(l.length / 2) }))
    fc.assert(
      fc.property(some, (kept) => {
        const input = checkInput(readPlan(kept.join('\n')), { date: null, today: TODAY, ...shipped })
        const list = checkPlan(input)
        for (const f of list)
          for (const e of f.evidence) expect(input.reading.text.slice(e.span[0], e.span[1])).toBe(e.text)
      }),
      { numRuns: 25 },
    )
  })
  it('rà soát lại cùng văn bản cho cùng phát hiện, cùng khóa', () => {
    expect(checkPlan(planInput())).toEqual(checkPlan(planInput()))
  })
  it('mỗi loại kiểm tra có nhãn, căn cứ, đề xuất', () => {
    for (const row of Object.values(KINDS))
      for (const words of [row.label, row.ground, row.proposal]) expect(words.length).toBeGreaterThan(10)
  })
})
