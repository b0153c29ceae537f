/** Từng phần của mô hình: random numbers, laws, balance, responses, fitted rates. */
import { describe, expect, it } from 'vitest'
import { taskFrom } from '../engine/lay-out.ts'
import { balanceOf, bestUse, bestWholeUse } from './balance.ts'
import { provinceOf } from './fixtures.ts'
import { calibrationOf, goalsOf } from './fixtures-calibration.ts'
import { betaBelow, betaLaw, betaQuantile } from './law.ts'
import { plainKernel } from './plain-kernel.ts'
import { drawPart, keyOf, normalQuantile, shuffled, uniformFor } from './random.ts'
import { fitRates } from './rates.ts'
import { backSolve, fansOf, plannedRecruits, responseOf, whatIf } from './response.ts'
import { simulateBlocks } from './simulate-blocks.ts'
import { atLeast, countLaw, quantileOf, sortedOf } from './spread.ts'
import { binomialDraw } from './whole-draws.ts'

describe('Số ngẫu nhiên', () => {
  it('phân vị chuẩn đúng 14 chữ số', () => {
    for (const [p, z] of [
      [0.9, 1.2815515655446004],
      [0.975, 1.959963984540054],
      [1e-10, -6.361340902404056],
      [0.5, 0],
    ] as const)
      expect(normalQuantile(p)).toBeCloseTo(z, 12)
  })

  it('đều, không tương quan giữa hai lần rút kề nhau và giữa hai khóa', () => {
    const [n, a, b] = [20_000, keyOf(7, 1), keyOf(7, 2)]
    const u = Array.from({ length: n }, (_, i) => uniformFor(a, drawPart(i)) - 0.5)
    const other = Array.from({ length: n }, (_, i) => uniformFor(b, drawPart(i)) - 0.5)
    const mean = (f: (i: number) => number) => u.reduce((sum, _, i) => sum + f(i), 0) / n
    expect(Math.abs(mean((i) => u[i] ?? 0))).toBeLessThan(0.008)
    expect(Math.abs(mean((i) => (u[i] ?? 0) ** 2) - 1 / 12)).toBeLessThan(0.002)
    expect(Math.abs(mean((i) => (u[i] ?? 0) * (u[i + 1] ?? 0)))).toBeLessThan(0.002)
    expect(Math.abs(mean((i) => (u[i] ?? 0) * (other[i] ?? 0)))).toBeLessThan(0.002)
  })

  it('xáo trộn giữ đủ mọi số', () => {
    expect([...shuffled(3, 100)].sort((x, y) => x - y)).toEqual([...Array(100).keys()])
  })

  it.each([
    [5, 0.3],
    [40, 0.9],
    [300, 0.2],
    [3000, 0.5],
  ])('nhị thức n = %d, p = %d: trung bình và phương sai', (n, p) => {
    let state = 0
    const next = () => uniformFor(99, drawPart(state++))
    const drawn = Array.from({ length: 20_000 }, () => binomialDraw(n, p, next))
    const mean = drawn.reduce((a, b) => a + b, 0) / drawn.length
    const variance = drawn.reduce((sum, x) => sum + (x - mean) ** 2, 0) / drawn.length
    expect(Math.abs(mean - n * p)).toBeLessThan(4 * Math.sqrt((n * p * (1 - p)) / 20_000))
    expect(Math.abs(variance / (n * p * (1 - p)) - 1)).toBeLessThan(0.05)
  })
})

describe('Luật phân bố', () => {
  it('beta: phân vị và hàm phân phối là ngược của nhau; B(2, 3) tính tay được', () => {
    expect(betaBelow(0.4, 2, 3)).toBeCloseTo(0.5248, 12)
    for (const p of [0.01, 0.3, 0.99]) expect(betaBelow(betaQuantile(p, 2.5, 40), 2.5, 40)).toBeCloseTo(p, 10)
    expect(betaLaw(0.1, 0.02, 'run').mean).toBe(0.1)
  })

  it('tổng của nhiều nhóm nhị thức bằng nhị thức khi xác suất như nhau', () => {
    const law = countLaw([
      { n: 5, p: 0.3 },
      { n: 7, p: 0.3 },
    ])
    expect(atLeast(law, 12)).toBeCloseTo(0.3 ** 12, 15)
    expect(law.variance).toBeCloseTo(12 * 0.21, 12)
  })
})

describe('Cân đối giữa các ngành', () => {
  const rows = [
    { name: 'y-te', have: 410, need: 500 },
    { name: 'giao-duc', have: 900, need: 920 },
    { name: 'cong-nghe', have: 150, need: 200 },
  ]

  it('nâng các ngành thấp nhất lên cùng mức, hết chỉ tiêu, không lấy của ai', () => {
    const added = bestUse(rows, 60)
    expect(added.reduce((a, b) => a + b, 0)).toBeCloseTo(60, 10)
    expect(added[1]).toBe(0)
    expect((410 + (added[0] ?? 0)) / 500).toBeCloseTo((150 + (added[2] ?? 0)) / 200, 12)
    expect(balanceOf(rows).lowest).toBe(0.75)
  })

  it('từng người: không cách chia nào khác cho mức thấp nhất cao hơn', () => {
    const lowest = (added: readonly number[]) =>
      balanceOf(rows.map((r, i) => ({ ...r, have: r.have + (added[i] ?? 0) }))).lowest
    const best = bestWholeUse(rows, 60)
    let most = 0
    for (let a = 0; a <= 60; a++) for (let b = 0; a + b <= 60; b++) most = Math.max(most, lowest([a, b, 60 - a - b]))
    expect(lowest(best)).toBeCloseTo(most, 12)
  })
})

