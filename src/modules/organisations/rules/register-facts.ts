/**
 * Dữ kiện sổ bộ: the shape of units and events as they come from files, by code. Read before anything is trusted.
 */
import { z } from 'zod'
import { type Day, parseDay } from '../../../kernel/day.ts'
import { clean } from '../../../kernel/text.ts'
import {
  BASES,
  type Basis,
  EVENT_KINDS,
  type EventKind,
  KINDS,
  MEASURES,
  type Measure,
  UNIT_GROUPS,
  type UnitGroup,
  type UnitKind,
} from '../words.ts'

const among = <T extends string>(words: Readonly<Record<T, unknown>>, what: string): z.ZodType<T> =>
  z.custom<T>(
    (v) => typeof v === 'string' && Object.hasOwn(words, v),
    `${what}: chọn một trong ${Object.keys(words).join(', ')}`,
  )

const words = (missing: string): z.ZodType<string> =>
  z.preprocess((v) => (typeof v === 'string' ? clean(v).trim() : ''), z.string().min(1, missing))

const note = z.preprocess(
  (v) => (typeof v === 'string' ? clean(v).trim() : ''),
  z.string().max(1000, 'Ghi chú dài quá 1.000 ký tự'),
)

const day = z.custom<Day>(
  (v) => typeof v === 'string' && /^\d{4}-/.test(v) && parseDay(v) !== null,
  'Ngày viết dạng 2025-07-01',
)

/** Mã trong hệ thống on the pattern of QĐ 20/2020/QĐ-TTg: a letter, two digits, then groups after dots; at most 35 characters. */
export const CODE = /^[A-Y]\d{2}(\.[A-Z0-9]+)*$/

const code = z
  .string({ error: 'Mã đơn vị còn thiếu' })
  .max(35, 'Mã đơn vị dài quá 35 ký tự')
  .regex(CODE, 'Mã đơn vị viết dạng H23.SYT')

const unitFact = z.strictObject({
  code,
  gso: z.string().nullable().default(null),
  kind: among<UnitKind>(KINDS, 'Loại đơn vị'),
  type: z.string().nullable().default(null),
  group: among<UnitGroup>(UNIT_GROUPS, 'Nhóm cơ quan'),
  name: words('Tên đơn vị còn thiếu'),
  officeName: words('Tên khi ký, nhận văn bản còn thiếu'),
  parent: code.nullable(),
  from: day,
  basis: among<Basis>(BASES, 'Độ chắc'),
  source: note.default(''),
  note: note.default(''),
})

const edgeFact = z.strictObject({
  from: code.nullable(),
  to: code.nullable(),
  part: z.enum(['full', 'part'], { error: 'Phần kế thừa: chọn full hoặc part' }),
  function: words('Tên chức năng còn trống').nullable().default(null),
  basis: among<Basis>(BASES, 'Độ chắc'),
  note: note.default(''),
  weights: z
    .array(
      z.strictObject({
        measure: among<Measure>(MEASURES, 'Thước đo'),
        weight: z
          .number({ error: 'Trọng số là số từ 0 đến 1, hoặc null khi chưa biết' })
          .min(0, 'Trọng số từ 0 đến 1')
          .max(1, 'Trọng số từ 0 đến 1')
          .nullable(),
      }),
    )
    .default([]),
})

const eventFact = z.strictObject({
  key: z
    .string({ error: 'Khóa sự kiện còn thiếu' })
    .regex(/^[a-z0-9-]{3,80}$/, 'Khóa sự kiện gồm chữ thường, số, gạch nối'),
  kind: among<EventKind>(EVENT_KINDS, 'Loại sự kiện'),
  on: day,
  title: words('Tên sự kiện còn thiếu'),
  act: words('Nêu văn bản quyết định sự kiện'),
  source: note.default(''),
  note: note.default(''),
  /** Units that begin with the event; `from` is its day. */
  units: z.array(unitFact).default([]),
  ends: z.array(code).default([]),
  renames: z
    .array(
      z.strictObject({
        unit: code,
        name: words('Tên mới còn thiếu'),
        officeName: words('Tên mới khi ký văn bản còn thiếu'),
        type: z.string().nullable().default(null),
      }),
    )
    .default([]),
  moves: z.array(z.strictObject({ unit: code, parent: code })).default([]),
  edges: z.array(edgeFact).default([]),
})

/** Đơn vị in a file, by code. */
export type UnitFact = z.infer<typeof unitFact>
/** Liên kết in a file, by code. */
export type EdgeFact = z.infer<typeof edgeFact>
/** Sự kiện in a file, by code. */
export type EventFact = z.infer<typeof eventFact>

/** The whole register as facts: units at their beginning, and everything that happened to them, in order of days. */
export const registerFacts = z.strictObject({
  units: z.array(unitFact).min(1, 'Tệp không có đơn vị nào'),
  events: z.array(eventFact),
})

/** The whole register as facts. */
export type RegisterFacts = z.infer<typeof registerFacts>

/** A file of events to be checked: one event, or `{events: […]}`. */
export const eventFile = z.union([
  z.looseObject({ events: z.array(eventFact).min(1, 'Tệp không có sự kiện nào') }),
  eventFact,
])

/** The events of a checked file. */
export const eventsOfFile = (file: z.infer<typeof eventFile>): EventFact[] =>
  'events' in file && Array.isArray(file.events) ? (file.events as EventFact[]) : [file as EventFact]
