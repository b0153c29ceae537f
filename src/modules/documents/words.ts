/**
 * Văn bản kế hoạch: what a reader of plan documents finds, as values. Nothing here was mended or completed:
 * what the document does not say stays null and becomes a defect.
 */

/** Vị trí trong văn bản: `[start, end)` into `PlanReading.text`. */
export type Span = readonly [start: number, end: number]

/** Thể thức so sánh of a goal. */
export type Comparator = '>=' | '<=' | '=' | 'range' | '~'

/** Kỳ báo cáo (NĐ 09/2019/NĐ-CP, Điều 8 and 11). */
export type ReportPeriod = 'yearly' | 'half-yearly' | 'quarterly' | 'monthly' | 'as-required'

/** Cách đo: the level reached (default), newly added ones, a relative change, or a place in a ranking. */
export type Measure = 'level' | 'increment' | 'increase' | 'decrease' | 'rank'

/** Đề mục: one heading or numbered item, with the headings under it. */
export type PlanSection = {
  /** As written: `II`, `1`, `1.2`, `a`. */
  readonly no: string
  /** Joined with its parents: `II.1`. */
  readonly path: string
  readonly title: string
  readonly span: Span
  readonly children: readonly PlanSection[]
}

/** Mục tiêu, chỉ tiêu. `value` is null when the goal gives no figure (`qualitative`). */
export type PlanGoal = {
  /** Clause number, unique in the document: `II.1.7a`. */
  readonly clause: string
  /** Number of the heading it stands under: `II.1`. */
  readonly section: string | null
  readonly text: string
  readonly metric: string | null
  readonly comparator: Comparator | null
  /** The words of the comparison as written ("trên", "từ … trở lên"); null when the verb alone stands there. */
  readonly rawComparator: string | null
  /** True for "trên", "dưới": the bound itself does not meet the goal. */
  readonly strict: boolean
  readonly value: number | null
  readonly valueHigh: number | null
  /** `%`, `người`, `bác sỹ/10.000 dân`. */
  readonly unit: string | null
  /** What the share is taken of, as written. */
  readonly denominator: string | null
  /** Year by which it is to be reached; null when neither the clause nor its headings say. */
  readonly by: number | null
  readonly measure: Measure
  /** Chiều tốt: `down` where a lower figure is better (a decrease, an upper bound, a place in a ranking). */
  readonly direction: 'up' | 'down'
  /** Năm gốc named beside the figure ("so với năm 2020"); null when the text names none. */
  readonly baseYear: number | null
  readonly qualitative: boolean
  readonly span: Span
  /** 0..1: how sure the reader is. */
  readonly confidence: number
}

/** Cách giao chủ trì: one named body, an open group or several bodies, or nobody. */
export type LeadKind = 'named' | 'group' | 'none'

/** Nhiệm vụ, or trách nhiệm tổ chức thực hiện when `duty`. Names are kept as written. */
export type PlanTask = {
  readonly clause: string
  readonly section: string | null
  readonly text: string
  readonly lead: readonly string[]
  readonly leadKind: LeadKind
  readonly coordinate: readonly string[]
  /** The text itself says "Phối hợp với X": the body it stands under only helps. */
  readonly support: boolean
  /** Normal form: `2025-12-05`, `2025-12`, `2025-Q4`, `2025`, `2025/2030`, `from:2025`, `yearly:12-05`, `yearly`, `continuous`, `per-plan`, `event`. */
  readonly due: string | null
  readonly dueRaw: string | null
  /** Sản phẩm, kết quả named by a label or a column, as written. */
  readonly product: string | null
  /** "Đề nghị X …": a request to a body that the issuer does not command, not an order. */
  readonly request: boolean
  readonly duty: boolean
  readonly span: Span
  readonly confidence: number
}

/** Văn bản được dẫn chiếu, one entry per document. */
export type PlanReference = {
  readonly kind: string
  readonly number: string
  /** ISO day, null when no mention carries it. */
  readonly date: string | null
  readonly issuer: string | null
  /** Tên gọi tắt that the document sets for it ("sau đây viết là …"). */
  readonly alias: string | null
  /** The number in its proper form where it is misspelt ("27/NQ-TW" -> "27-NQ/TW"); null when it is well written. */
  readonly normalised: string | null
  /** True when it stands in the opening (căn cứ). */
  readonly basis: boolean
  readonly span: Span
  readonly confidence: number
}

