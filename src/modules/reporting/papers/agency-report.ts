/**
 * Báo cáo năm của cơ quan: the yearly report of one body, in the sections of the regime it is made under.
 */
import { type Day, yearOf } from '../../../kernel/day.ts'
import { midSentence } from '../../../kernel/text.ts'
import {
  type Block,
  type Content,
  figure,
  heading,
  type Issuer,
  item,
  type OfficialPaper,
  type PaperNumber,
  paragraph,
  type Row,
  roman,
  type Signature,
  type Table,
} from '../../../platform/word/official-paper.ts'

/** Ô số liệu: the figure as printed and the id of its source; null = the body has no figure for it. */
export type Cell = { readonly text: string; readonly source: string } | null

/** Biểu số liệu: any table of figures, its first column the name of the line. */
export type FigureTable = {
  readonly caption: string
  /** "Đơn vị tính: người". */
  readonly unit?: string
  /** Label of the first column: "Trình độ". */
  readonly lineLabel: string
  /** Columns of figures; neighbours with the same `group` stand under one heading. */
  readonly columns: readonly { readonly label: string; readonly group?: string }[]
  readonly lines: readonly { readonly label: string; readonly cells: readonly Cell[]; readonly total?: boolean }[]
  readonly note?: string
}

/** Minh chứng: the document that proves a result: "Quyết định số 12/QĐ-SYT ngày 03/3/2026". */
export type Evidence = string

/** Kết quả của một nhóm nhiệm vụ. */
export type GroupResult = {
  /** Name of the task group, as in the plan. */
  readonly title: string
  /** Paragraphs as the body wrote them; empty = nothing arose in the period. */
  readonly paragraphs: readonly Content[]
  readonly evidence: readonly Evidence[]
}

/** Kết quả kiểm tra trước khi trình. */
export type CheckSummary = {
  readonly passed: number
  /** Warnings kept, each with the body's explanation. */
  readonly explained: readonly { readonly finding: string; readonly explanation: string }[]
}

/** Một phần của mục: words, tables of figures, or one block per task group. */
export type OutlinePart =
  | { readonly kind: 'prose'; readonly heading: string | null; readonly paragraphs: readonly Content[] }
  | { readonly kind: 'table'; readonly table: FigureTable }
  | { readonly kind: 'results'; readonly results: readonly GroupResult[] }

/** Một mục của đề cương. */
export type OutlineSection = { readonly title: string; readonly parts: readonly OutlinePart[] }

/** What the report says. */
export type AgencyReportInput = {
  readonly issuer: Issuer
  readonly number: PaperNumber
  readonly date: Day | null
  /** Reporting year. */
  readonly year: number
  /** "Kế hoạch số 1459/KH-UBND". */
  readonly plan: string
  /** The plan at its first mention, with date, issuer and title. */
  readonly planInFull: string
  /** "Ủy ban nhân dân thành phố … (qua Sở Nội vụ để tổng hợp)". */
  readonly addressee: string
  /** "Số liệu tính đến …" without the opening words: "14/11/2026". */
  readonly asOf: string
  /** The regime that asks for the report, where it is not that of the plan. */
  readonly other?: { readonly title: string; readonly name: string; readonly source: string }
  /** The sections of the regime in order, but the last one, which the checks make. */
  readonly outline: readonly OutlineSection[]
  /** Title of the last section. */
  readonly checksTitle: string
  /** 6. Kiểm tra và trình. */
  readonly checks: CheckSummary
  readonly signature: Signature
  readonly recipients: readonly string[]
  readonly filing: string
}

const NOTHING = 'Không phát sinh trong kỳ.'

