import { describe, expect, test } from 'vitest'
import { toText } from './html.ts'
import { type AgeBand, heightOfAge, pyramidChart } from './pyramid.ts'

const BANDS: readonly AgeBand[] = [
  { from: 20, to: 40, label: '20–39', men: 400, women: 520, menLater: 380, womenLater: 500 },
  { from: 40, to: 60, label: '40–59', men: 300, women: 210, menLater: 310, womenLater: 260 },
  { from: 60, to: null, label: '60 trở lên', men: 20, women: 0, menLater: 45, womenLater: 3 },
]

const chart = (more: object = {}) =>
  toText(
    pyramidChart({
      title: 'Một phần năm số bác sĩ nam tới tuổi nghỉ hưu trước năm 2030',
      subtitle: 'Bác sĩ đang làm việc theo tuổi và giới, toàn tỉnh',
      bands: BANDS,
      now: 'Năm 2026',
      later: 'Năm 2030',
      retirement: { men: { age: 61.5, words: '61 tuổi 6 tháng' }, women: { age: 57, words: '57 tuổi' } },
      source: '',
      ...more,
    }),
  )

describe('tháp tuổi', () => {
  test('hiện tại là hình đặc, năm sau là đường viền, hai bên có tổng', () => {
    const made = chart()
    expect(made).toContain('Nam: 720')
    expect(made).toContain('Nữ: 730')
    expect(made).toContain('Năm 2030 (đường viền)')
    expect(made).toContain('năm 2030: 735 người')
    expect(made).not.toMatch(/NaN|undefined/)
  })
  test('không có năm sau thì không có đường viền và bảng chỉ có hai cột số', () => {
    const made = chart({ later: null })
    expect(made).not.toContain('đường viền')
    expect(made).toContain('<td class="c-number">20</td><td class="c-number">0</td></tr>')
  })
  test('tuổi nghỉ hưu của mỗi giới là một vạch, có lời', () => {
    const made = chart()
    expect(made.split('</svg>')[0]?.match(/stroke-dasharray="6 4"/g)).toHaveLength(2)
    expect(made).toContain('tuổi nghỉ hưu của nữ 57 tuổi')
    expect(chart({ retirement: { men: null, women: null } })).not.toContain('Tuổi nghỉ hưu')
  })
  test('tuổi nằm đúng chỗ giữa hai mép của nhóm', () => {
    expect(heightOfAge(BANDS, 20)).toBe(0)
    expect(heightOfAge(BANDS, 50)).toBe(1.5)
    expect(heightOfAge(BANDS, 61)).toBeCloseTo(2.05)
    expect(heightOfAge(BANDS, 99)).toBe(3)
    expect(heightOfAge(BANDS, 15)).toBeNull()
  })
  test('bảng xếp như hình: tuổi cao ở trên', () =>
    expect(chart()).toMatch(/60 trở lên<\/th>.*40–59<\/th>.*20–39<\/th>/s))
  test('không có ai vẫn vẽ được', () => {
    const nobody = BANDS.map((b) => ({ ...b, men: 0, women: 0, menLater: 0, womenLater: 0 }))
    expect(chart({ bands: nobody })).not.toMatch(/NaN|Infinity/)
    expect(chart({ bands: [] })).not.toMatch(/NaN|Infinity/)
  })
})
