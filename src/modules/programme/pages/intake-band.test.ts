/** Dải báo cách văn bản được đưa vào. */
import { describe, expect, it } from 'vitest'
import { intakeBand } from './intake-band.ts'

const conversion = {
  from: 'TCVN3',
  by: 'font',
  font: 'ABCDEF+.VnTime',
  characters: 1204,
  before: 'KÕ <ho¹ch>',
  after: 'Kế <hoạch>',
} as const

describe('dải báo', () => {
  it('nói bảng mã, chứng cứ, ví dụ và tệp gốc còn nguyên', () => {
    const shown = String(intakeBand({ conversions: [conversion], imagePages: [] }))
    expect(shown).toContain('1.204 chữ gõ bằng bảng mã TCVN3 (ABC), nhận ra theo phông .VnTime, đã đổi sang Unicode')
    expect(shown).toContain('<q>KÕ &lt;ho¹ch&gt;</q> thành <q>Kế &lt;hoạch&gt;</q>')
    expect(shown).toContain('Tệp gốc được giữ nguyên')
  })
  it('nêu trang chưa đọc', () => {
    expect(String(intakeBand({ conversions: [], imagePages: [3, 4] }))).toContain(
      'Trang 3, 4 của tệp PDF chỉ có hình ảnh',
    )
  })
  it('tệp thường thì không có dải', () => {
    expect(intakeBand({ conversions: [], imagePages: [] })).toBe('')
  })
})
