/**
 * Chạy một lô: the file is walked once, piece after piece; every row is read, recognised, compared with the register and, when the
 * run writes, written, all in the transaction of the caller. A check is the same walk without the writing, so its counts are those
 * of the writing.
 */
import { setImmediate as turn } from 'node:timers/promises'
import { firstDayOf, precisionOf } from '../../kernel/partial-day.ts'
import { remembered } from '../../kernel/remembered.ts'
import { accept, type Decision } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/action.ts'
import type { Table } from '../../platform/excel/table.ts'
import { type MatchCandidate, type MatchRecord, matchInRegister } from '../duplicates/public.ts'
import {
  changeAt,
  changeDossier,
  type Dossier,
  type DossierChange,
  digestOf,
  dossiersOf,
  type Entry,
  numbersElsewhere,
  peopleToWrite,
  personByCode,
} from '../people/public.ts'
import { type Piece, peopleRows } from './people-rows.ts'
import { sharedReading } from './reading.ts'
import { wordsKey } from './rules/codes.ts'
import { finding, MOST_KEPT, type RowFinding } from './rules/findings.ts'
import type { RowRead } from './rules/read-row.ts'
import { goalOf } from './rules/register.ts'
import { type KeyedRow, rowKeys } from './rules/row-identity.ts'
import type { Waiting } from './rules/row-work.ts'
import { linkRows } from './store.ts'
import { batchesOfDay, type KeptFinding, linksOf, type OutcomeRow, type RowLink, type WaitingValue } from './views.ts'
import type { Batch, Counts, RowOutcome } from './words.ts'

const MOST_NEW_ROWS = 200
/** Rows after which the database gets its next statement. */
const TURN = 50
/** Digests remembered at once: those of a piece. */
const MOST_DIGESTS = 10_000

/** Kết quả của một lượt chạy. */
export type RunResult = {
  readonly counts: Counts
  readonly findings: readonly KeptFinding[]
  readonly rows: readonly Omit<OutcomeRow, 'decided'>[]
  readonly waiting: readonly WaitingValue[]
}

/** What a run is asked for. `step` is told how many rows are done. */
export type RunAsked = { readonly writes: boolean; readonly step?: (rows: number) => Promise<void> }

type Tally = {
  counts: Record<RowOutcome, number>
  rows: number
  found: number
  findings: KeptFinding[]
  kept: Omit<OutcomeRow, 'decided'>[]
  news: number
  waiting: Map<string, WaitingValue>
}

type Run = {
  readonly ctx: Ctx
  readonly batch: Batch
  readonly asked: RunAsked
  readonly tally: Tally
  readonly keyOf: (read: RowRead) => KeyedRow
  readonly digest: (text: string) => string
  /** Batches of the same body and day: what they said is mended, not followed by something newer. */
  readonly sameDay: ReadonlySet<string>
  /** The piece before, whose rows are being written or wait for it. */
  before: Writing
}

/**
 * Một phần đang ghi: it starts when the next piece was looked for in the register, since one connection answers one question at a
 * time; meanwhile what the next piece changes is worked out and the one after it is read.
 */
type Writing = {
  readonly keys: ReadonlySet<string>
  readonly people: ReadonlySet<string>
  /** Starts it, once; answers when it is over. */
  readonly over: () => Promise<void>
}

const NOTHING: Writing = { keys: new Set(), people: new Set(), over: async () => undefined }

/** Walks the file of a batch. */
export async function runBatch(ctx: Ctx, batch: Batch, table: Table, asked: RunAsked): Promise<Decision<RunResult>> {
  // A row asks for the digest of a number when it is looked for, compared and written.
  const digest = remembered(MOST_DIGESTS, digestOf(ctx.tx))
  const work: Run = {
    ctx,
    batch,
    asked,
    digest,
    keyOf: rowKeys((text) => digest(`imports|${batch.unitId}|${text}`)),
    sameDay: new Set(await batchesOfDay(ctx.tx, batch)),
    before: NOTHING,
    tally: {
      counts: { new: 0, changed: 0, same: 0, duplicate: 0, error: 0 },
      rows: 0,
      found: 0,
      findings: [],
      kept: [],
      news: 0,
      waiting: new Map(),
    },
  }
  const walked = await walkPieces(peopleRows(table, batch.plan, await sharedReading(ctx, batch)), async (piece) => {
    await runPiece(work, piece)
    await asked.step?.(work.tally.rows)
  })
  if (!walked.ok) return walked
  await work.before.over()
  return accept(resultOf(work.tally))
}

