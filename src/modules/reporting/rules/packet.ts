/**
 * Gói báo cáo: one JSON form for the file of a body and for the export of a year. What export writes, import puts back.
 */
import { z } from 'zod'
import { accept, type Decision, refuse } from '../../../kernel/result.ts'
import type { ReportContent, TaskGroup } from '../words.ts'
import { withComputed } from './compute.ts'
import type { Regime } from './regime.ts'
import { rowsOf } from './regime.ts'

const CellsSchema = z.object({
  toDate: z.number().nullable().default(null),
  wholeYear: z.number().nullable().default(null),
  note: z.string().default(''),
  lastYear: z.number().nullable().optional(),
})

const GroupSchema = z.object({
  text: z.string().default(''),
  nothing: z.boolean().default(false),
  evidence: z
    .array(
      z.object({
        number: z.string(),
        day: z.string(),
        fileId: z.null().default(null),
        fileName: z.string().nullable().default(null),
      }),
    )
    .default([]),
})

/** Nội dung báo cáo in a file; what is left out is empty. Attached files do not travel in a packet, their names do. */
export const ContentSchema = z.object({
  nothing: z.string().nullable().default(null),
  paragraphs: z.record(z.string(), z.string()).default({}),
  cells: z.record(z.string(), CellsSchema).default({}),
  groups: z.record(z.string(), GroupSchema).default({}),
  explanations: z.record(z.string(), z.string()).default({}),
})

/** Tệp của một cơ quan: `report submit FILE.json --body CODE`. */
export const BodyFileSchema = z.object({
  /** Code or slug of the regime; left out = that of the Plan. */
  regime: z.string().optional(),
  year: z.number().int(),
  content: ContentSchema,
})

const VersionSchema = z.object({
  number: z.number().int().positive(),
  content: ContentSchema,
  findings: z.array(z.looseObject({})).default([]),
  preparedBy: z.string().default(''),
  signedBy: z.string().default(''),
  signedByPost: z.string().default(''),
  signedFor: z.string().default(''),
  sentAt: z.string(),
  late: z.boolean(),
  daysLate: z.number().int(),
  sha256: z.string(),
})

/** Gói của một kỳ: what `report export` writes. */
export const PacketSchema = z.object({
  kind: z.literal('nguyen-khi/goi-bao-cao'),
  regime: z.string(),
  year: z.number().int(),
  exportedAt: z.string(),
  reports: z.array(
    z.object({
      body: z.string(),
      name: z.string(),
      code: z.string(),
      state: z.string(),
      dueBefore: z.string(),
      versions: z.array(VersionSchema),
    }),
  ),
})

/** Gói báo cáo của một kỳ. */
export type Packet = z.infer<typeof PacketSchema>
/** Tệp của một cơ quan. */
export type BodyFile = z.infer<typeof BodyFileSchema>

/** Reads a packet or a body's file; says which field is wrong. */
export function readPacket(
  text: string,
): Decision<{ kind: 'packet'; packet: Packet } | { kind: 'body'; file: BodyFile }> {
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    return refuse('invalid', 'packet.not-json', 'Tệp không phải là JSON đọc được. Chưa ghi gì.')
  }
  const isPacket = typeof data === 'object' && data !== null && 'kind' in data
  const parsed = isPacket ? PacketSchema.safeParse(data) : BodyFileSchema.safeParse(data)
  if (!parsed.success) {
    const where = parsed.error.issues[0]?.path.join('.') || 'tệp'
    return refuse('invalid', 'packet.shape', `Tệp sai cấu trúc tại '${where}'. Chưa ghi gì.`)
  }
  return accept(
    isPacket ? { kind: 'packet', packet: parsed.data as Packet } : { kind: 'body', file: parsed.data as BodyFile },
  )
}

/** A content with exactly the rows and groups of the regime; unknown keys are refused by name, nothing is dropped in silence. */
export function fitContent(
  regime: Regime,
  groups: readonly TaskGroup[],
  c: z.infer<typeof ContentSchema>,
): Decision<ReportContent> {
  const rows = new Set(rowsOf(regime).map((r) => r.key))
  const ids = new Set(regime.sections.flatMap((s) => s.parts.flatMap((p) => (p.kind === 'paragraph' ? [p.id] : []))))
  const nos = new Set(groups.map((g) => g.no))
  const unknown = [
    ...Object.keys(c.cells).filter((k) => !rows.has(k)),
    ...Object.keys(c.paragraphs).filter((k) => !ids.has(k)),
    ...Object.keys(c.groups).filter((k) => !nos.has(k)),
  ]
  if (unknown.length > 0) {
    return refuse(
      'invalid',
      'packet.unknown',
      `Tệp có dòng không thuộc chế độ báo cáo: ${unknown.slice(0, 5).join(', ')}. Chưa ghi gì.`,
    )
  }
  return accept({
    ...c,
    paragraphs: Object.fromEntries([...ids].map((id) => [id, c.paragraphs[id] ?? ''])),
    cells: withComputed(
      regime,
      Object.fromEntries([...rows].map((k) => [k, c.cells[k] ?? { toDate: null, wholeYear: null, note: '' }])),
    ),
    groups: Object.fromEntries([...nos].map((n) => [n, c.groups[n] ?? { text: '', nothing: false, evidence: [] }])),
  })
}
