/**
 * Từ hồ sơ báo cáo đến văn bản: what a body's report says, in the shape the paper is made from.
 */
import { type Day, parseDay, showDay } from '../../../kernel/day.ts'
import { showNumber } from '../../../kernel/number.ts'
import type { Issuer, Signature } from '../../../platform/word/official-paper.ts'
import { checkCount, explained, type Finding } from '../rules/checks.ts'
import { type Regime, type RegimeSection, type RegimeTable, shortNameOf, tableOf } from '../rules/regime.ts'
import { type SignedIn, signatureBlock } from '../rules/signing.ts'
import { type Evidence, PLAN_REGIME, type ReportContent, type TaskGroup } from '../words.ts'
import type { AgencyReportInput, Cell, FigureTable, GroupResult, OutlinePart } from './agency-report.ts'

/** Everything the paper needs beside the content. */
export type AgencyPaperData = {
  readonly regime: Regime
  /** Văn bản that issued the regime. */
  readonly issuedBy?: string
  readonly groups: readonly TaskGroup[]
  readonly content: ReportContent
  readonly found: readonly Finding[]
  readonly lastYear: Readonly<Record<string, number | null>>
  readonly year: number
  /** Day of signing. */
  readonly date: Day
  readonly cutOff: Day
  readonly unit: {
    readonly code: string
    readonly officeName: string
    readonly isCommittee: boolean
    readonly name: string
  }
  /** Committee the report goes to. */
  readonly committee: string
  readonly place: string
  readonly plan: { readonly number: string; readonly date: Day; readonly title: string; readonly issuer: string }
  /** `by`: the authority of whoever signs in place of the head. */
  readonly signer: { readonly name: string | null; readonly post: string; readonly by: SignedIn | null }
  /** Mã báo cáo and version: what the id of each figure begins with. */
  readonly code: string
  readonly number: number
}

/** "UBND phường X" in full, as papers write it. */
export const inFull = (officeName: string): string => officeName.replace(/^UBND\b/, 'Ủy ban nhân dân')

const issuer = (d: AgencyPaperData): Issuer => ({
  superior: d.unit.isCommittee ? null : inFull(d.committee),
  body: inFull(d.unit.officeName),
  place: d.unit.isCommittee
    ? d.unit.name.replace(/^(Xã|Phường|Thị trấn|Huyện|Thị xã|Thành phố|Đặc khu) /, '')
    : d.place,
})

const signature = (d: AgencyPaperData): Signature => ({
  ...signatureBlock(d.unit.isCommittee, d.signer.post, d.signer.by),
  name: d.signer.name,
})

/** Ký hiệu của báo cáo: from the letters of the code, "UBND" for a committee. */
const symbol = (d: AgencyPaperData): string => {
  const tail = d.unit.code.split('.').at(-1) ?? ''
  return `BC-${!d.unit.isCommittee && /^\p{Lu}{2,}$/u.test(tail) ? tail : 'UBND'}`
}

/** What papers say of a regime that is not that of the plan; nothing for the plan's. */
export const otherThanPlan = (r: Regime, year: number, act: string) =>
  r.slug === PLAN_REGIME ? {} : { other: { title: shortNameOf(r, year), name: r.name, source: act } }

/** The report of a body as input of its paper. */
export function agencyPaperInput(d: AgencyPaperData): AgencyReportInput {
  const c = d.content
  const plan = `Kế hoạch số ${d.plan.number}`
  return {
    issuer: issuer(d),
    number: { number: null, symbol: symbol(d) },
    date: d.date,
    year: d.year,
    plan,
    planInFull: `${plan} ngày ${showDay(d.plan.date)} của ${inFull(d.plan.issuer)} ${d.plan.title.charAt(0).toLowerCase()}${d.plan.title.slice(1)}`,
    addressee: `${inFull(d.committee)} (qua Sở Nội vụ để tổng hợp)`,
    asOf: showDay(d.cutOff),
    ...otherThanPlan(d.regime, d.year, d.issuedBy ?? ''),
    outline: d.regime.sections.slice(0, -1).map((section, i) => ({
      title: section.paper ?? section.title,
      parts: c.nothing === null ? outlineParts(d, section) : statedNothing(d, section, i === 0 ? c.nothing : null),
    })),
    checksTitle: d.regime.sections.at(-1)?.title ?? 'Kiểm tra và trình',
    checks: {
      passed: checkCount(d.regime, d.groups),
      explained: explained(d.found).map((f) => ({
        finding: f.message.replace(/ Kiểm tra lại hoặc giải trình\.$/, ''),
        explanation: f.explanation ?? '',
      })),
    },
    signature: signature(d),
    recipients: ['Như trên', 'Sở Nội vụ (để tổng hợp)'],
    filing: '',
  }
}

