/**
 * Báo cáo của tỉnh: the consolidated yearly report, with the goals, the results of each task group in the words of the
 * bodies, and annexes of the late bodies, the goals and the tasks.
 */
import { showDay, yearOf } from '../../../kernel/day.ts'
import { midSentence } from '../../../kernel/text.ts'
import {
  type Attributed,
  type Block,
  type Content,
  type DashItem,
  figure,
  heading,
  item,
  type OfficialPaper,
  type Piece,
  paragraph,
  piecesOf,
  row,
} from '../../../platform/word/official-paper.ts'
import type { Cell } from './agency-report.ts'
import { explainedAnnex, goalAnnex, lateAnnex, taskAnnex } from './provincial-annexes.ts'
import {
  type AttributedText,
  type GoalLine,
  inTable,
  type OtherFigure,
  type ProvincialReportInput,
  type TaskGroupResult,
} from './provincial-input.ts'

/** The report as an official paper. */
export function provincialReport(input: ProvincialReportInput): OfficialPaper {
  return {
    issuer: input.issuer,
    number: input.number,
    date: input.date,
    year: input.date === null ? input.year : yearOf(input.date),
    kind: { name: 'Báo cáo' },
    abstract:
      input.other?.title.replace(/^Báo cáo (?=\p{Ll})/u, '') ?? `Kết quả thực hiện ${input.plan} năm ${input.year}`,
    addressees: input.addressees,
    legalBases: input.legalBases,
    body: body(input),
    signature: input.signature,
    recipients: input.recipients,
    filing: input.filing,
    annexes: [
      lateAnnex(input),
      ...(input.other ? [] : [goalAnnex(input), taskAnnex(input)]),
      explainedAnnex(input),
    ].filter((a) => a !== null),
  }
}

function body(input: ProvincialReportInput): Block[] {
  const name = input.issuer.body.replaceAll('\n', ' ')
  return [
    paragraph(opening(input, name)),
    paragraph({ text: `Số liệu tính đến ${input.asOf}.`, italic: true }),
    heading(1, 'I', 'Công tác chỉ đạo'),
    ...input.direction.map((c) => paragraph(...piecesOf(c))),
    paragraph(...turnoutSentence(input)),
    heading(1, 'II', input.other ? 'Số liệu tổng hợp' : 'Kết quả thực hiện các mục tiêu'),
    ...(input.other ? otherFigures(input, input.other.figures) : goalSection(input)),
    heading(1, 'III', input.other ? 'Nội dung báo cáo' : `Kết quả thực hiện ${input.groups.length} nhóm nhiệm vụ`),
    ...input.groups.flatMap(groupSection),
    heading(1, 'IV', 'Tồn tại, hạn chế và nguyên nhân'),
    heading(2, '1', 'Tồn tại, hạn chế'),
    ...items(input.shortcomings),
    heading(2, '2', 'Nguyên nhân'),
    ...items(input.causes),
    heading(1, 'V', 'Kiến nghị, đề xuất'),
    ...proposals(input.proposals),
    paragraph(
      `Trên đây là ${input.other ? midSentence(input.other.title) : `kết quả thực hiện ${input.plan} năm ${input.year}`}, ${name} trân trọng báo cáo.`,
    ),
  ]
}

/** What the report follows: the plan, or the regime that asked for it. */
function opening({ other, planInFull, year }: ProvincialReportInput, name: string): string {
  if (other === undefined)
    return `Thực hiện ${planInFull}, ${name} tổng hợp, báo cáo kết quả thực hiện năm ${year} như sau:`
  const source = other.source === '' ? '' : ` (${other.source})`
  return `Thực hiện chế độ ${midSentence(other.name)}${source}, ${name} tổng hợp, báo cáo như sau:`
}

/** The totals of the tables of another regime. */
function otherFigures({ closingDay, year }: ProvincialReportInput, figures: readonly OtherFigure[]): Block[] {
  if (figures.length === 0) return [paragraph('Chế độ báo cáo này không có biểu số liệu.')]
  return [
    {
      kind: 'table',
      caption: `Biểu 1. Số tổng hợp năm ${year}`,
      columns: [
        { label: 'TT', width: 6.5, align: 'center' },
        { label: 'Chỉ tiêu', width: 45.5 },
        { label: 'Đơn vị tính', width: 16 },
        { label: `Đến ngày\n${showDay(closingDay)}`, width: 17, align: 'right' },
        { label: `Ước\n${year}`, width: 15, align: 'right' },
      ],
      rows: figures.map((f, i) => row(String(i + 1), f.label, f.unit, inTable(f.toDate), inTable(f.wholeYear))),
      note: 'Dấu "-": chưa có số liệu.',
    },
  ]
}

/** A cell as pieces of a sentence; "chưa có số liệu" where there is none. */
const inText = (c: Cell): Piece => (c === null ? 'chưa có số liệu' : figure(c.text, c.source))

