/** Chữ Việt: what is done to every text on its way in, and the keys it is compared and sorted by. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clean, fold, squeeze } from './text.ts'

describe('Chữ vào hệ thống', () => {
  it('dựng sẵn và tổ hợp là một chữ', () => {
    expect(clean('Nguye\u0302\u0303n')).toBe('Nguyễn')
    expect(clean('Nguye\u200B\u0302\u0303n')).toBe('Nguyễn')
  })

  it('bỏ chữ không thấy và ký tự điều khiển, giữ xuống dòng và dấu cách', () => {
    expect(clean('Sở\u200B Y\u00A0tế\u0000\u001b')).toBe('Sở Y tế')
    expect(clean('một\nhai\tba\r\n')).toBe('một\nhai\tba\r\n')
    expect(squeeze('  một \n hai ')).toBe('một hai')
  })

  it('làm hai lần như làm một lần, và không bao giờ còn ký tự mà cơ sở dữ liệu từ chối', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = clean(text)
        expect(clean(once)).toBe(once)
        expect(once.includes('\u0000')).toBe(false)
      }),
    )
  })

  it('khóa không dấu', () => {
    expect(fold('Nguyễn Văn  Ân')).toBe('nguyen van an')
    expect(fold('ĐỖ THỊ ĐÀO')).toBe('do thi dao')
  })
})
