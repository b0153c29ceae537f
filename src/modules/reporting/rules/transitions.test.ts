/** Bảng trạng thái × thao tác, viết đủ từng ô. */
import { expect, test } from 'vitest'
import { REPORT_STATES, type ReportState, type ReportVerb, STATES, VERBS } from '../words.ts'
import { may, NEXT, transition, verbsOf } from './transitions.ts'

const ALLOWED: Readonly<Record<ReportState, readonly ReportVerb[]>> = {
  'chua-mo': [],
  'chua-nop': ['luu', 'gia-han', 'mien', 'ke-thua'],
  'dang-soan': ['luu', 'trinh', 'gia-han', 'mien', 'ke-thua'],
  'cho-ky': ['tra-can-bo', 'duyet-va-nop', 'gia-han', 'mien', 'ke-thua'],
  'da-nop': ['tiep-nhan', 'tra-lai', 'duyet'],
  'da-tiep-nhan': ['tra-lai', 'duyet'],
  'tra-lai': ['luu', 'trinh', 'gia-han'],
  'da-duyet': ['hoan-tac', 'mo-lai'],
  mien: ['mo-lai'],
  'ke-thua': ['mo-lai'],
}

test.each(
  REPORT_STATES.map((s) => [STATES[s].label, s] as const),
)('trạng thái «%s» cho đúng các thao tác đã liệt kê', (_, state) => {
  expect(verbsOf(state)).toEqual(ALLOWED[state])
  for (const verb of Object.keys(VERBS) as ReportVerb[]) expect(may(state, verb)).toBe(ALLOWED[state].includes(verb))
})

test.each<[string, ReportState, ReportVerb, ReportState]>([
  ['soạn', 'chua-nop', 'luu', 'dang-soan'],
  ['trình', 'dang-soan', 'trinh', 'cho-ky'],
  ['thủ trưởng trả lại cán bộ', 'cho-ky', 'tra-can-bo', 'dang-soan'],
  ['nộp', 'cho-ky', 'duyet-va-nop', 'da-nop'],
  ['tiếp nhận', 'da-nop', 'tiep-nhan', 'da-tiep-nhan'],
  ['Sở trả lại', 'da-tiep-nhan', 'tra-lai', 'tra-lai'],
  ['sửa báo cáo bị trả lại vẫn là bị trả lại', 'tra-lai', 'luu', 'tra-lai'],
  ['trình lại', 'tra-lai', 'trinh', 'cho-ky'],
  ['duyệt', 'da-tiep-nhan', 'duyet', 'da-duyet'],
  ['hoàn tác duyệt', 'da-duyet', 'hoan-tac', 'da-tiep-nhan'],
  ['mở lại', 'da-duyet', 'mo-lai', 'dang-soan'],
])('%s', (_, from, verb, to) => {
  expect(transition(from, verb)).toEqual({ ok: true, value: to })
})

test('từ chối nói rõ vì sao và nội dung không đổi', () => {
  expect(transition('da-nop', 'luu')).toMatchObject({ ok: false, kind: 'conflict', code: 'report.state' })
  expect(transition('mien', 'luu')).toMatchObject({ message: expect.stringContaining('được miễn') })
})

test('mọi trạng thái đến được từ Chưa nộp', () => {
  const seen = new Set<ReportState>(['chua-nop'])
  for (const s of seen) for (const next of Object.values(NEXT[s])) seen.add(next)
  expect([...seen].sort()).toEqual(REPORT_STATES.filter((s) => s !== 'chua-mo').sort())
})