/** Every piece in order; the next one is read while this one is worked on. */
async function walkPieces(
  walk: ReturnType<typeof peopleRows>,
  work: (piece: Piece) => Promise<void>,
): Promise<Decision<null>> {
  let ahead = walk.next()
  try {
    for (;;) {
      const next = await ahead
      if (next.done === true) return next.value
      ahead = walk.next()
      await work(next.value)
    }
  } finally {
    await ahead.catch(() => undefined)
    await walk.return(accept(null))
  }
}

const resultOf = (t: Tally): RunResult => ({
  counts: { ...t.counts, rows: t.rows, findings: t.found },
  findings: t.findings,
  rows: t.kept,
  waiting: [...t.waiting.values()],
})

/** Who a row is: a person of the register, somebody new, or a question. */
type Who =
  | { readonly is: 'person'; readonly id: string }
  | { readonly is: 'new' }
  | { readonly is: 'unclear'; readonly candidates: readonly MatchCandidate[]; readonly finding: RowFinding }

async function runPiece(work: Run, piece: Piece): Promise<void> {
  const keyed = piece.rows.map(work.keyOf)
  const sound = keyed.filter(
    (k) => !k.read.findings.some((f) => f.severity === 'error') && k.clash?.severity !== 'error',
  )
  const register = await recognise(work, sound)
  const written = work.before.over()
  const changed = changesOf(work, piece, keyed, register)
  // Whichever fails, both have ended: nobody works on a transaction that is being given up.
  const [wrote, worked] = await Promise.allSettled([written, changed])
  if (wrote.status === 'rejected') throw wrote.reason
  if (worked.status === 'rejected') throw worked.reason
  work.before = worked.value
}

/** What the register says of the rows of a piece: who they are, with the dossiers of those it knows. */
type Register = {
  readonly who: ReadonlyMap<KeyedRow, Who>
  readonly links: ReadonlyMap<string, RowLink>
  readonly dossiers: ReadonlyMap<string, Dossier>
}

/** Who a row is from now on. */
type NewLink = { readonly key: string; readonly personId: string }

async function changesOf(
  work: Run,
  piece: Piece,
  keyed: readonly KeyedRow[],
  { who, links: known, dossiers }: Register,
): Promise<Writing> {
  const changes: DossierChange[] = []
  const links: NewLink[] = []
  const taken = new Set<string>()
  for (const [i, k] of keyed.entries()) {
    if (i % TURN === TURN - 1) await turn()
    const decided = who.get(k) ?? null
    const twice = decided?.is === 'person' && taken.has(decided.id)
    const change =
      decided === null || decided.is === 'unclear' || twice ? null : changeOf(work, k.read, decided, dossiers)
    if (decided?.is === 'person') taken.add(decided.id)
    if (change !== null) {
      if (change.outcome !== 'same') changes.push(change)
      if (known.get(k.key)?.personId !== change.person.id) links.push({ key: k.key, personId: change.person.id })
    }
    tell(work, piece.sheet, k, { decided, change, twice })
  }
  return work.asked.writes ? writingOf(work, changes, links) : NOTHING
}

/** Writes the piece down as the database takes it: of the dossiers nothing is held any more while it waits. */
async function writingOf(
  { ctx, batch }: Run,
  changes: readonly DossierChange[],
  links: readonly NewLink[],
): Promise<Writing> {
  const people = new Set(changes.map((c) => c.person.id))
  const writePeople = await peopleToWrite(ctx, changes, batch.id)
  let started: Promise<void> | null = null
  const write = async (): Promise<void> => {
    await writePeople()
    await linkRows(ctx, batch, links)
  }
  return {
    keys: new Set(links.map((l) => l.key)),
    people,
    over: () => {
      started ??= write()
      return started
    },
  }
}

