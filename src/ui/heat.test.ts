import { describe, expect, test } from 'vitest'
import { type HeatCell, heatTable } from './heat.ts'
import { toText } from './html.ts'

const table = (cells: readonly (HeatCell | null)[]) =>
  toText(
    heatTable({
      title: 'Y tế thiếu ở mọi khu vực',
      subtitle: 'Cung trừ nhu cầu năm 2030, người',
      unit: 'người',
      corner: 'Ngành',
      columns: ['Khu vực 1', 'Khu vực 2'],
      rows: [{ name: 'Y tế', href: '/nganh/y-te', cells }],
      source: 'Sổ bộ ngày 31/12/2025',
    }),
  )

describe('bảng nhiệt', () => {
  test('mỗi ô có số và chữ của mức, không chỉ có màu', () => {
    const made = table([
      { value: -1204, balance: 'far-short' },
      { value: 3, balance: 'even' },
    ])
    expect(made).toContain('<td class="heat-far-short"><b>-1.204</b><small>thiếu nhiều</small></td>')
    expect(made).toContain('<b>3</b><small>cân bằng</small>')
  })
  test('là bảng thật: đầu cột, đầu dòng, tên bảng, khung cuộn dùng được bằng phím', () => {
    const made = table([{ value: -12, balance: 'short' }, null])
    expect(made).toContain('<th scope="col">Ngành</th>')
    expect(made).toContain('<th scope="row" class="c-name"><a href="/nganh/y-te">Y tế</a></th>')
    expect(made).toContain('<caption class="hidden">Y tế thiếu ở mọi khu vực')
    expect(made).toContain('<div class="scroll" role="region"')
  })
  test('ô không có số nói chưa có số liệu; chú giải đếm ô của từng mức', () => {
    const made = table([{ value: 40, balance: 'over' }, null])
    expect(made).toContain('chưa có số liệu')
    expect(made).toContain('thừa: 1 ô')
    expect(made).toContain('thiếu: 0 ô')
  })
})
