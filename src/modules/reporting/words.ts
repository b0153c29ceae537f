/**
 * Từ vựng của chế độ báo cáo: states, actions and the shapes that rules, pages and papers share.
 * States and verbs are those of the document system in use in offices; regime fields are those of Nghị định 09/2019/NĐ-CP.
 */
import type { Day } from '../../kernel/day.ts'
import type { Validity } from '../../kernel/validity.ts'

/** Trạng thái của một nghĩa vụ báo cáo. */
export type ReportState =
  | 'chua-mo'
  | 'chua-nop'
  | 'dang-soan'
  | 'cho-ky'
  | 'da-nop'
  | 'da-tiep-nhan'
  | 'tra-lai'
  | 'da-duyet'
  | 'mien'
  | 'ke-thua'

/** Hình của trạng thái, as the design system draws them. */
export type Shape = 'ok' | 'soon' | 'late' | 'back' | 'wait' | 'idle' | 'exempt' | 'done'

/** A value of a closed list: what officials read, where it comes from, the shape beside it. */
export type StateWord = { readonly label: string; readonly source: string; readonly shape: Shape }

const PROCEDURE = 'Nghị định 09/2019/NĐ-CP, Điều 10: quy trình báo cáo; Kế hoạch 1459/KH-UBND, phần V'

/** Nhãn của mười trạng thái. */
export const STATES: Readonly<Record<ReportState, StateWord>> = {
  'chua-mo': { label: 'Chưa mở', source: PROCEDURE, shape: 'idle' },
  'chua-nop': { label: 'Chưa nộp', source: PROCEDURE, shape: 'idle' },
  'dang-soan': { label: 'Đang soạn', source: PROCEDURE, shape: 'idle' },
  'cho-ky': { label: 'Chờ ký', source: PROCEDURE, shape: 'wait' },
  'da-nop': { label: 'Đã nộp', source: PROCEDURE, shape: 'wait' },
  'da-tiep-nhan': { label: 'Đã tiếp nhận', source: PROCEDURE, shape: 'wait' },
  'tra-lai': { label: 'Trả lại', source: PROCEDURE, shape: 'back' },
  'da-duyet': { label: 'Đã duyệt', source: PROCEDURE, shape: 'done' },
  mien: { label: 'Được miễn', source: 'Quyết định của cơ quan chủ trì chế độ báo cáo', shape: 'exempt' },
  'ke-thua': { label: 'Kế thừa', source: 'Văn bản sắp xếp tổ chức bộ máy', shape: 'exempt' },
}

/** Every state, in the order of the procedure. */
export const REPORT_STATES = Object.keys(STATES) as readonly ReportState[]

/** Thao tác trên một nghĩa vụ báo cáo. */
export type ReportVerb =
  | 'luu'
  | 'trinh'
  | 'tra-can-bo'
  | 'duyet-va-nop'
  | 'tiep-nhan'
  | 'tra-lai'
  | 'duyet'
  | 'hoan-tac'
  | 'mo-lai'
  | 'gia-han'
  | 'mien'
  | 'ke-thua'

/** Nhãn nút của từng thao tác. */
export const VERBS: Readonly<Record<ReportVerb, { readonly label: string; readonly source: string }>> = {
  luu: { label: 'Lưu nháp', source: PROCEDURE },
  trinh: { label: 'Trình thủ trưởng ký', source: PROCEDURE },
  'tra-can-bo': { label: 'Trả lại cán bộ', source: PROCEDURE },
  'duyet-va-nop': { label: 'Duyệt và nộp', source: PROCEDURE },
  'tiep-nhan': { label: 'Tiếp nhận báo cáo', source: PROCEDURE },
  'tra-lai': { label: 'Trả lại báo cáo', source: PROCEDURE },
  duyet: { label: 'Duyệt báo cáo', source: PROCEDURE },
  'hoan-tac': { label: 'Hoàn tác', source: PROCEDURE },
  'mo-lai': { label: 'Mở lại báo cáo', source: PROCEDURE },
  'gia-han': { label: 'Gia hạn', source: 'Văn bản gia hạn của cơ quan chủ trì chế độ báo cáo' },
  mien: { label: 'Miễn báo cáo', source: 'Quyết định của cơ quan chủ trì chế độ báo cáo' },
  'ke-thua': { label: 'Chuyển nghĩa vụ', source: 'Văn bản sắp xếp tổ chức bộ máy' },
}

