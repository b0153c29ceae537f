/** Kế hoạch: the adopted programme as values, and its closed lists. */
import type { Day } from '../../kernel/day.ts'
import type { Validity } from '../../kernel/validity.ts'
import type { nameResolver, placeHistory } from '../organisations/public.ts'

/** Tên trong văn bản là gì: what the register of organisations says of a written name. */
export type Resolution = ReturnType<Awaited<ReturnType<typeof nameResolver>>>

/** Lịch sử đơn vị hành chính: which levels there were, and until when. */
export type PlaceHistory = Awaited<ReturnType<typeof placeHistory>>

/** Kế hoạch đã ban hành vào hệ thống. */
export type Programme = {
  readonly id: string
  /** `1459/KH-UBND`. */
  readonly number: string
  readonly date: Day
  readonly title: string
  /** "Kế hoạch". */
  readonly kind: string
  readonly issuer: string
  /** The province it was issued for, as of its date. */
  readonly territoryId: string
  readonly documentId: string
  readonly adoptedAt: Temporal.Instant
  readonly adoptedBy: string
  /** The last document that amended it; null while none did. */
  readonly amendedBy: { readonly number: string; readonly date: Day } | null
}

/** Loại thời hạn. */
export type DueKind = 'day' | 'yearly' | 'continuous' | 'none'

/** Nhãn of each kind of deadline. Nguồn: cách ghi thời hạn của văn bản giao nhiệm vụ. */
export const DUE_LABELS: Readonly<Record<DueKind, string>> = {
  day: 'Đến một ngày',
  yearly: 'Hằng năm',
  continuous: 'Thường xuyên',
  none: 'Chưa nêu thời hạn',
}

/** Thời hạn. `day` = the last day that is still in time; with kind `yearly` only its day and month count, and it may be missing. */
export type Due = { readonly kind: DueKind; readonly day: Day | null }

/** Đề mục. */
export type Clause = {
  readonly code: string
  readonly parentCode: string | null
  readonly title: string
  readonly span: readonly [number, number]
}

/** Sáu rõ (phân công nhiệm vụ): rõ người, việc, thời gian, trách nhiệm, sản phẩm, thẩm quyền. */
export type SixKey = 'person' | 'work' | 'time' | 'responsibility' | 'product' | 'authority'

/** Nhãn of the six, in their usual order. Nguồn: yêu cầu "6 rõ" trong chỉ đạo, điều hành của Chính phủ. */
export const SIX_LABELS: Readonly<Record<SixKey, string>> = {
  person: 'người',
  work: 'việc',
  time: 'thời gian',
  responsibility: 'trách nhiệm',
  product: 'sản phẩm',
  authority: 'thẩm quyền',
}

/** Mức sáu rõ. `missing` in the order of `SIX_LABELS`. */
export type SixClear = {
  readonly met: number
  readonly missing: readonly SixKey[]
  /** "6 rõ: 5/6 (thiếu sản phẩm)". */
  readonly words: string
}

/** Who leads a task or goal, as the register knows them today. */
export type Leading = {
  readonly leadUnitId: string | null
  /** Last known office name. */
  readonly leadName: string | null
  /** First day the lead no longer exists; null while it does. */
  readonly leadEnded: Day | null
  /** Where the lead's duties went: several when they were divided, and then somebody must choose. */
  readonly successors: readonly { readonly id: string; readonly name: string }[]
}

/** Nhiệm vụ, or trách nhiệm tổ chức thực hiện (`duty`). */
export type Task = Leading & {
  readonly id: string
  /** `III.3.3`. */
  readonly code: string
  /** `III.3`. */
  readonly group: string
  readonly text: string
  readonly duty: boolean
  /** As the document writes it. */
  readonly leadNamed: readonly string[]
  readonly coordinatorsNamed: readonly string[]
  readonly coordinators: readonly string[]
  readonly coordinatorNames: readonly string[]
  readonly product: string
  readonly due: Due
  /** "30/06/2026", "thường xuyên", "chưa nêu". */
  readonly dueWords: string
  /** False = «Chưa rõ chủ trì»: no single body has been named or assigned. */
  readonly clear: boolean
  readonly six: SixClear
  /** The assignment in force is what the document itself says. */
  readonly byDocument: boolean
  readonly assignmentId: string | null
  readonly span: readonly [number, number]
  /** The document whose text `span` points into. */
  readonly documentId: string
  readonly version: number
}

/** Mục tiêu. */
export type Goal = Leading & {
  readonly id: string
  readonly code: string
  readonly section: string
  readonly text: string
  readonly metric: string | null
  readonly comparator: '>=' | '<=' | '=' | 'range' | '~' | null
  readonly strict: boolean
  readonly value: number | null
  readonly valueHigh: number | null
  readonly unit: string | null
  readonly by: number | null
  readonly qualitative: boolean
  /** "trên 85.000 người"; "" when the goal gives no figure. */
  readonly targetWords: string
  readonly span: readonly [number, number]
  /** The document whose text `span` points into. */
  readonly documentId: string
  readonly version: number
}