/** The parts of a section as the body filled them; what may be left out and was is not printed. */
function outlineParts(d: AgencyPaperData, section: RegimeSection): OutlinePart[] {
  const words = section.parts.filter((p) => p.kind === 'paragraph')
  return section.parts.flatMap((p): OutlinePart[] => {
    if (p.kind === 'table') return [{ kind: 'table', table: figureTable(d, tableOf(d.regime, p.table)) }]
    if (p.kind === 'groups') return [{ kind: 'results', results: resultsOf(d) }]
    const paragraphs = toLines(d.content.paragraphs[p.id] ?? '')
    if (paragraphs.length === 0 && !p.required) return []
    return [{ kind: 'prose', heading: words.length > 1 ? p.label : null, paragraphs }]
  })
}

/** The statement that nothing arose stands in the first section; the others say the same of their groups. */
function statedNothing(d: AgencyPaperData, section: RegimeSection, statement: string | null): OutlinePart[] {
  if (statement !== null) return [{ kind: 'prose', heading: null, paragraphs: [statement] }]
  return section.parts.some((p) => p.kind === 'groups') ? [{ kind: 'results', results: resultsOf(d) }] : []
}

const resultsOf = (d: AgencyPaperData): GroupResult[] =>
  d.groups.map((g) => {
    const answer = d.content.groups[g.no]
    return {
      title: g.title,
      paragraphs: toLines(answer?.text ?? ''),
      evidence: (answer?.evidence ?? []).map(evidenceWords),
    }
  })

const toLines = (text: string): string[] =>
  text
    .split(/\n+/)
    .map((l) => l.trim())
    .filter((l) => l !== '')

const evidenceWords = (e: Evidence): string => {
  const day = parseDay(e.day)
  return `Văn bản số ${e.number}${day === null ? '' : ` ngày ${showDay(day)}`}`
}

function figureTable(d: AgencyPaperData, table: RegimeTable): FigureTable {
  const shown = (key: string, column: string, value: number | null): Cell =>
    value === null ? null : { text: showNumber(value, 2), source: `${d.code}.${d.number}.${key}.${column}` }
  const said = table.rows.some((row) => typeof d.content.cells[`${table.id}.${row.id}`]?.lastYear === 'number')
  const trueUp = d.regime.trueUp === true && said
  return {
    caption: table.title,
    unit: `Đơn vị tính: ${table.unit}`,
    lineLabel: 'Chỉ tiêu',
    columns: [
      { label: `Năm ${d.year - 1}` },
      ...(trueUp ? [{ label: `Chính thức\nnăm ${d.year - 1}` }] : []),
      { label: `Đến ngày\n${showDay(d.cutOff)}` },
      { label: `Ước\nnăm ${d.year}` },
    ],
    lines: table.rows.map((row) => {
      const key = `${table.id}.${row.id}`
      const cells = d.content.cells[key]
      return {
        label: row.unit === undefined ? row.label : `${row.label} (${row.unit})`,
        total: row.compute?.kind === 'sum',
        cells: [
          shown(key, 'nam-truoc', d.lastYear[key] ?? null),
          ...(trueUp ? [shown(key, 'chinh-thuc', cells?.lastYear ?? null)] : []),
          shown(key, 'den-chot', cells?.toDate ?? null),
          shown(key, 'uoc', cells?.wholeYear ?? null),
        ],
      }
    }),
  }
}
