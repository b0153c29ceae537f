/** Dữ liệu của trang: plain values, read within the reader's rights. */
import { dayOf } from '../../kernel/day.ts'
import { accept, type Decision } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/action.ts'
import { codeBook } from '../code-lists/public.ts'
import { unitsByIds } from '../organisations/public.ts'
import { type Dossier, GROUPS, noteViewing } from '../people/public.ts'
import { type Held, holdPair } from './deciding.ts'
import { registerContext, withSharedContacts } from './matching.ts'
import type { PairView } from './pages/pair.ts'
import type { QueueView } from './pages/queue.ts'
import { deciders } from './receivers.ts'
import { canScan } from './rights.ts'
import { compareRows, isId, type Naming, survivorOf, unitsNamed } from './rules/choosing.ts'
import { compareRecords } from './rules/compare.ts'
import { demandMergeable, demandUndoable } from './rules/decisions.ts'
import { reasonsOf } from './rules/reasons.ts'
import { recordOf } from './rules/record-of.ts'
import { lastScan, type PairFilter, pairCounts, pairLines, rowAtVersion, waitingIds } from './views.ts'
import type { KeptReason } from './words.ts'

/** Danh sách cặp. */
export async function readQueue(ctx: Ctx, filter: PairFilter): Promise<QueueView> {
  const lines = await pairLines(ctx.tx, filter)
  const units = new Map(
    (
      await unitsByIds(
        ctx.tx,
        lines.flatMap((l) => [l.unitA, l.unitB]),
      )
    ).map((u) => [u.id, u.officeName]),
  )
  const scan = await lastScan(ctx.tx)
  return {
    filter,
    counts: await pairCounts(ctx.tx),
    lines: lines.map((l) => ({ ...l, unitA: units.get(l.unitA) ?? '', unitB: units.get(l.unitB) ?? '' })),
    lastScan: scan === null ? null : { at: scan.at, byName: scan.byName, people: scan.people },
    mayScan: canScan.allows(ctx.actor),
  }
}

/** What the page shows of each dossier; whoever reads it is noted for the person. */
const SHOWN = GROUPS.filter((g) => ['person', 'identifier', 'fact'].includes(g.keeps)).map((g) => g.code)

/** Một cặp. */
export async function readPair(ctx: Ctx, id: string): Promise<Decision<PairView>> {
  const held = await holdPair(ctx, id)
  if (!held.ok) return held
  const { pair, a, b } = held.value
  for (const d of [a, b]) await noteViewing(ctx, { people: [d.person.id], groups: SHOWN })
  const naming = await namingOf(ctx, a, b)
  const past = {
    a: a.person.version === pair.versionA ? null : await rowAtVersion(ctx.tx, a.person.id, pair.versionA),
    b: b.person.version === pair.versionB ? null : await rowAtVersion(ctx.tx, b.person.id, pair.versionB),
  }
  const waits = pair.state === 'open' || pair.state === 'unsure'
  const queue = await waitingIds(ctx.tx)
  const at = queue.indexOf(pair.id)
  const survivor = pair.survivorId === a.person.id ? a : pair.survivorId === b.person.id ? b : null
  const mergeable = demandMergeable(a, b)
  const undoable = demandUndoable(pair, survivor)
  return accept({
    pair,
    place: at < 0 ? null : { at: at + 1, of: queue.length, next: queue[at + 1] ?? null },
    a: side(a, naming),
    b: side(b, naming),
    keeps: survivorOf(a, b),
    rows: compareRows(a, b, naming, waits ? past : { a: null, b: null }),
    changed: waits && (past.a !== null || past.b !== null),
    reasons: waits && (past.a !== null || past.b !== null) ? await comparedAgain(ctx, held.value) : pair.reasons,
    blocked: waits && !mergeable.ok ? mergeable.message : null,
    waits,
    mayUndo: !waits && undoable.ok,
    receivers: waits ? await deciders(ctx.tx, [a.person.unitId, b.person.unitId], dayOf(ctx.now)) : [],
  })
}

const side = (d: Dossier, naming: Naming) => ({
  code: d.person.code,
  name: d.person.name,
  unit: naming.unit(d.person.unitId),
  completeness: d.person.completeness,
  version: d.person.version,
  away: d.person.mergedInto !== null,
})

async function namingOf(ctx: Ctx, a: Dossier, b: Dossier): Promise<Naming> {
  const units = new Map((await unitsByIds(ctx.tx, unitsNamed(a, b))).map((u) => [u.id, u.officeName]))
  const book = await codeBook(ctx.tx, dayOf(ctx.now))
  return {
    unit: (id) => units.get(id) ?? (isId(id) ? 'đơn vị không còn trong sổ bộ' : id),
    code: (list, code) => book.labelOf(list, code) ?? code,
  }
}

/** The reasons as they are now that a dossier has changed. */
async function comparedAgain(ctx: Ctx, { a, b }: Held): Promise<KeptReason[]> {
  const [x, y] = [recordOf(a), recordOf(b)]
  const context = await withSharedContacts(ctx.tx, await registerContext(ctx.tx), [x, y])
  return reasonsOf(x, y, compareRecords(x, y, context)).map(({ phrase, bits }) => ({ phrase, bits }))
}
