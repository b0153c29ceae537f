/**
 * Việc của biến động tổ chức: what a draft would change, what is wrong with it, what would be ownerless, and the handing over itself.
 * What other modules keep for a unit comes from a list folded over them (`Keepers`): they stand below this one.
 */
import { addDays, type Day, dayOf, startOf } from '../../kernel/day.ts'
import { accept, type Decision } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/action.ts'
import type { HandOver, Held } from '../../platform/module.ts'
import { type Draft, eventKey, eventOf } from './rules/draft.ts'
import { checkEvents, type Issue, type Known } from './rules/event-check.ts'
import type { EventFact } from './rules/register-facts.ts'
import { type LeftOver, leftOver, orphansOf, type Settled, settle } from './rules/settle.ts'
import { dispositionsOf, type KeptDraft, lastChanges, type RecordedEvent, unitIdsByCode } from './views/drafts.ts'
import { knownUnits, unitsOn } from './views.ts'
import type { Unit } from './words.ts'

/** What the other modules keep for units, and how they settle it. */
export type Keepers = {
  readonly heldBy: (ctx: Ctx, unitIds: readonly string[]) => Promise<readonly Held[]>
  readonly handOver: (ctx: Ctx, moves: readonly HandOver[]) => Promise<Decision<number>>
}

/** Nobody keeps anything: for a register on its own. */
export const NO_KEEPERS: Keepers = { heldBy: async () => [], handOver: async () => accept(0) }

/** The register by code as it stands. */
export const knownByCode = async (ctx: Ctx): Promise<Map<string, Known>> =>
  new Map(
    (await knownUnits(ctx.tx)).map((u) => [
      u.code,
      { kind: u.kind, parent: u.parent, from: u.valid.from, to: u.valid.to },
    ]),
  )

/** Codes of units an event begins, changes or links. */
export const touchedBy = (e: EventFact): string[] => [
  ...new Set([
    ...e.units.map((u) => u.code),
    ...e.ends,
    ...e.renames.map((r) => r.unit),
    ...e.moves.map((m) => m.unit),
    ...e.edges.flatMap((x) => [x.from ?? [], x.to ?? []].flat()),
  ]),
]

/** Codes an event speaks of, the units above its own included. */
export const codesOf = (e: EventFact): string[] => [
  ...new Set([...touchedBy(e), ...e.units.flatMap((u) => u.parent ?? []), ...e.moves.map((m) => m.parent)]),
]

/** Issues of new events against the register. */
export async function judge(ctx: Ctx, events: readonly EventFact[]): Promise<Issue[]> {
  const recorded = await lastChanges(ctx.tx, events.flatMap(codesOf))
  return checkEvents(events, await knownByCode(ctx), { history: false, recorded })
}

/** Đơn vị trực thuộc: what stands under units that end must go under another one. */
const childrenHeld = (units: readonly Unit[], ends: ReadonlySet<string>): Held[] =>
  units
    .filter((u) => ends.has(u.parentId ?? '') && !ends.has(u.id))
    .map((u) => ({
      item: `organisations.unit:${u.code}`,
      kind: 'Đơn vị trực thuộc',
      unitId: u.parentId ?? '',
      what: `${u.officeName} (${u.code})`,
      count: 1,
      href: null,
      passes: 'links',
    }))

/** What a unit held is asked as of the eve of its end, once that day has come: from then on its heirs hold it. */
const onTheEve = (ctx: Ctx, on: Day): Ctx =>
  on <= dayOf(ctx.now) ? { ...ctx, now: startOf(on).subtract({ seconds: 1 }) } : ctx

