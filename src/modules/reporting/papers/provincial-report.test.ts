import { describe, expect, test } from 'vitest'
import { figuresOf, textOfDocx } from '../../../platform/word/read-paper.ts'
import { writePaper } from '../../../platform/word/write-paper.ts'
import { GOAL_LINES, provincialInput } from './fixtures.ts'
import { provincialReport } from './provincial-report.ts'
import { provincialWorkbook } from './provincial-workbook.ts'

const written = async (change: Partial<ReturnType<typeof provincialInput>> = {}) =>
  writePaper(provincialReport({ ...provincialInput(), ...change }))

describe('báo cáo tổng hợp của tỉnh', () => {
  test('năm phần, ba phụ lục', async () => {
    const lines = textOfDocx(await written()).split('\n')
    expect(lines.filter((l) => /^[IVX]+\. /.test(l))).toEqual([
      'I. CÔNG TÁC CHỈ ĐẠO',
      'II. KẾT QUẢ THỰC HIỆN CÁC MỤC TIÊU',
      'III. KẾT QUẢ THỰC HIỆN 5 NHÓM NHIỆM VỤ',
      'IV. TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN',
      'V. KIẾN NGHỊ, ĐỀ XUẤT',
    ])
    expect(lines.filter((l) => /^Phụ lục [IVX]+$/.test(l))).toEqual(['Phụ lục I', 'Phụ lục II', 'Phụ lục III'])
  })

  test('giải trình của cơ quan thành phụ lục sau cùng, mỗi cơ quan nêu tên một lần; không có giải trình thì không có phụ lục', async () => {
    const explained = [
      {
        body: 'Sở Y tế',
        matter: 'Số nữ: biểu ghi 5, hồ sơ là 4 (đến 15/11/2026).',
        explanation: 'Hồ sơ chưa cập nhật.',
      },
      { body: 'Sở Y tế', matter: 'Số bác sĩ tăng 38% so với năm 2025.', explanation: 'Tiếp nhận hai bệnh viện.' },
    ]
    const lines = textOfDocx(await written({ explained })).split('\n')
    expect(lines).toContain('Phụ lục IV')
    for (const e of explained) expect(lines.join('\n')).toContain(e.explanation)
    const annex = lines.slice(lines.indexOf('Phụ lục IV'))
    expect(annex.filter((l) => l.includes('Sở Y tế'))).toHaveLength(1)
    expect(textOfDocx(await written({ explained: [] }))).not.toContain('Phụ lục IV')
    const sheets = (change: { explained?: typeof explained }) =>
      provincialWorkbook({
        input: { ...provincialInput(), ...change },
        sources: [],
        frozenAt: '2026-12-14T10:00:00Z',
        reports: 1,
      }).sheets.map((s) => s.name)
    expect(sheets({ explained })).toContain('Giải trình')
    expect(sheets({})).not.toContain('Giải trình')
  })

  test('mỗi số trong biểu mục tiêu có nguồn; trong báo cáo và phụ lục là một số', async () => {
    const figures = figuresOf(await written())
    for (const g of GOAL_LINES)
      for (const c of [g.previous, g.actual, g.estimate])
        if (c !== null)
          expect(
            figures.filter((f) => f.source === c.source).map((f) => f.text),
            g.code,
          ).toEqual([c.text, c.text])
  })

  test('mục tiêu thiếu số liệu nêu cơ quan phải cung cấp, không có số', async () => {
    const bytes = await written()
    expect(textOfDocx(bytes)).toContain('Chưa có nguồn số liệu. Cơ quan phải cung cấp: Sở Ngoại vụ.')
    expect(figuresOf(bytes).some((f) => f.source.startsWith('II.1.9:'))).toBe(false)
  })

  test('đoạn lấy từ báo cáo cơ quan ghi rõ cơ quan và số báo cáo', async () => {
    const text = textOfDocx(await written())
    expect(text).toContain('(Sở Y tế, Báo cáo số 312/BC-SYT ngày 03/12/2026).')
    expect(text).toContain('(UBND phường Thành Đông).')
    expect(text).toContain('- Đề nghị bổ sung kinh phí đào tạo sau đại học cho viên chức y tế (Sở Y tế,')
  })

  test('dấu thời điểm ở đầu báo cáo và trên mỗi phụ lục', async () => {
    const stamp = 'Số liệu tính đến 17:00 14/12/2026, theo địa giới hành chính ngày 14/12/2026'
    expect(textOfDocx(await written()).split(stamp)).toHaveLength(5)
  })

  test('nhiệm vụ chưa có chủ trì ghi "Chưa rõ chủ trì"; không ai chậm thì phụ lục nói rõ', async () => {
    const text = textOfDocx(
      await written({ late: [], groups: [{ title: 'Nhóm một', summary: [], contributions: [] }] }),
    )
    expect(text).toContain('Chưa rõ chủ trì')
    expect(text).toContain('Không có cơ quan, đơn vị nộp muộn hoặc chưa nộp.')
    expect(text).toContain('Chưa có cơ quan, đơn vị báo cáo kết quả của nhóm nhiệm vụ này.')
  })

  test('hai lần xuất một bản giống nhau từng byte', async () => {
    expect(Buffer.from(await written()).equals(Buffer.from(await written()))).toBe(true)
  })
})
