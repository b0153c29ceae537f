/**
 * Chốt số liệu: accepted reports, goals, tasks and the standing of every body become the frozen figures of a version.
 */
import { type Day, dayOf, showDay, showInstant } from '../../../kernel/day.ts'
import { showNumber } from '../../../kernel/number.ts'
import { type Content, figure, type Piece } from '../../../platform/word/official-paper.ts'
import type { Cell } from '../papers/agency-report.ts'
import type {
  ExplainedLine,
  GoalLine,
  LateLine,
  OtherFigure,
  ProvincialReportInput,
  TaskGroupResult,
  TaskLine,
} from '../papers/provincial-input.ts'
import type { Obligation, TaskGroup } from '../words.ts'
import { type AcceptedReport, contributions, paragraphsOf, type SourceCell, totals } from './consolidate.ts'
import { overdue, turnout } from './counts.ts'
import { type ProvincialFigures, type Source, sourceOfTotal } from './provincial.ts'
import { type Regime, rowsOf } from './regime.ts'
import { type TrueUp, trueUps } from './true-up.ts'

/** Số của một mục tiêu: `value` to `high` where it is only known within bounds; `known` = the day up to which data were known. */
export type GoalFigure = {
  readonly value: number
  readonly high: number
  readonly asOf: Day
  readonly source: string
  readonly known: Day
} | null

/** Mục tiêu với số liệu. */
export type GoalData = Omit<GoalLine, 'previous' | 'actual' | 'estimate'> & {
  readonly previous: GoalFigure
  readonly actual: GoalFigure
  readonly estimate: GoalFigure
}

/** Everything a freeze is made from. */
export type FreezeData = {
  readonly year: number
  readonly now: Temporal.Instant
  readonly cutOff: Day
  readonly regime: Regime
  readonly groups: readonly TaskGroup[]
  readonly obligations: readonly (Obligation & { readonly group: string })[]
  readonly reports: readonly AcceptedReport[]
  readonly lastYear: Readonly<Record<string, number | null>>
  /** Estimates of the whole year that each body sent a year ago. */
  readonly estimates: ReadonlyMap<string, Readonly<Record<string, number | null>>>
  /** The regime the report is of, where it is not that of the Plan: then no goals and no tasks of the Plan stand in it. */
  readonly other?: { readonly title: string; readonly name: string; readonly source: string }
  readonly goals: readonly GoalData[]
  readonly tasks: readonly TaskLine[]
  readonly reminders: ReadonlyMap<string, number>
  readonly frame: Pick<
    ProvincialReportInput,
    | 'issuer'
    | 'number'
    | 'date'
    | 'plan'
    | 'planInFull'
    | 'addressees'
    | 'legalBases'
    | 'signature'
    | 'recipients'
    | 'filing'
  >
}

/** The frozen figures. */
export function freeze(d: FreezeData): ProvincialFigures {
  const sums = totals(d.regime, d.reports).map((t) => sourceOfTotal(t, d.year))
  const counted = countSources(d)
  const goals = d.goals.map((g) => goalLine(g, d.year))
  const changes = changeSources(d, sums)
  const corrected = trueUps(d.regime, d.reports, d.estimates)
  const evidence = evidenceSource(d)
  const sources = [
    ...counted,
    ...sums,
    ...changes,
    ...corrected.map((t) => trueUpSource(t, d.year)),
    evidence,
    unclearSource(d),
    ...goals.flatMap((g) => g.sources),
  ]
  const cell = (id: string): Cell => {
    const s = sources.find((x) => x.id === `${d.year}.${id}`)
    return s && s.shown !== '' ? { text: s.shown, source: s.id } : null
  }
  const input: ProvincialReportInput = {
    ...d.frame,
    ...(d.other === undefined ? {} : { other: { ...d.other, figures: figuresOf(d, cell) } }),
    year: d.year,
    asOf: `${showInstant(d.now)}, theo địa giới hành chính ngày ${showDay(dayOf(d.now))}`,
    closingDay: d.cutOff,
    direction: [...direction(d, cell), ...correctedLine(corrected, d.year)],
    turnout: {
      obligated: cell('nop.phai-nop'),
      received: cell('nop.da-nop'),
      onTime: cell('nop.dung-han'),
      late: cell('nop.cham'),
    },
    goals: goals.map((g) => g.line),
    groups: answered(d),
    shortcomings: shortcomings(d, cell),
    causes: [],
    proposals: paragraphsOf('kien-nghi', d.reports).map((p) => ({
      text: stop(p.text),
      body: p.unitName,
      document: null,
    })),
    late: d.obligations.flatMap((o) => lateLine(o, d)),
    tasks: d.tasks,
    explained: d.reports.flatMap((r) => (r.explained ?? []).map((e) => explainedLine(r.unitName, e))),
  }
  return { input, sources, frozenAt: d.now.toString(), reports: d.reports.length }
}

