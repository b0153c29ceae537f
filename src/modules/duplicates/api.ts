/** Trùng lặp cho máy: pairs as they stand, and the same answers as on the page. */
import { z } from 'zod'
import { accept } from '../../kernel/result.ts'
import { type ApiRoute, apiAct, apiList, apiOne, instantOut } from '../../platform/http/api-route.ts'
import { id, optionalText, whole } from '../../platform/http/input.ts'
import { mergePair } from './actions/merge-pair.ts'
import { scanDuplicates } from './actions/scan-duplicates.ts'
import { tellApart } from './actions/tell-apart.ts'
import { undoDecision } from './actions/undo-decision.ts'
import { holdPair } from './deciding.ts'
import { canDecidePairs, canScan, canSeePairs } from './rights.ts'
import { pairsAfter } from './views.ts'
import { PAIR_STATES, type PairState, SUSPICIONS } from './words.ts'

const STATES = Object.keys(PAIR_STATES) as PairState[]
const pairRow = z.object({
  id: z.string(),
  state: z.enum(STATES),
  suspicion: z.enum(Object.keys(SUSPICIONS)),
  probability: z.number().meta({ description: 'Xác suất là một người, theo các điều thấy được; chỉ để sắp thứ tự' }),
  codeA: z.string(),
  nameA: z.string(),
  codeB: z.string(),
  nameB: z.string(),
  reason: z.string(),
  foundAt: instantOut(),
})
const onePair = pairRow.omit({ nameA: true, nameB: true }).extend({
  version: z.int(),
  versionA: z.int(),
  versionB: z.int(),
  reasons: z.array(z.object({ phrase: z.string(), bits: z.number() })),
})
const decided = z.object({ codeA: z.string(), codeB: z.string() })

/** Addresses for machines. */
export const api: readonly ApiRoute[] = [
  apiList({
    path: '/api/v1/duplicates',
    title: 'Cặp hồ sơ nghi trùng',
    right: canSeePairs,
    input: z.object({ state: z.enum(STATES).default('open').meta({ description: 'Trạng thái của cặp' }) }),
    row: pairRow,
    key: z.tuple([z.uuid()]),
    keyOf: (r: { id: string }): [string] => [r.id],
    view: async (ctx, q, window) =>
      accept({ rows: await pairsAfter(ctx.tx, q.state, window.after?.[0] ?? null, window.limit) }),
  }),
  apiOne({
    path: '/api/v1/duplicates/:id',
    title: 'Một cặp hồ sơ nghi trùng',
    right: canSeePairs,
    input: z.object({ id: id() }),
    output: onePair,
    version: (p: { version: number }) => p.version,
    view: async (ctx, q) => {
      const held = await holdPair(ctx, q.id)
      if (!held.ok) return held
      const { pair, a, b } = held.value
      return accept({
        ...pair,
        suspicion: pair.verdict,
        probability: pair.posterior,
        codeA: a.person.code,
        codeB: b.person.code,
        versionA: a.person.version,
        versionB: b.person.version,
      })
    },
  }),
  apiAct({
    path: '/api/v1/duplicates/:id/merge',
    title: 'Gộp hai hồ sơ',
    right: canDecidePairs,
    action: mergePair,
    guarded: true,
    raw: (raw) => ({ ...raw, pair: raw.id }),
    body: z.object({
      keep: z.enum(['a', 'b']).meta({ description: 'Hồ sơ giữ lại' }),
      versionA: whole(),
      versionB: whole(),
      fields: z.array(z.string()).optional().meta({ description: 'Trường lấy từ hồ sơ kia' }),
      slots: z.array(z.string()).optional().meta({ description: 'Mục chỉ có một, lấy từ hồ sơ kia' }),
    }),
    output: z.object({ survivor: z.string(), other: z.string() }),
  }),
  apiAct({
    path: '/api/v1/duplicates/:id/tell-apart',
    title: 'Xác định không phải một người',
    right: canDecidePairs,
    action: tellApart,
    guarded: true,
    raw: (raw) => ({ ...raw, pair: raw.id }),
    body: z.object({ reason: optionalText(200), note: optionalText(800).optional() }),
    output: decided,
  }),
  apiAct({
    path: '/api/v1/duplicates/:id/undo',
    title: 'Hoàn tác quyết định về một cặp',
    right: canDecidePairs,
    action: undoDecision,
    raw: (raw) => ({ pair: raw.id }),
    body: z.object({}),
    output: decided,
  }),
  apiAct({
    path: '/api/v1/duplicates/scan',
    title: 'Quét hồ sơ trùng',
    right: canScan,
    action: scanDuplicates,
    output: z.object({ people: z.int(), compared: z.int(), opened: z.int() }),
  }),
]
