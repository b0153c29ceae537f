/** Nhập dữ liệu cho máy: send a file, ask for a check or for writing, follow the run, read what was found, undo. */
import { z } from 'zod'
import { accept, type Decision } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/action.ts'
import { type ApiRoute, apiAct, apiList, apiOne, dayOut, instantOut } from '../../platform/http/api-route.ts'
import { id, optionalDay, optionalLargeFile, text } from '../../platform/http/input.ts'
import { askRun } from './actions/ask-run.ts'
import { sendFile } from './actions/send-file.ts'
import { undoBatch } from './actions/undo-batch.ts'
import { voidBatch } from './actions/void-batch.ts'
import { canImport } from './rights.ts'
import { SEVERITIES } from './rules/findings.ts'
import { readBatch } from './screens.ts'
import { batchesAfter, findingsOf, type KeptFinding } from './views.ts'
import { ALLOWED, BATCH_STATES, type Batch, OUTCOMES } from './words.ts'

const counts = z
  .object({
    rows: z.int(),
    findings: z.int(),
    ...(Object.fromEntries(Object.keys(OUTCOMES).map((o) => [o, z.int()])) as Record<keyof typeof OUTCOMES, z.ZodInt>),
  })
  .nullable()

const batchOut = z.object({
  id: z.uuid(),
  version: z.int(),
  state: z.enum(Object.keys(BATCH_STATES)),
  unitCode: z.string(),
  unitName: z.string(),
  fileName: z.string(),
  fileSha256: z.string(),
  asOf: dayOut(),
  counts,
  trouble: z.string(),
  madeName: z.string(),
  madeAt: instantOut(),
  writtenAt: instantOut().nullable(),
  allowed: z.array(z.enum(['check', 'commit', 'undo', 'void'])),
})

const oneBatch = batchOut.extend({
  progress: z.object({ rows: z.int(), total: z.int(), at: instantOut() }).nullable(),
  findings: z.array(z.object({ code: z.string(), severity: z.enum(Object.keys(SEVERITIES)), cells: z.int() })),
})

/** What a machine may ask of a batch now, by its own names. */
const allowedFor = (b: Batch): string[] =>
  ALLOWED[b.state].flatMap((v) => (v === 'write' ? 'commit' : ['check', 'undo', 'void'].includes(v) ? v : []))

const shown = (b: Batch) => ({ ...b, allowed: allowedFor(b) })

async function batchView(ctx: Ctx, q: { id: string }) {
  const read = await readBatch(ctx, q.id)
  if (!read.ok) return read
  const { batch, progress, groups } = read.value
  return accept({ ...shown(batch), progress, findings: groups })
}

const findingOut = z.object({
  place: z.int().meta({ description: 'Thứ tự trong tệp' }),
  sheet: z.string(),
  row: z.int(),
  column: z.int().nullable(),
  code: z.string(),
  severity: z.enum(Object.keys(SEVERITIES)),
  message: z.string(),
})

type Placed = KeptFinding & { readonly place: number }

async function findingsAfter(
  ctx: Ctx,
  q: { id: string },
  window: { limit: number; after: [number] | null },
): Promise<Decision<{ rows: Placed[] }>> {
  const seen = await readBatch(ctx, q.id)
  if (!seen.ok) return seen
  const offset = window.after?.[0] ?? 0
  const found = await findingsOf(ctx.tx, q.id, { limit: window.limit, offset })
  return accept({ rows: found.map((f, i) => ({ ...f, place: offset + i + 1 })) })
}

const ofBatch = z.object({ id: id() })
const asked = z.object({ id: z.uuid() })

const run = (verb: 'check' | 'commit', title: string, viec: 'kiem-tra' | 'ghi'): ApiRoute =>
  apiAct({
    path: `/api/v1/imports/:id/${verb}`,
    title,
    right: canImport,
    action: askRun,
    raw: (raw) => ({ id: raw.id, viec }),
    body: ofBatch,
    output: asked,
    status: 202,
    location: (o) => `/api/v1/imports/${o.id}`,
  })

/** Addresses for machines. */
export const api: readonly ApiRoute[] = [
  apiList({
    path: '/api/v1/imports',
    title: 'Các lô nhập, mới nhất trước',
    right: canImport,
    input: z.object({}),
    row: batchOut,
    key: z.tuple([z.uuid()]),
    keyOf: (b: { id: string }): [string] => [b.id],
    view: async (ctx, _q, window) =>
      accept({ rows: (await batchesAfter(ctx.tx, window.after?.[0] ?? null, window.limit)).map(shown) }),
  }),
  apiAct({
    path: '/api/v1/imports',
    title: 'Gửi tệp danh sách',
    right: canImport,
    action: sendFile,
    large: true,
    raw: (raw) => ({ file: raw.file, coQuan: raw.unit, ngay: raw.asOf ?? '' }),
    body: z.object({
      file: optionalLargeFile(),
      unit: text(40, 'Nhập mã cơ quan'),
      asOf: optionalDay().meta({ description: 'Ngày của danh sách; bỏ trống là hôm nay' }),
    }),
    output: z.object({ id: z.uuid(), before: instantOut().nullable() }),
    status: 201,
    location: (o) => `/api/v1/imports/${o.id}`,
  }),
  apiOne({
    path: '/api/v1/imports/:id',
    title: 'Một lô nhập và tiến độ',
    right: canImport,
    input: ofBatch,
    output: oneBatch,
    version: (b: { version: number }) => b.version,
    view: batchView,
  }),
  apiList({
    path: '/api/v1/imports/:id/findings',
    title: 'Điều thấy trong tệp của một lô',
    right: canImport,
    input: ofBatch,
    row: findingOut,
    key: z.tuple([z.int().min(0).max(10_000_000)]),
    keyOf: (f: Placed): [number] => [f.place],
    view: findingsAfter,
  }),
  run('check', 'Kiểm tra lô', 'kiem-tra'),
  run('commit', 'Ghi lô', 'ghi'),
  apiAct({
    path: '/api/v1/imports/:id/undo',
    title: 'Hoàn tác lô',
    right: canImport,
    action: undoBatch,
    raw: (raw) => ({ id: raw.id }),
    body: ofBatch,
    output: z.object({ id: z.uuid(), removed: z.int(), restored: z.int() }),
  }),
  apiAct({
    path: '/api/v1/imports/:id/void',
    title: 'Bỏ lô',
    right: canImport,
    action: voidBatch,
    raw: (raw) => ({ id: raw.id }),
    body: ofBatch,
    output: asked,
  }),
]
