/** Quét: compares who is new or changed with the others and settles the pairs. */
import type { Ctx } from '../../platform/action.ts'
import type { Tx } from '../../platform/database/sql.ts'
import { refreshKeys, registerContext, withSharedContacts } from './matching.ts'
import { type Comparison, compareRecords, type MatchContext } from './rules/compare.ts'
import { decide, type MatchDecision } from './rules/decide.ts'
import { reasonsOf } from './rules/reasons.ts'
import { idEvidenceOf, type Settlement, settlePair, whyApart } from './rules/settle-pair.ts'
import { MOST_CANDIDATES } from './rules/weights.ts'
import { type FoundPair, markCompared, saveFound } from './store.ts'
import {
  apartBeforeMerge,
  countFresh,
  freshNeighbours,
  knownPairs,
  mergedInto,
  recordsOf,
  type VersionedRecord,
} from './views.ts'

/** Kết quả quét. */
export type Scanned = { readonly people: number; readonly compared: number; readonly opened: number }

/** Pairs compared at once, so that memory stays bounded. */
const PIECE = 4000

/** Scans everybody who is new or changed since the last scan, in bounded pieces. */
export async function scanRegister(ctx: Ctx): Promise<Scanned> {
  await refreshKeys(ctx)
  const people = await countFresh(ctx.tx)
  if (people === 0) return { people, compared: 0, opened: 0 }
  const near = await freshNeighbours(ctx.tx, people)
  const at: ScanAt = {
    context: await registerContext(ctx.tx),
    apart: await apartThroughMerges(ctx.tx),
    asked: new Map(),
  }
  let opened = 0
  for (let i = 0; i < near.length; i += PIECE) opened += await scanPiece(ctx, near.slice(i, i + PIECE), at)
  await markCompared(ctx.tx)
  return { people, compared: near.length, opened }
}

/** What all pieces of a scan share: `asked` counts new questions about each person. */
type ScanAt = {
  readonly context: MatchContext
  readonly apart: ReadonlySet<string>
  readonly asked: Map<string, number>
}

type Judged = {
  a: VersionedRecord
  b: VersionedRecord
  comparison: Comparison
  decision: MatchDecision
  settlement: Settlement
}

const pairKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`)

/** Compares the pairs and saves what becomes of them; answers with how many were opened. */
async function scanPiece(ctx: Ctx, pairs: readonly { a: string; b: string }[], at: ScanAt): Promise<number> {
  const known = new Map(
    (await knownPairs(ctx.tx, [...new Set(pairs.map((p) => p.a))])).map((p) => [pairKey(p.personA, p.personB), p]),
  )
  const records = await recordsOf(ctx.tx, [...new Set(pairs.flatMap((p) => [p.a, p.b]))])
  const byId = new Map(records.map((r) => [r.id, r]))
  const context = await withSharedContacts(ctx.tx, at.context, records)
  const judged = pairs.flatMap(({ a, b }): Judged[] => {
    const [x, y] = [byId.get(a), byId.get(b)]
    if (x === undefined || y === undefined) return []
    const comparison = compareRecords(x, y, context)
    const decision = decide(comparison)
    const before = at.apart.has(pairKey(a, b)) ? APART : (known.get(pairKey(a, b)) ?? null)
    const settlement = settlePair(before, comparison, decision)
    return settlement === 'leave' ? [] : [{ a: x, b: y, comparison, decision, settlement }]
  })
  const kept = strongest(judged, at.asked)
  for (const j of kept) await saveFound(ctx, foundOf(j))
  return kept.filter((j) => ['open', 'reopen'].includes(j.settlement)).length
}

/** What was decided about somebody before a merge holds for the one that stays. */
const APART = { state: 'different', idEvidence: ['cccd.same', 'cmnd.same', 'orcid.same'] } as const

async function apartThroughMerges(tx: Tx): Promise<Set<string>> {
  const into = new Map((await mergedInto(tx)).map((m) => [m.id, m.into]))
  const root = (id: string): string => {
    let at = id
    for (let next = into.get(at); next !== undefined; next = into.get(at)) at = next
    return at
  }
  return new Set((await apartBeforeMerge(tx)).map((p) => pairKey(root(p.a), root(p.b))))
}

/** At most five new questions about one person: the surest. */
function strongest(judged: readonly Judged[], asked: Map<string, number>): Judged[] {
  const count = (id: string) => asked.get(id) ?? 0
  return [...judged]
    .sort((p, q) => q.comparison.posterior - p.comparison.posterior)
    .filter((j) => {
      if (j.settlement !== 'open') return true
      if (count(j.a.id) >= MOST_CANDIDATES || count(j.b.id) >= MOST_CANDIDATES) return false
      for (const id of [j.a.id, j.b.id]) asked.set(id, count(id) + 1)
      return true
    })
}

const STATE_AFTER = {
  open: 'open',
  update: 'open',
  reopen: 'open',
  close: 'void',
  mark: 'different',
  leave: 'void',
} as const

function foundOf({ a, b, comparison, decision, settlement }: Judged): FoundPair {
  const [one, other] = a.id < b.id ? [a, b] : [b, a]
  return {
    personA: one.id,
    personB: other.id,
    verdict: decision.verdict,
    posterior: comparison.posterior,
    reasons: reasonsOf(one, other, comparison).map(({ phrase, bits }) => ({ phrase, bits })),
    guards: decision.guards,
    idEvidence: idEvidenceOf(comparison),
    state: STATE_AFTER[settlement],
    reason: settlement === 'mark' ? whyApart(decision) : settlement === 'reopen' ? REOPENED : '',
    versionA: one.version,
    versionB: other.version,
  }
}

const REOPENED = 'Mở lại: có thêm số giấy tờ trùng nhau.'
