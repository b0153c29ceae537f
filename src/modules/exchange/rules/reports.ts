/** Gói báo cáo của các cơ quan: out of what reporting hands over, and back into it when every part of a report is there. */
import type { Waiting } from '../words.ts'
import type { KindRecord } from './message.ts'
import { flagIn, listIn, numberIn, type Part, part, partIn, textIn } from './part.ts'

type Cell = { readonly toDate: number | null; readonly wholeYear: number | null; readonly note: string }
type Group = {
  readonly text: string
  readonly nothing: boolean
  readonly evidence: readonly { number: string; day: string; fileId: null; fileName: string | null }[]
}

/** Nội dung một bản, as reporting writes and reads it in files. */
export type PacketContent = {
  nothing: string | null
  paragraphs: Record<string, string>
  cells: Record<string, Cell>
  groups: Record<string, Group>
  explanations: Record<string, string>
}

/** Một bản đã gửi. */
export type PacketVersion = {
  readonly number: number
  readonly content: PacketContent
  readonly findings: readonly Record<string, unknown>[]
  readonly preparedBy: string
  readonly signedBy: string
  readonly signedByPost: string
  readonly sentAt: string
  readonly late: boolean
  readonly daysLate: number
  readonly sha256: string
}

/** Báo cáo của một cơ quan: its versions, and where it stands. */
export type PacketReport = {
  readonly body: string
  readonly name: string
  readonly code: string
  readonly state: string
  readonly dueBefore: string
  readonly versions: readonly PacketVersion[]
}

/** Mã danh sách văn bản minh chứng. */
const EVIDENCE_LIST = 'van-ban-minh-chung'
const EVIDENCE = { so: 'Số, ký hiệu', ngay: 'Ngày', tep: 'Tên tệp', nhom: 'Nhóm nhiệm vụ' }

/** Records by kind of what one year's reports say. `stateLabel` = the words of a state. */
export function recordsOfReports(
  about: { readonly regime: string; readonly year: number; readonly stateLabel: (state: string) => string },
  reports: readonly PacketReport[],
): Readonly<Record<'du-lieu-mau' | 'du-lieu-danh-sach' | 'de-cuong-da-gui' | 'trang-thai', readonly Part[]>> {
  const all = reports.flatMap((r) => {
    const body = part({ code: r.body, name: r.name })
    const at = { regime: about.regime, period: about.year, body }
    return r.versions.map((v) => ({ v, at: { ...at, number: v.number } }))
  })
  return {
    'du-lieu-mau': all.flatMap(({ v, at }) =>
      formsOf(v.content).map((f) => part({ ...at, form: f.form, rows: f.rows })),
    ),
    'du-lieu-danh-sach': all.map(({ v, at }) => evidenceList(v.content, at)),
    'de-cuong-da-gui': all.map(({ v, at }) => outlineOf(v, at)),
    'trang-thai': reports.map((r) =>
      part({
        regime: about.regime,
        period: about.year,
        body: part({ code: r.body, name: r.name }),
        code: r.code,
        state: r.state,
        stateLabel: about.stateLabel(r.state),
        dueBefore: r.dueBefore,
        lastNumber: r.versions.at(-1)?.number ?? null,
      }),
    ),
  }
}

/** `bieu-2.tien-si` is row `tien-si` of form `bieu-2`. */
function formsOf(content: PacketContent): { form: string; rows: readonly Part[] }[] {
  const forms = new Map<string, Part[]>()
  for (const [key, { toDate, wholeYear, note, ...rest }] of Object.entries(content.cells)) {
    const dot = key.indexOf('.')
    const form = key.slice(0, Math.max(0, dot))
    const row = part({ code: key.slice(dot + 1), toDate, wholeYear, note })
    forms.set(form, [...(forms.get(form) ?? []), { ...row, other: rest }])
  }
  return [...forms].map(([form, rows]) => ({ form, rows }))
}

const pairs = (of: Readonly<Record<string, string>>): readonly Part[] =>
  Object.entries(of).map(([code, text]) => part({ code, text }))

function outlineOf(v: PacketVersion, at: Readonly<Record<string, unknown>>): Part {
  const { nothing, paragraphs, cells: _, groups, explanations, ...rest } = v.content
  return part({
    ...at,
    preparedBy: v.preparedBy,
    signedBy: v.signedBy,
    signedByPost: v.signedByPost,
    sentAt: v.sentAt,
    late: v.late,
    daysLate: v.daysLate,
    sha256: v.sha256,
    nothing,
    forms: formsOf(v.content).map((f) => part({ code: f.form })),
    paragraphs: pairs(paragraphs),
    groups: Object.entries(groups).map(([code, g]) =>
      part({
        code,
        text: g.text,
        nothing: g.nothing,
        evidence: g.evidence.map((e) => part({ number: e.number, day: e.day, fileName: e.fileName })),
      }),
    ),
    explanations: pairs(explanations),
    findings: v.findings,
    ...(Object.keys(rest).length > 0 ? { rest } : {}),
  })
}

function evidenceList(content: PacketContent, at: Readonly<Record<string, unknown>>): Part {
  const rows = Object.entries(content.groups).flatMap(([no, g]) =>
    g.evidence.map((e) => ({ so: e.number, ngay: e.day, tep: e.fileName ?? '', nhom: no })),
  )
  return part({
    ...at,
    list: EVIDENCE_LIST,
    title: 'Văn bản minh chứng kết quả',
    columns: Object.entries(EVIDENCE).map(([code, label]) => part({ code, label })),
    rows: rows.map((r) => part({ cells: Object.entries(r).map(([code, value]) => part({ code, value })) })),
  })
}

