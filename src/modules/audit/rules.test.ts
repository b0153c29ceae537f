import { expect, it } from 'vitest'
import { detailsOf, showValue } from './rules.ts'

it.each([
  [null, 'không có'],
  [true, 'có'],
  [1234.5, '1.234,5'],
  ['2026-12-05', '05/12/2026'],
  ['2026-13-45', '2026-13-45'],
  [['a', 'b'], 'a; b'],
  [{ year: 2026, unit: 'Sở Y tế' }, 'Năm: 2026; Cơ quan: Sở Y tế'],
])('giá trị %j đọc là %s', (value, words) => {
  expect(showValue(value)).toBe(words)
})

it('thay đổi đứng trước, chỉ những chỗ khác nhau', () => {
  const data = { before: { due: '2026-12-05', lead: 'A' }, after: { due: '2026-12-20', lead: 'A' }, act: 'CV 12' }
  expect(detailsOf(data)).toEqual([
    { label: 'Thời hạn', before: '05/12/2026', after: '20/12/2026' },
    { label: 'Văn bản', before: null, after: 'CV 12' },
  ])
})

it('giá trị đơn trước và sau cũng là thay đổi; chi tiết rỗng không hiện', () => {
  expect(detailsOf({ before: 41, after: 44, reason: '', locked: false })).toEqual([
    { label: 'Giá trị', before: '41', after: '44' },
  ])
})
