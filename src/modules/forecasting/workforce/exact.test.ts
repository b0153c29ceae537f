/** Các bài toán có lời giải đúng: what the model says, against formulas worked out another way. */
import { describe, expect, it } from 'vitest'
import { answerScenario, type SignedAnswers } from '../engine/answer.ts'
import { normalQuantile } from './random.ts'

async function ask(json: unknown): Promise<SignedAnswers> {
  const answers = await answerScenario(json, { threads: 1, wasm: true })
  if (!answers.ok) throw new Error(answers.message)
  return answers.value
}

const meanIn = (a: SignedAnswers, year: number, degree: string | null = null): number =>
  a.stock.find((r) => r.year === year && r.degree === degree)?.mean ?? Number.NaN

const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n, k - 1) * (n - k + 1)) / k)
const tail = (n: number, p: number, from: number): number => {
  let sum = 0
  for (let k = from; k <= n; k++) sum += choose(n, k) * p ** k * (1 - p) ** (n - k)
  return sum
}

describe('Giảm dần', () => {
  it('trung bình n q^t, phương sai n q^t (1 − q^t) khi tính từng người một', async () => {
    const a = await ask({ start: 2025, years: 12, wholePersons: true, cells: [{ stock: 320 }], rates: { leave: 0.07 } })
    const q = 0.93 ** 12
    const last = a.stock.find((r) => r.year === 2037)
    expect(a.method).toBe('exact')
    expect(last?.mean).toBeCloseTo(320 * q, 9)
    expect(last?.sd).toBeCloseTo(Math.sqrt(320 * q * (1 - q)), 9)
  })

  it('rút thăm từng người cho cùng trung bình và phương sai', async () => {
    const rates = { leave: { mean: 0.07, sd: 1e-9 } }
    const a = await ask({ start: 2025, years: 6, draws: 4000, wholePersons: true, cells: [{ stock: 320 }], rates })
    const q = 0.93 ** 6
    const last = a.stock.find((r) => r.year === 2031)
    expect(a.method).toBe('draws')
    expect(Math.abs((last?.mean ?? 0) - 320 * q)).toBeLessThan(0.6)
    expect(Math.abs((last?.sd ?? 0) / Math.sqrt(320 * q * (1 - q)) - 1)).toBeLessThan(0.05)
  })
})

describe('Tuyển đều', () => {
  it.each([
    ['end', (w: number, t: number) => (1 - (1 - w) ** t) / w],
    ['start', (w: number, t: number) => ((1 - w) * (1 - (1 - w) ** t)) / w],
    ['mid', (w: number, t: number) => ((1 - w / 2) * (1 - (1 - w) ** t)) / w],
  ] as const)('người mới vào theo "%s" đúng công thức', async (timing, perRecruit) => {
    const json = {
      start: 2025,
      years: 9,
      timing,
      cells: [{ stock: 700 }],
      rates: { leave: 0.05 },
      inflow: [{ perYear: 40 }],
    }
    const a = await ask(json)
    expect(meanIn(a, 2034)).toBeCloseTo(700 * 0.95 ** 9 + 40 * perRecruit(0.05, 9), 9)
    const byIntake = a.tornado.find((r) => r.path === 'inflow[0].perYear')?.derivative
    expect(byIntake).toBeCloseTo(perRecruit(0.05, 9), 9)
  })

  it('trạng thái ổn định là R / w; đạo hàm theo w đúng như tính tay', async () => {
    const a = await ask({
      start: 2025,
      years: 10,
      cells: [{ stock: 700 }],
      rates: { leave: 0.05 },
      inflow: [{ perYear: 40 }],
    })
    const [w, q, t] = [0.05, 0.95, 10]
    const byLeave = -t * 700 * q ** (t - 1) + 40 * ((t * q ** (t - 1)) / w - (1 - q ** t) / w ** 2)
    expect(a.steady?.[0]?.stock).toBeCloseTo(800, 6)
    expect(a.tornado.find((r) => r.path === 'rates.leave')?.derivative).toBeCloseTo(byLeave, 6)
  })
})

