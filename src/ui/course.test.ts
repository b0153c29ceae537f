import { describe, expect, test } from 'vitest'
import { day } from '../kernel/day.ts'
import { courseChart } from './course.ts'
import { toText } from './html.ts'

const chart = (more: object = {}) =>
  toText(
    courseChart({
      title: 'Số bác sĩ tăng chậm hơn lộ trình',
      subtitle: 'Bác sĩ trên 10.000 dân',
      unit: 'bác sỹ/10.000 dân',
      points: [
        { on: day('2020-12-31'), value: 9.2 },
        { on: day('2025-12-31'), value: 12.1 },
      ],
      others: [{ on: day('2022-12-31'), value: 11, label: 'Niên giám thống kê' }],
      path: [
        { on: day('2020-12-31'), value: 9.2 },
        { on: day('2030-12-31'), value: 19 },
      ],
      target: { value: 19, high: null, label: 'Mục tiêu 2030: 19' },
      from: day('2020-12-31'),
      to: day('2030-12-31'),
      source: 'Sở Y tế, đến 31/12/2025',
      ...more,
    }),
  )

describe('biểu đồ lộ trình', () => {
  test('nói điều thấy được, có bảng số liệu, không cần script', () => {
    const found = chart()
    expect(found).toContain('Mục tiêu 2030: 19')
    expect(found).toContain('31/12/2025')
    expect(found).toContain('Niên giám thống kê')
    expect(found).not.toMatch(/<script|NaN|undefined/)
  })
  test('khoảng giá trị là một đoạn thẳng và được đọc thành khoảng', () => {
    expect(chart({ points: [{ on: day('2025-12-31'), value: 10, high: 14 }] })).toContain('10–14')
  })
  test('khung 15–20% có hai vạch', () => {
    const found = chart({ target: { value: 15, high: 20, label: 'Mục tiêu 2030: 15–20%' } })
    expect(found.match(/stroke-dasharray="6 4"/g)?.length).toBe(3)
  })
  test('chưa có số liệu nào vẫn vẽ được lộ trình', () =>
    expect(chart({ points: [], others: [] })).toContain('Lộ trình'))
})
