/**
 * Chế độ báo cáo: a versioned record with the fields that Nghị định 09/2019/NĐ-CP (Điều 7 đến Điều 13) asks for.
 * The first version is shipped as a fact; later versions are rows. A period freezes the version it was opened with.
 */
import { z } from 'zod'
import shipped from '../../../../facts/regimes/kh1459-nam.json' with { type: 'json' }
import { type Day, day } from '../../../kernel/day.ts'
import { CaseSchema, CROSS_KINDS } from './check-kinds.ts'
import { RegisterSchema, SourceSchema } from './source.ts'

const monthDay = z.string().regex(/^(0[1-9]|1[0-2])-\d{2}$/, 'Ngày trong năm phải có dạng tháng-ngày, ví dụ 12-05')

/** Ô tính: worked out from other rows (full keys, `bieu-2.tien-si`), never typed. A missing part leaves it empty. */
const ComputeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sum'), rows: z.array(z.string()) }),
  z.object({ kind: z.literal('difference'), from: z.string(), less: z.string() }),
  z.object({ kind: z.literal('share'), part: z.string(), whole: z.string() }),
])

/** Ai phải báo cáo: one line that brings bodies in or leaves them out on the days `[from, to)`; `ref` is a group or a unit code. */
const ReporterSchema = z.object({
  kind: z.enum(['plan', 'group', 'unit', 'not-group', 'not-unit']),
  ref: z.string(),
  from: z.string(),
  to: z.string().nullable(),
  act: z.string(),
})

const RowSchema = z.object({
  id: z.string(),
  label: z.string(),
  noun: z.string(),
  /** Tồn cuối kỳ (stock) hay phát sinh trong kỳ (flow). */
  kind: z.enum(['stock', 'flow']),
  required: z.boolean(),
  unit: z.string().optional(),
  compute: ComputeSchema.optional(),
  /** Where the figure is counted; none = typed. */
  source: SourceSchema.optional(),
})

const CheckSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('part-of'),
    parts: z.array(z.string()),
    whole: z.string(),
    noun: z.string().optional(),
    cases: z.array(CaseSchema).optional(),
  }),
  z.object({ kind: z.literal('change'), rows: z.array(z.string()), cases: z.array(CaseSchema).optional() }),
  ...CROSS_KINDS,
])

const PartSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('paragraph'),
    id: z.string(),
    label: z.string(),
    hint: z.string().optional(),
    required: z.boolean(),
    max: z.number(),
  }),
  z.object({ kind: z.literal('table'), table: z.string() }),
  z.object({
    kind: z.literal('groups'),
    label: z.string(),
    hint: z.string(),
    required: z.boolean(),
    max: z.number(),
    evidence: z.number(),
  }),
])

/** Schema of a regime version: data from a file or a row becomes a `Regime` or a list of what is wrong. */
export const RegimeSchema = z.object({
  code: z.string(),
  slug: z.string(),
  version: z.number().int(),
  name: z.string(),
  shortName: z.string(),
  source: z.string(),
  legalBasis: z.array(z.string()),
  content: z.string(),
  reporters: z.string(),
  receivers: z.string(),
  means: z.string(),
  frequency: z.string(),
  /** Kỳ của chế độ: `nam` (left out = yearly) has one period a year; `dot-xuat` has one period altogether, on the day it is asked for. */
  cycle: z.enum(['nam', 'dot-xuat']).optional(),
  procedure: z.string(),
  effective: z.object({ from: z.string(), to: z.string().nullable() }),
  opens: monthDay,
  due: z.object({
    before: monthDay,
    sentence: z.string(),
    /** The day lies in the year after the reporting year. */
    nextYear: z.boolean().optional(),
    /** A last day that is a day off passes on to the next working day. */
    rolls: z.boolean().optional(),
  }),
  cutOff: z.object({ day: monthDay, general: monthDay, note: z.string() }),
  returnDays: z.number().int().positive(),
  appraisalDays: z.number().int().positive(),
  changeLimit: z.number().positive(),
  nothingStatement: z.string(),
  /** Số chính thức của năm trước is asked for beside the estimate that was sent a year ago. */
  trueUp: z.boolean().optional(),
  /** Absent or empty: the bodies that the plan obliges. */
  assignment: z.array(ReporterSchema).optional(),
  tables: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      unit: z.string(),
      instructions: z.string(),
      rows: z.array(RowSchema),
    }),
  ),
  checks: z.array(CheckSchema),
  register: RegisterSchema.optional(),
  sections: z.array(
    z.object({
      no: z.number().int(),
      title: z.string(),
      /** Tên mục trong văn bản, where it differs from that on the screen. */
      paper: z.string().optional(),
      parts: z.array(PartSchema),
    }),
  ),
})

/** Chế độ báo cáo, one version. */
export type Regime = z.infer<typeof RegimeSchema>
/** Biểu số liệu of a regime. */
export type RegimeTable = Regime['tables'][number]
/** Dòng của biểu. */
export type RegimeRow = RegimeTable['rows'][number]
/** Cách tính of a computed row. */
export type Compute = z.infer<typeof ComputeSchema>
/** Dòng giao báo cáo. */
export type ReporterLine = z.infer<typeof ReporterSchema>
/** Mục của đề cương. */
export type RegimeSection = Regime['sections'][number]
/** Phần of a section: paragraph, table, or one block per task group. */
export type SectionPart = RegimeSection['parts'][number]

/** Phép kiểm tra of a regime. */
export type RegimeCheck = Regime['checks'][number]

/** The first version, as shipped. */
export const FIRST_REGIME: Regime = RegimeSchema.parse(shipped)

/** Báo cáo đột xuất: the regime has one period. */
export const isOneOff = (r: Regime): boolean => r.cycle === 'dot-xuat'

/** Hạn nộp of a year: the report must be sent before 00:00 of this day. */
export const dueBeforeOf = (r: Regime, year: number): Day =>
  day(`${r.due.nextYear === true ? year + 1 : year}-${r.due.before}`)

/** Ngày chốt số liệu of a year. */
export const cutOffOf = (r: Regime, year: number): Day => day(`${year}-${r.cutOff.day}`)

/** Ngày dự kiến mở kỳ. */
export const opensOn = (r: Regime, year: number): Day => day(`${year}-${r.opens}`)

/** "Báo cáo năm 2026". */
export const shortNameOf = (r: Regime, year: number): string => r.shortName.replace('{year}', String(year))

/** The table of an id; its absence is a mistake in the regime. */
export function tableOf(r: Regime, id: string): RegimeTable {
  const found = r.tables.find((t) => t.id === id)
  if (!found) throw new Error(`no table ${id} in regime ${r.code}`)
  return found
}

/** Every row with its full key `bieu-2.tien-si`, in order. */
export const rowsOf = (
  r: Regime,
): readonly { readonly key: string; readonly table: RegimeTable; readonly row: RegimeRow }[] =>
  r.tables.flatMap((table) => table.rows.map((row) => ({ key: `${table.id}.${row.id}`, table, row })))

/** The section a part stands in: by table id, paragraph id, or `groups`. */
export function sectionWith(r: Regime, part: string): number {
  const holds = (p: SectionPart): boolean =>
    p.kind === 'table' ? p.table === part : p.kind === 'paragraph' ? p.id === part : part === 'groups'
  return r.sections.find((s) => s.parts.some(holds))?.no ?? 1
}
