/**
 * Loại kiểm tra: one row for each kind of finding: how it is called, how much it weighs, what it rests on, what to do.
 * A new check is a row here, a file beside this one, and its name in `check-plan.ts`.
 */

/** Mức độ. */
export type Severity = 'contradiction' | 'unclear' | 'note'

/** Nhãn mức độ, gravest first. Nguồn: yêu cầu rà soát dự thảo của Luật Ban hành văn bản (cách gọi của hệ thống). */
export const SEVERITIES: Readonly<Record<Severity, string>> = {
  contradiction: 'Mâu thuẫn, phải xử lý',
  unclear: 'Chưa đo được hoặc chưa rõ',
  note: 'Lưu ý',
}

/** Một loại kiểm tra. */
export type KindRow = {
  readonly label: string
  readonly severity: Severity
  /** What it rests on. */
  readonly ground: string
  /** What is proposed to the drafting body. */
  readonly proposal: string
}

const STATISTICS = 'Luật Thống kê 2015: chỉ tiêu, phương pháp tính và nguồn số liệu phải thống nhất'
const LAYOUT = 'Nghị định số 30/2020/NĐ-CP, Phụ lục I'
const SIX_CLEAR = 'Yêu cầu 6 rõ trong phân công nhiệm vụ'

/** Các loại kiểm tra. */
export const KINDS = {
  'share-mismatch': {
    label: 'Số người và tỷ lệ không khớp',
    severity: 'contradiction',
    ground: STATISTICS,
    proposal: 'Giữ một con số làm gốc, tính lại con số kia theo số liệu đã nêu; ghi rõ nguồn và ngày của tổng thể.',
  },
  'duplicate-figure': {
    label: 'Một nội dung, hai con số',
    severity: 'contradiction',
    ground: STATISTICS,
    proposal: 'Xác định con số đúng và sửa nơi còn lại.',
  },
  'horizon-order': {
    label: 'Mốc sau thấp hơn mốc trước',
    severity: 'contradiction',
    ground: STATISTICS,
    proposal: 'Xem lại hai mốc; nếu đúng là giảm thì nêu lý do trong văn bản.',
  },
  'sum-mismatch': {
    label: 'Tổng không bằng các phần',
    severity: 'contradiction',
    ground: STATISTICS,
    proposal: 'Đối chiếu các phần với tổng và sửa con số sai.',
  },
  'part-over-whole': {
    label: 'Phần lớn hơn toàn thể',
    severity: 'contradiction',
    ground: STATISTICS,
    proposal: 'Xem lại con số của phần hoặc của toàn thể.',
  },
  'subject-ended': {
    label: 'Đối tượng không còn khi đến hạn',
    severity: 'contradiction',
    ground:
      'Nghị quyết số 203/2025/QH15 sửa đổi Hiến pháp; Luật Tổ chức chính quyền địa phương 2025; sổ bộ tổ chức theo ngày',
    proposal:
      'Xác định đối tượng thay thế theo tổ chức hiện hành (cấp xã, cơ quan cấp tỉnh kế thừa) hoặc kết thúc chỉ tiêu tại ngày đối tượng kết thúc.',
  },
  'deadline-before-cutoff': {
    label: 'Hạn nộp trước ngày chốt số liệu',
    severity: 'unclear',
    ground: 'Nghị định số 09/2019/NĐ-CP, Điều 12 (thời gian chốt số liệu báo cáo định kỳ)',
    proposal:
      'Lùi hạn nộp sau ngày chốt, hoặc quy định ngày chốt riêng của chế độ này và cách bổ sung số liệu còn lại.',
  },
  'deadline-past': {
    label: 'Thời hạn đã qua khi ban hành',
    severity: 'contradiction',
    ground: SIX_CLEAR,
    proposal: 'Đặt lại thời hạn sau ngày ban hành.',
  },
  'cohort-not-measurable': {
    label: 'Nhóm theo dõi chưa đủ thời gian để đo',
    severity: 'unclear',
    ground: STATISTICS,
    proposal: 'Nêu rõ nhóm được theo dõi (theo năm bắt đầu) và năm đầu tiên có số liệu.',
  },
  'undefined-flow': {
    label: 'Tỷ lệ trên số phát sinh, chưa rõ kỳ tính',
    severity: 'unclear',
    ground: STATISTICS,
    proposal: 'Nêu tính theo từng năm hay cả giai đoạn, và cách ghi khi mẫu số bằng 0.',
  },
  'rate-check': {
    label: 'Tỷ lệ trên dân số và số tuyệt đối',
    severity: 'note',
    ground: STATISTICS,
    proposal: 'Nêu số tuyệt đối cần có và dân số dùng để tính bên cạnh tỷ lệ.',
  },
  reference: {
    label: 'Viện dẫn văn bản cần xem lại',
    severity: 'unclear',
    ground: `${LAYOUT} (ghi đủ tên loại, số, ký hiệu, ngày, cơ quan ban hành khi viện dẫn lần đầu)`,
    proposal: 'Đối chiếu với văn bản gốc và sửa số, ký hiệu, ngày.',
  },
  'no-base': {
    label: 'Thiếu năm gốc, số liệu gốc hoặc mẫu số',
    severity: 'unclear',
    ground: STATISTICS,
    proposal: 'Bổ sung số liệu gốc, năm gốc, mẫu số và nguồn của chúng.',
  },
  'no-owner': {
    label: 'Không nêu một cơ quan chủ trì',
    severity: 'unclear',
    ground: SIX_CLEAR,
    proposal: 'Giao một cơ quan chủ trì cho từng nhiệm vụ.',
  },
  'no-deadline': {
    label: 'Không nêu thời hạn, năm phải đạt',
    severity: 'note',
    ground: SIX_CLEAR,
    proposal: 'Nêu thời hạn của từng nhiệm vụ, năm phải đạt của từng chỉ tiêu.',
  },
  document: {
    label: 'Thể thức, câu chữ của văn bản',
    severity: 'note',
    ground: LAYOUT,
    proposal: 'Xem lại theo bản đã ký.',
  },
} as const satisfies Readonly<Record<string, KindRow>>

/** Loại kiểm tra. */
export type CheckKind = keyof typeof KINDS

/** Kinds in the order of the table: graver ones first within a severity. */
export const KIND_ORDER = Object.keys(KINDS) as CheckKind[]
