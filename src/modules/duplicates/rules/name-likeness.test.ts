/** So họ tên: the order of closeness that the rules promise, syllable by syllable. */
import { describe, expect, it } from 'vitest'
import { TABLE_FREQUENCIES } from './frequencies.ts'
import { compareNames } from './name-likeness.ts'
import { readName } from './names.ts'

const compare = (a: string, b: string) => compareNames(readName(a), readName(b), TABLE_FREQUENCIES)

describe('So họ tên theo từng tiếng', () => {
  it.each([
    ['Nguyễn Thị Hòa', 'NGUYỄN THỊ HOÀ', 'whole', 'same'],
    ['Nguyễn Văn Đức', 'Nguyen Van Duc', 'whole', 'unmarked'],
    ['Trần Thị Lý', 'Trần Thị Lí', 'whole', 'slip'],
    ['Vũ Văn Dũng', 'Vũ Văn Dủng', 'whole', 'slip'],
    ['Nguyễn Thị Hà', 'Nguyễn Thị Hạ', 'whole', 'marks'],
    ['Phạm Văn Nội', 'Phạm Văn Lội', 'whole', 'sound'],
    ['Trần Thị Dung', 'Trần Thị Giung', 'whole', 'sound'],
    ['Đỗ Thị Trúc', 'Đỗ Thị Chúc', 'whole', 'sound'],
    ['Bùi Văn Sứng', 'Bùi Văn Xứng', 'whole', 'sound'],
    ['Nguyễn Thị Thu Hà', 'Nguyễn Thu Hà', 'middle-dropped', 'same'],
    ['Vũ Thị Thanh Huyền', 'Vũ Thanh Thị Huyền', 'middle-swapped', 'same'],
    ['Lê Đức Anh', 'Lê Tuấn Anh', 'middle-differs', 'same'],
    ['Nguyễn Thu Hà', 'Ha Nguyen Thu', 'reordered', 'unmarked'],
    ['Phạm Gia Khánh', 'Gia Khanh Pham', 'reordered', 'unmarked'],
    ['Y Moan Ênuôl', 'Y Moan Ê nuôl', 'whole', 'unmarked'],
    ['Nguyễn Văn Hùng', 'Nguyễn Văn Hằng', 'whole', 'different'],
    ['Nguyễn Văn Đang', 'Nguyễn Văn Gian', 'whole', 'different'],
  ])('%s / %s: %s, tên %s', (a, b, form, given) => {
    expect(compare(a, b)).toMatchObject({ form, given })
    expect(compare(b, a).bits).toBeCloseTo(compare(a, b).bits, 9)
  })

  it('càng gần càng nhiều bit', () => {
    const bits = [
      compare('Nguyễn Thị Thu Hà', 'Nguyễn Thị Thu Hà'),
      compare('Nguyễn Thị Thu Hà', 'Nguyen Thi Thu Ha'),
      compare('Nguyễn Thị Thu Hà', 'Nguyễn Thu Hà'),
      compare('Nguyễn Thị Thu Hà', 'Nguyễn Thị Ngân Hà'),
      compare('Nguyễn Thị Thu Hà', 'Nguyễn Thị Thu Nga'),
      compare('Nguyễn Thị Thu Hà', 'Trần Văn Hùng'),
    ].map((n) => n.bits)
    expect(bits).toEqual(bits.toSorted((x, y) => y - x))
  })

  it('trùng tên hiếm nói nhiều hơn trùng tên phổ biến', () => {
    const rare = compare('Nhữ Đình Chuyên', 'Nhữ Đình Chuyên').bits
    expect(rare).toBeGreaterThan(compare('Nguyễn Thị Hương', 'Nguyễn Thị Hương').bits + 8)
  })

  it('chữ cái không được đếm: một chữ khác có thể là tên khác', () => {
    expect(compare('Trần Thị Anh', 'Trần Thị Oanh').given).toBe('different')
    expect(compare('Lê Văn Thanh', 'Lê Văn Thành').given).toBe('marks')
    expect(compare('Lê Văn Thanh', 'Lê Văn Thanh').given).toBe('same')
  })
})