/** What a check said, without what it asked the body to do. */
const explainedLine = (body: string, e: { message: string; explanation: string }): ExplainedLine => ({
  body,
  matter: e.message.replace(/ (Kiểm tra lại|Sửa lại|Viết kết quả)[^.]*\.$/, ''),
  explanation: stop(e.explanation),
})

const stop = (t: string): string => t.replace(/\s*\n\s*/g, ' ').trim()

const TOLD_APART = ['chi-dao', 'kho-khan', 'kien-nghi']

/** What bodies wrote: by task group; a regime that does not ask by task groups, by its own paragraphs. */
function answered(d: FreezeData): TaskGroupResult[] {
  const parts = d.regime.sections.flatMap((s) => s.parts)
  if (d.other === undefined || parts.some((p) => p.kind === 'groups'))
    return d.groups.map((g) => ({ title: g.title, summary: [], contributions: merged(contributions(g.no, d.reports)) }))
  return parts.flatMap((p) =>
    p.kind === 'paragraph' && !TOLD_APART.includes(p.id)
      ? [{ title: p.label, summary: [], contributions: merged(paragraphsOf(p.id, d.reports)) }]
      : [],
  )
}

/** The totals of the tables of another regime, to stand in the words of the report. */
const figuresOf = (d: FreezeData, cell: (id: string) => Cell): OtherFigure[] =>
  rowsOf(d.regime).map(({ key, table, row }) => ({
    label: row.label,
    unit: row.unit ?? table.unit,
    toDate: cell(`${key}.thuc-hien`),
    wholeYear: cell(`${key}.uoc`),
  }))

/** Đoạn giống hệt nhau of several bodies stands once, with all their names. */
function merged(list: readonly { readonly text: string; readonly unitName: string }[]) {
  const byText = Map.groupBy(list, (c) => stop(c.text))
  return [...byText].map(([text, list]) => ({ text, body: list.map((c) => c.unitName).join('; '), document: null }))
}

function countSources(d: FreezeData): Source[] {
  const t = turnout(d.obligations)
  const make = (id: string, label: string, list: readonly Obligation[]): Source => ({
    id: `${d.year}.nop.${id}`,
    label,
    shown: String(list.length),
    unit: 'cơ quan',
    cells: list.map(
      (o): SourceCell => ({ unitCode: o.unitCode, unitName: o.unitName, report: o.code, number: 0, value: 1 }),
    ),
    note: 'Đếm trên danh sách nghĩa vụ báo cáo của kỳ.',
  })
  const owed = d.obligations.filter((o) => o.state !== 'mien' && o.state !== 'ke-thua')
  const sent = owed.filter((o) => o.late !== null)
  const list = [
    make('phai-nop', 'Cơ quan phải nộp báo cáo', owed),
    make('da-nop', 'Cơ quan đã nộp báo cáo', sent),
    make(
      'dung-han',
      'Cơ quan nộp đúng hạn',
      sent.filter((o) => o.late === false),
    ),
    make(
      'cham',
      'Cơ quan nộp muộn hoặc quá hạn chưa nộp',
      owed.filter((o) => o.late === true || (o.late === null && overdue(o))),
    ),
    make(
      'da-duyet',
      'Báo cáo đã duyệt, đưa vào tổng hợp',
      d.obligations.filter((o) => o.state === 'da-duyet'),
    ),
  ]
  if (t.owed !== owed.length) throw new Error('counts disagree with the list')
  return list
}