describe('Trạng thái ổn định', () => {
  it('không ai rời đi thì không có; người không ai thay thì về 0', async () => {
    const two = [
      { sector: 'A', stock: 5 },
      { sector: 'B', stock: 7 },
    ]
    const endless = await ask({ start: 2025, years: 3, cells: two, inflow: [{ sector: 'A', perYear: 3 }] })
    expect(endless.steady).toBeNull()
    const fading = await ask({
      start: 2025,
      years: 3,
      cells: two,
      inflow: [{ sector: 'A', perYear: 3 }],
      rates: { leave: { A: 0.1, B: 0 } },
    })
    expect(fading.steady?.map((r) => Number(r.stock.toFixed(9)))).toEqual([30, 0])
  })

  it('hai ngành trao đổi người: nghiệm của hai phương trình', async () => {
    const a = await ask({
      start: 2025,
      years: 3,
      cells: [
        { sector: 'A', stock: 5 },
        { sector: 'B', stock: 7 },
      ],
      inflow: [{ sector: 'A', perYear: 3 }],
      rates: { leave: 0.05, transfer: { A: { B: 0.1 }, B: { A: 0.1 } } },
    })
    // 0,15 A = 3 + 0,1 B; 0,15 B = 0,1 A.
    expect(a.steady?.map((r) => Number(r.stock.toFixed(9)))).toEqual([36, 24])
  })

  it('vào ở tuổi 25, nghỉ ở tuổi 60: 35 lứa', async () => {
    const json = { start: 2025, years: 2, cells: [{ age: 30, stock: 1 }], retirement: 60 }
    const a = await ask({ ...json, inflow: [{ age: 25, perYear: 4 }] })
    expect(a.steady?.[0]?.stock).toBeCloseTo(140, 9)
  })
})

describe('Bậc trình độ', () => {
  it('nhân ma trận từng năm; ổn định là R (I − P)^−1', async () => {
    const promote = { 'dai-hoc': { 'thac-si': 0.05 }, 'thac-si': { 'tien-si': 0.03 } }
    const a = await ask({
      start: 2025,
      years: 4,
      degrees: ['dai-hoc', 'thac-si', 'tien-si'],
      cells: ['dai-hoc', 'thac-si', 'tien-si'].map((degree, i) => ({ degree, stock: [400, 120, 20][i] })),
      rates: { leave: [{ value: 0.04 }, { degree: 'tien-si', value: 0.02 }], promote },
      inflow: [{ degree: 'dai-hoc', perYear: 30 }],
    })
    let n = [400, 120, 20]
    for (let t = 0; t < 4; t++) {
      const [x = 0, y = 0, z = 0] = n
      n = [x * 0.91 + 30, x * 0.05 + y * 0.93, y * 0.03 + z * 0.98]
    }
    expect(['dai-hoc', 'thac-si', 'tien-si'].map((d) => meanIn(a, 2029, d).toFixed(8))).toEqual(
      n.map((v) => v.toFixed(8)),
    )
    const first = 30 / 0.09
    const second = (first * 0.05) / 0.07
    expect(a.steady?.map((r) => r.stock.toFixed(5))).toEqual(
      [first, second, (second * 0.03) / 0.02].map((v) => v.toFixed(5)),
    )
  })
})

describe('Nghỉ hưu', () => {
  it('tuổi tròn: lứa nào đến tuổi thì nghỉ hết, phần còn lại theo tỷ lệ rời đi', async () => {
    const cells = Array.from({ length: 35 }, (_, i) => ({ age: 25 + i, stock: 10 + i }))
    const a = await ask({ start: 2025, years: 6, cells, rates: { leave: 0.03 }, retirement: { age: 60 } })
    for (let t = 1; t <= 6; t++) {
      const left = cells.filter((c) => c.age + t < 60).reduce((sum, c) => sum + c.stock * 0.97 ** t, 0)
      expect(meanIn(a, 2025 + t)).toBeCloseTo(left, 8)
    }
  })

  it('kéo dài 5 năm cho một nửa số tiến sĩ: nửa ấy nghỉ muộn đúng 5 năm', async () => {
    const a = await ask({
      start: 2025,
      years: 7,
      cells: [{ degree: 'tien-si', age: 59, stock: 80 }],
      retirement: { age: 60 },
      extensions: [{ degree: 'tien-si', share: 0.5, years: 5 }],
    })
    expect(a.retirements.map((r) => r.heads)).toEqual([40, 0, 0, 0, 0, 40, 0])
  })

  it('lộ trình: 9 và 8 tháng sinh mỗi năm, rồi 12', async () => {
    const cells = [
      ...Array.from({ length: 30 }, (_, i) => ({ sex: 'nam', age: 30 + i, stock: 120 })),
      ...Array.from({ length: 30 }, (_, i) => ({ sex: 'nu', age: 25 + i, stock: 120 })),
    ]
    const a = await ask({ start: 2020, years: 18, cells, retirement: 'vn-month-schedule' })
    const of = (sex: 'nam' | 'nu') =>
      a.retirements.filter((r) => r.sex === sex).map((r) => Math.round(r.heads * 1e9) / 1e9)
    expect(of('nam')).toEqual([...Array(8).fill(90), ...Array(10).fill(120)])
    expect(of('nu')).toEqual([...Array(15).fill(80), ...Array(3).fill(120)])
  })
})

