import { describe, expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { figuresOf, textOfDocx } from '../../../platform/word/read-paper.ts'
import { writePaper } from '../../../platform/word/write-paper.ts'
import { LATE_BODIES, letterInput } from './fixtures.ts'
import { urgingLetter } from './urging-letter.ts'

const textOf = async (count?: number) => textOfDocx(await writePaper(urgingLetter(letterInput(count))))

describe('công văn đôn đốc', () => {
  test('gửi đúng các cơ quan chậm, không thiếu, không thừa', async () => {
    const lines = (await textOf()).split('\n')
    const start = lines.indexOf('Kính gửi:') + 1
    const names = lines.slice(start, start + LATE_BODIES.length).map((l) => l.replace(/^- |[;.]$/g, ''))
    expect(names).toEqual(LATE_BODIES.map((b) => b.name))
    const few = await textOf(5)
    expect(few).not.toContain('Sở Y tế')
    for (const b of LATE_BODIES.slice(0, 5)) expect(few.split(b.name).length - 1, b.name).toBe(2)
  })

  test('một cơ quan chậm: Kính gửi cùng dòng', async () => {
    expect((await textOf(1)).split('\n')).toContain('Kính gửi: Sở Tài chính')
  })

  test('trích yếu, thời điểm, hạn mới viết đúng lối văn bản', async () => {
    const text = await textOf(5)
    expect(text).toContain('V/v đôn đốc báo cáo kết quả thực hiện Kế hoạch số 1459/KH-UBND năm 2026')
    expect(text).toContain('tính đến 17 giờ 00 ngày 06/12/2026')
    expect(text).toContain('trước 17 giờ 00 ngày 10 tháng 12 năm 2026')
    expect(text).toContain('103/108 cơ quan')
    expect(text).toContain('(Kèm theo Công văn số      /SNV-CCVC ngày ... tháng ... năm 2026 của Sở Nội vụ)')
    expect(text).toContain('- Như trên;')
    expect(text).toContain('- Lưu: VT, CCVC.')
  })

  test('số liệu trong công văn và phụ lục đều có nguồn', async () => {
    const figures = figuresOf(await writePaper(urgingLetter(letterInput(5))))
    const value = (source: string) => figures.find((f) => f.source === source)?.value
    expect(value('period:2026:late')).toBe(5)
    expect(value('period:2026:received')).toBe(103)
    expect(value('period:2026:obligated')).toBe(108)
    expect(figures.filter((f) => f.source.includes(':overdue:')).map((f) => f.value)).toEqual([2, 2, 2, 2, 2])
  })

  test('công văn ký trong năm sau mang năm của ngày ký', () => {
    const letter = urgingLetter({ ...letterInput(2), date: day('2027-01-04') })
    expect(letter.year).toBe(2027)
  })
})
