/** Từ dùng: states of a task and of an agency's plan, each with its label and its source. */
import type { Day } from '../../kernel/day.ts'
import type { StateKind } from '../../ui/state.ts'

/** Trạng thái nhiệm vụ (anchors of QĐ 42/2014/QĐ-TTg: giao, đang thực hiện, hoàn thành đúng hạn hay quá hạn, quá hạn). */
export type TaskState =
  | 'chua-giao'
  | 'da-giao'
  | 'dang-thuc-hien'
  | 'cho-xac-nhan'
  | 'hoan-thanh'
  | 'hoan-thanh-muon'
  | 'qua-han'
  | 'tam-dung'

/** Label, tone and source of each state. */
export const TASK_STATES: Readonly<Record<TaskState, { label: string; tone: StateKind; source: string }>> = {
  'chua-giao': { label: 'Chưa rõ chủ trì', tone: 'soon', source: 'KH 1459, mục III' },
  'da-giao': { label: 'Đã giao', tone: 'idle', source: 'QĐ 42/2014/QĐ-TTg' },
  'dang-thuc-hien': { label: 'Đang thực hiện', tone: 'wait', source: 'QĐ 42/2014/QĐ-TTg' },
  'cho-xac-nhan': { label: 'Chờ xác nhận hoàn thành', tone: 'wait', source: 'KH 1459, mục V.2' },
  'hoan-thanh': { label: 'Hoàn thành đúng hạn', tone: 'done', source: 'QĐ 42/2014/QĐ-TTg' },
  'hoan-thanh-muon': { label: 'Hoàn thành quá hạn', tone: 'done', source: 'QĐ 42/2014/QĐ-TTg' },
  'qua-han': { label: 'Quá hạn', tone: 'late', source: 'QĐ 42/2014/QĐ-TTg' },
  'tam-dung': { label: 'Tạm dừng', tone: 'exempt', source: 'QĐ 42/2014/QĐ-TTg' },
}

/** Trạng thái cơ quan tự báo. */
export type ReportedState = 'dang-thuc-hien' | 'hoan-thanh' | 'tam-dung'

/** Labels of what a body reports. */
export const REPORTED_STATES: Readonly<Record<ReportedState, { label: string; source: string }>> = {
  'dang-thuc-hien': { label: 'Đang thực hiện', source: 'QĐ 42/2014/QĐ-TTg' },
  'hoan-thanh': { label: 'Hoàn thành', source: 'QĐ 42/2014/QĐ-TTg' },
  'tam-dung': { label: 'Tạm dừng', source: 'QĐ 42/2014/QĐ-TTg' },
}

/** Trạng thái kế hoạch của cơ quan. */
export type PlanState = 'dang-lap' | 'cho-duyet' | 'da-duyet'

/** Labels of the states of an agency's plan. */
export const PLAN_STATES: Readonly<Record<PlanState, { label: string; tone: StateKind; source: string }>> = {
  'dang-lap': { label: 'Đang lập', tone: 'idle', source: 'KH 1459, mục V.1' },
  'cho-duyet': { label: 'Chờ duyệt', tone: 'wait', source: 'KH 1459, mục V.1' },
  'da-duyet': { label: 'Đã duyệt', tone: 'done', source: 'KH 1459, mục V.1' },
}

/** Bằng chứng: văn bản chứng minh kết quả. */
export type Evidence = {
  id: string
  number: string
  issuedOn: Day
  title: string
  fileId: string | null
  fileName: string | null
}

/** Tiến độ mới nhất của một cơ quan với một nhiệm vụ. */
export type Progress = {
  id: string
  taskId: string
  unitId: string
  unitName: string
  percent: number
  state: ReportedState
  result: string
  reportedAt: Temporal.Instant
  reporterName: string
  acceptedAt: Temporal.Instant | null
  evidence: Evidence[]
}

/** Tình hình mới nhất: how far a body is with a task, without what it wrote; the same for everybody who sees the plan. */
export type LatestStanding = Pick<Progress, 'taskId' | 'unitId' | 'percent' | 'state' | 'reportedAt' | 'acceptedAt'>

/** Quyết định về một liên kết. */
export type LinkVerdict = 'lien-ket' | 'khong-phai'

/** Nhãn of what a row of a body's plan is beside the tasks of the province. */
export const LINK_STATES = {
  'cua-tinh': { label: 'Từ nhiệm vụ của tỉnh', tone: 'done', source: 'KH 1459, mục V.1' },
  'lien-ket': { label: 'Đã liên kết', tone: 'done', source: 'KH 1459, mục V.1' },
  rieng: { label: 'Nhiệm vụ riêng', tone: 'idle', source: 'KH 1459, mục V.1' },
  'chua-xet': { label: 'Chưa xét liên kết', tone: 'soon', source: 'KH 1459, mục V.1' },
} as const satisfies Readonly<Record<string, { label: string; tone: StateKind; source: string }>>

/** Dòng của kế hoạch cơ quan: made from a task of the province (`taskId`), or read from the body's own document. */
export type PlanItem = {
  id: string
  taskId: string | null
  /** Code of the task of the province, or number of the item in the body's own document. */
  taskCode: string
  /** The words it comes from: the task of the province, or the sentence of the own document. */
  taskText: string
  work: string
  product: string
  due: Day | null
  person: string
  documentId: string | null
  span: readonly [number, number]
  named: readonly string[]
  dueWords: string
  ownWork: boolean
  links: readonly { readonly taskId: string; readonly code: string; readonly verdict: LinkVerdict }[]
}

/** Văn bản kế hoạch của cơ quan, as read. */
export type OwnDocument = {
  id: string
  planId: string
  fileId: string | null
  name: string
  number: string | null
  dated: Day | null
  title: string | null
  body: string
  citesProgramme: boolean
  readAt: Temporal.Instant
  readBy: string
}

/** Kế hoạch của cơ quan. */
export type AgencyPlan = {
  id: string
  programmeId: string
  unitId: string
  year: number
  state: PlanState
  returnedReason: string
  version: number
  approvedAt: Temporal.Instant | null
  approvedBy: string | null
}
