/** Cách viết khác nhau của cùng một kịch bản: whatever spelling a plan file uses, the answer is the one worked out by hand. */
import { describe, expect, it } from 'vitest'
import { answerScenario, type SignedAnswers } from '../engine/answer.ts'

async function ask(json: unknown): Promise<SignedAnswers> {
  const answers = await answerScenario(json, { threads: 1, wasm: true })
  if (!answers.ok) throw new Error(answers.message)
  return answers.value
}

const meanIn = (a: SignedAnswers, year: number, of: { sector?: string; degree?: string } = {}): number =>
  a.stock.find(
    (r) =>
      r.year === year &&
      (of.sector === undefined || r.sector === of.sector) &&
      (of.degree === undefined || r.degree === of.degree),
  )?.mean ?? Number.NaN

describe('Tỷ lệ', () => {
  const cells = [
    { sector: 'A', degree: 'dai-hoc', sex: 'nam', age: 30, stock: 100 },
    { sector: 'B', degree: 'tien-si', sex: 'nu', age: 40, stock: 50 },
  ]
  it.each([
    ['dòng theo ngành, rate', [{ sector: 'A', rate: 0.1 }, { value: 0.2 }]],
    [
      'dòng theo trình độ',
      [
        { degree: 'dai-hoc', value: 0.1 },
        { degree: 'tien-si', value: 0.2 },
      ],
    ],
    [
      'dòng theo tuổi',
      [
        { age: [30, 35], value: 0.1 },
        { age: '36-60', value: 0.2 },
      ],
    ],
    [
      'dòng theo tuổi từ đến',
      [
        { age: { from: 30, to: 35 }, value: 0.1 },
        { fromAge: 36, value: 0.2 },
      ],
    ],
    ['theo tên ngành', { A: 0.1, B: 0.2 }],
    ['theo tên trình độ', { 'dai-hoc': 0.1, 'tien-si': 0.2 }],
    ['theo ngành rồi tuổi', { A: { '30-35': 0.1 }, B: { '36+': 0.2 } }],
    ['theo giới', { nam: 0.1, nữ: 0.2 }],
  ])('%s', async (_, leave) => {
    const a = await ask({ start: 2025, years: 2, cells, rates: { leave } })
    expect(meanIn(a, 2027, { sector: 'A', degree: 'dai-hoc' })).toBeCloseTo(81, 10)
    expect(meanIn(a, 2027, { sector: 'B', degree: 'tien-si' })).toBeCloseTo(32, 10)
  })

  it('theo năm: giữ tới năm được nêu kế tiếp', async () => {
    const rates = { leave: { '2026': 0.1, '2028': 0.2 }, death: 0 }
    const a = await ask({ start: 2025, years: 4, cells: [{ stock: 100 }], rates })
    expect(meanIn(a, 2029)).toBeCloseTo(100 * 0.9 * 0.9 * 0.8 * 0.8, 10)
  })

  it.each([
    ['dòng có sd', [{ rate: 0.05, sd: 0.01 }]],
    ['đại lượng', { mean: 0.05, sd: 0.01, distribution: 'normal' }],
    ['rate và sd', { rate: 0.05, sd: 0.01 }],
  ])('chưa chắc, %s: trung bình và độ lệch đúng như đã nêu', async (_, leave) => {
    const a = await ask({ start: 2025, years: 1, draws: 2000, cells: [{ stock: 1000 }], rates: { leave } })
    expect(a.method).toBe('draws')
    expect(meanIn(a, 2026)).toBeCloseTo(950, 1)
    expect(Math.abs((a.stock[1]?.sd ?? 0) - 10)).toBeLessThan(0.05)
  })

  it('chuyển trình độ không nêu nơi đến là lên bậc kế tiếp, dù các bậc được nêu theo thứ tự nào', async () => {
    const mixed = ['tien-si', 'dai-hoc', 'thac-si'].map((degree, i) => ({ degree, stock: [10, 100, 50][i] }))
    const a = await ask({ start: 2025, years: 1, cells: mixed, rates: { promote: 0.1 } })
    expect(['dai-hoc', 'thac-si', 'tien-si'].map((degree) => meanIn(a, 2026, { degree }))).toEqual([90, 55, 15])
  })

  const grades = [
    { degree: 'g1', stock: 300 },
    { degree: 'g2', stock: 100 },
  ]
  it.each([
    ['dòng degree, to', [{ degree: 'g1', to: 'g2', value: 0.05 }]],
    ['dòng from, to', [{ from: 'g1', to: 'g2', rate: 0.05 }]],
    ['tên lồng nhau', { g1: { g2: 0.05 } }],
    ['theo tên', { g1: 0.05 }],
    [
      'ma trận không đường chéo',
      [
        [0, 0.05],
        [0, 0],
      ],
    ],
  ])('chuyển trình độ, %s', async (_, promote) => {
    const a = await ask({ start: 2025, years: 2, cells: grades, rates: { leave: { g1: 0.05, g2: 0.04 }, promote } })
    expect(meanIn(a, 2027, { degree: 'g1' })).toBeCloseTo(300 * 0.9 ** 2, 10)
    expect(meanIn(a, 2027, { degree: 'g2' })).toBeCloseTo((100 * 0.96 + 15) * 0.96 + 270 * 0.05, 10)
  })

  it('chuyển ngành: người đi trừ ở nơi đi, cộng ở nơi đến', async () => {
    const two = [
      { sector: 'A', stock: 100 },
      { sector: 'B', stock: 100 },
    ]
    for (const transfer of [[{ sector: 'A', to: 'B', value: 0.1 }], { A: { B: 0.1 } }]) {
      const a = await ask({ start: 2025, years: 2, cells: two, rates: { leave: 0.05, transfer } })
      expect(meanIn(a, 2027, { sector: 'A' })).toBeCloseTo(100 * 0.85 ** 2, 10)
      expect(meanIn(a, 2027, { sector: 'B' })).toBeCloseTo((95 + 10) * 0.95 + 8.5, 10)
    }
  })
})

