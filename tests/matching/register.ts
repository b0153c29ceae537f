/**
 * Cơ sở dữ liệu mô phỏng: 20.000 people of the recipe, each written down once, 400 of them twice; every pair that shares a key is
 * compared, as a scan does.
 */
import {
  candidatesFor,
  type MatchCandidate,
  type MatchContext,
  matchKeys,
} from '../../src/modules/duplicates/public.ts'
import type { MatchRecord } from '../../src/modules/duplicates/rules/record.ts'
import { diceOf } from './dice.ts'
import { type ListKind, writeDown } from './lists.ts'
import { contextFor } from './measure.ts'
import { isAnswerable } from './pairs.ts'
import { makeHuman } from './population.ts'

const KINDS: readonly ListKind[] = ['personnel', 'personnel', 'personnel', 'association', 'science', 'self']
/** More people than this on one key make it useless: a switchboard, a mailbox of a body. */
const MOST_ON_A_KEY = 60

/** Kết quả quét. */
export type Scanned = {
  readonly rows: number
  /** Pairs of one person that an official could see. */
  readonly twice: number
  readonly found: number
  readonly auto: number
  readonly autoRight: number
  /** Rows with a question waiting, and those of them whose questions are all about two people. */
  readonly queued: number
  readonly queuedInVain: number
  readonly mostCandidates: number
  readonly compared: number
}

/** Scans a register of `people`, `twice` of them written down by a second list too. */
export function scanRegister(seed: number, people: number, twice: number): Scanned {
  const { records, owner, context } = makeRegister(seed, people, twice)
  const blocks = blocksOf(records)
  const byId = new Map(records.map((r) => [r.id, r]))
  const foundPairs = new Set<string>()
  const counts = { auto: 0, autoRight: 0, queued: 0, queuedInVain: 0, mostCandidates: 0, compared: 0 }
  for (const record of records) {
    const others = neighbours(record, blocks)
    counts.compared += others.size
    const list = candidatesFor(
      record,
      [...others].map((id) => byId.get(id) ?? record),
      context,
    )
    counts.mostCandidates = Math.max(counts.mostCandidates, list.length)
    const right = (c: MatchCandidate) => owner.get(c.record.id) === owner.get(record.id)
    for (const c of list) if (right(c)) foundPairs.add(owner.get(record.id) ?? '')
    const auto = list.filter((c) => c.decision.verdict === 'auto')
    counts.auto += auto.length
    counts.autoRight += auto.filter(right).length
    // Each pair is one question: it waits at the record that came later.
    const asked = list.filter((c) => c.decision.verdict !== 'auto' && isLater(record.id, c.record.id))
    if (asked.length > 0) counts.queued++
    if (asked.length > 0 && !asked.some(right)) counts.queuedInVain++
  }
  const pairs = records
    .filter((r) => r.id.startsWith('b'))
    .filter((b) => isAnswerable(b, byId.get(`a${b.id.slice(1)}`) ?? b))
  const found = pairs.filter((b) => foundPairs.has(owner.get(b.id) ?? '')).length
  return { rows: records.length, twice: pairs.length, found, ...counts }
}

const isLater = (a: string, b: string): boolean => (a.charAt(0) === b.charAt(0) ? a > b : a > b)

type Register = { records: MatchRecord[]; owner: Map<string, string>; context: MatchContext }

function makeRegister(seed: number, people: number, twice: number): Register {
  const dice = diceOf(seed)
  const records: MatchRecord[] = []
  const owner = new Map<string, string>()
  const put = (r: MatchRecord, human: string) => {
    records.push(r)
    owner.set(r.id, human)
  }
  for (let n = 0; n < people; n++) {
    const human = makeHuman(dice, n)
    put(writeDown(human, dice.pick(KINDS), dice, `a${n}`), human.id)
    if (n < twice) put(writeDown(human, dice.pick(KINDS), dice, `b${n}`), human.id)
  }
  return {
    records,
    owner,
    context: contextFor(
      records.map((r) => r.name),
      records.length,
    ),
  }
}

function blocksOf(records: readonly MatchRecord[]): Map<string, string[]> {
  const blocks = new Map<string, string[]>()
  for (const r of records)
    for (const { kind, value } of matchKeys(r)) {
      const key = `${kind} ${value}`
      const block = blocks.get(key)
      if (block === undefined) blocks.set(key, [r.id])
      else block.push(r.id)
    }
  return blocks
}

function neighbours(record: MatchRecord, blocks: ReadonlyMap<string, readonly string[]>): Set<string> {
  const found = new Set<string>()
  for (const { kind, value } of matchKeys(record)) {
    const block = blocks.get(`${kind} ${value}`) ?? []
    if (block.length <= MOST_ON_A_KEY) for (const id of block) if (id !== record.id) found.add(id)
  }
  return found
}
