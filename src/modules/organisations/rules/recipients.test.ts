import { describe, expect, test } from 'vitest'
import { seenUnit } from '../fixtures.ts'
import { nameKey, resolveRecipient } from './recipients.ts'

const body = (id: string, name: string, group: Parameters<typeof seenUnit>[1] = {}) =>
  seenUnit(id, { name, officeName: name, ...group })
const units = [
  seenUnit('P', {
    kind: 'province',
    group: 'uy-ban',
    type: 'Tỉnh',
    name: 'Tỉnh An Bình',
    officeName: 'UBND tỉnh An Bình',
  }),
  body('VP', 'Văn phòng UBND tỉnh'),
  body('SYT', 'Sở Y tế'),
  body('LD', 'Sở Lao động - Thương binh và Xã hội'),
  body('GD', 'Sở Giáo dục và Đào tạo'),
  body('CNTT', 'Trung tâm Công nghệ thông tin tỉnh', { group: 'don-vi-su-nghiep' }),
  body('BTC', 'Ban Tổ chức Tỉnh ủy', { group: 'dang' }),
  body('MT', 'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh', { group: 'mat-tran-doan-the' }),
  body('PN', 'Hội Liên hiệp Phụ nữ tỉnh', { group: 'mat-tran-doan-the' }),
  body('NB', 'Hội Nhà báo tỉnh', { group: 'mat-tran-doan-the' }),
  seenUnit('H1', {
    kind: 'district',
    group: 'cap-huyen',
    type: 'Huyện',
    name: 'Huyện Thượng',
    officeName: 'UBND huyện Thượng',
  }),
  seenUnit('X1', { kind: 'commune', group: 'cap-xa', type: 'Xã', name: 'Xã Đông Hòa', officeName: 'UBND xã Đông Hòa' }),
  seenUnit('X2', { kind: 'commune', group: 'cap-xa', type: 'Xã', name: 'Xã Đông Hòa', officeName: 'UBND xã Đông Hòa' }),
]

describe('nơi nhận của kế hoạch', () => {
  test.each<[string, 'group' | 'single' | 'unknown', string[]]>([
    ['- Thường trực Tỉnh ủy;', 'unknown', []],
    ['- Thường trực HĐND tỉnh;', 'unknown', []],
    ['- Chủ tịch, các PCT UBND tỉnh;', 'single', ['P']],
    ['- Các ban, cơ quan thuộc Tỉnh ủy;', 'group', ['BTC']],
    ['- Ủy ban MTTQ tỉnh, các đoàn thể tỉnh;', 'group', ['MT', 'PN']],
    ['- Các sở, ban, ngành;', 'group', ['VP', 'SYT', 'LD', 'GD']],
    ['- Các đơn vị sự nghiệp công lập thuộc UBND tỉnh;', 'group', ['CNTT']],
    ['- Các tổ chức chính trị - xã hội tỉnh;', 'group', ['MT', 'PN']],
    ['- UBND các huyện, thị xã, thành phố;', 'group', ['H1']],
    ['- UBND các xã, phường, thị trấn;', 'group', ['X1', 'X2']],
    ['- Lãnh đạo VP UBND tỉnh;', 'single', ['VP']],
    ['- Trung tâm CNTT tỉnh;', 'single', ['CNTT']],
    ['- Lưu: VT, NC-KSTTHC, Trung (08b).', 'unknown', []],
    ['Sở LĐ-TB&XH', 'single', ['LD']],
    ['Sở Lao động, Thương binh và Xã hội', 'single', ['LD']],
    ['Sở GD&ĐT', 'single', ['GD']],
    ['Sở Y Tế', 'single', ['SYT']],
    ['UBND huyện Thượng', 'single', ['H1']],
    ['UBND tỉnh', 'unknown', []],
    ['', 'unknown', []],
  ])('%s', (line, kind, ids) => {
    const r = resolveRecipient(line, units)
    expect([r.kind, [...r.unitIds]]).toEqual([kind, ids])
  })

  test('tên có hai đơn vị mang: không tự chọn, nêu cả hai', () => {
    expect(resolveRecipient('UBND xã Đông Hoà', units)).toEqual({
      unitIds: [],
      kind: 'unknown',
      candidates: ['X1', 'X2'],
    })
  })

  test('khóa tên bỏ dấu, chữ viết tắt và chữ tỉnh ở cuối', () => {
    expect(nameKey('Sở KH&CN')).toBe(nameKey('Sở Khoa học và Công nghệ'))
    expect(nameKey('Sở NN&PTNT')).toBe(nameKey('Sở Nông nghiệp và Phát triển nông thôn'))
    expect(nameKey('Sở VH-TT&DL')).toBe(nameKey('Sở Văn hóa, Thể thao và Du lịch'))
  })
})