/** Trạng thái của một đề nghị gia hạn. */
export type RequestState = 'cho' | 'chap-thuan' | 'tu-choi' | 'rut'

/** Nhãn của một đề nghị gia hạn. */
export const REQUEST_STATES: Readonly<Record<RequestState, StateWord>> = {
  cho: { label: 'Chờ trả lời', source: PROCEDURE, shape: 'wait' },
  'chap-thuan': { label: 'Được chấp thuận', source: 'Văn bản gia hạn của cơ quan chủ trì chế độ báo cáo', shape: 'ok' },
  'tu-choi': { label: 'Không được chấp thuận', source: 'Trả lời của cơ quan chủ trì chế độ báo cáo', shape: 'back' },
  rut: { label: 'Đã rút', source: PROCEDURE, shape: 'idle' },
}

/** Đề nghị gia hạn of one report. */
export type ExtensionRequest = {
  readonly id: string
  readonly obligationId: string
  readonly until: Day
  readonly reason: string
  readonly document: string
  readonly state: RequestState
  readonly askedAt: Temporal.Instant
  readonly askedBy: string
  readonly answer: string
  readonly grantedUntil: Day | null
  readonly answeredAt: Temporal.Instant | null
  readonly answeredBy: string | null
}

/** Cách ký thay. */
export type AuthorityKind = 'KT' | 'TL' | 'TUQ'

const PAPERS = 'Nghị định 30/2020/NĐ-CP, Điều 13 và Phụ lục I'

/** Nhãn của cách ký thay. */
export const AUTHORITIES: Readonly<Record<AuthorityKind, { readonly label: string; readonly source: string }>> = {
  KT: { label: 'KT. (ký thay): cấp phó', source: PAPERS },
  TL: { label: 'TL. (thừa lệnh): người đứng đầu đơn vị thuộc cơ quan', source: PAPERS },
  TUQ: { label: 'TUQ. (thừa ủy quyền): theo văn bản ủy quyền', source: PAPERS },
}

/** Giao ký thay: on the days of `valid`. */
export type SigningAuthority = {
  readonly id: string
  readonly unitId: string
  readonly accountId: string
  readonly name: string
  readonly kind: AuthorityKind
  /** Chức vụ của người đứng đầu, as it follows «KT.». */
  readonly headPost: string
  /** Chức vụ của người ký. */
  readonly post: string
  readonly act: string
  readonly valid: Validity
}

/** Chữ ký số thấy được trong tệp. */
export type SignatureMark = 'pdf' | 'office' | 'cms' | 'khong'

const SIGNING = 'Nghị định 30/2020/NĐ-CP, Điều 13; Luật Giao dịch điện tử 2023'

/** Nhãn của chữ ký thấy được. */
export const SIGNATURE_MARKS: Readonly<Record<SignatureMark, { readonly label: string; readonly source: string }>> = {
  pdf: { label: 'Có chữ ký số trong tệp PDF', source: SIGNING },
  office: { label: 'Có chữ ký số trong tệp Word', source: SIGNING },
  cms: { label: 'Tệp ký số bao ngoài (CMS)', source: SIGNING },
  khong: { label: 'Không thấy chữ ký số trong tệp', source: SIGNING },
}

/** Bản đã ký số of one version. */
export type SignedFile = {
  readonly id: string
  readonly number: number
  /** Hash of the Word file that was given out to sign. */
  readonly ofSha256: string
  readonly fileId: string
  readonly name: string
  readonly sha256: string
  readonly mark: SignatureMark
  readonly receivedAt: Temporal.Instant
  readonly receivedBy: string
}

/** Mức của một phép kiểm tra: `block` phải sửa · `explain` phải giải trình · `note` để biết. */
export type Severity = 'block' | 'explain' | 'note'

/** Nội dung đã nhập của một mục: field name -> text as typed. Nothing typed is changed or lost. */
export type Answers = Readonly<Record<string, string>>

/**
 * Một dòng của biểu: the two figures of the regime and a note. Null = chưa có số liệu, never 0.
 * `lastYear` = số chính thức của năm trước, only where the regime asks for it and the body gave it; else the estimate sent a year ago stands.
 */
export type Cells = {
  readonly toDate: number | null
  readonly wholeYear: number | null
  readonly note: string
  readonly lastYear?: number | null | undefined
}

