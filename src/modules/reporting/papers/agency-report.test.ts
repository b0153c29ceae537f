import { describe, expect, test } from 'vitest'
import { figuresOf, textOfDocx } from '../../../platform/word/read-paper.ts'
import { writePaper } from '../../../platform/word/write-paper.ts'
import { agencyReport } from './agency-report.ts'
import { agencyInput, QUALIFICATIONS } from './fixtures.ts'

describe('báo cáo năm của cơ quan', () => {
  test('đủ sáu mục theo thứ tự', async () => {
    const lines = textOfDocx(await writePaper(agencyReport(agencyInput()))).split('\n')
    expect(lines.filter((l) => /^[IVX]+\. /.test(l))).toEqual([
      'I. TÌNH HÌNH CHUNG',
      'II. TRÌNH ĐỘ ĐỘI NGŨ',
      'III. KẾT QUẢ THỰC HIỆN CÁC NHÓM NHIỆM VỤ',
      'IV. THU HÚT, TRỌNG DỤNG TRÍ THỨC',
      'V. KHÓ KHĂN, KIẾN NGHỊ',
      'VI. KIỂM TRA VÀ TRÌNH',
    ])
    expect(lines).toContain('Kính gửi: Ủy ban nhân dân thành phố Hải Phòng (qua Sở Nội vụ để tổng hợp)')
    expect(lines).toContain('Số: 312/BC-SYT')
  })

  test('từng ô của biểu có nguồn và giá trị như đã nhập', async () => {
    const input = agencyInput()
    const figures = figuresOf(await writePaper(agencyReport(input)))
    const entered = QUALIFICATIONS.lines.flatMap((l) => l.cells).filter((c) => c !== null)
    expect(figures.map(({ source, text }) => ({ source, text }))).toEqual(entered)
    expect(figures.every((f) => f.value !== null)).toBe(true)
  })

  test('nhóm không có việc ghi "Không phát sinh trong kỳ."; ô trống ghi "-"', async () => {
    const input = agencyInput()
    const empty = { label: 'Sau tiến sĩ', cells: [null, null, null, null, null] }
    const table = { ...QUALIFICATIONS, caption: 'Biểu 1', columns: [], lines: [empty] }
    const outline = [...input.outline, { title: 'Biểu khác', parts: [{ kind: 'table' as const, table }] }]
    const text = textOfDocx(
      await writePaper(agencyReport({ ...input, outline, checks: { passed: 12, explained: [] } })),
    )
    expect(text).toContain('VI. BIỂU KHÁC')
    expect(text).toContain('Không phát sinh trong kỳ.')
    expect(text).toContain('đã qua 12 phép kiểm tra của hệ thống, không còn cảnh báo.')
  })
})