/** Chế độ báo cáo định kỳ set by the document. */
export type RecurringReport = {
  /** Clause of the duty it stands in; null in the closing sentence. */
  readonly clause: string | null
  readonly from: string | null
  readonly to: string | null
  /** True when `to` was taken from the report that this one consolidates. */
  readonly toImplied: boolean
  /** The body through which it goes. */
  readonly via: string | null
  readonly period: ReportPeriod | null
  /** `MM-DD`, `*-DD` for monthly, a list for several dates; null when no date is given. */
  readonly due: string | readonly string[] | null
  readonly dueRaw: string | null
  readonly text: string
  readonly span: Span
  readonly confidence: number
}

/** Một dòng nơi nhận. */
export type Recipient = {
  readonly name: string
  /** "b/c", "để b/c" in brackets after the name. */
  readonly note: string | null
  /** The "Lưu: …" line. */
  readonly archive: boolean
  readonly span: Span
}

/** Người ký (NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.7). */
export type Signer = {
  /** TM. / T/M line. */
  readonly authority: string | null
  /** KT. / TL. / TUQ. / Q. line. */
  readonly capacity: string | null
  readonly post: string | null
  readonly name: string | null
  readonly span: Span
}

/** Số liệu hiện trạng: a figure of the present or the past, never a goal. */
export type PlanFigure = {
  readonly text: string
  readonly value: number
  readonly unit: string
  readonly year: number | null
  readonly span: Span
}

/** Loại khiếm khuyết of the document itself; labels in `DEFECT_LABELS`. */
export type DefectKind = keyof typeof DEFECT_LABELS

/** Nhãn of each kind of defect, as officials read it. Nguồn: thể thức theo NĐ 30/2020/NĐ-CP, Phụ lục I. */
export const DEFECT_LABELS = {
  'nothing-recognised': 'Không nhận ra nội dung kế hoạch',
  'missing-number': 'Thiếu số văn bản',
  'missing-date': 'Thiếu ngày ban hành',
  'missing-header': 'Thiếu phần đầu văn bản',
  'missing-signer': 'Thiếu người ký',
  numbering: 'Đánh số đề mục không liên tục',
  ocr: 'Nghi lỗi nhận dạng chữ',
  wording: 'Câu chữ cần xem lại',
  punctuation: 'Thiếu dấu kết câu',
  markup: 'Còn ký hiệu định dạng',
  'page-break': 'Câu bị cắt khi sang trang',
  'no-owner': 'Không nêu cơ quan chủ trì',
  'no-single-owner': 'Chưa rõ một cơ quan chủ trì',
  'no-deadline': 'Không nêu thời hạn',
  'no-baseline': 'Không có số liệu gốc',
  'no-year': 'Không nêu năm phải đạt',
  'unclear-denominator': 'Chưa rõ mẫu số',
  inconsistent: 'Hai con số cần đối chiếu',
  duplicate: 'Nội dung lặp lại',
  reference: 'Dẫn chiếu cần đối chiếu',
  'no-base-year': 'Không nêu năm gốc',
  'past-deadline': 'Thời hạn đã qua hoặc quá gần',
  form: 'Thể thức cần xem lại',
} as const

/** Khiếm khuyết của văn bản: reported beside the text, never mended in it. */
export type Defect = {
  readonly kind: DefectKind
  /** Where, in words: "phần đầu", "II.1.12", "nơi nhận". */
  readonly where: string
  /** One Vietnamese sentence. */
  readonly what: string
  readonly span: Span | null
  /** What was probably meant, where the reader has a guess. */
  readonly suggestion: string | null
  /** Clauses concerned, where there are several. */
  readonly clauses: readonly string[]
}

/** Kết quả đọc một văn bản kế hoạch. */
export type PlanReading = {
  /** The text that all spans point into: the text given, cleaned (NFC) and with LF line ends. */
  readonly text: string
  readonly docType: string | null
  readonly title: string | null
  readonly docNumber: string | null
  readonly docNumberRaw: string | null
  /** Short form, "UBND tỉnh X"; composed from opening and place when the header lacks it. */
  readonly issuer: string | null
  readonly placeDate: string | null
  /** ISO day, null when a part is blank. */
  readonly date: string | null
  /** The part of the date that is there: `2024-04`. */
  readonly dateKnown: string | null
  readonly sections: readonly PlanSection[]
  readonly goals: readonly PlanGoal[]
  readonly tasks: readonly PlanTask[]
  readonly references: readonly PlanReference[]
  readonly recurringReports: readonly RecurringReport[]
  readonly recipients: readonly Recipient[]
  readonly signer: Signer | null
  readonly baselines: readonly PlanFigure[]
  /** Kết quả đã đạt: figures that a report tells of a past year; like baselines, never goals. */
  readonly results: readonly PlanFigure[]
  readonly defects: readonly Defect[]
}
