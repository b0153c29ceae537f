/** Từ vựng của kiến nghị: what bodies ask for in their reports, who answers, and where each stands. */
import type { Day } from '../../kernel/day.ts'
import type { StateKind } from '../../ui/state.ts'

/** Trạng thái của một kiến nghị. */
export type ProposalState = 'moi' | 'da-giao' | 'da-tra-loi' | 'chuyen-cap-tren' | 'khong-thuoc-tham-quyen'

const PLAN = 'Kế hoạch 1459/KH-UBND, mục V.2: Sở Nội vụ tổng hợp, tham mưu giải quyết kiến nghị'

/** Nhãn, nguồn và hình của từng trạng thái. */
export const STATES: Readonly<
  Record<ProposalState, { readonly label: string; readonly source: string; readonly shape: StateKind }>
> = {
  moi: { label: 'Mới', source: PLAN, shape: 'idle' },
  'da-giao': { label: 'Đã giao', source: PLAN, shape: 'wait' },
  'da-tra-loi': { label: 'Đã trả lời', source: PLAN, shape: 'done' },
  'chuyen-cap-tren': { label: 'Chuyển cấp trên', source: PLAN, shape: 'exempt' },
  'khong-thuoc-tham-quyen': { label: 'Không thuộc thẩm quyền', source: PLAN, shape: 'back' },
}

/** Every state, in the order of the procedure. */
export const PROPOSAL_STATES = Object.keys(STATES) as readonly ProposalState[]

/** Việc đã làm với một kiến nghị. */
export type StepVerb =
  | 'tap-hop'
  | 'doi-loi'
  | 'thoi-neu'
  | 'sua'
  | 'tach'
  | 'gop'
  | 'tach-nhom'
  | 'giao'
  | 'tra-loi'
  | 'chuyen'
  | 'khong-tham-quyen'
  | 'mo-lai'
  | 'ban-giao'

/** Vị ngữ của từng việc, as it stands after a name in the history. */
export const STEPS: Readonly<Record<StepVerb, { readonly label: string; readonly source: string }>> = {
  'tap-hop': { label: 'tập hợp từ báo cáo', source: PLAN },
  'doi-loi': { label: 'ghi nhận cơ quan đổi lời trong bản báo cáo sau', source: PLAN },
  'thoi-neu': { label: 'ghi nhận bản báo cáo sau không còn nêu kiến nghị này', source: PLAN },
  sua: { label: 'sửa nội dung', source: PLAN },
  tach: { label: 'tách kiến nghị', source: PLAN },
  gop: { label: 'gộp kiến nghị giống nhau', source: PLAN },
  'tach-nhom': { label: 'tách khỏi nhóm đã gộp', source: PLAN },
  giao: { label: 'giao cơ quan trả lời', source: PLAN },
  'tra-loi': { label: 'ghi trả lời', source: PLAN },
  chuyen: { label: 'chuyển cấp trên', source: PLAN },
  'khong-tham-quyen': { label: 'báo không thuộc thẩm quyền', source: PLAN },
  'mo-lai': { label: 'mở lại', source: PLAN },
  'ban-giao': { label: 'chuyển cơ quan trả lời theo biến động tổ chức', source: PLAN },
}

/** Kiến nghị. */
export type Proposal = {
  readonly id: string
  /** `KN-0007`. */
  readonly code: string
  readonly year: number
  readonly text: string
  /** Kiến nghị với ai, in the words of the report; empty = not said. */
  readonly addressee: string
  /** Cơ quan trả lời. */
  readonly ownerId: string | null
  /** Last day of answering on time. */
  readonly due: Day | null
  readonly state: ProposalState
  readonly answer: string
  /** Số, ký hiệu văn bản: of the answer, of the letter that passed it on, of the refusal. */
  readonly document: string
  /** Day of that document. */
  readonly settledOn: Day | null
  /** Cấp trên mà kiến nghị được chuyển tới. */
  readonly passedTo: string
  /** The proposal this one was merged into. */
  readonly mergedInto: string | null
  /** Bodies that ask: its own, and those of proposals merged into it. */
  readonly askerIds: readonly string[]
  readonly version: number
}

/** Dòng gốc: one line of section 5 of one version of one report. */
export type Source = {
  readonly id: string
  readonly obligationId: string
  readonly unitId: string
  readonly unitName: string
  /** Mã báo cáo. */
  readonly report: string
  /** Tên báo cáo: which regime asked for it; empty in lines gathered before it was kept. */
  readonly title: string
  readonly year: number
  /** Version of the report. */
  readonly number: number
  /** Position in the section, from 1. */
  readonly line: number
  readonly text: string
  /** The version of the report that no longer says it; null while the last one gathered does. */
  readonly goneIn: number | null
}

/** Một bước của lịch sử; never changed. */
export type ProposalStep = {
  readonly verb: StepVerb
  readonly reason: string
  readonly details: Readonly<Record<string, string>>
  readonly at: Temporal.Instant
  readonly byName: string
}