describe('Nghỉ hưu', () => {
  const cells = [
    { sex: 'nam', age: 59, stock: 10 },
    { sex: 'F', age: 54, stock: 20 },
  ]
  it.each([
    [{ age: { nam: 60, nu: 55 } }],
    [{ age: { male: 60, female: 55 } }],
    [{ nam: 60, nữ: 55 }],
    [{ m: 60, f: 55 }],
  ])('tuổi theo giới %j', async (retirement) => {
    const a = await ask({ start: 2025, years: 1, cells, retirement })
    expect(a.retirements.map((r) => [r.sex, r.heads])).toEqual([
      [null, 30],
      ['nam', 10],
      ['nu', 20],
    ])
  })

  it.each([[60], [{ age: 60 }], [{ kind: 'age', age: 60 }]])('một tuổi cho cả hai giới %j', async (retirement) => {
    const a = await ask({ start: 2025, years: 1, cells, retirement })
    expect(meanIn(a, 2026)).toBe(20)
  })

  it('người không rõ tuổi ở lại, người tuyển không nêu tuổi vào lúc 25; cả hai được nói ra', async () => {
    const unknown = [{ age: 58, stock: 10 }, { stock: 20 }]
    const json = { start: 2025, years: 40, cells: unknown, retirement: { age: 60 }, inflow: [{ perYear: 4 }] }
    const a = await ask({ ...json, rates: { leave: [{ age: 58, value: 0.5 }] } })
    expect(meanIn(a, 2027)).toBeCloseTo(20 + 8, 10)
    expect(meanIn(a, 2065)).toBeCloseTo(20 + 4 * 34.5, 10)
    expect(a.notes).toHaveLength(2)
  })

  it('quy tắc nêu trong một đối tượng, cùng phần kéo dài', async () => {
    const one = [{ degree: 'ts', sex: 'nam', birthYear: 1964, birthMonth: 10, stock: 1 }]
    const extensions = [{ degree: 'ts', share: 1, years: 3 }]
    const json = { start: 2024, years: 6, cells: one, retirement: { rule: 'vn-month-schedule', extensions } }
    const a = await ask(json)
    // Born 10/1964: 61 years and 6 months in April 2026; three years more is 2029.
    expect(a.retirements.filter((r) => r.sex === 'nam').map((r) => r.heads)).toEqual([0, 0, 0, 0, 1, 0])
  })
})