/** Báo cáo ghép lại từ các gói: those of which every part is there, by regime and year; the others with what they lack. */
export type Assembled = {
  readonly years: readonly {
    readonly regime: string
    readonly year: number
    readonly reports: readonly PacketReport[]
  }[]
  readonly waiting: readonly Waiting[]
}

type Gathered = {
  readonly regime: string
  readonly year: number
  readonly body: Part
  status: Part | null
  readonly outlines: Part[]
  readonly forms: Map<string, Part>
}

/** Puts reports together from records of any number of messages. */
export function assemble(records: readonly KindRecord[]): Assembled {
  const found = gather(records)
  const waiting: Waiting[] = []
  const years = new Map<string, { regime: string; year: number; reports: PacketReport[] }>()
  for (const g of found) {
    const lacks = lackingIn(g)
    const code = textIn(g.body, 'code')
    if (lacks.length > 0 || g.status === null) {
      waiting.push({ period: g.year, body: code, lacks })
      continue
    }
    const key = `${g.regime} ${g.year}`
    const year = years.get(key) ?? { regime: g.regime, year: g.year, reports: [] }
    years.set(key, year)
    year.reports.push({
      body: code,
      name: textIn(g.body, 'name'),
      code: textIn(g.status, 'code'),
      state: textIn(g.status, 'state'),
      dueBefore: textIn(g.status, 'dueBefore'),
      versions: g.outlines.map((o) => versionOf(o, g.forms)).sort((a, b) => a.number - b.number),
    })
  }
  return { years: [...years.values()], waiting }
}

const PARTS = new Set(['trang-thai', 'de-cuong-da-gui', 'du-lieu-mau'])
const formKey = (number: unknown, form: unknown): string => `${String(number)}/${String(form)}`

function gather(records: readonly KindRecord[]): Gathered[] {
  const found = new Map<string, Gathered>()
  for (const { kind, record } of records) {
    if (!PARTS.has(kind.id)) continue
    const [regime, year, body] = [textIn(record, 'regime'), numberIn(record, 'period') ?? 0, partIn(record, 'body')]
    const key = JSON.stringify([regime, year, textIn(body, 'code')])
    const g: Gathered = found.get(key) ?? { regime, year, body, status: null, outlines: [], forms: new Map() }
    found.set(key, g)
    if (kind.id === 'trang-thai') g.status = record
    if (kind.id === 'de-cuong-da-gui') g.outlines.push(record)
    if (kind.id === 'du-lieu-mau') g.forms.set(formKey(record.values.number, record.values.form), record)
  }
  return [...found.values()]
}

function lackingIn(g: Gathered): string[] {
  const formsLacking = g.outlines.flatMap((o) =>
    listIn(o, 'forms')
      .filter((f) => !g.forms.has(formKey(o.values.number, f.values.code)))
      .map((f) => `dữ liệu ${textIn(f, 'code')}, bản ${String(o.values.number)}`),
  )
  return [
    ...(g.status === null ? ['trạng thái báo cáo'] : []),
    ...(g.outlines.length === 0 ? ['báo cáo đề cương đã gửi'] : []),
    ...formsLacking,
  ]
}

function versionOf(outline: Part, forms: ReadonlyMap<string, Part>): PacketVersion {
  const cells = listIn(outline, 'forms').flatMap((f) => {
    const form = textIn(f, 'code')
    const rows = forms.get(formKey(outline.values.number, form))
    return rows ? listIn(rows, 'rows').map((r): [string, Cell] => [`${form}.${textIn(r, 'code')}`, cellOf(r)]) : []
  })
  const rest = outline.values.rest
  const findings = outline.values.findings
  return {
    number: numberIn(outline, 'number') ?? 0,
    content: {
      ...(typeof rest === 'object' ? rest : {}),
      nothing: typeof outline.values.nothing === 'string' ? outline.values.nothing : null,
      paragraphs: textsOf(listIn(outline, 'paragraphs')),
      cells: Object.fromEntries(cells),
      groups: Object.fromEntries(listIn(outline, 'groups').map((g) => [textIn(g, 'code'), groupOf(g)])),
      explanations: textsOf(listIn(outline, 'explanations')),
    },
    findings: Array.isArray(findings) ? findings.filter((f) => typeof f === 'object' && f !== null) : [],
    preparedBy: textIn(outline, 'preparedBy'),
    signedBy: textIn(outline, 'signedBy'),
    signedByPost: textIn(outline, 'signedByPost'),
    sentAt: textIn(outline, 'sentAt'),
    late: flagIn(outline, 'late'),
    daysLate: numberIn(outline, 'daysLate') ?? 0,
    sha256: textIn(outline, 'sha256'),
  }
}

const cellOf = (r: Part): Cell => ({
  ...r.other,
  toDate: numberIn(r, 'toDate'),
  wholeYear: numberIn(r, 'wholeYear'),
  note: textIn(r, 'note'),
})

const textsOf = (list: readonly Part[]): Record<string, string> =>
  Object.fromEntries(list.map((p) => [textIn(p, 'code'), textIn(p, 'text')]))

const groupOf = (g: Part): Group => ({
  text: textIn(g, 'text'),
  nothing: flagIn(g, 'nothing'),
  evidence: listIn(g, 'evidence').map((e) => ({
    number: textIn(e, 'number'),
    day: textIn(e, 'day'),
    fileId: null,
    fileName: typeof e.values.fileName === 'string' ? e.values.fileName : null,
  })),
})
