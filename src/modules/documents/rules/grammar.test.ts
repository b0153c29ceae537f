/** Mỗi dòng của ngữ pháp tự chứng minh: the example of every row is found by that very row. */
import { describe, expect, it } from 'vitest'
import { GIVERS, LABELS, labelsIn, OPENERS } from './assignments.ts'
import { ANNEX, CAPTION, FORM, TITLED_ANNEX } from './attached.ts'
import { BASELINE_SHAPES } from './baselines.ts'
import { BODY_STARTS, EMPTY_WORDS, isOpenGroup, OPEN_GROUPS, startsBody } from './bodies.ts'
import { DUE_SHAPES, dueIn } from './deadlines.ts'
import { AFTER_NUMBER, BEFORE_NUMBER, MEASURES, NUMBER_FORMS } from './figures.ts'
import { PAST_YEARS, YEAR_FORMS, yearIn } from './goal-years.ts'
import { HEADER_SHAPES } from './header.ts'
import { LETTER_SHAPES, NEWS_SHAPES } from './letters.ts'
import { NOISE } from './lines.ts'
import { MARKERS, markerOf } from './markers.ts'
import { DENOMINATORS } from './metric.ts'
import { SLIPS } from './ocr-slips.ts'
import { passage } from './passage.ts'
import { everyMatch, type Shape } from './phrase.ts'
import { ALIASES, ISSUER, LATE_DAYS, MENTION } from './reference-mentions.ts'
import { KIND_OF_SYMBOL, MISSPELT, NUMBER_SHAPES, REFERENCE_KINDS } from './reference-numbers.ts'
import { ADDRESSEES, PERIODS, QUARTER_MONTHS, ROUTES } from './reports.ts'
import { CLOSINGS, TOPICS } from './sections.ts'
import { GOAL_MARKERS, LIMITS, REACHING, TELLING } from './stray-goals.ts'
import { COLUMNS, FIGURE_COLUMNS } from './tables.ts'
import { ARCHIVE, NOTE, PERSON, SIGNATURE_SHAPES, SIGNED, TITLES } from './tail.ts'
import { TRAPS } from './traps.ts'
import { FOOTNOTE, POST_LINE, TAIL_STARTS } from './zones.ts'

const TABLES: Readonly<Record<string, readonly Shape[]>> = {
  'dấu đề mục': MARKERS,
  'dòng không phải chữ của văn bản': NOISE,
  'mở đầu phần cuối': [...TAIL_STARTS, POST_LINE, FOOTNOTE],
  'phụ lục': [ANNEX, TITLED_ANNEX, CAPTION, FORM],
  'công văn, tin': [...Object.values(LETTER_SHAPES), ...NEWS_SHAPES],
  'phần đầu': Object.values(HEADER_SHAPES),
  'dạng số': NUMBER_FORMS,
  'so sánh đứng trước': BEFORE_NUMBER,
  'so sánh đứng sau': AFTER_NUMBER,
  'cách đo': MEASURES,
  'số không phải chỉ tiêu': TRAPS,
  'năm phải đạt': YEAR_FORMS,
  'mẫu số': DENOMINATORS,
  'cột của bảng phân công': COLUMNS,
  'cột số liệu': FIGURE_COLUMNS,
  'dấu hiệu mục tiêu': GOAL_MARKERS,
  'năm không phải hạn': PAST_YEARS,
  'câu đặt mục tiêu': REACHING,
  'hạn của mục tiêu': LIMITS,
  'câu kể hiện trạng': TELLING,
  'số liệu hiện trạng': BASELINE_SHAPES,
  'tên cơ quan': BODY_STARTS,
  'nhóm cơ quan': OPEN_GROUPS,
  'chữ không nói ai làm': [EMPTY_WORDS],
  'nhãn giao việc': LABELS,
  'mở đầu câu': OPENERS,
  'giao, đề nghị': GIVERS,
  'thời hạn': DUE_SHAPES,
  'số văn bản': [...NUMBER_SHAPES, MENTION, ISSUER, ...LATE_DAYS],
  'ký hiệu ghi sai': MISSPELT,
  'tên gọi tắt': ALIASES,
  'kỳ báo cáo': PERIODS,
  'ngày của tháng trong quý': QUARTER_MONTHS,
  'nơi nhận báo cáo': ADDRESSEES,
  'gửi qua': ROUTES,
  'chữ ký': [...SIGNATURE_SHAPES, TITLES, PERSON, SIGNED],
  'nơi nhận': [NOTE, ARCHIVE],
  'đoạn kết': CLOSINGS,
  'chủ đề của đề mục': TOPICS.map((t) => ({ id: t.id, pattern: t.pattern, example: t.example })),
  'lỗi nhận dạng': SLIPS,
}

