/** Kế hoạch của cơ quan: state × action, and what must be clear before it goes to the head. */
import { accept, type Decision, refuse, refuseFields } from '../../../kernel/result.ts'
import type { AgencyPlan, OwnDocument, PlanItem, PlanState } from '../words.ts'

/** Verbs on an agency's plan. */
export type PlanVerb = 'sua' | 'trinh' | 'duyet' | 'tra-lai' | 'mo-lai'

/** What may happen next: read by the server, the screen and the API alike. */
export const PLAN_TABLE: Readonly<Record<PlanState, readonly PlanVerb[]>> = {
  'dang-lap': ['sua', 'trinh'],
  'cho-duyet': ['duyet', 'tra-lai'],
  'da-duyet': ['mo-lai'],
}

const WHY: Readonly<Record<PlanState, string>> = {
  'dang-lap': 'Kế hoạch đang lập, chưa trình duyệt.',
  'cho-duyet': 'Kế hoạch đang chờ thủ trưởng duyệt. Thủ trưởng trả lại thì mới sửa được.',
  'da-duyet': 'Kế hoạch đã duyệt. Mở lại kế hoạch trước khi sửa.',
}

/** Whether `verb` fits the state. */
export const planAllows = (state: PlanState, verb: PlanVerb): boolean => PLAN_TABLE[state].includes(verb)

/** Refuses a verb that does not fit. */
export const demandPlan = (plan: AgencyPlan, verb: PlanVerb): Decision<AgencyPlan> =>
  planAllows(plan.state, verb) ? accept(plan) : refuse('conflict', `plan.${verb}`, WHY[plan.state])

/** Văn bản của năm khác: issued in another year than the plan's, and nowhere naming that year. */
export const isOfAnotherYear = (d: Pick<OwnDocument, 'dated' | 'body'>, year: number): boolean =>
  d.dated !== null && !d.dated.startsWith(`${year}-`) && !d.body.includes(String(year))

/** Trình duyệt: at least one task, each with a person and a deadline (6 rõ: người, thời gian) and a product. */
export function submitPlan(plan: AgencyPlan, items: readonly PlanItem[]): Decision<AgencyPlan> {
  const may = demandPlan(plan, 'trinh')
  if (!may.ok) return may
  if (items.length === 0)
    return refuse('invalid', 'plan.empty', 'Kế hoạch chưa có nhiệm vụ nào. Chọn nhiệm vụ từ kế hoạch của tỉnh.')
  const fields: Record<string, string> = {}
  for (const i of items) {
    if (i.person.trim() === '') fields[`person-${i.id}`] = `${i.taskCode}: nhập người phụ trách`
    if (i.due === null) fields[`due-${i.id}`] = `${i.taskCode}: nhập thời hạn`
    if (i.product.trim() === '') fields[`product-${i.id}`] = `${i.taskCode}: nhập sản phẩm`
  }
  return Object.keys(fields).length === 0 ? accept(plan) : refuseFields('plan.unclear', fields)
}
