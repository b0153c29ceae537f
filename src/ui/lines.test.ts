import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toText } from './html.ts'
import { apart, linesChart } from './lines.ts'

const YEARS = [2024, 2025, 2026, 2027]
const series = (name: string, values: readonly (number | null)[]) => ({ name, values })

const chart = (more: object = {}) =>
  toText(
    linesChart({
      title: 'Nguồn cung không theo kịp nhu cầu',
      subtitle: 'Người, toàn tỉnh, 2024–2027',
      unit: 'người',
      years: YEARS,
      series: [series('Nguồn cung', [2410, 2455, 2490, 2530]), series('Nhu cầu', [2700, null, 2815, 2890])],
      source: 'Sổ bộ ngày 31/12/2025',
      ...more,
    }),
  )

describe('nhiều đường theo năm', () => {
  test('mỗi đường khác nét và khác dấu, tên và số cuối đứng ở đầu đường', () => {
    const made = chart()
    expect(made.match(/stroke-dasharray="7 4"/g)?.length).toBe(2)
    expect(made).toContain('Nhu cầu</tspan>')
    expect(made).toContain('class="value">2.890</text>')
    expect(made).not.toMatch(/NaN|undefined|<script/)
  })
  test('năm thiếu số liệu là khoảng trống và được nói trong bảng', () => {
    const [, path] = /d="(M[^"]+)" fill="none" stroke="#E2571A" stroke-width="2.5"/.exec(chart()) ?? []
    expect(path?.match(/M/g)).toHaveLength(2)
    expect(chart()).toContain('chưa có số liệu')
  })
  test('đọc được số đầu và số cuối của từng đường, nơi bắt đầu dự báo', () => {
    const made = chart({ zone: { from: 2025, label: 'dự báo' } })
    expect(made).toContain('Nguồn cung: năm 2024 2.410, năm 2027 2.530')
    expect(made).toContain('Sau năm 2025: dự báo.')
  })
  test('khoảng của một đường có trong hình, chú giải và bảng', () => {
    const band = [null, null, [2400, 2600], [2380, 2680]] as const
    const made = chart({ series: [{ ...series('Nguồn cung', [2410, 2455, 2490, 2530]), band }] })
    expect(made).toContain('2.530 (2.380–2.680)')
    expect(made).toContain('Khoảng của từng đường')
  })
  test('quá bốn đường thì mỗi đường một ô, cùng một thang', () => {
    const made = chart({ series: ['A', 'B', 'C', 'D', 'E'].map((n, i) => series(n, [i, 10 * i, 20, 30])) })
    expect(made.match(/<svg class="trend"/g)).toHaveLength(5)
    expect(made.match(/>40<\/text>/g)).toHaveLength(5)
    expect(made.match(/<details class="twin"/g)).toHaveLength(1)
  })
  test('chưa có số liệu nào, một năm, mọi số bằng nhau vẫn vẽ được', () => {
    expect(chart({ series: [series('A', [null, null, null, null])] })).not.toMatch(/NaN|Infinity/)
    expect(chart({ years: [2026], series: [series('A', [5])] })).not.toMatch(/NaN|Infinity/)
    expect(chart({ series: [series('A', [0, 0, 0, 0])] })).not.toMatch(/NaN|Infinity/)
  })
  test('tên không đứng chồng lên nhau và không ra ngoài hình', () => {
    const wish = fc.record({ wish: fc.integer({ min: 20, max: 200 }), height: fc.constant(40) })
    fc.assert(
      fc.property(fc.array(wish, { minLength: 1, maxLength: 4 }), (list) => {
        const tops = [...apart(list, { left: 0, right: 300, top: 14, bottom: 214 })].sort((a, b) => a - b)
        expect(tops[0]).toBeGreaterThanOrEqual(14)
        expect((tops.at(-1) ?? 0) + 40).toBeLessThanOrEqual(214)
        tops.slice(1).forEach((t, i) => {
          expect(t - (tops[i] ?? 0)).toBeGreaterThanOrEqual(40 - 1e-9)
        })
      }),
    )
  })
})