/** Minh chứng: số, ngày văn bản, tệp. */
export type Evidence = {
  readonly number: string
  readonly day: string
  readonly fileId: string | null
  readonly fileName: string | null
}

/** Kết quả một nhóm nhiệm vụ: `nothing` = the body states that nothing arose, which is not the same as empty. */
export type GroupAnswer = { readonly text: string; readonly nothing: boolean; readonly evidence: readonly Evidence[] }

/** Nội dung báo cáo đã đọc: what is frozen at submission. */
export type ReportContent = {
  /** Statement «Không phát sinh trong kỳ», or null. */
  readonly nothing: string | null
  readonly paragraphs: Readonly<Record<string, string>>
  /** `bieu-2.tien-si` -> figures. */
  readonly cells: Readonly<Record<string, Cells>>
  /** `III.1` -> result. */
  readonly groups: Readonly<Record<string, GroupAnswer>>
  /** Finding id -> explanation; travels with the report. */
  readonly explanations: Readonly<Record<string, string>>
}

/** Nhóm nhiệm vụ của Kế hoạch: "III.1" and its title. */
export type TaskGroup = { readonly no: string; readonly title: string }

/** Nghĩa vụ báo cáo of one unit in one period, as other modules see it. */
export type Obligation = {
  readonly id: string
  readonly unitId: string
  readonly unitCode: string
  readonly unitName: string
  /** Slug of the regime that asks for it. */
  readonly regime: string
  readonly year: number
  /** Tên báo cáo, "Báo cáo năm 2026": no two regimes share one. */
  readonly title: string
  /** Mã báo cáo, `BC-2026-0412`. */
  readonly code: string
  /** The report must be sent before 00:00 of this day. */
  readonly dueBefore: Day
  readonly state: ReportState
  readonly submittedAt: Temporal.Instant | null
  /** Of the first submission; null = none yet. */
  readonly late: boolean | null
  /** Days late of the first submission; 0 = none. */
  readonly daysLate: number
  /** Days past the last day while something is owed now; 0 = none. */
  readonly daysOverdue: number
  /** Days left, 0 = the last day; null when the deadline has passed or nothing is owed. */
  readonly daysLeft: number | null
  readonly returnedReason: string | null
  /** Cells and paragraphs marked in the last return. */
  readonly marked: number
  readonly stateSince: Temporal.Instant
  /** The days of the year on which the unit held the duty. */
  readonly part: Validity
  /** Báo cáo kết thúc: the unit ended before the year did. */
  readonly closing: boolean
  readonly inheritedBy: string | null
  readonly version: number
}

/** Kỳ báo cáo, as it is asked for: a year of a regime (slug or code). Without a regime it is that of the Plan. */
export type PeriodName = { readonly year: number; readonly regime?: string | undefined }

/** What facts and notices say of the period a report belongs to. */
export const aboutPeriod = (p: { readonly slug: string; readonly year: number; readonly title: string }) => ({
  regime: p.slug,
  year: p.year,
  title: p.title,
})

/** Name of a file of the provincial report, without its ending; the regime of the Plan needs no naming. */
export const provincialFile = (of: { readonly slug: string; readonly year: number }, number: number): string =>
  `bao-cao-tinh-${of.slug === PLAN_REGIME ? '' : `${of.slug}-`}${of.year}-ban-${number}`

/** Chế độ báo cáo của Kế hoạch: the slug of the regime that is shipped. */
export const PLAN_REGIME = 'kh1459'

const below = (page: string): string => (page === '' ? '' : `/${page}`)
const inPeriod = (of: PeriodName): string => `${of.regime ?? PLAN_REGIME}/${of.year}`

/** Địa chỉ: the report of a body, the collection of a period or one report in it, the report of the province; or a page of theirs. */
export const HREF = {
  report: (of: PeriodName & { readonly unitCode: string }, page = ''): string =>
    `/bao-cao/${inPeriod(of)}/${encodeURIComponent(of.unitCode)}${below(page)}`,
  collection: (of: PeriodName & { readonly unitCode?: string }, page = ''): string =>
    `/tong-hop/${inPeriod(of)}${of.unitCode === undefined ? '' : below(encodeURIComponent(of.unitCode))}${below(page)}`,
  provincial: (of: PeriodName, page = ''): string => `/bao-cao-tinh/${inPeriod(of)}${below(page)}`,
}
