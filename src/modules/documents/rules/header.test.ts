/** Phần đầu: the same head, however its columns were flattened and whatever a scan lost of it. */
import { describe, expect, it } from 'vitest'
import { kindIn } from './kinds.ts'
import { plain } from './marks.ts'
import { readPlan } from './read-plan.ts'

const MOTTO = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc'
const BODY = 'Phát triển du lịch cộng đồng\n\nI. MỤC TIÊU\n1. Đến năm 2030 đạt 100%.'

const head = (text: string) => {
  const { docType, docNumber, issuer, date, dateKnown } = readPlan(`${text}\n${BODY}`)
  return { docType, docNumber, issuer, date, dateKnown }
}
const SAME = {
  docType: 'KẾ HOẠCH',
  docNumber: '63/KH-UBND',
  issuer: 'UBND tỉnh Lâm Sơn',
  date: '2025-03-19',
  dateKnown: '2025-03-19',
}

describe('một phần đầu, nhiều cách ghi', () => {
  it.each([
    [
      'mỗi ô một dòng',
      `ỦY BAN NHÂN DÂN\nTỈNH LÂM SƠN\n-------\n${MOTTO}\n-----\nSố: 63/KH-UBND\nLâm Sơn, ngày 19 tháng 3 năm 2025\n\nKẾ HOẠCH`,
    ],
    [
      'hai cột bằng tab',
      'UBND TỈNH LÂM SƠN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 63/KH-UBND\tĐộc lập - Tự do - Hạnh phúc\n\tLâm Sơn, ngày 19 tháng 3 năm 2025\nKẾ HOẠCH',
    ],
    [
      'bảng đánh dấu',
      '| **ỦY BAN NHÂN DÂN TỈNH LÂM SƠN** | **CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc** |\n|---|---|\n| Số: 63/KH-UBND | *Lâm Sơn, ngày 19 tháng 3 năm 2025* |\n\n**KẾ HOẠCH**',
    ],
    [
      'một dòng',
      'ỦY BAN NHÂN DÂN TỈNH LÂM SƠN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc Số: 63/KH-UBND Lâm Sơn, ngày 19 tháng 3 năm 2025 KẾ HOẠCH',
    ],
    [
      'hai cột bằng khoảng trắng',
      'ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH LÂM SƠN              Độc lập - Tự do - Hạnh phúc\nSố: 63 /KH – UBND        Lâm Sơn, ngày 19 tháng 3 năm 2025\nKẾ HOẠCH',
    ],
    [
      'khoảng trắng của trang web',
      `UBND TỈNH LÂM SƠN &emsp; CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM&nbsp;\nSố: 63/KH-UBND &emsp; Lâm Sơn, ngày 19 tháng 3 năm 2025\nKẾ HOẠCH`,
    ],
    [
      'mất dấu',
      'UY BAN NHAN DAN\nTINH LAM SON\nCONG HOA XA HOI CHU NGHIA VIET NAM\nDoc lap - Tu do - Hanh phuc\nSô: 63/KH-UBND\nLâm Sơn, ngày 19 thảng 3 nãm 2025\nKÉ HOACH',
    ],
    ['chữ giãn', `UBND TỈNH LÂM SƠN\n${MOTTO}\nSố: 63/KH-UBND\nLâm Sơn, ngày 19 tháng 3 năm 2025\nK Ế   H O Ạ C H`],
    ['thiếu chữ Số', `UBND TỈNH LÂM SƠN\n63/KH-UBND\n${MOTTO}\nLâm Sơn, ngày 19 tháng 3 năm 2025\nKẾ HOẠCH`],
    ['ngày bằng số, không dấu phẩy', `UBND TỈNH LÂM SƠN\nSố: 63/KH-UBND\n${MOTTO}\nLâm Sơn, ngày 19/3/2025\nKẾ HOẠCH`],
    [
      'dòng của chữ ký số đứng trên',
      `Người ký: Văn phòng UBND tỉnh\nEmail: vp@lamson.example\nThời gian ký: 20.03.2025 08:12:11 +07:00\nỦY BAN NHÂN DÂN\nTỈNH LÂM SƠN\n${MOTTO}\nSố: 63/KH-UBND\nLâm Sơn, ngày 19 tháng 3 năm 2025\nHỎA TỐC\nKẾ HOẠCH`,
    ],
    [
      'tên mục của trang đứng trên',
      `KẾ HOẠCH\nTrang chủ\nUBND TỈNH LÂM SƠN\n${MOTTO}\nSố: 63/KH-UBND\nLâm Sơn, ngày 19 tháng 3 năm 2025\nKẾ HOẠCH`,
    ],
    [
      'dòng rác của máy quét',
      `"ị -~\nUBND TỈNH LÂM SƠN\n${MOTTO}\nSố: 63/KH-UBND\nLâm Sơn, ngày 19 tháng 3 năm 2025\nKẺ HOẠCIH`,
    ],
  ])('%s', (_, text) => expect(head(text)).toEqual(SAME))

  it.each([
    ['Số: /KH-UBND', 'ngày tháng 3 năm 2025', '2025-03'],
    ['Số:        /KH-UBND', 'ngày      tháng      năm 2025', '2025'],
    ['Số: …/KH-UBND', 'ngày … tháng … năm 2025', '2025'],
    ['Số: ....../KH-UBND', 'ngày     /3/2025', '2025-03'],
  ])('chỗ trống ở “%s”, “%s” để trống', (number, day, known) => {
    const found = head(`UBND TỈNH LÂM SƠN\n${MOTTO}\n${number}\nLâm Sơn, ${day}\nKẾ HOẠCH`)
    expect(found).toMatchObject({ docNumber: null, date: null, dateKnown: known })
  })

  it('loại văn bản theo ký hiệu khi dòng tên loại không đọc được', () => {
    expect(
      head(`UBND TỈNH LÂM SƠN\n${MOTTO}\nSố: 63/KH-UBND\nLâm Sơn, ngày 19 tháng 3 năm 2025\n#&~ H0~`),
    ).toMatchObject({ docType: 'KẾ HOẠCH' })
  })
})

