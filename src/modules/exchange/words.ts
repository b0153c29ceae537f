/** Từ của trao đổi dữ liệu: what becomes of a message, which news other systems may ask for, how far a delivery is. */

/** Làm gì với gói đã nhận. */
export type Mode = 'nhap' | 'luu'

/** Nhãn của từng cách. Nguồn: cách làm của hệ thống này. */
export const MODES: Readonly<Record<Mode, string>> = {
  nhap: 'Nhập báo cáo vào kỳ, lưu các gói khác để tra cứu',
  luu: 'Chỉ lưu để tra cứu',
}

/** Tin mà hệ thống khác đăng ký nhận được. Nguồn: sổ cái của hệ thống; không tin nào mang dữ liệu cá nhân. */
export const EVENTS: Readonly<Record<string, string>> = {
  'reporting.period-opened': 'Mở kỳ báo cáo',
  'reporting.submitted': 'Cơ quan nộp báo cáo',
  'reporting.received': 'Tiếp nhận báo cáo',
  'reporting.returned': 'Trả lại báo cáo',
  'reporting.accepted': 'Duyệt báo cáo',
  'reporting.extended': 'Gia hạn báo cáo',
  'reporting.provincial-built': 'Lập báo cáo của tỉnh',
  'urging.drafted': 'Soạn công văn đôn đốc',
  'exchange.document-packed': 'Đóng gói văn bản điện tử',
  'exchange.message-received': 'Nhận gói báo cáo',
}

/** Tình trạng của một tin. */
export type DeliveryState = 'cho' | 'da-nhan' | 'bo'

/** Nhãn tình trạng của một tin. Nguồn: cách làm của hệ thống này. */
export const DELIVERY_STATES: Readonly<Record<DeliveryState, string>> = {
  cho: 'Chờ gửi',
  'da-nhan': 'Đã nhận',
  bo: 'Thôi gửi',
}

/** Báo cáo chưa đủ gói: which body of which period, and what is still to come. */
export type Waiting = { readonly period: number; readonly body: string; readonly lacks: readonly string[] }

/** Thông điệp đã nhận. */
export type KeptMessage = {
  readonly id: string
  readonly senderCode: string
  readonly senderName: string
  readonly messageId: string
  readonly sha256: string
  readonly mode: Mode
  readonly records: number
  /** Records that were not there before, and those that came otherwise than before. */
  readonly added: number
  readonly changed: number
  /** Versions of reports that were put into the period. */
  readonly reports: number
  readonly waiting: readonly Waiting[]
  readonly fileId: string
  readonly receivedAt: Temporal.Instant
  readonly receivedBy: string
}

/** Tệp đính kèm của một văn bản. */
export type AttachmentRow = {
  readonly name: string
  readonly mediaType: string
  readonly size: number
  readonly sha256: string
  readonly fileId: string
}

/** Văn bản điện tử, đi hoặc đến. */
export type DocumentRow = {
  readonly id: string
  readonly way: 'di' | 'den'
  readonly documentId: string
  readonly fromCode: string
  readonly fromName: string
  readonly toNames: readonly string[]
  readonly number: string
  readonly notation: string
  readonly promulgated: string | null
  readonly typeName: string
  readonly subject: string
  readonly source: string
  readonly attachments: readonly AttachmentRow[]
  readonly fileId: string
  readonly sha256: string
  readonly at: Temporal.Instant
  readonly by: string
}

/** Nơi nhận tin. */
export type Subscription = {
  readonly id: string
  readonly name: string
  readonly url: string
  readonly kinds: readonly string[]
  /** May lie inside the office's own network. */
  readonly inside: boolean
  readonly madeAt: Temporal.Instant
  readonly madeBy: string
  readonly endedAt: Temporal.Instant | null
}

/** Một tin của một nơi nhận. */
export type Delivery = {
  readonly id: string
  readonly subscriptionId: string
  readonly name: string
  readonly kind: string
  readonly state: DeliveryState
  readonly tries: number
  readonly nextAt: Temporal.Instant
  readonly status: number | null
  readonly trouble: string
  readonly madeAt: Temporal.Instant
  readonly settledAt: Temporal.Instant | null
}