function turnoutSentence({ turnout: t }: ProvincialReportInput): Piece[] {
  return [
    'Về chế độ báo cáo: ',
    inText(t.received),
    '/',
    inText(t.obligated),
    ' cơ quan, đơn vị, địa phương đã gửi báo cáo, trong đó ',
    inText(t.onTime),
    ' gửi đúng hạn; ',
    inText(t.late),
    ' chậm hoặc chưa gửi (Phụ lục I).',
  ]
}

function goalSection({ goals, closingDay, year }: ProvincialReportInput): Block[] {
  return [
    paragraph(`Kết quả ${goals.length} mục tiêu (chi tiết tại Phụ lục II): ${verdicts(goals)}.`),
    {
      kind: 'table',
      caption: `Biểu 1. Kết quả thực hiện mục tiêu năm ${year}`,
      columns: [
        { label: 'TT', width: 6.5, align: 'center' },
        { label: 'Mục tiêu', width: 26.5 },
        { label: `Năm\n${year - 1}`, width: 10.5, align: 'right' },
        { label: `Đến ngày\n${showDay(closingDay)}`, width: 15, align: 'right' },
        { label: `Ước\n${year}`, width: 10.5, align: 'right' },
        { label: 'Mức\nmục tiêu', width: 14, align: 'right' },
        { label: 'Đánh giá', width: 17 },
      ],
      rows: goals.map((g, i) =>
        row(
          String(i + 1),
          `${g.name} (${g.unit})`,
          inTable(g.previous),
          inTable(g.actual),
          inTable(g.estimate),
          g.target,
          g.verdict,
        ),
      ),
      note: 'Dấu "-": chưa có số liệu.',
    },
    ...owedFigures(
      goals.filter((g) => g.previous === null),
      'Chưa có nguồn số liệu',
    ),
    ...owedFigures(
      goals.filter((g) => g.previous !== null),
      `Chưa có số liệu năm ${year}`,
    ),
    ...goals.flatMap((g): DashItem[] =>
      g.explanation === undefined ? [] : [item(`${g.name}: ${g.explanation.replace(/\.$/, '')}.`)],
    ),
  ]
}

/** What is missing, once per body that owes it: "- Sở Y tế: mục tiêu II.1.2;". The annex says it goal by goal. */
function owedFigures(goals: readonly GoalLine[], what: string): Block[] {
  const byBody = new Map<string, string[]>()
  for (const g of goals.filter((one) => one.owedBy.length > 0)) {
    const body = g.owedBy.join(', ')
    byBody.set(body, [...(byBody.get(body) ?? []), g.code])
  }
  if (byBody.size === 0) return []
  const count = [...byBody.values()].flat().length
  const last = byBody.size - 1
  return [
    paragraph(`${what} của ${String(count).padStart(2, '0')} mục tiêu; cơ quan phải cung cấp:`),
    ...[...byBody].map(([body, codes], i) => item(`${body}: mục tiêu ${codes.join(', ')}${i === last ? '.' : ';'}`)),
  ]
}

/** "05 mục tiêu: Đạt; 08 mục tiêu: Chậm so với lộ trình", in the order in which the verdicts first appear. */
function verdicts(goals: readonly GoalLine[]): string {
  const counts = new Map<string, number>()
  for (const g of goals) counts.set(g.verdict, (counts.get(g.verdict) ?? 0) + 1)
  return [...counts].map(([v, n]) => `${String(n).padStart(2, '0')} mục tiêu ${lowerFirst(v)}`).join('; ')
}

const lowerFirst = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1)

function groupSection(group: TaskGroupResult, i: number): Block[] {
  const empty = group.summary.length === 0 && group.contributions.length === 0
  return [
    heading(2, String(i + 1), group.title),
    ...group.summary.map((c) => paragraph(...piecesOf(c))),
    ...group.contributions.map(attributed),
    ...(empty ? [paragraph('Chưa có cơ quan, đơn vị báo cáo kết quả của nhóm nhiệm vụ này.')] : []),
  ]
}

const attributed = (t: AttributedText): Attributed => ({
  kind: 'attributed',
  text: t.text,
  by: t.document === null ? t.body : `${t.body}, ${t.document}`,
})

const items = (contents: readonly Content[]): Block[] =>
  contents.length === 0 ? [paragraph('Không có.')] : contents.map((c) => item(...piecesOf(c)))

function proposals(list: ProvincialReportInput['proposals']): Block[] {
  if (list.length === 0) return [paragraph('Không có kiến nghị.')]
  return list.map((p) => {
    if (typeof p === 'string' || !('body' in p)) return item(...piecesOf(p))
    return attributed({ ...p, text: ['- ', ...piecesOf(p.text)] })
  })
}
