/**
 * Nạp người mẫu: writes invented people the way an import does, in a few waves, each known at its own time: what the register knew of
 * a day in 2024 can be asked for. One batch and one fact of the ledger a wave.
 */
import { systemActor } from '../../kernel/actor.ts'
import { type Day, dayOf, startOf } from '../../kernel/day.ts'
import type { NewId } from '../../kernel/ids.ts'
import { unitsOn } from '../../modules/organisations/public.ts'
import {
  changeAt,
  changeDossier,
  type Dossier,
  type DossierChange,
  type Entry,
  writePeople,
} from '../../modules/people/public.ts'
import type { Ctx } from '../../platform/action.ts'
import { type Database, transact } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/sql.ts'
import { recordFact } from '../../platform/ledger/record.ts'
import { randomFrom } from '../random.ts'
import { later, on, yearIn } from './dates.ts'
import { type Said, saidOf } from './entries.ts'
import { keeperOn } from './keeper.ts'
import type { Life } from './life.ts'
import { drawPeople } from './population.ts'
import { shippedLand } from './world-land.ts'

/** Người written at once, so that memory stays bounded. */
const CHUNK = 2000
/** Days on which places and bodies were called and grouped differently. */
const STATES: readonly Day[] = [on(2024, 6, 1), on(2025, 1, 15), on(2025, 3, 15)]
/** Most people whose dossier is written again in a later wave; they alone are kept in memory until then. */
const MOST_FOLLOWED = 6000

/** The day of the first wave. */
const FIRST_KNOWN = on(2024, 11, 20)

/** Đợt nạp. */
type Wave = { readonly known: Day; readonly title: string }

const wavesUntil = (today: Day): readonly Wave[] =>
  [
    { known: FIRST_KNOWN, title: 'Danh sách năm 2024 (mẫu)' },
    { known: on(2025, 8, 15), title: 'Rà soát sau sắp xếp tổ chức (mẫu)' },
    { known: on(yearIn(today), 3, 10), title: `Danh sách năm ${yearIn(today)} (mẫu)` },
    { known: later(today, -20), title: 'Tự khai và bổ sung (mẫu)' },
  ].filter((w, i, all) => w.known <= today && (i === 0 || w.known > (all[i - 1]?.known ?? w.known)))

/** Loads `count` people into a register without people. Answers with how many. */
export async function loadPeople(db: Database, now: Temporal.Instant, count: number): Promise<number> {
  const today = dayOf(now)
  const ids = await unitIds(db, today)
  const waves = wavesUntil(today)
  const followed = new Map<number, Followed>()
  const land = shippedLand(today)
  for (const [index, wave] of waves.entries()) {
    const at = startOf(wave.known).add({ hours: 9 })
    // Drawn again for every wave, so that a hundred thousand people are never held at once: the same ones come out each time.
    const lives = bringsNobody(index, waves.length)
      ? [...followed.values()].map((f) => f.life)
      : drawPeople(count, land, today)
    await transact(db, systemActor('Dữ liệu mẫu'), (tx) =>
      loadWave({ tx, ids, lives, count, followed, wave, index, waves: waves.length, at }),
    )
  }
  return count
}

/** Code -> id of every unit the register ever held. */
const unitIds = (db: Database, today: Day): Promise<ReadonlyMap<string, string>> =>
  transact(db, systemActor(), async (tx) => {
    const found = new Map<string, string>()
    for (const day of [...STATES, today]) for (const u of await unitsOn(tx, day)) found.set(u.code, u.id)
    return found
  })

/** Somebody who is heard of again, as the register knows them. */
type Followed = { readonly life: Life; readonly dossier: Dossier }

type Loading = {
  readonly tx: Tx
  readonly ids: ReadonlyMap<string, string>
  /** In the order of their numbers. */
  readonly lives: Iterable<Life>
  readonly count: number
  readonly followed: Map<number, Followed>
  readonly wave: Wave
  readonly index: number
  readonly waves: number
  readonly at: Temporal.Instant
}

