import { describe, expect, test } from 'vitest'
import { paging, table } from './table.ts'

const columns = [
  { label: 'Cơ quan', kind: 'name' as const, sort: 'ten', cell: (r: { n: string; k: number }) => r.n },
  { label: 'Cảnh báo', kind: 'number' as const, cell: (r: { n: string; k: number }) => r.k },
]
const rows = [
  { n: 'Sở Y tế', k: 3 },
  { n: 'Sở <Nội> vụ', k: 0 },
]

describe('bảng', () => {
  const text = String(table({ caption: 'Danh sách', columns, rows, href: (r) => `/x/${r.k}`, empty: 'Trống' }))
  test('tên của dòng là đề mục dòng và là liên kết', () => {
    expect(text).toContain('<th scope="row" class="c-name"><a class="cover" href="/x/3">Sở Y tế</a></th>')
  })
  test('số căn phải, có nhãn cột cho điện thoại', () => {
    expect(text).toContain('<td class="c-number" data-label="Cảnh báo">3</td>')
  })
  test('chữ trong ô được thoát ký tự', () => expect(text).toContain('Sở &lt;Nội&gt; vụ'))
  test('bảng trống nói một câu trên cả bề ngang', () => {
    expect(String(table({ caption: 'x', columns, rows: [], empty: 'Chưa có cơ quan nào.' }))).toContain(
      '<td colspan="2">Chưa có cơ quan nào.</td>',
    )
  })
  test('sắp theo cột: đầu cột là liên kết, cột đang sắp nói chiều và đảo chiều', () => {
    const sort = { by: 'ten', direction: 'asc' as const, href: (by: string, d: string) => `?${by}=${d}` }
    const sorted = String(table({ caption: 'x', columns, rows, sort, empty: '' }))
    expect(sorted).toContain('aria-sort="ascending"')
    expect(sorted).toContain('href="?ten=desc"')
  })
  test('chọn dòng: ô đánh dấu gắn với biểu mẫu; dòng không được chọn thì không có ô', () => {
    const select = {
      name: 'id',
      form: 'f',
      value: (r: { k: number }) => String(r.k),
      label: (r: { n: string }) => `Chọn ${r.n}`,
      can: (r: { k: number }) => r.k > 0,
    }
    const chosen = String(table({ caption: 'x', columns, rows, select, empty: '' }))
    expect(chosen.match(/type="checkbox" name="id"/g)).toHaveLength(1)
    expect(chosen).toContain('form="f" aria-label="Chọn Sở Y tế"')
  })
  test('nhóm chỉ ghi tên một lần', () => {
    const grouped = String(table({ caption: 'x', columns, rows, group: () => 'Sở, ban, ngành', empty: '' }))
    expect(grouped.match(/Sở, ban, ngành/g)).toHaveLength(1)
  })
  test('lưới nhiều cột cuộn trong khung có tên, đến được bằng bàn phím', () => {
    expect(String(table({ caption: 'Lưới', columns, rows, phone: 'scroll', empty: '' }))).toContain(
      'role="region" aria-label="Lưới" tabindex="0"',
    )
  })
  test('phân trang viết số kiểu Việt', () => {
    expect(String(paging({ from: 1, to: 50, total: 1284, noun: 'người', next: '?trang=2' }))).toContain(
      '1–50 trong 1.284 người',
    )
  })
})
