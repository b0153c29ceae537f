/** Gói danh mục: regimes, forms, outlines, periods and indicators as records; values in, parts out. */
import { type Part, part } from './part.ts'

type Row = {
  readonly id: string
  readonly label: string
  readonly kind: string
  readonly required: boolean
  readonly unit?: string | undefined
}
type SectionPart =
  | { readonly kind: 'table'; readonly table: string }
  | {
      readonly kind: 'paragraph'
      readonly id: string
      readonly label: string
      readonly required: boolean
      readonly max: number
    }
  | { readonly kind: 'groups'; readonly label: string; readonly required: boolean; readonly max: number }

/** Chế độ báo cáo, as much of it as leaves. */
export type RegimeOut = {
  readonly code: string
  readonly version: number
  readonly name: string
  readonly shortName: string
  readonly source: string
  readonly legalBasis: readonly string[]
  readonly content: string
  readonly reporters: string
  readonly receivers: string
  readonly means: string
  readonly frequency: string
  readonly procedure: string
  readonly effective: { readonly from: string; readonly to: string | null }
  readonly due: { readonly before: string; readonly sentence: string }
  readonly cutOff: { readonly day: string }
  readonly tables: readonly { id: string; title: string; unit: string; instructions: string; rows: readonly Row[] }[]
  readonly sections: readonly { no: number; title: string; parts: readonly SectionPart[] }[]
}

/** Chế độ báo cáo. */
export const regimeRecord = (r: RegimeOut): Part =>
  part({
    code: r.code,
    version: r.version,
    name: r.name,
    content: r.content,
    reporters: r.reporters,
    receivers: r.receivers,
    means: r.means,
    frequency: r.frequency,
    procedure: r.procedure,
    cutOff: r.cutOff.day,
    dueBefore: r.due.before,
    dueSentence: r.due.sentence,
    from: r.effective.from,
    to: r.effective.to,
    source: r.source,
    legalBasis: r.legalBasis.map((text) => part({ text })),
  })

const COLUMNS = { denNgayChot: 'Thực hiện đến ngày chốt', uocCaNam: 'Ước cả năm', ghiChu: 'Ghi chú' }

/** Biểu mẫu số liệu of a regime. */
export const formRecords = (r: RegimeOut): readonly Part[] =>
  r.tables.map((t) =>
    part({
      regime: r.code,
      version: r.version,
      code: t.id,
      title: t.title,
      unit: t.unit,
      instructions: t.instructions,
      columns: Object.entries(COLUMNS).map(([code, label]) => part({ code, label })),
      rows: t.rows.map((row) =>
        part({
          code: row.id,
          label: row.label,
          kind: row.kind,
          required: row.required,
          ...(row.unit === undefined ? {} : { unit: row.unit }),
        }),
      ),
    }),
  )

/** Đề cương of a regime. */
export const outlineRecord = (r: RegimeOut): Part =>
  part({
    regime: r.code,
    version: r.version,
    sections: r.sections.map((s) => part({ no: s.no, title: s.title, parts: s.parts.map(outlinePart) })),
  })

const outlinePart = (p: SectionPart): Part =>
  p.kind === 'table'
    ? part({ kind: p.kind, code: p.table })
    : part({
        kind: p.kind,
        ...(p.kind === 'paragraph' ? { code: p.id } : {}),
        label: p.label,
        required: p.required,
        most: p.max,
      })

/** Kỳ báo cáo. */
export type PeriodOut = {
  readonly year: number
  readonly cutOff: string
  readonly dueBefore: string
  readonly openedAt: Temporal.Instant
  readonly regime: RegimeOut
}

/** Kỳ báo cáo, as a record. */
export const periodRecord = (p: PeriodOut): Part =>
  part({
    regime: p.regime.code,
    version: p.regime.version,
    period: p.year,
    name: p.regime.shortName.replace('{year}', String(p.year)),
    cutOff: p.cutOff,
    dueBefore: p.dueBefore,
    openedAt: p.openedAt.toString(),
  })

/** Chỉ tiêu. */
export type IndicatorOut = {
  readonly code: string
  readonly name: string
  readonly unit: string
  readonly direction: string
  readonly comparator: string
  readonly target: number
  readonly targetHigh: number | null
  readonly byYear: number | null
  readonly custodianName: string | null
}

/** "II.1.1a" stands in the group "II.1". */
export const groupOf = (code: string): string => code.split('.').slice(0, 2).join('.')

/** Chỉ tiêu, as a record of the set it belongs to. */
export const indicatorRecord = (set: string, i: IndicatorOut): Part =>
  part({
    set,
    code: i.code,
    group: groupOf(i.code),
    name: i.name,
    unit: i.unit,
    direction: i.direction,
    comparator: i.comparator,
    target: i.target,
    targetHigh: i.targetHigh,
    byYear: i.byYear,
    keeper: i.custodianName,
  })

/** Giá trị chỉ tiêu. */
export type ValueOut = {
  readonly code: string
  readonly asOf: string
  readonly value: number
  readonly estimate: boolean
  readonly source: string
  readonly status: string
  readonly note: string
}

/** Giá trị chỉ tiêu, as a record. */
export const valueRecord = (set: string, v: ValueOut): Part =>
  part({
    set,
    code: v.code,
    asOf: v.asOf,
    value: v.value,
    estimate: v.estimate,
    source: v.source,
    status: v.status,
    note: v.note,
  })