/** Tên trong văn bản là gì, against the register of the document's day (organisations' `Resolution`). */
export type NameKind = 'single' | 'group' | 'open' | 'ended' | 'outside' | 'ambiguous' | 'unknown'

/** Quyết định về một tên chưa rõ, as the form offers them. Nguồn: cách đối chiếu tên cơ quan khi tiếp nhận văn bản. */
export const MEANINGS = {
  body: 'Là một cơ quan',
  group: 'Là một nhóm cơ quan',
  open: 'Là nhóm không cố định',
  outside: 'Là cơ quan ngoài sổ bộ',
  left: 'Để nguyên như văn bản viết',
} as const

/** Cách gọi chung an officer may give a name; each is expanded by the register of the document's day. */
export const GROUP_PHRASES: readonly string[] = [
  'Các sở, ban, ngành',
  'UBND các huyện, thị xã, thành phố',
  'UBND các xã, phường, thị trấn, đặc khu',
  'Các địa phương',
  'Các cơ quan, đơn vị, địa phương',
  'Các đơn vị sự nghiệp công lập',
  'Các trường đại học, cao đẳng',
  'Các bệnh viện',
  'Các tổ chức chính trị - xã hội',
  'Các hội',
  'Các cơ quan Đảng',
  'Các cơ quan Trung ương đóng trên địa bàn',
]

/** Dòng nơi nhận. */
export type RecipientLine = {
  readonly name: string
  readonly archive: boolean
  readonly resolved: NameKind
  readonly span: readonly [number, number]
}

/** Vai trò của một cơ quan trong kế hoạch. */
export type ParticipantRole = 'obligated' | 'informed'

/** Nhãn of the roles. Nguồn: nơi nhận và mục V.1 của kế hoạch. */
export const ROLE_LABELS: Readonly<Record<ParticipantRole, string>> = {
  obligated: 'Phải thực hiện',
  informed: 'Nhận để biết',
}

/** Cơ quan trong kế hoạch. */
export type Participant = {
  readonly unitId: string
  readonly role: ParticipantRole
  /** The recipient line that names it; "" when an officer added it. */
  readonly line: string
  readonly byDecision: boolean
  readonly reason: string
  readonly decidedBy: string
  readonly version: number
}

/** Cơ quan phải thực hiện in a year: on which days, and whose duty it took over. */
export type Obligated = { readonly unitId: string; readonly valid: Validity; readonly cameFrom: readonly string[] }

/** Một lần phân công. */
export type Assignment = {
  readonly id: string
  readonly batch: string
  readonly leadId: string
  readonly coordinators: readonly string[]
  readonly product: string
  readonly due: Due
  readonly byDocument: boolean
  readonly since: Temporal.Instant
  readonly until: Temporal.Instant | null
  readonly assignedBy: string
}

/** Ý kiến của cán bộ về một phát hiện. */
export type FindingVerdict = 'known' | 'propose' | 'ignored'

/** Nhãn of the opinions on a finding. Nguồn: cách xử lý kết quả rà soát văn bản của cơ quan theo dõi. */
export const FINDING_VERDICTS: Readonly<Record<FindingVerdict, string>> = {
  known: 'Đã biết',
  propose: 'Sẽ kiến nghị cơ quan soạn thảo',
  ignored: 'Bỏ qua',
}

/** Ý kiến đã ghi. */
export type FindingMark = {
  readonly finding: string
  readonly verdict: FindingVerdict
  readonly note: string
  readonly version: number
  readonly markedBy: string
  readonly markedAt: Temporal.Instant
}

/** Phiên bản của kế hoạch: the document it was adopted from (1), and each that amended it. */
export type Edition = {
  readonly id: string
  readonly no: number
  readonly documentId: string
  readonly number: string
  readonly date: Day
  readonly title: string
  readonly added: number
  readonly changed: number
  readonly removed: number
  readonly unchanged: number
  readonly takenAt: Temporal.Instant
  readonly takenBy: string
}

/** Mục không còn áp dụng: what ended, since when, by which document. */
export type EndedItem = {
  readonly id: string
  readonly kind: 'goal' | 'task' | 'recipient'
  readonly code: string
  readonly text: string
  readonly endedOn: Day
  /** Number of the document that ended it. */
  readonly byNumber: string
  readonly documentId: string
  readonly span: readonly [number, number]
}

/** Lời văn trước đây of an item that an amendment changed. */
export type Wording = {
  readonly subjectId: string
  readonly code: string
  readonly text: string
  readonly fields: readonly { readonly label: string; readonly before: string; readonly after: string }[]
  /** The document that changed it. */
  readonly byNumber: string
  readonly byDate: Day
}
