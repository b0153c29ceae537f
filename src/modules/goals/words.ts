/** Từ dùng: the planned path of a goal, how far it has come, what is shared out to bodies, and why it was missed. */
import type { Day } from '../../kernel/day.ts'
import type { Fan } from '../../ui/fan.ts'
import type { StateKind } from '../../ui/state.ts'

/** Một số liệu trên lộ trình: a value on a day. */
export type Point = { readonly on: Day; readonly value: number }

/** Cách chia mốc hằng năm. */
export type PathKind = 'tuyen-tinh' | 'luy-ke' | 'thoa-thuan'

/** Cách chia mốc hằng năm, in words of the screen. */
export const PATH_KINDS: Readonly<
  Record<PathKind, { readonly label: string; readonly hint: string; readonly source: string }>
> = {
  'tuyen-tinh': {
    label: 'Tuyến tính',
    hint: 'Mỗi năm thêm một lượng bằng nhau',
    source: 'Phương pháp công bố tại trang Cách đánh giá',
  },
  'luy-ke': {
    label: 'Tăng trưởng kép',
    hint: 'Mỗi năm tăng một tỷ lệ bằng nhau',
    source: 'Phương pháp công bố tại trang Cách đánh giá',
  },
  'thoa-thuan': {
    label: 'Mốc đã thống nhất',
    hint: 'Nhập mốc từng năm theo văn bản giao chỉ tiêu',
    source: 'Văn bản giao chỉ tiêu hằng năm',
  },
}

/** Lộ trình: how a goal is meant to get from its base to its target. Its last year is the year of the target. */
export type Path = {
  readonly kind: PathKind
  readonly base: Point
  /** Values at the end of years between, ascending; only of an agreed path. */
  readonly milestones: readonly { readonly year: number; readonly value: number }[]
  readonly target: number
  readonly byYear: number
}

/** Lộ trình đã đặt, without the target, which is the indicator's. */
export type KeptPath = {
  readonly indicatorId: string
  readonly kind: PathKind
  readonly baseOn: Day
  readonly baseValue: number
  readonly baseSource: string
  readonly milestones: readonly { readonly year: number; readonly value: number }[]
  readonly document: string
  readonly recordedAt: Temporal.Instant
  readonly recordedBy: string
}

/** Mức tiến độ của mục tiêu. */
export type Progress =
  | 'dat'
  | 'dung-huong'
  | 'cham'
  | 'rat-cham'
  | 'di-lui'
  | 'chua-du'
  | 'chua-co-nguon'
  | 'chua-xac-dinh'
  | 'het-doi-tuong'

/** Mức tiến độ, in words of the screen; classes and their bounds are published with the figures. */
export const PROGRESS: Readonly<
  Record<Progress, { readonly label: string; readonly tone: StateKind; readonly source: string }>
> = {
  dat: { label: 'Đạt', tone: 'ok', source: 'Giá trị hiện có đã tới mức đích' },
  'dung-huong': { label: 'Đúng hướng', tone: 'ok', source: 'Đi được ít nhất 95% phần đường phải đi tới nay' },
  cham: { label: 'Chậm', tone: 'soon', source: 'Đi được từ 50% đến dưới 95% phần đường phải đi tới nay' },
  'rat-cham': { label: 'Rất chậm', tone: 'late', source: 'Đi được dưới 50% phần đường phải đi tới nay' },
  'di-lui': {
    label: 'Đi lùi',
    tone: 'late',
    source:
      'Xa đích hơn lúc xuất phát quá 10% phần đường phải đi tới nay; với mục tiêu giữ nguyên mức: xa đích hơn lúc xuất phát',
  },
  'chua-du': { label: 'Chưa đủ số liệu', tone: 'soon', source: 'Cần số liệu gốc và một số liệu về sau' },
  'chua-co-nguon': { label: 'Chưa có nguồn số liệu', tone: 'idle', source: 'Chưa cơ quan nào cung cấp' },
  'chua-xac-dinh': {
    label: 'Chưa xác định',
    tone: 'idle',
    source: 'Khoảng giá trị hoặc nguồn mâu thuẫn cho hai kết luận khác nhau',
  },
  'het-doi-tuong': {
    label: 'Không còn đối tượng',
    tone: 'exempt',
    source: 'Văn bản làm đối tượng kết thúc; không tính là đạt hay không đạt',
  },
}

/** Nguyên nhân chưa đạt mốc. */
export type Cause = 'khach-quan' | 'chu-quan' | 'so-lieu'

/** Nguyên nhân chưa đạt mốc, in words of the screen. Nguồn: mục tồn tại, nguyên nhân của báo cáo năm. */
export const CAUSES: Readonly<Record<Cause, { readonly label: string; readonly source: string }>> = {
  'khach-quan': { label: 'Khách quan', source: 'Báo cáo năm, mục tồn tại và nguyên nhân' },
  'chu-quan': { label: 'Chủ quan', source: 'Báo cáo năm, mục tồn tại và nguyên nhân' },
  'so-lieu': { label: 'Số liệu chưa đầy đủ', source: 'Báo cáo năm, mục tồn tại và nguyên nhân' },
}

/** Số hiện có của một cơ quan: no bounds where it is not known, or withheld from this reader. */
export type BodyFigure = { readonly low: number | null; readonly high: number | null; readonly hidden: boolean }

/** Mức giao cho một cơ quan trong một năm. */
export type Share = { readonly unitId: string; readonly value: number }

/** Triển vọng của một mục tiêu, as the page of the goal shows it; modules below foresee, this one shows. */
export type Outlook = {
  /** Drawn after the last figure; no points = nothing is foreseen. */
  readonly fan: Fan
  /** Label and words, in order: first failing year, intake it takes, what the forecast rests on. */
  readonly lines: readonly (readonly [string, string])[]
  readonly href: string
}
