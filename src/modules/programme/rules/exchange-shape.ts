/**
 * Trao đổi kế hoạch: the shape of a plan as JSON, stable for programs outside. Described for people in
 * `docs/trao-doi-ke-hoach.md`. Days are ISO days, absent things are null, lists are empty rather than missing; spans are
 * `[start, end)` into the text of `documents[document]`, so that every item finds its own words again. A change that a reader of version 1 would
 * misunderstand makes version 2.
 */
import { z } from 'zod'
import { type Day, parseDay } from '../../../kernel/day.ts'
import { accept, type Decision, refuse } from '../../../kernel/result.ts'

const day = z.custom<Day>((v) => typeof v === 'string' && /^\d{4}-/.test(v) && parseDay(v) === v).nullable()
const place = { document: z.int().min(0), span: z.tuple([z.int().min(0), z.int().min(0)]) }
const text = z.string()
const body = z.strictObject({ code: text, name: text })
const due = z.strictObject({ kind: z.enum(['day', 'yearly', 'continuous', 'none']), day })

const goal = z.strictObject({
  code: text,
  section: text.nullable(),
  text,
  metric: text.nullable(),
  comparator: z.enum(['>=', '<=', '=', 'range', '~']).nullable(),
  strict: z.boolean(),
  value: z.number().nullable(),
  valueHigh: z.number().nullable(),
  unit: text.nullable(),
  denominator: text.nullable(),
  by: z.int().nullable(),
  baseYear: z.int().nullable(),
  measure: text.nullable(),
  direction: z.enum(['up', 'down']).nullable(),
  qualitative: z.boolean(),
  assigned: body.nullable(),
  ...place,
})

const task = z.strictObject({
  code: text,
  section: text.nullable(),
  /** Trách nhiệm tổ chức thực hiện, not a task of its own. */
  duty: z.boolean(),
  text,
  /** As the document writes it. `due` in the normal form of the reader: `2026-Q4`, `yearly:12-05`, `continuous`. */
  written: z.strictObject({
    lead: z.array(text),
    coordinate: z.array(text),
    due: text.nullable(),
    dueText: text.nullable(),
    product: text.nullable(),
  }),
  /** As assigned in the system; `by` tells whether the document itself or an officer did. Null = no single lead yet. */
  assigned: z
    .strictObject({
      lead: body,
      coordinate: z.array(body),
      due,
      product: text,
      by: z.enum(['document', 'officer']),
    })
    .nullable(),
  ...place,
})

const reference = z.strictObject({
  kind: text,
  number: text,
  date: day,
  issuer: text.nullable(),
  alias: text.nullable(),
  basis: z.boolean(),
  ...place,
})

const report = z.strictObject({
  clause: text.nullable(),
  from: text.nullable(),
  to: text.nullable(),
  via: text.nullable(),
  period: text.nullable(),
  due: z.array(text),
  text,
  ...place,
})

const shape = z.strictObject({
  format: z.literal('nguyen-khi.ke-hoach'),
  version: z.literal(1),
  /** `read` = what a document says, not adopted yet. */
  stage: z.enum(['read', 'adopted']),
  /** The day on which assignments stood like this. */
  asOf: day,
  programme: z.strictObject({
    number: text.nullable(),
    date: day,
    kind: text.nullable(),
    title: text.nullable(),
    issuer: text.nullable(),
  }),
  sections: z.array(z.strictObject({ code: text, parent: text.nullable(), title: text, ...place })),
  goals: z.array(goal),
  tasks: z.array(task),
  recipients: z.array(z.strictObject({ name: text, note: text.nullable(), archive: z.boolean(), ...place })),
  participants: z.array(
    z.strictObject({ code: text, name: text, role: z.enum(['obligated', 'informed']), line: text }),
  ),
  references: z.array(reference),
  reports: z.array(report),
  /** The document it was read or adopted from, then each that amended it. */
  documents: z.array(z.strictObject({ number: text.nullable(), date: day, title: text.nullable(), text })).min(1),
})

/** Kế hoạch để trao đổi. */
export type Exchange = z.infer<typeof shape>

/** Nhiệm vụ để trao đổi. */
export type ExchangeTask = Exchange['tasks'][number]

/** The JSON of a plan: the same plan gives the same characters. */
export const exchangeText = (x: Exchange): string => `${JSON.stringify(x, null, 2)}\n`

/** A plan from its JSON. Refuses what is no JSON or has another shape, naming the first place that differs. */
export function readExchange(json: string): Decision<Exchange> {
  const wrong = (where: string) =>
    refuse('invalid', 'exchange.shape', `Tệp không phải kế hoạch trao đổi phiên bản 1: ${where}.`)
  const given = parsed(json)
  if (given === undefined) return wrong('không đọc được JSON')
  const read = shape.safeParse(given)
  if (read.success) return accept(read.data)
  const [issue] = read.error.issues
  return wrong(
    issue === undefined || issue.path.length === 0 ? 'thiếu hoặc thừa mục' : `sai tại ${issue.path.join('.')}`,
  )
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
