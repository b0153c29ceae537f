/** Họ tên như các cơ quan ghi: danh xưng, chữ hoa, tên các dân tộc; điều không phải tên bị từ chối. */
import { describe, expect, it } from 'vitest'
import { joinName, readName } from './names.ts'

describe('Họ tên nhận được nguyên vẹn', () => {
  it.each([
    'Ý',
    'Y Moan Ênuôl',
    'Hồ-Thị Kan',
    'Tôn Nữ Thị Ninh',
    "H'Hen Niê",
    'Đặng Thùy Trâm',
    'Nguyễn Hoà',
    'Lý Lí',
    'Ông Ích Khiêm',
    'K’Brêm',
    'Bà Thị Én',
    'Tsang Kim',
  ])('%s', (name) => expect(readName(name)).toMatchObject({ name, titles: [], problem: null }))
})

describe('Danh xưng tách ra khỏi tên', () => {
  it.each([
    ['PGS.TS. Nguyễn Văn Đức', 'Nguyễn Văn Đức', ['PGS', 'TS']],
    ['PGS, TS Nguyễn Văn Đức', 'Nguyễn Văn Đức', ['PGS', 'TS']],
    ['GS.TSKH Trần Văn A', 'Trần Văn A', ['GS', 'TSKH']],
    ['ThS.BS Lê Thị B', 'Lê Thị B', ['ThS', 'BS']],
    ['TS.BSCKII. Phạm C', 'Phạm C', ['TS', 'CKII']],
    ['BSCKI Hoàng Thị D', 'Hoàng Thị D', ['CKI']],
    ['BS. CK2 Hoàng Thị D', 'Hoàng Thị D', ['CKII']],
    ['NGƯT. ThS. Vũ E', 'Vũ E', ['NGUT', 'ThS']],
    ['Tiến sĩ Bùi Văn G', 'Bùi Văn G', ['TS']],
    ['Nguyễn Văn Đức, ThS', 'Nguyễn Văn Đức', ['ThS']],
    ['Ông: Nguyễn Văn Đức', 'Nguyễn Văn Đức', []],
    ['CN. Đỗ Thị H', 'Đỗ Thị H', ['CN']],
  ])('%s', (text, name, codes) => {
    const found = readName(text)
    expect(found.name).toBe(name)
    expect(found.titles.map((t) => t.code)).toEqual(codes)
    expect(found.original).toBe(text)
  })
})

describe('Chữ hoa và dấu', () => {
  it.each([
    ['NGUYỄN VĂN ĐỨC', 'Nguyễn Văn Đức'],
    ["H'HEN NIÊ", "H'Hen Niê"],
    ['Y MOAN ÊNUÔL', 'Y Moan Ênuôl'],
    ['nguyễn văn đức', 'Nguyễn Văn Đức'],
    ['Nguyễn  Văn\u00a0Đức ', 'Nguyễn Văn Đức'],
    ['Nguyễn Văn Đức'.normalize('NFD'), 'Nguyễn Văn Đức'],
    ['McDonald Trần', 'McDonald Trần'],
  ])('%s', (text, name) => expect(readName(text).name).toBe(name))

  it('chú thích trong ngoặc được tách, giữ lại', () =>
    expect(readName('Nguyễn Văn Đức (Hiệu trưởng)')).toMatchObject({ name: 'Nguyễn Văn Đức', note: 'Hiệu trưởng' }))
})

describe('Không phải họ tên', () => {
  it.each([
    ['Nguyễn Văn 12', 'digits'],
    ['<b>Nguyễn</b>', 'markup'],
    ['Nguyễn & Trần', 'letters'],
    ['', 'empty'],
    ['---', 'letters'],
    [`${'Nguyễn '.repeat(20)}`, 'long'],
  ])('%s', (text, problem) => expect(readName(text).problem).toBe(problem))
})

it('hai cột họ đệm và tên ghép lại', () => expect(joinName(['Nguyễn Văn ', ' Đức'])).toBe('Nguyễn Văn Đức'))