/** The report as an official paper. */
export function agencyReport(input: AgencyReportInput): OfficialPaper {
  return {
    issuer: input.issuer,
    number: input.number,
    date: input.date,
    year: input.date === null ? input.year : yearOf(input.date),
    kind: { name: 'Báo cáo' },
    abstract:
      input.other?.title.replace(/^Báo cáo (?=\p{Ll})/u, '') ?? `Kết quả thực hiện ${input.plan} năm ${input.year}`,
    addressees: [input.addressee],
    legalBases: [],
    body: [
      paragraph(
        input.other
          ? `Thực hiện chế độ ${midSentence(input.other.name)}${input.other.source === '' ? '' : ` (${input.other.source})`}, ${input.issuer.body.replaceAll('\n', ' ')} báo cáo như sau:`
          : `Thực hiện ${input.planInFull}, ${input.issuer.body.replaceAll('\n', ' ')} báo cáo kết quả thực hiện năm ${input.year} như sau:`,
      ),
      ...sections(input),
    ],
    signature: input.signature,
    recipients: input.recipients,
    filing: input.filing,
    annexes: [],
  }
}

function sections(input: AgencyReportInput): Block[] {
  const { outline } = input
  return [
    ...outline.flatMap((s, i) => [heading(1, roman(i + 1), s.title), ...partsOf(s, input.asOf)]),
    heading(1, roman(outline.length + 1), input.checksTitle),
    ...checked(input.checks),
    paragraph(
      `Trên đây là ${input.other ? midSentence(input.other.title) : `báo cáo kết quả thực hiện ${input.plan} năm ${input.year}`}, ${input.issuer.body.replaceAll('\n', ' ')} trân trọng báo cáo.`,
    ),
  ]
}

/** The blocks of a section; the day of the figures stands once, before its first table. */
function partsOf(section: OutlineSection, asOf: string): Block[] {
  const firstTable = section.parts.find((p) => p.kind === 'table')
  let headings = 0
  const blocks = section.parts.flatMap((p): Block[] => {
    if (p.kind === 'table') {
      return [...(p === firstTable ? [paragraph(`Số liệu tính đến ${asOf}:`)] : []), figureTable(p.table)]
    }
    if (p.kind === 'results') return p.results.flatMap(groupResult)
    const title = p.heading === null ? [] : [heading(2, String(++headings), p.heading)]
    return [...title, ...prose(p.paragraphs)]
  })
  return blocks.length === 0 ? prose([]) : blocks
}

const pieces = (c: Content) => (typeof c === 'string' ? [c] : c)

const prose = (contents: readonly Content[]): Block[] =>
  contents.length === 0 ? [paragraph(NOTHING)] : contents.map((c) => paragraph(...pieces(c)))

function groupResult(group: GroupResult, i: number): Block[] {
  return [
    heading(2, String(i + 1), group.title),
    ...prose(group.paragraphs),
    ...(group.evidence.length === 0
      ? []
      : [paragraph({ text: `Minh chứng: ${group.evidence.join('; ')}.`, italic: true })]),
  ]
}

function checked({ passed, explained }: CheckSummary): Block[] {
  const opening = `Số liệu và nội dung báo cáo đã qua ${passed} phép kiểm tra của hệ thống`
  if (explained.length === 0) return [paragraph(`${opening}, không còn cảnh báo.`)]
  return [
    paragraph(`${opening}; ${String(explained.length).padStart(2, '0')} cảnh báo được giải trình như sau:`),
    ...explained.map((e) => item(`${e.finding.replace(/\.$/, '')}. Giải trình: ${e.explanation.replace(/\.$/, '')}.`)),
  ]
}

/** A table of figures: number of the line, its name, the figures; "-" where the body has none. */
export function figureTable(t: FigureTable): Table {
  const share = 64 / Math.max(t.columns.length, 4)
  return {
    kind: 'table',
    caption: t.caption,
    ...(t.unit === undefined ? {} : { unit: t.unit }),
    columns: [
      { label: 'TT', width: 6, align: 'center' },
      { label: t.lineLabel, width: 94 - share * t.columns.length },
      ...t.columns.map((c) => ({ ...c, width: share, align: 'right' as const })),
    ],
    rows: numberedRows(t),
    ...(t.note === undefined ? {} : { note: t.note }),
  }
}

function numberedRows(t: FigureTable): Row[] {
  let n = 0
  return t.lines.map((l) => ({
    kind: l.total ? ('total' as const) : ('row' as const),
    cells: [l.total ? '' : String(++n), l.label, ...l.cells.map(cellContent)],
  }))
}

const cellContent = (c: Cell): Content => (c === null ? '-' : [figure(c.text, c.source)])