/** The month of retirement of everybody born in a year, from the ages of the law written out again: months by year of reaching. */
function monthsOfRetirement(sex: 'nam' | 'nu', born: number): number[] {
  const age = (year: number): number =>
    sex === 'nam'
      ? Math.min(62 * 12, 60 * 12 + 3 * Math.max(0, year - 2020))
      : Math.min(60 * 12, 55 * 12 + 4 * Math.max(0, year - 2020))
  return Array.from({ length: 12 }, (_, m) => {
    const month = born * 12 + m
    for (let at = month + 50 * 12; ; at++) if (at - month >= age(Math.floor(at / 12))) return at
  })
}

describe('Lộ trình nghỉ hưu theo tháng', () => {
  it.each(['nam', 'nu'] as const)('từng tháng sinh một, %s: nghỉ đúng năm của lộ trình', async (sex) => {
    for (const born of sex === 'nam' ? [1961, 1964, 1966, 1967] : [1966, 1970, 1975, 1976]) {
      const months = monthsOfRetirement(sex, born)
      const cells = months.map((_, m) => ({ sex, birthYear: born, birthMonth: m + 1, stock: 2 ** m }))
      const a = await ask({ start: 2020, years: 18, cells, retirement: 'vn-month-schedule' })
      for (const row of a.retirements.filter((r) => r.sex === sex)) {
        const due = months.reduce((sum, at, m) => sum + (Math.floor(at / 12) === row.year ? 2 ** m : 0), 0)
        expect([born, row.year, row.heads]).toEqual([born, row.year, due])
      }
    }
  })

  it.each([1, 3, 5])('kéo dài %d năm cho ba phần mười: đúng từng năm', async (years) => {
    const born = 1965
    const months = monthsOfRetirement('nam', born)
    const a = await ask({
      start: 2025,
      years: 10,
      cells: [{ sex: 'nam', degree: 'tien-si', age: 60, stock: 120 }],
      retirement: 'vn-month-schedule',
      extensions: [{ degree: 'tien-si', share: 0.3, years }],
    })
    for (const row of a.retirements.filter((r) => r.sex === 'nam')) {
      const on = months.filter((at) => Math.floor(at / 12) === row.year).length
      const late = months.filter((at) => Math.floor(at / 12) + years === row.year).length
      expect(row.heads).toBeCloseTo(10 * (0.7 * on + 0.3 * late), 9)
    }
  })

  it('không rõ giới: nửa theo lộ trình của nam, nửa của nữ', async () => {
    const a = await ask({ start: 2025, years: 9, cells: [{ age: 54, stock: 240 }], retirement: 'vn-month-schedule' })
    for (const row of a.retirements.filter((r) => r.sex === null)) {
      const due = (['nam', 'nu'] as const)
        .flatMap((sex) => monthsOfRetirement(sex, 1971))
        .filter((at) => Math.floor(at / 12) === row.year)
      expect(row.heads).toBeCloseTo(10 * due.length, 9)
    }
  })
})

const DOCTORS = {
  start: 2025,
  years: 5,
  cells: [{ sector: 'y-te', stock: 3100 }],
  rates: { leave: 0.03 },
  goal: {
    sector: 'y-te',
    measure: 'rate',
    value: 19,
    population: { start: 2_000_000, growth: 0.01 },
    year: 2030,
    solveFor: 'inflow',
  },
}