describe('cơ quan ban hành', () => {
  it.each([
    ['UBND TỈNH LÂM SƠN\nSỞ Y TẾ', 'Sở Y tế tỉnh Lâm Sơn'],
    [
      'ỦY BAN NHÂN DÂN TỈNH LÂM SƠN\nSỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI',
      'Sở Lao động - Thương binh và Xã hội tỉnh Lâm Sơn',
    ],
    ['UBND HUYỆN KHE MƯỜNG\nPHÒNG NỘI VỤ', 'Phòng Nội vụ huyện Khe Mường'],
    ['ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HỒ CHÍ MINH', 'UBND Thành phố Hồ Chí Minh'],
    ['ỦY BAN NHÂN DÂN\nXÃ PHÚ MỸ', 'UBND xã Phú Mỹ'],
    ['ỦY BAN NHÂN DÂN\nTỈNH BÀ RỊA - VŨNG TÀU', 'UBND tỉnh Bà Rịa - Vũng Tàu'],
    ['TỈNH ỦY LÂM SƠN\n*', 'Tỉnh ủy Lâm Sơn'],
    ['ĐẢNG BỘ TỈNH LÂM SƠN\nĐẢNG ỦY XÃ PHÚ MỸ\n*', 'Đảng ủy xã Phú Mỹ'],
    ['TỈNH ỦY LÂM SƠN\nBAN TUYÊN GIÁO VÀ DÂN VẬN\n*', 'Ban Tuyên giáo và Dân vận Tỉnh ủy Lâm Sơn'],
    ['BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ\nTỈNH LÂM SƠN', 'Ban Chỉ đạo chuyển đổi số tỉnh Lâm Sơn'],
    ['BỘ KHOA HỌC VÀ CÔNG NGHỆ', 'Bộ Khoa học và Công nghệ'],
    ['HỘI ĐỒNG NHÂN DÂN\nTỈNH LÂM SƠN', 'HĐND tỉnh Lâm Sơn'],
  ])('%s', (written, issuer) => {
    expect(head(`${written}\n${MOTTO}\nSố: 1/KH-X\nLâm Sơn, ngày 1 tháng 2 năm 2025\nKẾ HOẠCH`).issuer).toBe(issuer)
  })
})