async function loadWave(l: Loading): Promise<void> {
  const newId = idsFrom(l.at)
  const ctx: Ctx = { tx: l.tx, actor: systemActor('Dữ liệu mẫu'), now: l.at, newId }
  const batchId = newId()
  let written = 0
  let chunk: DossierChange[] = []
  const write = async (): Promise<void> => {
    await writePeople(ctx, chunk, batchId)
    written += chunk.length
    chunk = []
  }
  for (const life of l.lives) {
    const change = changeIn(l, ctx, life, batchId)
    if (change !== null) chunk.push(change)
    if (chunk.length === CHUNK) await write()
  }
  await write()
  const counts = { new: written, changed: 0, same: 0, duplicate: 0, error: 0 }
  await recordFact(
    l.tx,
    { actor: ctx.actor, now: l.at, id: newId() },
    { kind: 'imports.written', subject: `import:${batchId}`, data: { file: l.wave.title, ...counts } },
  )
}

/** What the wave says of a person; null = nothing, or nothing new. */
function changeIn(l: Loading, ctx: Ctx, life: Life, batchId: string): DossierChange | null {
  const first = firstWave(life, l.count, l.waves)
  const before = l.followed.get(life.number)?.dossier ?? null
  if (first !== l.index && before === null) return null
  const entries = saidOf(life, l.wave.known).map((s) => entryOf(s, l.ids))
  const unitId = idOf(l.ids, keeperOn(life, l.wave.known))
  const change = keptBy(unitId, changeDossier(before, entries, changeAt(ctx, unitId, batchId)))
  if (change.outcome === 'same') return null
  const person = { ...change.person, confirmedOn: confirmedOn(l, life) ?? change.person.confirmedOn }
  if (first === 0 && l.index < l.waves - 1) {
    const { facts, identifiers } = change
    const sealed = [...(before?.sealed ?? []), ...change.sealedAdded].filter(
      (s) => !change.sealedSuperseded.includes(s.id),
    )
    l.followed.set(life.number, { life, dossier: { person, facts, identifiers, sealed } })
  }
  return { ...change, person }
}

/** A dossier goes with the person to the body in charge at the time of the wave. */
function keptBy(unitId: string, change: DossierChange): DossierChange {
  const { person, outcome } = change
  if (person.unitId === unitId) return change
  const version = outcome === 'same' ? person.version + 1 : person.version
  return { ...change, outcome: 'changed', person: { ...person, unitId, version } }
}

/**
 * The day up to which the register of `count` people knows of somebody, so that what it says can be told without it: those heard of
 * first are heard of again in every wave, the others once.
 */
export function knownUntil(life: Life, count: number, today: Day): Day {
  const waves = wavesUntil(today)
  const first = firstWave(life, count, waves.length)
  return waves[first === 0 ? waves.length - 1 : first]?.known ?? today
}

/** Whether the wave only looks again at those known since the first one. */
const bringsNobody = (index: number, waves: number): boolean => index === 1 && waves > 2

/** The wave in which somebody was first heard of. */
function firstWave(life: Life, count: number, waves: number): number {
  const random = randomFrom(`wave:${life.number}`)
  const state = life.trade.area === 'nha-nuoc'
  const roll = random.roll()
  const early = Math.min(state ? 0.35 : 0.1, MOST_FOLLOWED / count)
  if (roll < early && workedBy(life, FIRST_KNOWN)) return 0
  return roll < (state ? 0.93 : 0.8) ? Math.min(2, waves - 1) : waves - 1
}

const workedBy = (life: Life, known: Day): boolean => (life.posts[0]?.from ?? known) <= known

/** Half of what bodies sent was confirmed by the people themselves, within the month. */
function confirmedOn(l: Loading, life: Life): Day | null {
  const random = randomFrom(`confirmed:${life.number}:${l.index}`)
  return life.trade.area === 'nha-nuoc' && random.chance(0.5) ? later(l.wave.known, random.between(-12, 0)) : null
}

/** Codes of bodies and places become ids. */
function entryOf(said: Said, ids: ReadonlyMap<string, string>): Entry {
  const { body, residence } = said.data
  const data = { ...said.data }
  if (typeof body === 'string') data.body = idOf(ids, body)
  if (typeof residence === 'string') data.residence = idOf(ids, residence)
  return { ...said, group: said.group as Entry['group'], data }
}

function idOf(ids: ReadonlyMap<string, string>, code: string): string {
  const id = ids.get(code)
  if (id === undefined) throw new Error(`no unit ${code}`)
  return id
}

/** Ids in the order of making, the same in every load (UUID version 7 of the instant, then a counter). */
function idsFrom(at: Temporal.Instant): NewId {
  const time = at.epochMilliseconds.toString(16).padStart(12, '0')
  let n = 0
  return () => {
    n++
    return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${n.toString(16).padStart(12, '0')}`
  }
}
