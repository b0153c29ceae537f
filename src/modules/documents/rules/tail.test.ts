/** Nơi nhận, người ký and what stands after them. */
import { describe, expect, it } from 'vitest'
import { readPlan } from './read-plan.ts'

const BODY = 'KẾ HOẠCH\nPhát triển du lịch\nI. NHIỆM VỤ\n1. Sở Du lịch chủ trì tổ chức hội nghị./.\n'
const read = (tail: string) => readPlan(`${BODY}${tail}`)
const names = (tail: string) => read(tail).recipients.map((r) => r.name)
const signer = (tail: string) => {
  const s = read(tail).signer
  return s && [s.authority, s.capacity, s.post, s.name]
}
const LIST = 'Nơi nhận:\n- Như trên;\n- Sở Du lịch;\n- Lưu: VT, KGVX.\n'
const SIX = ['Như trên', 'Sở Du lịch', 'Lưu: VT, KGVX']

describe('người ký', () => {
  it.each([
    [
      'TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n(Đã ký)\nHà Thị Lan',
      ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', 'Hà Thị Lan'],
    ],
    ['CHỦ TỊCH\nĐỗ Minh', [null, null, 'CHỦ TỊCH', 'Đỗ Minh']],
    ['KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nBSCKII. Trương Quốc Bảo', [null, 'KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC', 'Trương Quốc Bảo']],
    ['GIÁM ĐỐC\nBS.CKII Trần Văn Hùng', [null, null, 'GIÁM ĐỐC', 'Trần Văn Hùng']],
    ['GIÁM ĐỐC\nThS.BS. Trần Văn Hùng', [null, null, 'GIÁM ĐỐC', 'Trần Văn Hùng']],
    ['HIỆU TRƯỞNG\nPGS.TS. Lê Thị Bích Thủy', [null, null, 'HIỆU TRƯỞNG', 'Lê Thị Bích Thủy']],
    ['TL. CHỦ TỊCH\nGIÁM ĐỐC SỞ Y TẾ\nĐã ký: Bế Văn Thụ', [null, 'TL. CHỦ TỊCH', 'GIÁM ĐỐC SỞ Y TẾ', 'Bế Văn Thụ']],
    [
      'GIÁM ĐỐC SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH\nBế Văn Thụ',
      [null, null, 'GIÁM ĐỐC SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH', 'Bế Văn Thụ'],
    ],
    [
      'T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ THƯỜNG TRỰC\nNGUYỄN MẠNH HÙNG',
      ['T/M BAN THƯỜNG VỤ', null, 'PHÓ BÍ THƯ THƯỜNG TRỰC', 'NGUYỄN MẠNH HÙNG'],
    ],
    [
      'TM. ỦY BAN NHÂN DÂN\nQ. CHỦ TỊCH\nĐại tá Nguyễn Văn Hùng',
      ['TM. ỦY BAN NHÂN DÂN', 'Q. CHỦ TỊCH', null, 'Nguyễn Văn Hùng'],
    ],
    [
      'TM. UY BAN NHAN DAN\nKT.CHU TICH\nPHO CHU TICH\nBùi Quốc Hiệp',
      ['TM. UY BAN NHAN DAN', 'KT.CHU TICH', 'PHO CHU TICH', 'Bùi Quốc Hiệp'],
    ],
    ['TUQ. CHỦ TỊCH\nTRƯỞNG BAN\nY Thanh Hà Niê Kđăm', [null, 'TUQ. CHỦ TỊCH', 'TRƯỞNG BAN', 'Y Thanh Hà Niê Kđăm']],
  ])('%s', (tail, expected) => {
    expect(signer(`${LIST}${tail}`)).toEqual(expected)
    expect(names(`${LIST}${tail}`)).toEqual(SIX)
    // The signature stands before the recipients as often as after them.
    expect(signer(`${tail}\n${LIST}`)).toEqual(expected)
    expect(names(`${tail}\n${LIST}`)).toEqual(SIX)
    expect(read(`${tail}\n${LIST}`).tasks).toHaveLength(1)
  })
})

describe('hai cột của phần cuối', () => {
  const WHOLE = ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', 'Hà Thị Lan']
  it.each([
    [
      'một dòng',
      'Nơi nhận: - Như trên; - Sở Du lịch; - Lưu: VT, KGVX. TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH Hà Thị Lan',
    ],
    [
      'tab',
      'Nơi nhận:\tTM. ỦY BAN NHÂN DÂN\n- Như trên;\tKT. CHỦ TỊCH\n- Sở Du lịch;\tPHÓ CHỦ TỊCH\n- Lưu: VT, KGVX.\tHà Thị Lan',
    ],
    [
      'khoảng trắng',
      'Nơi nhận:                 TM. ỦY BAN NHÂN DÂN\n- Như trên;                KT. CHỦ TỊCH\n- Sở Du lịch;            PHÓ CHỦ TỊCH\n- Lưu: VT, KGVX.              Hà Thị Lan',
    ],
    [
      'bảng có ngắt dòng',
      '| **Nơi nhận:**<br>- Như trên;<br>- Sở Du lịch;<br>- Lưu: VT, KGVX. | **TM. ỦY BAN NHÂN DÂN**<br>**KT. CHỦ TỊCH**<br>**PHÓ CHỦ TỊCH**<br><br>**Hà Thị Lan** |',
    ],
    [
      'mất dấu của máy quét',
      'Noi nhân: TM. ỦY BAN NHÂN DÂN\n- Như trên;\n- Sở Du lịch;\n- Lưu: VT, KGVX.\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nHà Thị Lan',
    ],
    [
      'gạch đầu dòng có dấu thoát',
      'Nơi nhận:\n\\- Như trên;\n\\- Sở Du lịch;\n\\- Lưu: VT, KGVX.\nTM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nHà Thị Lan',
    ],
  ])('%s', (_, tail) => {
    expect(names(tail)).toEqual(SIX)
    expect(signer(tail)).toEqual(WHOLE)
  })
})