/** Code of the dossier, what was decided or written before, then comparison with the register. */
async function recognise(work: Run, rows: readonly KeyedRow[]): Promise<Register> {
  const { ctx, batch, before } = work
  if (rows.some((r) => before.keys.has(r.key))) await before.over()
  const links = await linksOf(
    ctx.tx,
    batch.unitId,
    rows.map((r) => r.key),
  )
  const who = new Map<KeyedRow, Who>()
  const open: KeyedRow[] = []
  for (const row of rows) {
    const link = links.get(row.key)
    const named = row.read.code === null ? null : await personByCode(ctx.tx, row.read.code)
    if (named !== null && !named.removed) who.set(row, { is: 'person', id: named.mergedInto ?? named.id })
    else if (link !== undefined && link.personId === null) who.set(row, { is: 'new' })
    else if (link?.personId) who.set(row, { is: 'person', id: link.personId })
    else open.push(row)
  }
  const standing = await dossiersNow(work, idsOf(who))
  for (const [row, w] of who) {
    if (w.is !== 'person') continue
    const person = standing.get(w.id)?.person
    // Taken away since (the batch undone), or merged: looked for anew, or followed.
    if (person === undefined || person.removed) {
      who.delete(row)
      open.push(row)
    } else if (person.mergedInto !== null) who.set(row, { is: 'person', id: person.mergedInto })
  }
  await compare(work, open, who)
  const others = await dossiersNow(
    work,
    idsOf(who).filter((id) => !standing.has(id)),
  )
  return { who, links, dossiers: new Map([...standing, ...others]) }
}

const idsOf = (who: ReadonlyMap<KeyedRow, Who>): string[] =>
  [...who.values()].flatMap((w) => (w.is === 'person' ? [w.id] : []))

/** Dossiers as they are now: of people who are being written, when that is over. */
async function dossiersNow({ ctx, before }: Run, list: readonly string[]): Promise<Map<string, Dossier>> {
  if (list.some((id) => before.people.has(id))) await before.over()
  return dossiersOf(ctx.tx, list)
}

async function compare(work: Run, rows: readonly KeyedRow[], who: Map<KeyedRow, Who>): Promise<void> {
  // Where everybody is known already, the register need not be made ready for comparing.
  if (rows.length === 0) return
  const numberOf = (r: KeyedRow): string | null => (r.read.cccd === null ? null : work.digest(`cccd|${r.read.cccd}`))
  const elsewhere = await numbersElsewhere(
    work.ctx.tx,
    'cccd',
    rows.flatMap((r) => numberOf(r) ?? []),
  )
  const found = await matchInRegister(
    work.ctx,
    rows.map((r) => recordOfRow(r.read, work.digest)),
  )
  for (const row of rows) {
    const candidates = found.get(String(row.read.row)) ?? []
    const [best] = candidates
    const unclear = (f: RowFinding): void => void who.set(row, { is: 'unclear', candidates, finding: f })
    const number = numberOf(row)
    if (number !== null && elsewhere.has(number)) unclear(finding(row.read.row, null, 'cccd.elsewhere'))
    else if (best === undefined) {
      if (row.clash === null) who.set(row, { is: 'new' })
      else unclear(row.clash)
    } else if (best.decision.verdict === 'auto') who.set(row, { is: 'person', id: best.record.id })
    else if (best.decision.verdict === 'conflict')
      unclear(finding(row.read.row, null, 'row.conflict', '', best.record.name))
    else unclear(finding(row.read.row, null, 'row.duplicate', '', best.record.name))
  }
}

/** What a row tells a comparison; numbers as the digests the register keeps. */
function recordOfRow(r: RowRead, digest: (text: string) => string): MatchRecord {
  const number = (scheme: string, value: string | null) =>
    value === null ? null : digest(`${scheme}|${value.toUpperCase()}`)
  return {
    id: String(r.row),
    name: r.name,
    otherNames: [],
    sex: r.sex,
    birth: r.birth === null ? null : { day: firstDayOf(r.birth), precision: precisionOf(r.birth) },
    cccd: number('cccd', r.cccd),
    last3: r.cccd?.slice(-3) ?? null,
    cmnd: number('cmnd', r.cmnd),
    orcid: number('orcid', r.orcid),
    phones: r.phone === null ? [] : [r.phone],
    emails: r.email === null ? [] : [r.email],
    unitId: r.unitId,
    communeId: r.communeId,
    homePlace: r.homePlace,
    school: r.school,
    graduated: r.graduated,
  }
}

