import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toText } from './html.ts'
import { broken, chartFigure, footOf, ticks, twinTable } from './plot.ts'

describe('khung chung của biểu đồ', () => {
  test('vạch chia phủ hết số liệu và cách đều', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.double({ min: 0.001, max: 1e6, noNaN: true }),
        (low, more) => {
          const found = ticks(low, low + more)
          expect(found[0]).toBeLessThanOrEqual(low + 1e-6 * Math.max(1, Math.abs(low)))
          expect(found.at(-1)).toBeGreaterThanOrEqual(low + more - 1e-6 * Math.max(1, Math.abs(low + more)))
          expect(found.length).toBeLessThanOrEqual(7)
        },
      ),
    )
  })

  test('trục bắt đầu từ 0 khi số nhỏ nhất gần 0 hoặc các số sát nhau', () => {
    expect(footOf(3, 10)).toBe(0)
    expect(footOf(98, 100)).toBe(0)
    expect(footOf(50, 100)).toBe(50)
    expect(footOf(-5, 100)).toBe(-5)
  })
  test('chữ dài được ngắt ở chỗ trống, không mất chữ nào', () => {
    expect(broken('Tuyển mới hằng năm từ các trường', 14)).toEqual(['Tuyển mới hằng', 'năm từ các', 'trường'])
    expect(broken('Ngành', 3)).toEqual(['Ngành'])
  })
  test('tiêu đề, phụ đề, nguồn và bảng số liệu đứng quanh hình vẽ', () => {
    const twin = twinTable('Thiếu 120 người', [{ label: 'Năm' }, { label: 'Người', number: true }], [['2026', '1.204']])
    const made = toText(
      chartFigure({ title: 'Thiếu 120 người', subtitle: 'Người, toàn tỉnh', source: '' }, '', { keys: '', twin }),
    )
    expect(made).toContain('<p class="chart-title">Thiếu 120 người</p>')
    expect(made).toContain('<th scope="row">2026</th><td class="c-number">1.204</td>')
    expect(made).not.toContain('chart-source')
  })
})