describe('Mục tiêu', () => {
  const grown = (t: number) => 1_250_000 * 1.011 ** t
  const plan = { start: 2025, years: 5, cells: [{ sector: 'y-te', stock: 1900 }], rates: { leave: 0.04 } }
  const goal = { sector: 'y-te', measure: 'rate', value: 19, per: 10_000, year: 2030, solveFor: 'inflow' }
  const needed = ((19 * grown(5)) / 10_000 - 1900 * 0.96 ** 5) / ((1 - 0.96 ** 5) / 0.04)
  const years = [0, 1, 2, 3, 4, 5]

  it.each([
    ['một số', grown(5)],
    ['số đầu và tốc độ', { start: 1_250_000, growth: 0.011 }],
    ['value và growth', { value: 1_250_000, growth: 0.011 }],
    ['năm đầu, value, growth', { start: 2025, value: 1_250_000, growth: 0.011 }],
    ['danh sách từ năm đầu', years.map(grown)],
    ['danh sách của các năm được tính', years.slice(1).map(grown)],
    ['theo năm', Object.fromEntries(years.map((t) => [2025 + t, grown(t)]))],
    ['dòng theo năm', years.map((t) => ({ year: 2025 + t, value: grown(t) }))],
  ])('dân số: %s', async (_, population) => {
    const inflow = [{ sector: 'y-te', yield: 0.9 }]
    const a = await ask({ ...plan, inflow, goal: { ...goal, population } })
    expect(a.requiredInflow).toBeCloseTo(needed / 0.9, 7)
  })

  it('không nêu dòng tuyển: hỏi cho một dòng của ngành, và nói ra', async () => {
    const a = await ask({ ...plan, goal: { ...goal, population: grown(5) } })
    expect(a.requiredInflow).toBeCloseTo(needed, 7)
    expect(a.notes.join()).toContain('không có dòng tuyển')
  })

  it.each([
    ['values', { values: [0.5, 0.6, 0.7, 0.8] }],
    ['danh sách', [0.5, 0.6, 0.7, 0.8]],
    ['probabilities', { values: [0.5, 0.6, 0.7, 0.8], probabilities: [0.25, 0.25, 0.25, 0.25] }],
    ['dòng value, p', { values: [0.5, 0.6, 0.7, 0.8].map((value) => ({ value, p: 0.25 })) }],
  ])('tỷ lệ vào làm là một trong vài giá trị: %s', async (_, share) => {
    const inflow = [{ sector: 'y-te', yield: share }]
    const a = await ask({ ...plan, inflow, goal: { ...goal, population: grown(5), probability: 75 } })
    expect(a.method).toBe('combinations')
    expect(a.requiredInflow).toBeCloseTo(needed / 0.6, 7)
  })

  it('số năm theo năm mục tiêu; ngành của mục tiêu khi người không ghi ngành', async () => {
    const a = await ask({
      start: 2025,
      cells: [{ stock: 10 }],
      goal: { sector: 'y-te', measure: 'count', value: 9, year: 2027 },
    })
    expect([a.years, a.probability, a.gap]).toEqual([2, 1, -1])
  })

  it('mức tuyển tròn của nhiều dòng được chia tròn, phần lẻ lớn nhất được trước', async () => {
    const degrees = ['a', 'b', 'c']
    const a = await ask({
      start: 2025,
      years: 1,
      wholePersons: true,
      cells: degrees.map((degree) => ({ degree, stock: 0 })),
      inflow: degrees.map((degree, i) => ({ degree, perYear: [5, 3, 1][i] })),
      goal: { value: 10, year: 2026, probability: 0.9, solveFor: 'inflow' },
    })
    // 10 in shares 5, 3, 1 of 9: 5.56, 3.33, 1.11.
    expect(a.requiredRows.map((r) => r.perYear)).toEqual([6, 3, 1])
    expect(a.requiredInflow).toBe(10)
  })
})

describe('Ghi chú', () => {
  it('tên ghi chú không bị coi là viết sai; mầm lớn được nhận', async () => {
    const json = { id: 'x', name: 'y', description: 'z', seed: 20_251_205_123, start: 2025, years: 1 }
    const a = await ask({ ...json, cells: [{ stock: 10, note: 'q' }] })
    expect(meanIn(a, 2026)).toBe(10)
  })
})
