import { describe, expect, test } from 'vitest'
import { fitLines, textWidth } from './text-width.ts'

describe('bề rộng chữ', () => {
  test('dấu không làm chữ rộng thêm, chữ đậm rộng hơn chữ thường', () => {
    expect(textWidth('Độc lập', 14)).toBe(textWidth('Đoc lap', 14))
    expect(textWidth('Hạnh phúc', 14, true)).toBeGreaterThan(textWidth('Hạnh phúc', 14))
  })

  test('quốc hiệu cỡ 13 đậm dài khoảng 95 mm', () => {
    const width = (textWidth('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 13, true) * 25.4) / 72
    expect(width).toBeGreaterThan(90)
    expect(width).toBeLessThan(100)
  })

  test('ít dòng nhất, các dòng đều nhau', () => {
    expect(fitLines('ỦY BAN NHÂN DÂN THÀNH PHỐ BÌNH SƠN', 13, false, 190)).toEqual([
      'ỦY BAN NHÂN DÂN',
      'THÀNH PHỐ BÌNH SƠN',
    ])
  })

  test('chữ "số", "năm" đi liền với số; chỗ trống chờ số không bị cắt; chữ quá dài vẫn đứng một dòng', () => {
    expect(fitLines('Kế hoạch số 1459/KH-UBND năm 2026', 12, false, 130).join('|')).not.toMatch(/số\||năm\|/)
    expect(fitLines('Kèm theo Công văn số      /SNV', 14, true, 100).join('|')).toContain('      /SNV')
    expect(fitLines('dàidàidàidài', 14, true, 5)).toEqual(['dàidàidàidài'])
    expect(fitLines('Trưởng phòng\nCông chức', 14, true, 500)).toEqual(['Trưởng phòng', 'Công chức'])
  })
})
