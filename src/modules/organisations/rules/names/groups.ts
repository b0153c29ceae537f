/** Nhóm mở: reads a phrase as a group of bodies and expands it as of the day of the document. */
import { rememberedFor } from '../../../../kernel/remembered.ts'
import {
  BODY_NOUNS,
  type GroupNoun,
  LEVEL_NOUNS,
  type Member,
  OPEN_NOUNS,
  PLACE_NOUNS,
  QUALIFIERS,
  type Qualifier,
} from './group-nouns.ts'
import type { Seat } from './key.ts'

/** A group as it was understood, before anybody looks who its members are. */
export type GroupPhrase = {
  /** Whose members; empty when nobody is fixed. */
  readonly nouns: readonly Meaning[]
  /** Others without fixed membership are meant too. */
  readonly open: boolean
}

/** One noun, or one level, of a group. */
export type Meaning = { readonly id: string; readonly label: string; readonly means: (u: Member) => boolean }

const PARTY: Meaning = { id: 'dang', label: 'cơ quan Đảng', means: (u) => u.group === 'dang' }
const PLURAL = /^(?:(?:tất cả|toàn thể|toàn bộ|những) ?)?(?:các )?/u
const COMMITTEE = /^(?:ủy ban nhân dân|hội đồng nhân dân và ủy ban nhân dân) /u

const RESTART = /(?: ,| và| cùng)(?: với)? (?:các|những|ủy ban nhân dân) /u

// One book asks with one list of seats, thousands of times.
/** The qualifiers for the provinces of a document. */
const qualifiersFor = rememberedFor((seats: readonly Seat[]): readonly Qualifier[] => {
  const seat = `(?:${seats.map((s) => `${s.type}(?: ${RegExp.escape(s.name)})?`).join('|') || 'tỉnh'})`
  return QUALIFIERS.map((q) => ({ ...q, at: new RegExp(q.at.source.replaceAll('SEAT', seat), 'u') }))
})

/** The words of a phrase without its qualifiers, and what those turn it into. */
function unqualified(phrase: string, seats: readonly Seat[]): { words: string; party: boolean; open: boolean } {
  const rules = qualifiersFor(seats)
  const found = { words: phrase, party: false, open: false }
  for (let again = true; again; ) {
    const rule = rules.find((q) => q.at.test(found.words))
    again = rule !== undefined
    if (rule === undefined) continue
    found.words = found.words.replace(rule.at, '').trim()
    found.party ||= rule.turns === 'party'
    found.open ||= rule.turns === 'open'
  }
  return found
}

type Noun = {
  readonly body: GroupNoun | null
  readonly level: (typeof LEVEL_NOUNS)[number]['kind'] | null
  readonly open: boolean
}

function nounOf(word: string): Noun | null {
  const body = [...BODY_NOUNS, ...PLACE_NOUNS].find((n) => n.noun.test(word)) ?? null
  const level = LEVEL_NOUNS.find((n) => n.noun.test(word))?.kind ?? null
  const open = OPEN_NOUNS.some((n) => n.noun.test(word))
  return body === null && level === null && !open ? null : { body, level, open }
}

const bare = (item: string, seats: readonly Seat[]): string =>
  unqualified(item, seats).words.replace(PLURAL, '').replace(COMMITTEE, '').replace(PLURAL, '').trim()

/** The phrase as a group, or null when a word of it is no noun of a group (then it is a name, or a list of names). */
export function groupPhrase(phrase: string, seats: readonly Seat[]): GroupPhrase | null {
  const whole = unqualified(phrase, seats)
  // "các sở, ban, ngành và các đơn vị liên quan": the qualifier belongs to the last group only.
  if (whole.open && RESTART.test(whole.words)) return null
  const items = whole.words.split(/ , (?:và )?| và | hoặc | cùng /u)
  const nouns = items.map((i) => nounOf(bare(i, seats)))
  const known = nouns.filter((n) => n !== null)
  if (whole.open) return known.length > 0 && known.length === nouns.length ? { nouns: [], open: true } : null
  if (known.length < nouns.length || known.length === 0) return null
  const bodies = known.flatMap((n) => (n.body === null ? [] : [n.body]))
  const levels = known.flatMap((n) => (n.level === null ? [] : [n.level]))
  const open = known.some((n) => n.body === null && n.level === null)
  const plural =
    known.length > 1 || levels.length > 0 || /(?:^| )các |^(?:tất cả|toàn thể|toàn bộ|những) /u.test(` ${phrase}`)
  if (!plural) return null
  const weakAlone = bodies.every((b) => b.weak === true) && bodies.length + levels.length < 2
  if (weakAlone && levels.length === 0) return { nouns: [], open: true }
  return { nouns: meanings(bodies, levels, whole.party), open }
}

function meanings(bodies: readonly GroupNoun[], levels: readonly string[], party: boolean): Meaning[] {
  if (party) return [PARTY]
  const places = bodies.filter((b) => PLACE_NOUNS.includes(b))
  const whole = (kind: 'district' | 'commune'): boolean =>
    levels.includes(kind) || new Set(places.filter((p) => p.id.startsWith(kind)).map((p) => p.id)).size > 1
  const byLevel = (['district', 'commune'] as const).flatMap((kind): Meaning[] =>
    whole(kind) ? [{ id: kind, label: '', means: (u) => u.kind === kind }] : [],
  )
  const below = levels.includes('below') ? [BELOW] : []
  const rest = bodies.filter(
    (b) => !(PLACE_NOUNS.includes(b) && whole(b.id.startsWith('district') ? 'district' : 'commune')),
  )
  return [...new Map([...rest, ...byLevel, ...below].map((m) => [m.id, m])).values()]
}

/** Địa phương: whatever level stands right below the province; `membersOf` decides which. */
const BELOW: Meaning = { id: 'below', label: '', means: (u) => u.kind === 'district' || u.kind === 'commune' }

/** The members among `units`, each once, in their order. */
export function membersOf<T extends Member>(group: GroupPhrase, units: readonly T[]): T[] {
  const districts = units.some((u) => u.kind === 'district')
  return units.filter((u) =>
    group.nouns.some((n) => n.means(u) && (n.id !== 'below' || u.kind === (districts ? 'district' : 'commune'))),
  )
}

/** "12 huyện, thị xã, thành phố": how many of what. Places by type, bodies by the label of their noun. */
export function wordsOf(group: GroupPhrase, members: readonly Member[]): string {
  const counted = new Map<string, number>()
  for (const u of members) {
    const noun = group.nouns.find((n) => n.label !== '' && n.means(u))
    const label = u.kind === 'body' ? (noun?.label ?? 'cơ quan, đơn vị') : (u.type?.toLowerCase() ?? 'địa bàn')
    counted.set(label, (counted.get(label) ?? 0) + 1)
  }
  const words = [...counted].map(([label, n]) => `${n} ${label}`)
  return [...words, ...(group.open ? ['các cơ quan khác không cố định'] : [])].join(', ')
}