describe('Mức tuyển cần có', () => {
  const need = (19 * 2_000_000 * 1.01 ** 5) / 10_000
  const each = (1 - 0.97 ** 5) / 0.03

  it('không có gì chưa chắc: (nhu cầu − còn lại) / số một người tuyển mỗi năm mang lại', async () => {
    const a = await ask({ ...DOCTORS, inflow: [{ sector: 'y-te', yield: 0.8 }] })
    expect(a.requiredInflow).toBeCloseTo((need - 3100 * 0.97 ** 5) / (0.8 * each), 8)
  })

  it('80% khi tỷ lệ vào làm là một trong bảy giá trị: giá trị thấp thứ hai quyết định', async () => {
    const values = [0.5, 0.55, 0.6, 0.62, 0.63, 0.64, 0.98]
    const asked = { ...DOCTORS.goal, probability: 0.8 }
    const a = await ask({ ...DOCTORS, inflow: [{ sector: 'y-te', yield: { values } }], goal: asked })
    const lacking = need - 3100 * 0.97 ** 5
    const mean = values.reduce((x, y) => x + y, 0) / 7
    expect(a.method).toBe('combinations')
    expect(a.requiredInflow).toBeCloseTo(lacking / (0.55 * each), 7)
    expect(a.requiredInflowMean).toBeCloseTo(lacking / (mean * each), 7)
    expect(a.probabilityOfMeanPlan).toBeCloseTo(1 / 7, 12)
  })

  it('từng người một: đuôi của nhị thức, mức tuyển tròn nhỏ nhất', async () => {
    const a = await ask({
      start: 2025,
      years: 1,
      wholePersons: true,
      cells: [{ stock: 0 }],
      inflow: [{ yield: 0.75 }],
      goal: { value: 12, year: 2026, probability: 0.9, solveFor: 'inflow' },
    })
    expect(a.method).toBe('exact')
    for (const { inflow, probability } of a.probabilityByInflow)
      expect(probability).toBeCloseTo(tail(inflow, 0.75, 12), 10)
    const smallest = Array.from({ length: 40 }, (_, n) => n).find((n) => tail(n, 0.75, 12) >= 0.9)
    expect(a.requiredInflow).toBe(smallest)
  })

  it('từng người một qua nhiều năm: như thử mọi trường hợp bằng tay', async () => {
    const a = await ask({
      start: 2025,
      years: 2,
      wholePersons: true,
      cells: [{ stock: 2 }],
      rates: { leave: 0.2 },
      inflow: [{ perYear: 1, yield: 0.5 }],
      goal: { value: 3, year: 2027 },
    })
    // Two people stay with 0,64; the first recruit counts with 0,5 × 0,8, the second with 0,5.
    const [s, r1, r2] = [0.64, 0.4, 0.5]
    const byHand = s * s * (r1 + r2 - r1 * r2) + 2 * s * (1 - s) * r1 * r2
    expect(a.probability).toBeCloseTo(byHand, 12)
  })
})

describe('Log-normal', () => {
  it('phân vị của số người ban đầu là exp(mu + sigma z)', async () => {
    const a = await ask({ start: 2025, years: 0, cells: [{ stock: { mu: 6, sigma: 0.3 } }] })
    for (const [name, p] of [
      ['p10', 0.1],
      ['p50', 0.5],
      ['p90', 0.9],
    ] as const)
      expect((a.stock[0]?.[name] ?? 0) / Math.exp(6 + 0.3 * normalQuantile(p))).toBeCloseTo(1, 4)
  })

  it('nhu cầu log-normal: mức tuyển cho 80% là phân vị 80% của nhu cầu trừ phần đã có', async () => {
    const a = await ask({
      start: 2025,
      years: 1,
      cells: [{ stock: 100 }],
      inflow: [{}],
      goal: { value: { median: 200, sigma: 0.2, law: 'lognormal' }, year: 2026, probability: 0.8, solveFor: 'inflow' },
    })
    expect((a.requiredInflow ?? 0) / (200 * Math.exp(0.2 * normalQuantile(0.8)) - 100)).toBeCloseTo(1, 4)
  })
})

describe('Quy đổi toàn thời gian', () => {
  it('tỷ lệ của nhiều năm gộp lại, đào tạo, hoàn thành: đúng như tính tay', async () => {
    const a = await ask({
      start: 2025,
      years: 10,
      cells: [{ stock: 1000, fte: 0.8 }],
      rates: {
        leave: [
          { value: 0.25, over: 10 },
          { group: 'moi', value: 0 },
        ],
      },
      fte: [{ group: 'moi', value: 0.9 }],
      inflow: [{ group: 'moi', from: 2025, to: 2030, delay: 3, yield: 0.85 }],
      goal: { measure: 'fte', value: 900, year: 2035, solveFor: 'inflow' },
    })
    expect(a.fte.find((r) => r.year === 2035)?.mean).toBeCloseTo(600, 8)
    expect(a.perYearlyRecruit).toBeCloseTo(6 * 0.85 * 0.9, 10)
    expect(a.requiredInflow).toBeCloseTo(300 / (6 * 0.85 * 0.9), 8)
  })
})