describe.each(Object.entries(TABLES))('bảng mẫu: %s', (_, table) => {
  it.each(table.map((s) => [s.id, s] as const))('%s nhận ra ví dụ của mình', (_id, shape) => {
    expect(everyMatch(shape.pattern, shape.example).length).toBeGreaterThan(0)
  })
  it('mã của các dòng không trùng nhau', () => {
    expect(new Set(table.map((s) => s.id)).size).toBe(table.length)
  })
})

describe('các dòng cho đúng kết quả', () => {
  it.each(MARKERS.map((m) => [m.example, m.kind] as const))('“%s” là đề mục loại %s', (example, kind) => {
    expect(markerOf(example)?.kind).toBe(kind)
  })
  it.each(DUE_SHAPES.map((d) => [d.example, d.due] as const))('thời hạn “%s” là %s', (example, due) => {
    expect(dueIn(example, true)?.due).toBe(due)
  })
  it.each(
    DUE_SHAPES.filter((d) => d.open).map((d) => [d.example, d.due] as const),
  )('trong câu, “%s” là %s', (example, due) => {
    expect(dueIn(example, false)?.due).toBe(due)
  })
  it.each(LABELS.map((l) => [l.example, l.role] as const))('nhãn “%s” có vai %s', (example, role) => {
    const text = `${example} Sở Nội vụ`
    expect(labelsIn(passage(text, 0, text.length))[0]?.role).toBe(role)
  })
  it.each(BODY_STARTS.map((b) => b.example))('“%s” là tên cơ quan', (example) => expect(startsBody(example)).toBe(true))
  it.each(OPEN_GROUPS.map((g) => g.example))('“%s” là nhóm cơ quan', (example) =>
    expect(isOpenGroup(example)).toBe(true))
  it.each(YEAR_FORMS.map((y) => y.example))('“%s” nêu một năm', (example) =>
    expect(yearIn(example)).toBeGreaterThan(2000))
  it('mọi ký hiệu ứng với một tên loại đã biết', () => {
    for (const kind of Object.values(KIND_OF_SYMBOL)) expect(REFERENCE_KINDS).toContain(kind)
  })
})

describe('những chữ giống mà không phải', () => {
  it.each([
    '4.0 phát triển',
    '85.000 người',
    '45-NQ/TW ngày',
    '19 bác sỹ.',
    '2030 là năm',
    'Điều này cho thấy',
    'Vi phạm',
    '(1) một',
  ])('“%s” không mở đề mục', (text) => expect(markerOf(text)).toBeNull())
  it.each([
    'Ban hành quy chế',
    'Báo cáo kết quả',
    'Hội nhập quốc tế',
    'Tổ chức hội nghị',
    'Đề xuất kinh phí',
    'Xây dựng kế hoạch',
    'Cơ quan chủ trì',
  ])('“%s” không phải tên cơ quan', (text) => expect(startsBody(text)).toBe(false))
  it.each([
    'phần đầu của báo cáo',
    'vấn đề tạo nguồn',
    'cùng cố gắng',
    'các chuyên gia đầu ngành',
    'chuyên gia, nhà khoa học',
    'bảo đảm',
    'phối hợp',
    'nghiên cứu',
    'ngành y tế',
    'củng cố',
  ])('“%s” không bị coi là lỗi nhận dạng', (text) =>
    expect(
      SLIPS.filter((s) => everyMatch(s.pattern, text).some((m) => m[0] !== s.suggestion)).map((s) => s.id),
    ).toEqual([]))
  it.each([
    'ngân sách hằng năm',
    'kế hoạch công tác hàng năm',
    'chi thường xuyên theo quy định',
    'năm 2030',
    'giai đoạn 2021 - 2025',
  ])('trong câu, “%s” không phải thời hạn', (text) => expect(dueIn(text, false)).toBeNull())
  it.each(['trước ngày 31/02/2025', 'trước ngày 00/00/2025', '13/2025'])('“%s” không thành một ngày', (text) => {
    expect(dueIn(text, true)).toBeNull()
  })
})
