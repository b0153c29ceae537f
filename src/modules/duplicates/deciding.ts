/** Nạp cặp để quyết định: the pair with both dossiers, the right asked for both bodies, and the version the page showed. */
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import { demand } from '../../kernel/right.ts'
import type { Ctx } from '../../platform/action.ts'
import { type Dossier, dossiersOf } from '../people/public.ts'
import { canDecidePairs } from './rights.ts'
import type { Decided } from './store.ts'
import { findPair, waitingIds } from './views.ts'
import type { Pair } from './words.ts'

/** Cặp và hai hồ sơ. */
export type Held = { readonly pair: Pair; readonly a: Dossier; readonly b: Dossier }

/** Both dossiers of a pair, whether or not it still waits. */
export async function holdPair(ctx: Ctx, id: string): Promise<Decision<Held>> {
  const pair = await findPair(ctx.tx, id)
  const found = pair === null ? new Map<string, Dossier>() : await dossiersOf(ctx.tx, [pair.personA, pair.personB])
  const [a, b] = pair === null ? [] : [found.get(pair.personA), found.get(pair.personB)]
  if (pair === null || a === undefined || b === undefined)
    return refuse('absent', 'pair.absent', 'Không tìm thấy cặp này. Có thể hồ sơ đã chuyển sang cơ quan khác.')
  for (const d of [a, b]) {
    const allowed = demand(canDecidePairs, ctx.actor, d.person.unitId)
    if (!allowed.ok) return allowed
  }
  return accept({ pair, a, b })
}

/** The pair as the page showed it. */
export async function holdSeen(ctx: Ctx, seen: { pair: string; version: number }): Promise<Decision<Held>> {
  const held = await holdPair(ctx, seen.pair)
  return held.ok && held.value.pair.version !== seen.version ? STALE : held
}

/** Somebody else decided meanwhile. */
export const STALE = refuse(
  'stale',
  'pair.stale',
  'Cặp này vừa được quyết định hoặc so lại ở nơi khác. Tải lại trang để xem kết quả rồi quyết định.',
)

/** A decision that keeps nothing of earlier ones. */
export const decided = (held: Held, more: Partial<Decided> & Pick<Decided, 'state'>): Decided => ({
  reason: '',
  handedTo: null,
  handedName: null,
  survivorId: null,
  mergeId: null,
  mergedVersion: null,
  versionA: held.a.person.version,
  versionB: held.b.person.version,
  idEvidence: held.pair.idEvidence,
  ...more,
})

/** The next waiting pair, or null when there is none. */
export const nextWaiting = async (ctx: Ctx, id: string): Promise<string | null> =>
  (await waitingIds(ctx.tx)).find((other) => other !== id) ?? null
