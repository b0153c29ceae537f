/** Từ dùng: kinds of notices, steps of the reminder ladder, rows of «Việc của tôi». */
import type { Day } from '../../kernel/day.ts'
import type { StateKind } from '../../ui/state.ts'

/** Bậc nhắc hạn, days relative to the last day on time (âm = trước, dương = sau). */
export type Step = 'T-30' | 'T-15' | 'T-7' | 'T-3' | 'T-1' | 'T+1' | 'T+3' | 'T+7'

/** What each step says and to whom it goes. */
export const STEPS: Readonly<Record<Step, { days: number; label: string; toHead: boolean; source: string }>> = {
  'T-30': { days: -30, label: 'còn 30 ngày', toHead: false, source: 'KH 1459, mục V.2: theo dõi, đôn đốc' },
  'T-15': { days: -15, label: 'còn 15 ngày', toHead: false, source: 'KH 1459, mục V.2' },
  'T-7': { days: -7, label: 'còn 7 ngày', toHead: false, source: 'KH 1459, mục V.2' },
  'T-3': { days: -3, label: 'còn 3 ngày', toHead: false, source: 'KH 1459, mục V.2' },
  'T-1': { days: -1, label: 'còn 1 ngày', toHead: true, source: 'KH 1459, mục V.2' },
  'T+1': { days: 1, label: 'quá hạn 1 ngày', toHead: false, source: 'KH 1459, mục V.2' },
  'T+3': { days: 3, label: 'quá hạn 3 ngày', toHead: true, source: 'KH 1459, mục V.2' },
  'T+7': { days: 7, label: 'quá hạn 7 ngày', toHead: true, source: 'KH 1459, mục V.2' },
}

/** Nhịp nhận thư: on days a deadline reaches a step, or every working day that something is owed. */
export type Rhythm = 'theo-bac' | 'hang-ngay'

/** Nhãn của từng nhịp. */
export const RHYTHMS: Readonly<Record<Rhythm, { label: string; hint: string; source: string }>> = {
  'theo-bac': {
    label: 'Theo bậc nhắc hạn',
    hint: 'Trước hạn 30, 15, 7, 3, 1 ngày; sau hạn 1, 3, 7 ngày. Tối đa một thư mỗi ngày.',
    source: 'Lựa chọn của người nhận',
  },
  'hang-ngay': {
    label: 'Mỗi ngày làm việc',
    hint: 'Một thư mỗi sáng, từ thứ Hai đến thứ Sáu, khi còn việc phải làm.',
    source: 'Lựa chọn của người nhận',
  },
}

/** Loại thư: of the day, at once, trial. */
export type MailKind = 'tong-hop' | 'ngay' | 'thu'

/** Nhãn của từng loại thư. */
export const MAIL_KINDS: Readonly<Record<MailKind, { label: string; source: string }>> = {
  'tong-hop': { label: 'Nhắc việc trong ngày', source: 'KH 1459, mục V.2: theo dõi, đôn đốc' },
  ngay: { label: 'Báo ngay', source: 'KH 1459, mục V.2' },
  thu: { label: 'Thư thử', source: 'Lựa chọn của người nhận' },
}

/** Tình trạng thư. */
export type MailState = 'cho-gui' | 'da-gui' | 'khong-can' | 'khong-gui-duoc'

/** Nhãn của từng tình trạng; source: the answers a mail server gives (RFC 5321). */
export const MAIL_STATES: Readonly<Record<MailState, { label: string; shape: StateKind; source: string }>> = {
  'cho-gui': { label: 'Chờ gửi', shape: 'wait', source: 'Hàng đợi của hệ thống' },
  'da-gui': { label: 'Đã gửi', shape: 'done', source: 'Máy chủ thư đã nhận' },
  'khong-can': { label: 'Không cần gửi', shape: 'idle', source: 'Việc đã xong trước khi gửi' },
  'khong-gui-duoc': { label: 'Không gửi được', shape: 'late', source: 'Máy chủ thư từ chối' },
}

/** Cách nhắc. */
export type Way = 'trong-he-thong' | 'thu' | 'cong-van'

/** Nhãn của từng cách nhắc. */
export const WAYS: Readonly<Record<Way, { label: string; source: string }>> = {
  'trong-he-thong': { label: 'Trong hệ thống', source: 'KH 1459, mục V.2: theo dõi, đôn đốc' },
  thu: { label: 'Thư điện tử', source: 'KH 1459, mục V.2' },
  'cong-van': { label: 'Công văn đôn đốc', source: 'NĐ 30/2020/NĐ-CP, Phụ lục III' },
}

/** Sự kiện báo qua thư ngay, không đợi thư trong ngày: something came back, or was written in the reader's name. */
export const AT_ONCE: ReadonlySet<string> = new Set([
  'reporting.returned',
  'reporting.returned-to-officer',
  'reporting.reopened',
  'plan.returned',
  'urging.drafted',
])

/** Thông báo trong hộp thư. */
export type Notice = {
  id: string
  kind: string
  title: string
  body: string
  href: string
  madeAt: Temporal.Instant
  readAt: Temporal.Instant | null
}

/** Việc: one row of «Việc của tôi». */
export type Duty = {
  /** Stable key, e.g. `report:<id>`. */
  key: string
  title: string
  detail: string
  href: string
  due: Day | null
  /** Days past the due day, 0 = none. */
  daysLate: number
  /** Days left; null = no deadline or past. */
  daysLeft: number | null
  state: { tone: StateKind; words: string }
  /** Returned to the reader, to be mended. */
  returned: boolean
  /** Waits for the reader's own decision (ký, duyệt). */
  toDecide: boolean
  /** Who must act when the reader cannot: "thủ trưởng cơ quan". */
  waitsFor: string | null
}

/** Nhóm của «Việc của tôi». */
export type DutyGroup = 'qua-han' | 'tra-lai' | '7-ngay' | 'sau' | 'cho'

/** Labels of the groups, in the order they are shown. */
export const DUTY_GROUPS: Readonly<Record<DutyGroup, { label: string; source: string }>> = {
  'qua-han': { label: 'Quá hạn', source: 'Thời hạn của chế độ báo cáo và của nhiệm vụ' },
  'tra-lai': { label: 'Trả lại, cần sửa', source: 'NĐ 09/2019/NĐ-CP' },
  '7-ngay': { label: 'Hôm nay và 7 ngày tới', source: 'Thời hạn của chế độ báo cáo và của nhiệm vụ' },
  sau: { label: 'Sau 7 ngày', source: 'Thời hạn của chế độ báo cáo và của nhiệm vụ' },
  cho: { label: 'Đang chờ người khác', source: 'Quy trình trình ký, thẩm định' },
}