describe('công văn và tin', () => {
  const letter = [
    'UBND TỈNH LÂM SƠN',
    'SỞ NỘI VỤ',
    MOTTO,
    'Số: 1234/SNV-CCHC',
    'V/v triển khai thực hiện Kế hoạch cải cách',
    'hành chính năm 2025',
    'Lâm Sơn, ngày 22 tháng 4 năm 2025',
    '',
    'Kính gửi:',
    '- Các sở, ban, ngành;',
    '- UBND các xã, phường.',
    '',
    'Thực hiện Kế hoạch số 12/KH-UBND ngày 01/3/2025, Sở Nội vụ đề nghị:',
    '1. Các sở báo cáo trước ngày 30/5/2025.',
    'Nơi nhận:',
    '- Như trên;',
    '- Lưu: VT.',
    'GIÁM ĐỐC',
    'Nguyễn Văn An',
  ].join('\n')

  it('công văn: số, ngày, trích yếu, người ký', () => {
    const r = readPlan(letter)
    expect(r).toMatchObject({
      docType: 'CÔNG VĂN',
      docNumber: '1234/SNV-CCHC',
      date: '2025-04-22',
      issuer: 'Sở Nội vụ tỉnh Lâm Sơn',
      title: 'triển khai thực hiện Kế hoạch cải cách hành chính năm 2025',
    })
    expect(r.signer).toMatchObject({ post: 'GIÁM ĐỐC', name: 'Nguyễn Văn An' })
    expect(r.references.map((x) => x.number)).toEqual(['12/KH-UBND'])
  })
  it('trích yếu bên cạnh ngày tháng', () => {
    const text = `UBND TỈNH LÂM SƠN\t${MOTTO.split('\n')[0]}\nSố: 310/UBND-NC\tĐộc lập - Tự do - Hạnh phúc\nV/v tăng cường kỷ luật\tLâm Sơn, ngày 2 tháng 2 năm 2024\nKính gửi: Các sở\nThực hiện chỉ đạo.`
    expect(readPlan(text)).toMatchObject({ docType: 'CÔNG VĂN', title: 'tăng cường kỷ luật', docNumber: '310/UBND-NC' })
  })
  it.each([
    [
      'Lâm Sơn đặt mục tiêu 45 xã nông thôn mới\nThứ sáu, 17/10/2025 | 08:15\n\nbaolamson.example - UBND tỉnh vừa ban hành Kế hoạch số 254/KH-UBND ngày 16/10/2025.\nTheo đó, phấn đấu có 45 xã.\n\nMai Lan',
    ],
    [
      'Lâm Sơn đặt mục tiêu 45 xã nông thôn mới\n(TTXVN) - UBND tỉnh mới đây đã thông qua kế hoạch.\nTheo đó, phấn đấu có 45 xã.\nNguồn: Báo Lâm Sơn',
    ],
  ])('tin báo', (text) => {
    expect(readPlan(text)).toMatchObject({
      docType: 'TIN',
      title: 'Lâm Sơn đặt mục tiêu 45 xã nông thôn mới',
      docNumber: null,
      issuer: null,
    })
  })
  it('kế hoạch mất phần đầu không phải tin', () => {
    expect(
      readPlan('KẾ HOẠCH\nPhát triển du lịch\nTheo đó, UBND tỉnh vừa ban hành.\n1. Cụ thể, đạt 100%.').docType,
    ).toBe('KẾ HOẠCH')
  })
})

describe('tên loại', () => {
  it.each([
    ['KẾ HOẠCH', 'KẾ HOẠCH'],
    ['KÉ HOACH', 'KẾ HOẠCH'],
    ['KẺ HOẠCIH', 'KẾ HOẠCH'],
    ['QUYÉT ĐINH', 'QUYẾT ĐỊNH'],
    ['CHI THI', 'CHỈ THỊ'],
    ['CHƯƠNG TRINH HANH ĐỘNG', 'CHƯƠNG TRÌNH HÀNH ĐỘNG'],
    ['B Á O   C Á O', 'BÁO CÁO'],
    ['Kế hoạch', 'KẾ HOẠCH'],
    ['KẾ HOẠCH phát triển du lịch', 'KẾ HOẠCH'],
    ['Kế hoạch phát triển du lịch', null],
    ['KẾ HOẠCHPHÁT TRIỂN', null],
    ['SỞ Y TẾ', null],
  ])('“%s”', (line, kind) => expect(kindIn(line)?.name ?? null).toBe(kind))
  it('bỏ dấu giữ nguyên độ dài', () => expect(plain('Ủy ban đặc khu ½')).toHaveLength('Ủy ban đặc khu ½'.length))
})
