/** Chữ Việt: what is done to every text on its way in, and the keys it is compared and sorted by. */
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { clean, fold, givenName, nameSortKey, sameSpelling, sortKey, squeeze } from './text.ts'

const sorted = (list: readonly string[], key: (text: string) => string): string[] =>
  [...list].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0))

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
})

describe('So sánh', () => {
  it('khóa không dấu', () => {
    expect(fold('Nguyễn Văn  Ân')).toBe('nguyen van an')
    expect(fold('ĐỖ THỊ ĐÀO')).toBe('do thi dao')
  })

  it('khóa không dấu chỉ còn chữ La-tinh thường với mọi chữ Việt, và làm lại không đổi', () => {
    const vietnamese = fc.string({
      unit: fc.constantFrom(...'aàảãáạăằẳẵắặâầẩẫấậeèêềểễếệioòôồốơờớợuùưừứựyỳđĐÀÂƠƯ '),
    })
    fc.assert(
      fc.property(vietnamese, (text) => {
        expect(fold(text)).toMatch(/^[a-z ]*$/)
        expect(fold(fold(text))).toBe(fold(text))
        expect(fold(text.normalize('NFD'))).toBe(fold(text))
      }),
    )
  })

  test.each([
    ['Khánh Hoà', 'Khánh Hòa'],
    ['Thuỷ lợi', 'Thủy lợi'],
    ['UỶ BAN', 'Ủy ban'],
    ['sức khoẻ', 'sức khỏe'],
    ['hoá học', 'hóa học'],
    ['Sở  Y tế', 'sở y tế'],
  ])('%s và %s là một', (a, b) => expect(sameSpelling(a)).toBe(sameSpelling(b)))

  test.each([
    ['bác sỹ', 'bác sĩ'],
    ['qua', 'quà'],
    ['hoa', 'hòa'],
    ['của', 'cua'],
    ['Hải', 'Hai'],
  ])('%s và %s là hai', (a, b) => expect(sameSpelling(a)).not.toBe(sameSpelling(b)))

  test.each(['quý', 'quà', 'huế', 'tuệ', 'toàn', 'khuỷu', 'mùa', 'giá'])('%s chỉ có một cách bỏ dấu', (word) =>
    expect(sameSpelling(word)).toBe(word))
})

describe('Sắp xếp theo bảng chữ cái tiếng Việt', () => {
  test.each([
    ['chữ cái', ['an', 'ăn', 'ân', 'ba', 'da', 'đa', 'em', 'êm', 'ma', 'on', 'ôn', 'ơn', 'tu', 'tư', 'xa', 'yên']],
    ['thanh: ngang huyền hỏi ngã sắc nặng', ['ma', 'mà', 'mả', 'mã', 'má', 'mạ']],
    ['chữ cái trước, thanh sau', ['ba', 'bà', 'bá', 'bac', 'bắc', 'bằng']],
    ['chữ ngắn đứng trước chữ dài hơn', ['an', 'án', 'an bình', 'anh', 'ao']],
    ['không phân biệt chữ hoa', ['Ân Thi', 'bình giang', 'Cẩm Giàng', 'Đông Triều']],
  ])('%s', (_, expected) => expect(sorted([...expected].reverse(), sortKey)).toEqual(expected))

  it('họ tên: theo tên, rồi đệm, rồi họ', () => {
    const expected = ['Đỗ An', 'Nguyễn An', 'Lê Văn An', 'Trần Văn An', 'Lê Văn Anh', 'Phạm Bích Ân', 'Vũ Bình']
    expect(sorted([...expected].reverse(), nameSortKey)).toEqual(expected)
  })

  it('hai chữ khác nhau không bao giờ có cùng khóa vì cách gõ', () => {
    expect(sortKey('Hòa'.normalize('NFD'))).toBe(sortKey('Hòa'))
    expect(sortKey('  Hòa ')).toBe(sortKey('hòa'))
  })

  it('tên gọi là chữ cuối', () => {
    expect(givenName('Nguyễn Đình  Ân ')).toBe('Ân')
    expect(givenName('')).toBe('')
  })
})