describe('nơi nhận', () => {
  it.each([
    ['- Thường trực Tỉnh ủy (để b/c);', ['Thường trực Tỉnh ủy', 'để b/c']],
    ['- Bộ Y tế (b/cáo);', ['Bộ Y tế', 'b/cáo']],
    ['- Các sở (để thực hiện);', ['Các sở', 'để thực hiện']],
    ['- Đài PT-TH tỉnh; Báo Lâm Sơn;', ['Đài PT-TH tỉnh; Báo Lâm Sơn', null]],
    ['+ Như Điều 3;', ['Như Điều 3', null]],
    ['Các Phó Chủ tịch UBND tỉnh;', ['Các Phó Chủ tịch UBND tỉnh', null]],
    ['- Các sở, ban, ngành, đoàn thể\ntỉnh;', ['Các sở, ban, ngành, đoàn thể tỉnh', null]],
  ])('%s', (line, expected) => {
    const [first] = read(`Nơi nhận:\n${line}\n- Lưu: VT.\nCHỦ TỊCH\nĐỗ Minh`).recipients
    expect([first?.name, first?.note]).toEqual(expected)
  })
  it.each([
    'Lưu: VT, TH.',
    'Luu: VT, TH.',
    'Lưu VT, TH.',
    'Lưu Văn phòng Tỉnh ủy.',
    'Lưu trữ: VP.',
  ])('“%s” là dòng lưu', (line) => {
    expect(read(`Nơi nhận:\n- Như trên;\n- ${line}\nCHỦ TỊCH\nĐỗ Minh`).recipients.map((r) => r.archive)).toEqual([
      false,
      true,
    ])
  })
})

describe('phụ lục, văn bản kèm theo', () => {
  const SIGNED = `${LIST}CHỦ TỊCH\nĐỗ Minh\n\n`
  const CAPTION = '(Kèm theo Kế hoạch số 12/KH-UBND ngày    tháng 3 năm 2025 của UBND tỉnh)'
  it('tên phụ lục, chú thích không thành nhiệm vụ; mỗi phụ lục có cây đề mục riêng', () => {
    const one = `PHỤ LỤC I\nDANH MỤC NHIỆM VỤ\n${CAPTION}\nI. NHIỆM VỤ TRỌNG TÂM\n1. Sở Du lịch chủ trì lập bản đồ.\n`
    const two = `PHỤ LỤC II\nNHIỆM VỤ THƯỜNG XUYÊN CỦA CÁC XÃ\n${CAPTION}\nI. NHIỆM VỤ CHUNG\n1. UBND các xã chủ trì dọn vệ sinh.\n`
    const r = read(`${SIGNED}${one}${two}`)
    expect(r.tasks.map((t) => [t.clause, t.text])).toEqual([
      ['I.1', 'Sở Du lịch chủ trì tổ chức hội nghị./.'],
      ['PL-I.I.1', 'Sở Du lịch chủ trì lập bản đồ.'],
      ['PL-II.I.1', 'UBND các xã chủ trì dọn vệ sinh.'],
    ])
  })
  it('chữ ký của phụ lục không phải chữ ký của văn bản', () => {
    const annex = `Biểu số 01\nBIỂU TỔNG HỢP\n${CAPTION}\nI. NHIỆM VỤ\n1. Lập bảng.\nNƠI NHẬN:\n- Sở Tài chính;\nKT. GIÁM ĐỐC\nPhạm Văn Cường`
    const r = read(`${SIGNED}${annex}`)
    expect(r.signer?.name).toBe('Đỗ Minh')
    expect(r.recipients.map((x) => x.name)).toEqual(SIX)
  })
  it('kế hoạch kèm theo quyết định giữ số đề mục của mình', () => {
    const plan = `KẾ HOẠCH\nPhát triển du lịch xanh\n(Ban hành kèm theo Quyết định số 5/QĐ-UBND\nngày 1 tháng 2 năm 2025)\nI. NHIỆM VỤ\n1. Sở Du lịch chủ trì lập bản đồ.`
    const r = readPlan(
      `QUYẾT ĐỊNH\nVề việc ban hành Kế hoạch\nCăn cứ Luật Du lịch số 09/2017/QH14;\nQUYẾT ĐỊNH:\nĐiều 1. Ban hành kèm theo Quyết định này Kế hoạch.\n${SIGNED}${plan}`,
    )
    expect(r.docType).toBe('QUYẾT ĐỊNH')
    expect(r.tasks.map((t) => t.clause)).toContain('I.1')
    expect(r.sections.map((s) => s.no)).toEqual(['Điều 1', 'I'])
  })
  it('mẫu báo cáo không giao việc', () => {
    const form = `PHỤ LỤC III\nĐỀ CƯƠNG BÁO CÁO KẾT QUẢ THỰC HIỆN NHIỆM VỤ\n${CAPTION}\nI. KẾT QUẢ THỰC HIỆN NHIỆM VỤ\n1. Các nhiệm vụ đã hoàn thành.\n2. Tỷ lệ đạt trên 90%.`
    const r = read(`${SIGNED}${form}`)
    expect(r.tasks).toHaveLength(1)
    expect(r.goals).toEqual([])
  })
})