function taskOf(json: unknown) {
  const laid = taskFrom(json)
  if (!laid.ok) throw new Error(laid.message)
  return laid.value
}

describe('Đáp ứng theo số tuyển', () => {
  const json = {
    start: 2025,
    years: 6,
    draws: 40,
    cells: ['y-te', 'giao-duc'].flatMap((sector) => [30, 58].map((age) => ({ sector, age, stock: 200 }))),
    rates: { leave: 0.05 },
    retirement: { age: 62 },
    inflow: ['y-te', 'giao-duc'].map((sector, i) => ({ sector, age: 25, perYear: 20 + i, yield: 0.9 })),
    shocks: { leave: { sd: 0.3, persistence: 0.4 } },
  }

  it('số tuyển của kế hoạch cho lại đúng kết quả đã chạy', () => {
    const { plan, way } = taskOf(json)
    const heads = whatIf(responseOf(plan, way, 40, plainKernel), plannedRecruits(plan))
    const run = simulateBlocks(plan, null, way, 0, 40, plainKernel)
    for (let s = 0; s < 2; s++)
      for (let y = 0; y < 6; y++)
        for (let i = 0; i < 40; i++)
          expect(heads[(s * 6 + y) * 40 + i]).toBeCloseTo(run.heads[(s * 7 + y + 1) * 40 + i] ?? 0, 4)
  })

  it('phân vị của từng dòng như khi xếp cả dòng theo thứ tự', () => {
    let state = 0
    const heads = Float64Array.from({ length: 300 }, () => Math.round(50 * uniformFor(5, drawPart(state++))))
    const asked = [0.1, 0.5, 0.9, 0.975]
    const fans = fansOf(heads, 100, asked)
    for (let row = 0; row < 3; row++) {
      const values = heads.slice(row * 100, row * 100 + 100)
      const sorted = sortedOf({ values, weights: values, equal: true })
      expect([...fans.subarray(row * 4, row * 4 + 4)]).toEqual(asked.map((p) => quantileOf(sorted, p)))
    }
  })

  it('mức tuyển tìm ra đạt nhu cầu đúng 80% số lần rút', () => {
    const { plan, way } = taskOf(json)
    const response = responseOf(plan, way, 40, plainKernel)
    const levels = backSolve(response, [430, 450], 5, 0.8)
    const heads = whatIf(
      response,
      Float64Array.from({ length: 12 }, (_, i) => levels[Math.floor(i / 6)] ?? 0),
    )
    const reached = (s: number, need: number) =>
      heads.subarray((s * 6 + 5) * 40, (s * 6 + 6) * 40).filter((h) => h >= need - 1e-6).length
    expect([reached(0, 430), reached(1, 450)]).toEqual([32, 32])
  })
})

describe('Tỷ lệ ước lượng từ số liệu', () => {
  it('nhiều năm, nhiều người thì gần tỷ lệ thật; ít người thì kéo về tỷ lệ của tỉnh', () => {
    const years = Array.from({ length: 10 }, (_, t) => 2016 + t)
    const large = ['a', 'b', 'c'].flatMap((sector, s) =>
      years.map((year) => ({ sector, year, exposed: 5000, leavers: [200, 250, 300][s] ?? 0 })),
    )
    const small = years.map((year) => ({ sector: 'it', year, exposed: 8, leavers: year === 2020 ? 3 : 0 }))
    const { rows, shock } = fitRates([...large, ...small])
    const of = (sector: string) => rows.find((r) => r.sector === sector)
    expect(of('a')?.mean).toBeCloseTo(0.04, 2)
    expect(Math.abs((of('it')?.mean ?? 0) - 0.05)).toBeLessThan(0.012)
    expect(of('it')?.sd ?? 0).toBeGreaterThan(of('a')?.sd ?? 1)
    expect(shock.sd).toBeGreaterThan(0)
  })

  it('xác suất nêu ra gần tần suất xảy ra trên các tỉnh dựng sẵn', () => {
    const told = Array.from({ length: 40 }, (_, i) => goalsOf(provinceOf(i, 5), 5, 200, i)).flat()
    const found = calibrationOf(told)
    // Two hundred goals a tenth, five of a sector together: the full 500 provinces are in the bench, with the bar of 0,07.
    expect(found.worst).toBeLessThan(0.16)
    expect(found.inBand).toBeGreaterThan(0.7)
    expect(found.inBand).toBeLessThan(0.9)
  })
})
