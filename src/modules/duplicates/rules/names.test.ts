/** Đọc họ tên: titles apart, names of every people of the country accepted, names typed before Unicode mended. */
import { describe, expect, it } from 'vitest'
import { readName } from './names.ts'

describe('Họ tên', () => {
  it.each([
    ['PGS.TS. Nguyễn Lân Cường', 'Nguyễn Lân Cường', ['PGS', 'TS']],
    ['PGS.TS.Nguyễn Lân Cường', 'Nguyễn Lân Cường', ['PGS', 'TS']],
    ['ThS. Trần Thị Mai', 'Trần Thị Mai', ['ThS']],
    ['BSCKII. Tạ Thị Bích', 'Tạ Thị Bích', ['BSCKII']],
    ['BS CK1 Tạ Thị Bích', 'Tạ Thị Bích', ['BS CK1']],
    ['GS Doãn Hữu Chấp', 'Doãn Hữu Chấp', ['GS']],
    ['Ông Nguyễn Văn An', 'Nguyễn Văn An', ['Ông']],
    ['Bà Phạm Thị Tươi', 'Phạm Thị Tươi', ['Bà']],
    ['Nguyễn Lân Cường, PGS.TS', 'Nguyễn Lân Cường', ['PGS.TS']],
    ['Nghệ sĩ ưu tú Lê Thị Hoa', 'Lê Thị Hoa', ['Nghệ sĩ ưu tú']],
    ['Ông Ích Khiêm', 'Ông Ích Khiêm', []],
    ['Tiến Văn Sĩ', 'Tiến Văn Sĩ', []],
    ['Ý', 'Ý', []],
    ['Tôn Nữ Thị Ninh', 'Tôn Nữ Thị Ninh', []],
  ])('%s -> %s', (given, text, titles) => {
    const name = readName(given)
    expect(name).toMatchObject({ original: given, text, titles })
  })

  it.each([
    ['Hồ-Thị Kan', 'ho thi kan'],
    ["H'Hen Niê", 'hhen nie'],
    ['H’ Hen Niê', 'hhen nie'],
    ['H Hen Niê', 'hhen nie'],
    ['Y Moan Ênuôl', 'y moan enuol'],
    ['NguyÔn V¨n §øc', 'nguyen van duc'],
    ['Nguyeãn Vaên Ñöùc', 'nguyen van duc'],
    ['Vò ThÞ Thu H\u00ad¬ng', 'vu thi thu huong'],
    ['Y Moan £nu«l', 'y moan enuol'],
    ['Ðinh Văn Ðoàn', 'dinh van doan'],
    ['Nguyễn Văn Đức'.normalize('NFD'), 'nguyen van duc'],
    ['', ''],
  ])('khóa của %s là "%s"', (given, key) => {
    expect(readName(given).key).toBe(key)
  })

  it('tên trong ngoặc là tên gọi khác', () => {
    expect(readName('Trần Văn Ba (tức Hoàng Lam)')).toMatchObject({ text: 'Trần Văn Ba', aliases: ['Hoàng Lam'] })
  })
})