const KEY_ROWS = ['bieu-2.tong-so', 'bieu-2.tien-si', 'bieu-2.thac-si', 'bieu-2.dai-hoc']

/** Tăng, giảm so với năm trước of the key rows, from the same bodies' figures. */
function changeSources(d: FreezeData, sums: readonly Source[]): Source[] {
  return KEY_ROWS.flatMap((key) => {
    const before = d.lastYear[key] ?? null
    const now = sums.find((s) => s.id === `${d.year}.${key}.uoc`)
    const value = now?.cells.reduce((s, c) => s + c.value, 0) ?? 0
    if (before === null || before === 0 || !now || now.cells.length === 0) return []
    const share = (value - before) / before
    return [
      {
        id: `${d.year}.${key}.thay-doi`,
        label: `${now.label}, so với năm ${d.year - 1}`,
        shown: `${showNumber(Math.abs(share) * 100, 1)}%`,
        unit: '%',
        cells: now.cells,
        note: `${showNumber(value)} so với ${showNumber(before)} năm ${d.year - 1}, cùng các cơ quan đã duyệt.`,
      },
    ]
  })
}

function evidenceSource(d: FreezeData): Source {
  const cells = d.reports.flatMap((r) => {
    const count = Object.values(r.content.groups).reduce((s, g) => s + g.evidence.length, 0)
    return count === 0
      ? []
      : [{ unitCode: r.unitCode, unitName: r.unitName, report: r.code, number: r.number, value: count }]
  })
  const sum = cells.reduce((s, c) => s + c.value, 0)
  return {
    id: `${d.year}.minh-chung`,
    label: 'Văn bản minh chứng trong báo cáo đã duyệt',
    shown: String(sum),
    unit: 'văn bản',
    cells,
    note: '',
  }
}

function unclearSource(d: FreezeData): Source {
  const unclear = d.tasks.filter((t) => t.lead === null)
  return {
    id: `${d.year}.nhiem-vu.chua-ro`,
    label: 'Nhiệm vụ chưa rõ cơ quan chủ trì',
    shown: String(unclear.length),
    unit: 'nhiệm vụ',
    cells: [],
    note: unclear.length === 0 ? '' : `Các nhiệm vụ ${unclear.map((t) => t.code).join(', ')}.`,
  }
}

const piece = (c: Cell): Piece => (c === null ? 'chưa có số liệu' : figure(c.text, c.source))

function direction(d: FreezeData, cell: (id: string) => Cell): Content[] {
  const opening: Content = [
    'Sở Nội vụ đã mở kỳ báo cáo, hướng dẫn, đôn đốc ',
    piece(cell('nop.phai-nop')),
    ' cơ quan, đơn vị, địa phương; tổng hợp ',
    piece(cell('nop.da-duyet')),
    ' báo cáo đã duyệt với ',
    piece(cell('minh-chung')),
    ' văn bản minh chứng.',
  ]
  if (d.reports.length === 0) return [opening]
  const rise = (key: string): Piece[] => {
    const c = cell(`${key}.thay-doi`)
    const before = d.lastYear[key] ?? null
    const now = d.reports.reduce((s, r) => s + (r.closing ? 0 : (r.content.cells[key]?.wholeYear ?? 0)), 0)
    return c === null || before === null
      ? []
      : [now >= before ? ', tăng ' : ', giảm ', piece(c), ` so với năm ${d.year - 1}`]
  }
  const people: Content = [
    'Ước hết năm, các cơ quan có báo cáo đã duyệt có ',
    piece(cell('bieu-2.tong-so.uoc')),
    ' người',
    ...rise('bieu-2.tong-so'),
    '; trong đó ',
    piece(cell('bieu-2.tien-si.uoc')),
    ' tiến sĩ, chuyên khoa II',
    ...rise('bieu-2.tien-si'),
    '; ',
    piece(cell('bieu-2.thac-si.uoc')),
    ' thạc sĩ, chuyên khoa I, bác sĩ nội trú; ',
    piece(cell('bieu-2.dai-hoc.uoc')),
    ' đại học.',
  ]
  const drawn: Content = [
    'Trong năm đã thu hút ',
    piece(cell('bieu-4.thu-hut.uoc')),
    ' người, cử ',
    piece(cell('bieu-4.cu-dao-tao.uoc')),
    ' người đi đào tạo sau đại học; kinh phí thực hiện chính sách ',
    piece(cell('bieu-4.kinh-phi.uoc')),
    ' triệu đồng.',
  ]
  const has = (key: string): boolean => rowsOf(d.regime).some((r) => r.key === key)
  return [opening, ...(has('bieu-2.tong-so') ? [people] : []), ...(has('bieu-4.thu-hut') ? [drawn] : [])]
}

