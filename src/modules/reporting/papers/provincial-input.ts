/**
 * Số liệu đầu vào của báo cáo tỉnh: everything the consolidated report says, as plain data.
 */
import type { Day } from '../../../kernel/day.ts'
import {
  type Content,
  figure,
  type Issuer,
  type PaperNumber,
  type Signature,
} from '../../../platform/word/official-paper.ts'
import type { Cell } from './agency-report.ts'

/** Một mục tiêu của kế hoạch và kết quả năm. */
export type GoalLine = {
  /** Clause number of the plan: "II.1.2". */
  readonly code: string
  /** Short name in the report: "Số bác sĩ trên 10.000 dân". */
  readonly name: string
  /** "bác sĩ/10.000 dân", "%", "người". */
  readonly unit: string
  /** Năm trước, thực hiện đến ngày chốt, ước cả năm. */
  readonly previous: Cell
  readonly actual: Cell
  readonly estimate: Cell
  /** Mục tiêu, as written: "trên 85.000", "20-25". */
  readonly target: string
  readonly targetYear: number | null
  /** "Đạt", "Chậm so với lộ trình", "Chưa đủ số liệu để dự báo". */
  readonly verdict: string
  /** Bodies that owe the figure while there is none; empty when the goal has its source. */
  readonly owedBy: readonly string[]
  /** Giải trình for a goal that is missed or behind. */
  readonly explanation?: string
}

/** Một đoạn của báo cáo cơ quan đưa vào báo cáo tỉnh. */
export type AttributedText = {
  readonly text: Content
  /** Body that wrote it. */
  readonly body: string
  /** Its report: "Báo cáo số 312/BC-SYT ngày 03/12/2026"; null while it has no number. */
  readonly document: string | null
}

/** Kết quả một nhóm nhiệm vụ: the consolidator's words first, then those of the bodies. */
export type TaskGroupResult = {
  readonly title: string
  readonly summary: readonly Content[]
  readonly contributions: readonly AttributedText[]
}

/** Một nhiệm vụ in the annex of tasks. */
export type TaskLine = {
  /** Clause number: "III.2.1". */
  readonly code: string
  readonly name: string
  /** Cơ quan chủ trì; null = "Chưa rõ chủ trì". */
  readonly lead: string | null
  readonly coordinators: readonly string[]
  readonly product: string | null
  /** "31/12/2026", "Hằng năm". */
  readonly deadline: string
  /** "Đã hoàn thành", "Đang thực hiện", "Quá hạn". */
  readonly status: string
  readonly evidence: string | null
  /** Nhóm nhiệm vụ; tasks of one group must be neighbours. */
  readonly group?: string
}

/** Một cơ quan nộp muộn hoặc chưa nộp. */
export type LateLine = {
  readonly name: string
  /** "Chưa nộp", "Nộp muộn". */
  readonly status: string
  /** Day of submission; null = none yet. */
  readonly submittedOn: Day | null
  readonly overdueDays: number
  readonly reminders: number
  /** Nhóm cơ quan; bodies of one group must be neighbours. */
  readonly group?: string
}

/** Giải trình của một cơ quan: what a check found, and the words of the body. */
export type ExplainedLine = { readonly body: string; readonly matter: string; readonly explanation: string }

/** Số tổng hợp của một dòng: of a regime other than that of the Plan. */
export type OtherFigure = {
  readonly label: string
  readonly unit: string
  readonly toDate: Cell
  readonly wholeYear: Cell
}

/** What the report says. */
export type ProvincialReportInput = {
  /** The regime the report is of, where it is not that of the plan. */
  readonly other?: {
    readonly title: string
    readonly name: string
    readonly source: string
    readonly figures: readonly OtherFigure[]
  }
  /** The body that consolidates on the day of the paper (Sở Nội vụ), or UBND where it issues the report itself. */
  readonly issuer: Issuer
  readonly number: PaperNumber
  readonly date: Day | null
  readonly year: number
  readonly plan: string
  readonly planInFull: string
  readonly addressees: readonly string[]
  readonly legalBases: readonly string[]
  /** "17:00 14/12/2026, theo địa giới hành chính ngày 14/12/2026": follows "Số liệu tính đến". */
  readonly asOf: string
  /** Column heading of the figures to date: "14/12/2026". */
  readonly closingDay: Day
  /** I. Công tác chỉ đạo. */
  readonly direction: readonly Content[]
  /** Counts of reports with the id of their source. */
  readonly turnout: { readonly obligated: Cell; readonly received: Cell; readonly onTime: Cell; readonly late: Cell }
  /** II. The numbers of goals by verdict are counted from this list. */
  readonly goals: readonly GoalLine[]
  /** III. In the order of the plan. */
  readonly groups: readonly TaskGroupResult[]
  /** IV. */
  readonly shortcomings: readonly Content[]
  readonly causes: readonly Content[]
  /** V. Proposals; those taken from a body carry it. */
  readonly proposals: readonly (Content | AttributedText)[]
  readonly late: readonly LateLine[]
  readonly tasks: readonly TaskLine[]
  /** Missing in versions that were built before explanations were carried on. */
  readonly explained?: readonly ExplainedLine[]
  readonly signature: Signature
  readonly recipients: readonly string[]
  readonly filing: string
}

/** A cell of a table; "-" where there is no figure. */
export const inTable = (c: Cell): Content => (c === null ? '-' : [figure(c.text, c.source)])

/** "Chưa có nguồn số liệu. Cơ quan phải cung cấp: …."; with a figure of the year before, only this year's is owed. */
export const owed = (g: GoalLine): string =>
  `${g.previous === null ? 'Chưa có nguồn số liệu' : 'Chưa có số liệu năm nay'}. Cơ quan phải cung cấp: ${g.owedBy.join(', ')}.`
