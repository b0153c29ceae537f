import { describe, expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { readCodeLists } from '../facts.ts'
import { bookOn, listBook, type Published, versionFor } from './look-up.ts'

const shipped: Published[] = readCodeLists().map((l) => ({
  ...l,
  list: l.name,
  valid: { from: l.from, to: l.until },
}))
const versions = (list: string) => shipped.filter((v) => v.list === list)
const book = (list: string, on = '2026-11-23') => listBook(versionFor(versions(list), day(on)))

describe('tra mã từ cách viết gặp trong tệp', () => {
  test.each([
    ['trinh-do', 'ĐH', '6'],
    ['trinh-do', 'ĐHCQ', '6'],
    ['trinh-do', 'Đại học chính quy', '6'],
    ['trinh-do', 'CN Luật', '6'],
    ['trinh-do', 'dai hoc', '6'],
    ['trinh-do', '  THẠC   SỸ ', '7'],
    ['trinh-do', 'Th.S', '7'],
    ['trinh-do', 'BSCKII', 'CKII'],
    ['trinh-do', 'Bác sĩ CK I', null],
    ['trinh-do', 'Bác sĩ CKI', 'CKI'],
    ['ly-luan-chinh-tri', 'Cao cấp LLCT', 'CC'],
    ['ngoai-ngu', 'B1', '3'],
    ['chung-chi-ngoai-ngu', 'TA B', 'cu-b'],
    ['ngoai-ngu-thu-tieng', 'Hàn ngữ', 'ko'],
    ['ngoai-ngu-thu-tieng', 'Hán ngữ', 'zh'],
    ['ngoai-ngu-thu-tieng', 'han ngu', null],
    ['dan-toc', "H'Mông", '08'],
    ['dan-toc', 'Êđê', '12'],
    ['ton-giao', 'Không', 'khong'],
    ['chuc-danh-vien-chuc', 'v.07.01.03', 'V.07.01.03'],
    ['ngach-cong-chuc', '01.003', '01.003'],
    ['quoc-tich', 'Vietnam', 'VN'],
    ['tinh-cccd', 'TP. Hồ Chí Minh', '079'],
    ['chuc-vu', 'PCT UBND xã', 'pct-xa'],
    ['hinh-thuc-dao-tao', 'Tại chức', 'vlvh'],
    ['danh-hieu-thi-dua', 'CSTĐ cơ sở', 'CSTDCS'],
    ['trinh-do', '', null],
    ['trinh-do', 'một trình độ lạ', null],
    ['khong-co-danh-muc', 'ĐH', null],
  ])('%s: «%s» là %s', (list, text, code) => expect(book(list).codeOf(text)).toBe(code))

  test('mọi mã và tên của mọi danh mục tra ra một mã có trong danh mục', () => {
    for (const v of shipped) {
      const b = listBook(v)
      for (const e of v.entries) {
        expect(b.labelOf(e.code)).toBe(e.label)
        expect([e.code, null], `${v.list} ${e.label}`).toContain(b.codeOf(e.label))
      }
    }
  })

  test('tên trùng nhau trong một danh mục không tra được, không đoán', () => {
    expect(book('chuc-danh-vien-chuc').codeOf('Kiểm nghiệm viên thủy sản hạng II')).toBeNull()
  })
})

describe('trình độ', () => {
  test('thứ tự để tìm trình độ cao nhất, từ chưa qua đào tạo đến tiến sĩ và chuyên khoa', () => {
    const { rankOf } = book('trinh-do')
    const order = ['0', 'SC', '1', '2', '3', '4', '5', '6', '7', 'CKI', 'BSNT', '8', 'CKII']
    expect(order.toSorted((a, b) => rankOf(a) - rankOf(b))).toEqual(order)
    expect(rankOf('x')).toBe(-1)
  })
})

describe('phiên bản theo ngày', () => {
  test('«Hoàn thành nhiệm vụ» có cho năm 2021, không có cho năm 2018', () => {
    expect(book('xep-loai-chat-luong', '2021-12-31').codeOf('Hoàn thành nhiệm vụ')).toBe('HT')
    expect(book('xep-loai-chat-luong', '2018-12-31').codeOf('Hoàn thành nhiệm vụ')).toBeNull()
    expect(book('xep-loai-chat-luong', '2018-12-31').entries.map((e) => e.code)).toContain('HTHC')
  })

  test('«Bằng khen» không phải danh hiệu thi đua', () => {
    expect(book('danh-hieu-thi-dua').codeOf('Bằng khen')).toBeNull()
    expect(book('hinh-thuc-khen-thuong').codeOf('Bằng khen')).toBe('BK')
  })

  test('mã lĩnh vực nghiên cứu 2008 mở được với tên cũ và đối ứng sang mã 2025', () => {
    const old = book('linh-vuc-nghien-cuu', '2025-12-14').entries.find((e) => e.code === '102')
    expect(old).toMatchObject({ label: 'Khoa học máy tính và thông tin', mapsTo: ['102'] })
    const now = book('linh-vuc-nghien-cuu', '2025-12-15')
    for (const e of book('linh-vuc-nghien-cuu', '2020-01-01').entries)
      for (const code of e.mapsTo) expect(now.labelOf(code)).not.toBeNull()
    expect(now.entries.filter((e) => e.parent !== null)).toHaveLength(46)
  })

  test('ngành chỉ có đến năm 2017 chọn được cho bằng năm 2010, không cho bằng năm 2020', () => {
    expect(book('nganh-dao-tao', '2010-07-01').codeOf('Y đa khoa')).toBe('720101')
    expect(book('nganh-dao-tao', '2020-07-01').codeOf('Y đa khoa')).toBeNull()
  })

  test('ngày trước phiên bản đầu: đọc phiên bản đầu khi ngày bắt đầu chưa đối chiếu', () => {
    expect(book('linh-vuc', '1990-01-01').labelOf('y-te')).toBe('Y tế')
    expect(book('trinh-do', '1990-01-01').labelOf('6')).toBe('Đại học')
    expect(book('loai-van-ban', '1990-01-01').entries).toEqual([])
    expect(book('nganh-kinh-te', '2026-01-01').entries).toEqual([])
  })
})

describe('mã của phiên bản cũ', () => {
  const all = Map.groupBy(shipped, (v) => v.list)
  const built = new Map(shipped.map((v) => [v, listBook(v)]))
  const on = (text: string) =>
    bookOn(all, day(text), (v) => (v === null ? listBook(null) : (built.get(v) ?? listBook(v))))
  const today = on('2026-11-23')

  test('mã cũ giữ tên cũ và nêu mã đối ứng của ngày hỏi', () => {
    expect(today.list('linh-vuc-nghien-cuu').labelOf('10101')).toBeNull()
    expect(today.labelOf('linh-vuc-nghien-cuu', '10101')).toBe('Toán học cơ bản')
    expect(today.former('linh-vuc-nghien-cuu', '10101')).toEqual({
      label: 'Toán học cơ bản',
      version: '2008',
      heirs: [{ code: '101', label: 'Toán học và thống kê' }],
    })
  })

  test('đối ứng đi qua mọi phiên bản ở giữa: ngành năm 2010 qua 2017 tới 2022', () => {
    expect(today.former('nganh-dao-tao', '480102')).toMatchObject({
      label: 'Truyền thông và mạng máy tính',
      heirs: [{ code: '4801', label: 'Máy tính' }],
    })
    expect(
      on('2018-01-01')
        .former('nganh-dao-tao', '480102')
        ?.heirs.map((h) => h.code),
    ).toEqual(['4801'])
  })

  test('mã còn trong danh mục của ngày thì không phải mã cũ; mã lạ không có tên', () => {
    expect(on('2025-12-14').former('linh-vuc-nghien-cuu', '10101')).toBeNull()
    expect(today.former('linh-vuc-nghien-cuu', '101')).toBeNull()
    expect(today.labelOf('linh-vuc-nghien-cuu', '99999')).toBeNull()
    expect(today.labelOf('danh-muc-khong-co', '1')).toBeNull()
  })

  test('mã cấp 3 không phiên bản nào có thì biết thuộc mã cấp 2 nào; mã ngành không đoán như vậy', () => {
    expect(today.aboveOf('linh-vuc-nghien-cuu', '1030405')?.label).toBe('Vật lý')
    expect(today.aboveOf('linh-vuc-nghien-cuu', '9')).toBeNull()
    expect(today.aboveOf('nganh-dao-tao', '7220201')).toBeNull()
  })

  test('tên chỉ có ở phiên bản cũ vẫn tra ra; danh mục hiện nay đứng trước', () => {
    expect(today.list('nganh-dao-tao').codeOf('Y đa khoa')).toBeNull()
    expect(today.everCodeOf('nganh-dao-tao', 'Y đa khoa')).toBe('720101')
    expect(today.everCodeOf('nganh-dao-tao', 'Máy tính')).toBe('4801')
    const labels = today.everOf('nganh-dao-tao').map((e) => e.label)
    expect(labels[0]).toBe('Khoa học giáo dục và đào tạo giáo viên')
    expect(labels.slice(100)).toContain('Y đa khoa')
    expect(labels).toHaveLength(105)
  })

  test('phiên bản chưa bắt đầu không được nêu trong biểu mẫu của hôm nay', () => {
    expect(on('2016-01-01').everOf('linh-vuc-nghien-cuu')).toHaveLength(64)
    expect(on('2016-01-01').labelOf('xep-loai-chat-luong', 'HT')).toBe('Hoàn thành nhiệm vụ')
  })

  test('mọi mã của mọi phiên bản đều có tên vào mọi ngày', () => {
    for (const v of shipped)
      for (const text of ['2012-06-30', '2019-06-30', '2026-11-23'])
        for (const e of v.entries)
          expect(on(text).labelOf(v.list, e.code), `${v.list} ${e.code} ${text}`).not.toBeNull()
  })
})