function changeOf(
  work: Run,
  read: RowRead,
  who: Exclude<Who, { is: 'unclear' }>,
  dossiers: ReadonlyMap<string, Dossier>,
): DossierChange | null {
  const before = who.is === 'new' ? null : (dossiers.get(who.id) ?? null)
  if (who.is === 'person' && before === null) return null
  const entries = read.entries.map((e) => dated(work, before, e))
  const change = changeDossier(before, entries, {
    ...changeAt(work.ctx, read.unitId, work.batch.id),
    digest: work.digest,
  })
  return change.outcome === 'changed' ? { ...change, person: { ...change.person, unitId: read.unitId } } : change
}

/** A list is as of its day: what it says otherwise holds from then on, unless a list of the same day is being mended. */
function dated(work: Run, before: Dossier | null, e: Entry): Entry {
  const standing = before?.facts.filter((f) => f.group === e.group && f.slot !== null) ?? []
  const mends = standing.some((f) => f.batchId !== null && work.sameDay.has(f.batchId))
  return mends ? e : { ...e, asOf: work.batch.asOf as unknown as NonNullable<Entry['asOf']> }
}

type Told = { readonly decided: Who | null; readonly change: DossierChange | null; readonly twice: boolean }

function outcomeOf({ decided, change, twice }: Told): RowOutcome {
  if (change !== null) return change.outcome
  if (decided === null) return 'error'
  if (twice) return 'duplicate'
  return decided.is === 'unclear' && decided.finding.severity !== 'error' ? 'duplicate' : 'error'
}

function tell(work: Run, sheet: string, k: KeyedRow, told: Told): void {
  const t = work.tally
  const outcome = outcomeOf(told)
  t.rows++
  t.counts[outcome]++
  const own: RowFinding[] = [...k.read.findings]
  if (told.decided?.is === 'unclear') own.push(told.decided.finding)
  else if (k.clash !== null && told.change === null) own.push(k.clash)
  else if (told.twice) own.push(finding(k.read.row, null, 'row.twice', '', 'trước đó'))
  t.found += own.length
  for (const f of own) if (t.findings.length < MOST_KEPT.findings) t.findings.push({ ...f, sheet })
  for (const w of k.read.waiting) wait(t, w)
  if (outcome !== 'same') keep(t, sheet, k, { ...told, outcome })
}

function wait(t: Tally, w: Waiting): void {
  const words = wordsKey(w.words)
  const key = `${w.target}\n${words}`
  const known = t.waiting.get(key)
  const list = goalOf(w.target)?.field.list ?? ''
  t.waiting.set(
    key,
    known === undefined
      ? { target: w.target, words, shown: w.words, list, cells: 1 }
      : { ...known, cells: known.cells + 1 },
  )
}

function keep(
  t: Tally,
  sheet: string,
  k: KeyedRow,
  told: Told & { readonly outcome: Exclude<RowOutcome, 'same'> },
): void {
  if (told.outcome === 'new' && ++t.news > MOST_NEW_ROWS) return
  if (t.kept.length >= MOST_KEPT.rows) return
  const candidates = told.decided?.is === 'unclear' ? told.decided.candidates : []
  t.kept.push({
    sheet,
    row: k.read.row,
    rowKey: k.key,
    name: k.read.name,
    outcome: told.outcome,
    personId: told.change?.person.id ?? null,
    fields:
      told.outcome === 'changed'
        ? (told.change?.fields.filter((f) => goalOf(`${f.group}.${f.field}`)?.group.tier !== 'C') ?? [])
        : [],
    candidates: candidates.map((c) => ({
      id: c.record.id,
      name: c.record.name,
      code: '',
      reasons: c.reasons.map((r) => r.phrase),
      likely: c.decision.verdict === 'likely',
    })),
  })
}
