/** Khiếm khuyết: what each kind shows, and what is written well and must not be shown. */
import { describe, expect, it } from 'vitest'
import { DEFECT_LABELS } from '../words.ts'
import { lostMarks, SPELLINGS } from './lost-marks.ts'
import { readPlan } from './read-plan.ts'

const HEAD = `ỦY BAN NHÂN DÂN
TỈNH LÂM SƠN
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 12/KH-UBND
Lâm Sơn, ngày 10 tháng 3 năm 2025

KẾ HOẠCH
Phát triển du lịch cộng đồng

Thực hiện Nghị quyết số 8-NQ/TW ngày 16/01/2017 của Bộ Chính trị, UBND tỉnh ban hành Kế hoạch như sau:
`
const TAIL = `
Nơi nhận:
- Như trên;
- Lưu: VT, KGVX.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nguyễn Văn An
`
const CLEAN = `
I. MỤC TIÊU
1. Đến năm 2030, tỷ lệ lao động du lịch qua đào tạo đạt 80% (năm 2024: 60%).
2. Giảm 20% lượng rác thải nhựa tại điểm du lịch so với năm 2024 vào năm 2030.
II. NHIỆM VỤ
1. Sở Du lịch chủ trì, phối hợp với Sở Tài chính xây dựng bản đồ du lịch, hoàn thành trước ngày 30/9/2025.
2. Sở Xây dựng chủ trì lập quy hoạch điểm đến, hoàn thành trong năm 2026.
Trong quá trình thực hiện, nếu có vướng mắc, các đơn vị phản ánh về Sở Du lịch./.
`
const found = (body: string, tail = TAIL, head = HEAD) => readPlan(`${head}${body}${tail}`).defects
const kinds = (body: string, tail = TAIL, head = HEAD) => new Set(found(body, tail, head).map((d) => d.kind))

it('văn bản viết đúng không có khiếm khuyết nào', () => expect(found(CLEAN)).toEqual([]))