/** Điều phải giao lại when units end on a day, with who takes each over. */
export async function heldOf(ctx: Ctx, keepers: Keepers, e: EventFact, draftId: string | null): Promise<Settled[]> {
  if (e.ends.length === 0) return []
  const before = await unitsOn(ctx.tx, addDays(e.on, -1))
  const ends = before.filter((u) => e.ends.includes(u.code))
  const endIds = new Set(ends.map((u) => u.id))
  const codes = new Map(before.map((u) => [u.id, u.code]))
  const after = new Set([...before.filter((u) => !endIds.has(u.id)).map((u) => u.code), ...e.units.map((u) => u.code)])
  const moved = new Set(e.moves.map((m) => `organisations.unit:${m.unit}`))
  const held = [...childrenHeld(before, endIds), ...(await keepers.heldBy(onTheEve(ctx, e.on), [...endIds]))]
  return settle({
    held: held.filter((h) => !moved.has(h.item)),
    codeOf: (id) => codes.get(id) ?? '',
    heirsOf: (code) => [
      ...new Set(e.edges.flatMap((x) => (x.from === code && x.to !== null && x.to !== code ? [x.to] : []))),
    ],
    dispositions: draftId === null ? [] : await dispositionsOf(ctx.tx, draftId),
    holds: (code) => after.has(code),
  })
}

/** Bản nháp đã xét: the event it makes, with the units under ended ones put where they go, its issues and its things. */
export type Judged = {
  readonly event: EventFact
  readonly issues: readonly Issue[]
  readonly settled: readonly Settled[]
}

/** Weighs a draft against the register and everything kept for its units. */
export async function judgeDraft(ctx: Ctx, keepers: Keepers, kept: KeptDraft): Promise<Judged> {
  const bare = eventOf(kept.content, eventKey(kept.content, kept.id))
  const settled = await heldOf(ctx, keepers, bare, kept.id)
  const moves = settled.flatMap((s) =>
    s.item.startsWith('organisations.unit:') && s.heir !== null
      ? [{ unit: s.item.slice('organisations.unit:'.length), parent: s.heir }]
      : [],
  )
  const event = { ...bare, moves: [...bare.moves, ...moves] }
  const waiting = new Set(orphansOf(settled).map((s) => s.item))
  const issues = (await judge(ctx, [event])).filter(
    (i) => i.code !== 'unit.orphan' || !waiting.has(`organisations.unit:${i.unit}`),
  )
  return { event, issues, settled }
}

/** Units a draft takes from and gives to, on the eve and on the day. */
export const draftUnits = async (ctx: Ctx, d: Draft): Promise<{ before: Unit[]; on: Unit[] }> => ({
  before: await unitsOn(ctx.tx, addDays(d.on, -1)),
  on: await unitsOn(ctx.tx, d.on),
})

/** Things that came up after the event was recorded go where others of their kind and unit went, else to the only heir. */
function completed(list: readonly Settled[]): Settled[] {
  return list.map((s) => {
    if (s.by !== 'open') return s
    const like = list.find((o) => o.by === 'decision' && o.kind === s.kind && o.from === s.from)?.heir
    const heir = like ?? (s.heirs.length === 1 ? s.heirs[0] : undefined)
    return heir === undefined ? s : { ...s, heir, by: 'decision' as const }
  })
}

/** What changed hands, and what nobody took. */
export type CarriedOut = { readonly moved: number; readonly left: readonly LeftOver[] }

/** Bàn giao: what the ended units held goes to those named, by the modules that keep it. Never before the day of the event. */
export async function carryOut(
  ctx: Ctx,
  keepers: Keepers,
  event: Pick<RecordedEvent, 'content' | 'draftId' | 'act'> & { on: Day },
): Promise<Decision<CarriedOut>> {
  if (event.content === null) return accept({ moved: 0, left: [] })
  const settled = completed(await heldOf(ctx, keepers, event.content, event.draftId))
  const idOf = await unitIdsByCode(ctx.tx, codesOf(event.content).concat(settled.flatMap((s) => s.heir ?? [])))
  const today = dayOf(ctx.now)
  const moves = settled.flatMap((s): HandOver[] => {
    if (s.by === 'open' || s.by === 'links' || s.item.startsWith('organisations.')) return []
    const to = s.heir === null ? null : (idOf.get(s.heir) ?? null)
    return [
      {
        item: s.item,
        from: s.unitId,
        to,
        on: event.on > today ? event.on : today,
        since: event.on,
        act: s.act || event.act,
      },
    ]
  })
  const handed = await keepers.handOver(ctx, moves)
  return handed.ok ? accept({ moved: handed.value, left: orphansOf(settled).map(leftOver) }) : handed
}
