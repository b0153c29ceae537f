/** Kiểm tra số định danh: hard errors stop a row, soft ones may be overridden, nothing is a check digit. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { checkCitizenId } from './citizen-id.ts'

const on = day('2026-11-23')
const man = { sex: 'nam', birth: day('1972-09-02'), on } as const
const nobody = { sex: null, birth: null, on } as const

describe('Số định danh cá nhân', () => {
  it.each([
    ['đúng nam 1972', '030072001234', man, []],
    [
      'giới tính khác: chỉ cảnh báo',
      '030072001234',
      { ...man, sex: 'nu' },
      ['Giới tính theo số định danh là nam, hồ sơ ghi nữ'],
    ],
    [
      'năm sinh khác: chỉ cảnh báo',
      '030072001234',
      { ...man, birth: day('1973-09-02') },
      ['Năm sinh theo số định danh là 1972, hồ sơ ghi 1973'],
    ],
    ['nữ sinh năm 2001', '001301000007', { ...man, sex: 'nu', birth: day('2001-05-01') }, []],
    ['viết cách và có dấu nháy', "'030 072 001 234", man, []],
    [
      'khai sinh ở nước ngoài',
      '245072001234',
      man,
      ["Ba chữ số đầu '245' là mã quốc gia: người đăng ký khai sinh ở nước ngoài"],
    ],
  ] as const)('%s', (_, text, context, warnings) => {
    const check = checkCitizenId(text, context)
    expect(check).toMatchObject({ ok: true, problem: null, warnings, proposal: null })
    expect(check.value).toHaveLength(12)
  })

  it.each([
    ['mã nơi đăng ký không có', '003072001234', "Ba chữ số đầu '003' không phải mã nơi đăng ký khai sinh"],
    ['chữ số thế kỷ', '030472001234', "Chữ số thứ tư '4' chỉ thế kỷ sau, chưa có ai mang số này"],
    ['năm sinh ở tương lai', '030272001234', 'Năm sinh theo số định danh (2072) sau năm nay'],
    ['chưa đủ 18 tuổi', '030209001234', 'Theo số định danh, người này sinh năm 2009, chưa đủ 18 tuổi'],
    [
      'dạng lũy thừa',
      '3.0072E+10',
      'Ô ghi dạng rút gọn (E+), đã mất các chữ số cuối. Định dạng ô là chữ rồi nhập lại đủ 12 chữ số',
    ],
    ['CMND cũ', '141234567', 'Số có 9 chữ số là số CMND cũ. Chuyển sang cột CMND hoặc nhập số 12 chữ số'],
    ['có chữ', '03007200123A', "Số định danh cá nhân chỉ gồm chữ số, hiện ghi '…123A'"],
    ['thừa chữ số', '0300720012345', 'Số định danh cá nhân phải có 12 chữ số, hiện có 13'],
  ])('từ chối: %s', (_, text, problem) => {
    expect(checkCitizenId(text, nobody)).toMatchObject({ ok: false, value: null, problem })
  })

  it('đủ 18 tuổi tính tới đúng ngày khi biết ngày sinh', () => {
    const born = (birth: string) => checkCitizenId('030208001234', { sex: 'nam', birth: day(birth), on }).ok
    expect([born('2008-11-23'), born('2008-11-24')]).toEqual([true, false])
  })

  it('mất số 0 ở đầu: đề xuất số đã bù, chỉ khớp khi nơi, giới tính, năm sinh cùng đúng', () => {
    const problem = 'Số định danh cá nhân phải có 12 chữ số, hiện có 11'
    expect(checkCitizenId('30072001234', man)).toMatchObject({
      ok: false,
      problem,
      proposal: { value: '030072001234', agrees: true },
    })
    expect(checkCitizenId('30072001234', { ...man, sex: null }).proposal?.agrees).toBe(false)
    expect(checkCitizenId('30072001234', { ...man, birth: day('1973-01-01') }).proposal?.agrees).toBe(false)
    expect(checkCitizenId('1072001234', man).proposal).toEqual({ value: '001072001234', agrees: true })
  })

  it('sáu chữ số cuối nào cũng được nhận: không có số kiểm tra', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999_999 }),
        (n) => checkCitizenId(`030072${String(n).padStart(6, '0')}`, man).ok,
      ),
    )
  })
})