describe('mỗi loại khiếm khuyết', () => {
  it.each([
    ['missing-number', CLEAN, TAIL, HEAD.replace('Số: 12', 'Số: '), 'Số văn bản để trống'],
    ['missing-date', CLEAN, TAIL, HEAD.replace('ngày 10', 'ngày    '), 'ghi không đủ'],
    ['missing-signer', CLEAN, TAIL.replace('Nguyễn Văn An', ''), HEAD, 'tên người ký'],
    ['form', CLEAN, TAIL.replace('TM. ỦY BAN NHÂN DÂN\n', ''), HEAD, '“TM.”'],
    [
      'form',
      CLEAN,
      TAIL.replace('TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH', 'TUQ. CHỦ TỊCH\nGIÁM ĐỐC SỞ DU LỊCH'),
      HEAD,
      'thẩm quyền ký',
    ],
    ['form', CLEAN, TAIL.replace('- Lưu: VT, KGVX.\n', ''), HEAD, '“Lưu: …”'],
    ['form', CLEAN.replace('./.', '.'), TAIL, HEAD, '“./.”'],
    ['numbering', CLEAN.replace('II. NHIỆM', 'III. NHIỆM'), TAIL, HEAD, 'không có mục II'],
    ['numbering', CLEAN.replace('2. Sở Xây', '4. Sở Xây'), TAIL, HEAD, 'không có mục 2, 3'],
    [
      'inconsistent',
      CLEAN.replace('II. NHIỆM', '3. Đến năm 2030, tỷ lệ lao động du lịch qua đào tạo đạt 70%.\nII. NHIỆM'),
      TAIL,
      HEAD,
      '80% ở I.1',
    ],
    [
      'reference',
      CLEAN.replace('bản đồ', 'bản đồ theo Quyết định số 866/QĐ-Tg ngày 18/7/2022'),
      TAIL,
      HEAD,
      '866/QĐ-TTg',
    ],
    [
      'reference',
      CLEAN.replace('bản đồ', 'bản đồ theo Nghị quyết số 8-NQ/TW ngày 16/10/2017'),
      TAIL,
      HEAD,
      'hai ngày khác nhau',
    ],
    ['no-base-year', CLEAN.replace(' so với năm 2024', ''), TAIL, HEAD, 'năm gốc'],
    ['past-deadline', CLEAN.replace('30/9/2025', '28/02/2025'), TAIL, HEAD, 'đã qua'],
    ['past-deadline', CLEAN.replace('30/9/2025', '25/3/2025'), TAIL, HEAD, 'chưa đến một tháng'],
    ['ocr', CLEAN.replace('xây dựng bản đồ', 'ngiên cứu bản đồ'), TAIL, HEAD, 'nghiên cứu'],
    ['ocr', CLEAN.replace('xây dựng bản đồ', 'chuyên đổi số'), TAIL, HEAD, 'chuyển đổi'],
    ['ocr', CLEAN.replace('xây dựng bản đồ', 'hô trợ lập bản đồ'), TAIL, HEAD, 'hỗ trợ'],
    ['ocr', CLEAN.replace('xây dựng bản đồ', 'lập bản đồ định kǶ'), TAIL, HEAD, 'kǶ'],
    ['wording', CLEAN.replace('đạt 80%', 'đạt trên 80% trở lên'), TAIL, HEAD, 'trở lên'],
    ['wording', CLEAN.replace('đạt 80%', 'đạt 80.5%'), TAIL, HEAD, '80.5'],
    ['page-break', CLEAN.replace('xây dựng bản đồ', 'xây dựng\n\n2\n\nbản đồ'), TAIL, HEAD, 'sang trang'],
    ['no-owner', CLEAN.replace('Sở Xây dựng chủ trì lập', 'Lập'), TAIL, HEAD, 'chủ trì'],
    ['no-deadline', CLEAN.replace(', hoàn thành trong năm 2026', ''), TAIL, HEAD, 'thời hạn'],
    [
      'duplicate',
      CLEAN.replace(
        'Trong quá',
        '3. Sở Xây dựng chủ trì lập quy hoạch điểm đến, hoàn thành trong năm 2026.\nTrong quá',
      ),
      TAIL,
      HEAD,
      'II.2',
    ],
  ] as const)('%s', (kind, body, tail, head, words) => {
    const all = found(body, tail, head)
    const one = all.filter((d) => d.kind === kind && (d.what.includes(words) || d.suggestion?.includes(words)))
    expect(one, JSON.stringify(all)).not.toEqual([])
    for (const d of one) expect(d.where).not.toBe('')
    expect(Object.keys(DEFECT_LABELS)).toContain(kind)
  })

  it('chú thích của phụ lục để trống số', () => {
    const annex =
      'PHỤ LỤC I\nDANH MỤC NHIỆM VỤ\n(Kèm theo Kế hoạch số    /KH-UBND ngày   tháng 3 năm 2025 của UBND tỉnh)\nI. NHIỆM VỤ\n1. Sở Y tế chủ trì khám bệnh trong năm 2025.'
    expect(found(CLEAN, `${TAIL}\n${annex}`)).toMatchObject([{ kind: 'missing-number', where: 'phụ lục I' }])
  })
  it('quyết định do Chủ tịch ký không cần “TM.”', () => {
    const head = HEAD.replaceAll('KẾ HOẠCH', 'QUYẾT ĐỊNH').replace('12/KH', '12/QĐ')
    expect(kinds(CLEAN, TAIL.replace('TM. ỦY BAN NHÂN DÂN\n', ''), head)).not.toContain('form')
  })
  it('văn bản mất gần hết dấu nói một lần', () => {
    const body = `${CLEAN}\n${'Tăng cuong quan ly moi trường, xay dung ke hoach, ho tro doanh nghiep. '.repeat(20)}./.`
    const ocr = found(body).filter((d) => d.kind === 'ocr')
    expect(ocr).toHaveLength(1)
    expect(ocr[0]?.where).toBe('toàn văn bản')
  })
})

describe('chữ sai dấu', () => {
  it.each(SPELLINGS)('“%s” viết đúng, không dấu hỏi', (word) => {
    for (const text of [word, word.toUpperCase(), word.charAt(0).toUpperCase() + word.slice(1)])
      expect(lostMarks(text)).toEqual([])
  })
  it.each([
    ['hô trợ', 'hỗ trợ'],
    ['tối thiêu', 'tối thiểu'],
    ['thành phô', 'thành phố'],
    ['Hội đông nhân dân', 'hội đồng nhân dân'],
    ['YÊU CÂU', 'yêu cầu'],
    ['Kê hoạch', 'kế hoạch'],
    ['phat triên', 'phát triển'],
    ['Hà Nôi', 'hà nội'],
  ])('“%s” nghi là “%s”', (wrong, right) => expect(lostMarks(wrong).map((m) => m.right)).toEqual([right]))
  it.each([
    'trường trung học và trở thành phổ thông',
    'được bầu thành phó chủ tịch',
    'lần đầu từ năm 2020',
    'hoàn thành khóa học; khoá học ngắn hạn',
    'mỗi trường học một nhà vệ sinh',
    'lãnh đạo tạo điều kiện',
    'thông báo cao điểm tuần tra',
    'các hộ trợ giúp nhau',
    'Uỷ ban nhân dân, Ủy ban nhân dân; quản lí',
    'chính quyền, chuyên gia đầu ngành',
    'giảm độc hại; chỉ thi một môn',
  ])('“%s” không bị nghi', (text) => expect(lostMarks(text)).toEqual([]))
})