const trueUpSource = (t: TrueUp, year: number): Source => ({
  id: `${year}.${t.key}.chinh-thuc`,
  label: `${t.label}, số chính thức năm ${year - 1}`,
  shown: showNumber(t.official, 2),
  unit: t.unit,
  cells: t.cells,
  note: `Năm trước các cơ quan này ước ${showNumber(t.estimate, 2)}.`,
})

/** "Số chính thức năm 2025 của …": the rows whose official figures are not those that had been estimated. */
function correctedLine(list: readonly TrueUp[], year: number): Content[] {
  const moved = list.filter((t) => t.official !== t.estimate)
  if (moved.length === 0) return []
  const said = moved.flatMap((t, i): Piece[] => [
    `${i === 0 ? ': ' : '; '}${t.label.charAt(0).toLowerCase()}${t.label.slice(1)} `,
    figure(showNumber(t.official, 2), `${year}.${t.key}.chinh-thuc`),
    ` ${t.unit} (đã ước ${showNumber(t.estimate, 2)})`,
  ])
  return [[`Số chính thức năm ${year - 1} khác số ước đã báo cáo, tính trên các cơ quan có đủ hai số`, ...said, '.']]
}

function shortcomings(d: FreezeData, cell: (id: string) => Cell): Content[] {
  const late = cell('nop.cham')
  const unclear = d.tasks.filter((t) => t.lead === null).length
  return [
    ...(late !== null && late.text !== '0'
      ? [[piece(late), ' cơ quan, đơn vị gửi báo cáo chậm hoặc quá hạn chưa gửi (Phụ lục I).'] as Content]
      : []),
    ...(unclear > 0
      ? [
          [
            figure(String(unclear), `${d.year}.nhiem-vu.chua-ro`),
            ' nhiệm vụ của Kế hoạch chưa rõ cơ quan chủ trì.',
          ] as Content,
        ]
      : []),
    ...paragraphsOf('kho-khan', d.reports).map((p): Content => `${stop(p.text).replace(/\.$/, '')} (${p.unitName}).`),
  ]
}

function goalLine(g: GoalData, year: number): { line: GoalLine; sources: Source[] } {
  const sources: Source[] = []
  const cell = (f: GoalFigure, what: string, label: string): Cell => {
    if (f === null) return null
    const id = `${year}.muc-tieu.${g.code}.${what}`
    const shown =
      f.value === f.high ? showNumber(f.value, 2) : `từ ${showNumber(f.value, 2)} đến ${showNumber(f.high, 2)}`
    sources.push({
      id,
      label: `${g.name}, ${label}`,
      shown,
      unit: g.unit,
      cells: [],
      note: `${f.source}; số tại ngày ${showDay(f.asOf)}.`,
      known: f.known,
    })
    return { text: shown, source: id }
  }
  const line = {
    ...g,
    previous: cell(g.previous, 'nam-truoc', `năm ${year - 1}`),
    actual: cell(g.actual, 'thuc-hien', 'thực hiện đến ngày chốt'),
    estimate: cell(g.estimate, 'uoc', 'ước cả năm'),
  }
  return { line, sources }
}

function lateLine(o: Obligation & { readonly group: string }, d: FreezeData): LateLine[] {
  const missing = o.late === null && overdue(o)
  if (o.state === 'mien' || o.state === 'ke-thua' || (o.late !== true && !missing)) return []
  return [
    {
      name: o.unitName,
      group: o.group,
      status: missing ? 'Chưa nộp' : 'Nộp muộn',
      submittedOn: o.submittedAt === null ? null : dayOf(o.submittedAt),
      overdueDays: missing ? o.daysOverdue : o.daysLate,
      reminders: d.reminders.get(o.unitId) ?? 0,
    },
  ]
}
