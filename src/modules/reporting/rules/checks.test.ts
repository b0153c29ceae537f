/** Kiểm tra báo cáo: dòng bắt buộc, quan hệ giữa các dòng, thay đổi so với năm trước. */
import { expect, test } from 'vitest'
import { GROUPS, LAST_YEAR, REGIME, wholeAnswers } from '../fixtures.ts'
import type { Answers } from '../words.ts'
import { FIELD } from './answers.ts'
import { blocking, explained, findings } from './checks.ts'

const find = (change: Answers = {}, lastYear = LAST_YEAR) => {
  const merged = Object.fromEntries(Object.entries({ ...wholeAnswers(), ...change }).filter(([, v]) => v !== ''))
  return findings(REGIME, GROUPS, merged, lastYear, 2026)
}
const sentences = (change: Answers) => find(change).map((f) => f.message)

test('báo cáo đủ nội dung không còn phát hiện nào', () => {
  expect(find()).toEqual([])
})

test.each<[string, Answers, string]>([
  [
    'phần không lớn hơn tổng',
    {
      'bieu-2.tong-so.den-chot': '41',
      'bieu-2.thac-si.den-chot': '0',
      'bieu-2.dai-hoc.den-chot': '0',
      'bieu-2.bac-si.den-chot': '1',
      'bieu-2.duoi-40.den-chot': '1',
      'bieu-2.nu.den-chot': '1',
    },
    'Số tiến sĩ (44) không thể lớn hơn tổng số người (41)',
  ],
  [
    'tổng các trình độ không lớn hơn tổng số',
    { 'bieu-2.dai-hoc.den-chot': '4.800' },
    'Tổng số tiến sĩ, thạc sĩ và đại học (5.392) không thể lớn hơn tổng số người (4.812)',
  ],
  [
    'thu hút không lớn hơn tuyển dụng',
    { 'bieu-4.thu-hut.uoc': '111' },
    'Số người được thu hút (111) không thể lớn hơn số người tuyển dụng, tiếp nhận (110)',
  ],
  [
    'tăng quá 30% phải giải trình',
    { 'bieu-2.bac-si.uoc': '2.349' },
    'Số bác sĩ tăng 38% so với năm 2025. Kiểm tra lại hoặc giải trình.',
  ],
  [
    'giảm quá 30% phải giải trình',
    { 'bieu-2.bac-si.uoc': '1.000' },
    'Số bác sĩ giảm 41% so với năm 2025. Kiểm tra lại hoặc giải trình.',
  ],
  ['thiếu một số bắt buộc', { 'bieu-2.thac-si.uoc': '' }, 'Biểu 2: nhập số thạc sĩ, ước cả năm'],
  ['chữ trong ô số', { 'bieu-2.nu.uoc': 'khoảng 200' }, "Số nữ: 'khoảng 200' không phải là số đếm được, ví dụ 1.234"],
  ['số âm', { 'bieu-2.thoi.uoc': '-3' }, "Số người thôi việc, chuyển đi: '-3' không phải là số đếm được, ví dụ 1.234"],
  [
    'ước cả năm nhỏ hơn số đã phát sinh',
    { 'bieu-4.thu-hut.uoc': '8' },
    'Số người được thu hút: ước cả năm (8) nhỏ hơn số đến ngày chốt (9)',
  ],
  ['thiếu đoạn bắt buộc', { 'doan.chi-dao': '' }, 'Mục 1: viết phần «Công tác chỉ đạo, quán triệt, ban hành văn bản»'],
  ['nhóm nhiệm vụ để trống', { 'nhom.III.5.khong': '' }, 'Mục 3: viết kết quả nhóm III.5, hoặc chọn không phát sinh'],
  [
    'nhóm có kết quả mà không có minh chứng',
    { 'nhom.III.1.mc.1.so': '', 'nhom.III.1.mc.1.ngay': '' },
    'Mục 3: thêm văn bản minh chứng cho nhóm III.1 (số, ngày)',
  ],
  [
    'ngày văn bản không có thật',
    { 'nhom.III.1.mc.1.ngay': '31/02/2026' },
    'Nhóm III.1, văn bản 1: ngày phải là ngày có thật, ví dụ 02/09/2026',
  ],
])('%s', (_, change, sentence) => {
  expect(sentences(change)).toContain(sentence)
})

test('thay đổi đúng 30% chưa phải giải trình; quá 30% thì phải', () => {
  const of = (n: number) =>
    find({ 'bieu-2.thac-si.uoc': String(n) }, { ...LAST_YEAR, 'bieu-2.thac-si': 400 }).map((f) => f.id)
  expect(of(520)).toEqual([])
  expect(of(521)).toEqual(['bieu-2.thac-si'])
})

test('giải trình rồi thì không chặn nữa và đi cùng báo cáo', () => {
  const open = find({ 'bieu-2.bac-si.uoc': '2.349' })
  expect(blocking(open)).toHaveLength(1)
  const answered = find({
    'bieu-2.bac-si.uoc': '2.349',
    [FIELD.explanation('bieu-2.bac-si')]: 'Tiếp nhận 02 bệnh viện từ 01/7/2026',
  })
  expect(blocking(answered)).toEqual([])
  expect(explained(answered).map((f) => f.explanation)).toEqual(['Tiếp nhận 02 bệnh viện từ 01/7/2026'])
})

test('số nhỏ chỉ lưu ý: từ 3 lên 4 người', () => {
  const found = find(
    { 'bieu-2.tien-si.den-chot': '4', 'bieu-2.tien-si.uoc': '4' },
    { ...LAST_YEAR, 'bieu-2.tien-si': 3 },
  )
  expect(found.map((f) => f.severity)).toEqual(['note'])
  expect(blocking(found)).toEqual([])
})

test('chưa có số năm trước thì không so sánh', () => {
  expect(find({ 'bieu-2.bac-si.uoc': '4.000' }, {})).toEqual([])
})

test('«không phát sinh» là một lời khẳng định, khác với biểu để trống', () => {
  expect(findings(REGIME, GROUPS, { [FIELD.nothing]: REGIME.nothingStatement }, LAST_YEAR, 2026)).toEqual([])
  expect(blocking(findings(REGIME, GROUPS, {}, LAST_YEAR, 2026))).toHaveLength(19)
})
