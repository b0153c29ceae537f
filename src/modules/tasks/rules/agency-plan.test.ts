import { describe, expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import type { AgencyPlan, PlanItem } from '../words.ts'
import { demandPlan, isOfAnotherYear, PLAN_TABLE, submitPlan } from './agency-plan.ts'

const plan = (state: AgencyPlan['state']): AgencyPlan => ({
  id: 'k',
  programmeId: 'p',
  unitId: 'u',
  year: 2026,
  state,
  returnedReason: '',
  version: 1,
  approvedAt: null,
  approvedBy: null,
})
const item = (more: Partial<PlanItem> = {}): PlanItem => ({
  id: 'i',
  taskId: 't',
  taskCode: 'III.3.3',
  taskText: '',
  work: 'Cập nhật cơ sở dữ liệu',
  product: 'Báo cáo',
  due: day('2026-11-30'),
  person: 'Lê Thị Lan',
  documentId: null,
  span: [0, 0],
  named: [],
  dueWords: '',
  ownWork: false,
  links: [],
  ...more,
})

describe('kế hoạch của cơ quan', () => {
  test('trình được khi mỗi nhiệm vụ rõ người, rõ thời hạn, rõ sản phẩm', () => {
    expect(submitPlan(plan('dang-lap'), [item()]).ok).toBe(true)
  })
  test('liệt kê từng dòng còn thiếu', () => {
    const d = submitPlan(plan('dang-lap'), [item({ person: '', due: null })])
    expect(d).toMatchObject({
      ok: false,
      fields: { 'person-i': 'III.3.3: nhập người phụ trách', 'due-i': 'III.3.3: nhập thời hạn' },
    })
  })
  test('kế hoạch trống không trình được', () => {
    expect(submitPlan(plan('dang-lap'), [])).toMatchObject({ ok: false, code: 'plan.empty' })
  })
  test('mỗi trạng thái chỉ nhận việc trong bảng', () => {
    for (const state of ['dang-lap', 'cho-duyet', 'da-duyet'] as const) {
      for (const verb of ['sua', 'trinh', 'duyet', 'tra-lai', 'mo-lai'] as const) {
        expect(demandPlan(plan(state), verb).ok).toBe(PLAN_TABLE[state].includes(verb))
      }
    }
  })
})

test.each([
  ['ban hành trong năm', '2026-02-13', 'Kế hoạch cải cách hành chính', false],
  ['ban hành cuối năm trước cho năm sau', '2025-12-20', 'Kế hoạch năm 2026', false],
  ['kế hoạch của năm trước', '2025-02-13', 'Kế hoạch năm 2025', true],
  ['không ghi ngày', null, 'Kế hoạch năm 2025', false],
])('Văn bản của năm khác: %s', (_, dated, body, other) =>
  expect(isOfAnotherYear({ dated: dated === null ? null : day(dated), body }, 2026)).toBe(other))
