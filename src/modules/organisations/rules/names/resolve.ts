/**
 * Đối chiếu tên cơ quan: a written name against the register of its document's day. Exact names, spellings and tables
 * only; several units of one name give no unit but all candidates; what ended is flagged, never replaced in silence.
 */
import { showDay } from '../../../../kernel/day.ts'
import { sameSpelling } from '../../../../kernel/text.ts'
import type { Unit } from '../../words.ts'
import { aliasIndex, type Book } from './book.ts'
import { endingOf, renamingOf } from './endings.ts'
import { groupPhrase, membersOf, wordsOf } from './groups.ts'
import { bareName, nameKey, phraseKey, placeless } from './key.ts'
import { withoutLeaders } from './leaders.ts'
import { cutList } from './lists.ts'
import { nearness } from './near.ts'
import { isLocalParty, type OutsideForm, outsideForm } from './outside.ts'
import {
  type Alias,
  type BorneName,
  type Candidate,
  type NamedUnit,
  type Resolution,
  resolution,
  type Way,
} from './resolution.ts'

/** Resolves one written name. */
export type Resolver = (written: string) => Resolution

const MOST_CANDIDATES = 6
/** How far behind a name of the past is offered. */
const PAST = 20

const named = (u: Unit): NamedUnit => ({ id: u.id, name: u.officeName, group: u.group })

/** A resolver for one document (null = for none in particular); the book of its day may be shared by several. */
export function resolver(book: Book, documentId: string | null = null): Resolver {
  const known = new Map<string, Resolution>()
  const aliases = aliasIndex(book.register, documentId)
  return (written) => {
    const found = known.get(written) ?? resolveName(book, aliases, written)
    known.set(written, found)
    return found
  }
}

type Aliases = ReadonlyMap<string, Alias>

function resolveName(book: Book, aliases: Aliases, written: string): Resolution {
  const text = bareName(written)
  if (nameKey(text) === '') return resolution(written, 'unknown')
  const list = isLocalParty(phraseKey(text)) ? null : listed
  const found = decided(book, aliases, text) ?? spelled(book, text) ?? list?.(book, aliases, text) ?? fallen(book, text)
  return { ...found, written }
}

/** The decision of an officer; a name that one unit bears to the letter needs none. */
function decided(book: Book, aliases: Aliases, text: string): Resolution | null {
  const alias = aliases.get(nameKey(text))
  if (alias === undefined || book.exact.get(sameSpelling(text))?.length === 1) return null
  return byAlias(book, alias)
}

function byAlias(book: Book, alias: Alias): Resolution {
  const { id, valid, documentId, decidedBy } = alias
  const more = { by: 'alias' as const, alias: { id, valid, documentId, decidedBy } }
  if (alias.means === 'outside') return resolution(alias.written, 'outside', { ...more, words: 'Ngoài sổ bộ' })
  if (alias.means === 'open')
    return resolution(alias.written, 'open', { ...more, words: 'không có thành viên cố định' })
  if (alias.means === 'left') return resolution(alias.written, 'unknown', more)
  if (alias.means === 'group') {
    const group = spelled(book, alias.phrase ?? '')
    return group === null ? resolution(alias.written, 'unknown', more) : { ...group, ...more }
  }
  const unit = book.register.units.find((u) => u.id === alias.unitId)
  if (unit !== undefined) return { ...single(book, unit, 'alias'), ...more }
  const borne = book.register.borne.filter((b) => b.unitId === alias.unitId)
  return { ...(elsewhen(book, borne) ?? resolution(alias.written, 'unknown')), ...more }
}

/** A body, a place or a group, by its spelling; titles of leaders stand for what they lead. */
function spelled(book: Book, text: string): Resolution | null {
  const direct = bodyNamed(book, text)
  if (direct !== null) return direct
  const { body, leaders } = ledBy(book, text)
  if (isLocalParty(body)) return null
  const found = (leaders ? bodyNamed(book, body) : null) ?? groupNamed(book, body) ?? perPlace(book, body)
  return found === null ? null : { ...found, leaders }
}

/** Leaders of "UBND" without a place are those of the committee that issues. */
function ledBy(book: Book, text: string): { body: string; leaders: boolean } {
  const found = withoutLeaders(phraseKey(text))
  const [seat] = book.seats
  return found.leaders && found.body === 'ủy ban nhân dân' && seat !== undefined
    ? { ...found, body: `${found.body} ${seat.type}` }
    : found
}

function bodyNamed(book: Book, text: string): Resolution | null {
  const exact = book.exact.get(sameSpelling(text))
  if (exact !== undefined) return oneOf(book, text, exact, 'exact')
  const key = nameKey(text)
  const seat = placeless(key, book.seats)
  const bare = book.seats.map((s) =>
    key.startsWith('sở ') && key.endsWith(` ${s.name}`) ? key.slice(0, -s.name.length - 1) : key,
  )
  for (const k of [key, seat, ...bare]) {
    const units = book.byKey.get(k)
    if (units !== undefined) return oneOf(book, text, units, wayOf(text, units[0]))
  }
  return null
}

const wayOf = (text: string, u: Unit | undefined): Way =>
  u?.kind !== 'body' && !/^\s*(?:ubnd|[uủ][yỷ] ban)/iu.test(text) ? 'place' : 'short'

function oneOf(book: Book, text: string, units: readonly Unit[], by: Way): Resolution {
  const [only] = units
  if (units.length === 1 && only !== undefined) return single(book, only, by)
  const candidates = units.map((u): Candidate => {
    const above = book.parentName(u)
    return { ...named(u), reason: above === '' ? 'cùng tên' : `cùng tên, thuộc ${lower(above)}` }
  })
  return resolution(text, 'ambiguous', { candidates })
}

const lower = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1)

function single(book: Book, u: Unit, by: Way): Resolution {
  const { edges, today } = book.register
  const ended = endingOf({ unitId: u.id, unitValid: u.valid }, edges, today, book.lastName)
  return resolution(u.officeName, 'single', { by, units: [named(u)], ended })
}

function groupNamed(book: Book, phrase: string): Resolution | null {
  const group = groupPhrase(phrase, book.seats)
  if (group === null) return null
  if (group.nouns.length === 0) return openGroup(phrase)
  const members = membersOf(group, book.register.units)
  const gone = groupGone(book, group)
  if (members.length > 0)
    return resolution(phrase, 'group', {
      by: 'group-words',
      units: members.map(named),
      words: wordsOf(group, members),
      open: group.open,
      ended: gone,
    })
  if (gone !== null) return resolution(phrase, 'ended', { by: 'group-words', ended: gone })
  return resolution(phrase, 'open', { by: 'group-words', words: 'sổ bộ không có đơn vị nào của nhóm này' })
}

/** "Phòng Nội vụ các huyện": a body of every place; the register holds no bodies below the province's. */
function perPlace(book: Book, phrase: string): Resolution | null {
  const m = /^([^,]+?) ((?:các|cấp) .+)$/u.exec(phrase)
  const places = m === null || / và$/u.test(m[1] ?? '') ? null : groupPhrase(m[2] ?? '', book.seats)
  const local = places?.nouns.some((n) => /^(?:district|commune|below)/.test(n.id)) === true
  return local && bodyNamed(book, m?.[1] ?? '') === null
    ? resolution(phrase, 'open', { by: 'group-words', words: 'cơ quan của từng địa bàn, sổ bộ không ghi' })
    : null
}

const openGroup = (phrase: string): Resolution =>
  resolution(phrase, 'open', { by: 'group-words', words: 'không có thành viên cố định' })

/** A noun of the group whose members had all ended before the day ("các huyện" of a text of a later year). */
function groupGone(book: Book, group: NonNullable<ReturnType<typeof groupPhrase>>): Resolution['ended'] {
  const { units, borne, day, edges } = book.register
  for (const noun of group.nouns) {
    if (noun.id === 'below' || units.some((u) => noun.means(u))) continue
    const past = borne.filter((b) => noun.means(b) && b.unitValid.to !== null && b.unitValid.to <= day)
    const last = past.reduce<BorneName | null>(
      (a, b) => (a === null || (b.unitValid.to ?? '') > (a.unitValid.to ?? '') ? b : a),
      null,
    )
    if (last?.unitValid.to) {
      const act = edges.find((e) => e.from === last.unitId && e.on === last.unitValid.to)?.act ?? ''
      return { on: last.unitValid.to, act, heirs: [], renamed: false }
    }
  }
  return null
}

/** A piece of a list: what the register or a decision tells, or a body that is surely outside. */
function knownPiece(book: Book, aliases: Aliases, part: string): Resolution | null {
  const found = decided(book, aliases, part) ?? spelled(book, part) ?? past(book, part)
  if (found !== null) return found
  const outside = outsideForm(phraseKey(part))
  return outside?.sure === true ? outsideOf(part, outside) : null
}

/** A list of names within one name: each part for itself. */
function listed(book: Book, aliases: Aliases, text: string): Resolution | null {
  const cuts = cutList(text, (part) => knownPiece(book, aliases, part))
  if (cuts === null) return null
  const { leaders } = withoutLeaders(phraseKey(text))
  const parts = cuts.map(({ text: t, found }) => ({ ...(found ?? fallen(book, t)), written: t }))
  const unclear = parts.find((p) => p.kind === 'ambiguous' || p.kind === 'unknown')
  const units = new Map(parts.flatMap((p) => (p.kind === 'ended' ? [] : p.units)).map((u) => [u.id, u]))
  const kind =
    unclear?.kind ?? (units.size > 0 ? 'group' : (parts.find((p) => p.kind === 'ended') ?? parts[0])?.kind) ?? 'unknown'
  return resolution(text, kind, {
    by: 'list',
    units: [...units.values()],
    words: `${units.size} cơ quan`,
    leaders: leaders || parts.some((p) => p.leaders),
    open: parts.some((p) => p.open || p.kind === 'open'),
    ended: parts.find((p) => p.ended !== null)?.ended ?? null,
    candidates: unclear?.candidates ?? [],
    parts,
  })
}

/** What is left: a name of another day, a body outside the register, an open group, or candidates. */
function fallen(book: Book, text: string): Resolution {
  const gone = placeWithoutName(book, text) ?? past(book, text)
  if (gone !== null) return gone
  const { body, leaders } = withoutLeaders(phraseKey(text))
  const outside = outsideForm(body) ?? outsideForm(phraseKey(text)) ?? otherPlace(book, body)
  if (outside?.sure) return { ...outsideOf(text, outside), leaders }
  const candidates = closeTo(book, nameKey(body))
  if (outside && candidates.length === 0) return { ...outsideOf(text, outside), leaders }
  if (candidates.length === 0 && /^(?:các|những|tất cả|toàn thể) /u.test(body)) return { ...openGroup(text), leaders }
  return resolution(text, 'unknown', { candidates, leaders })
}

/** "UBND thành phố" where the province has several, or is none: which one was left out. */
function placeWithoutName(book: Book, text: string): Resolution | null {
  const type = /^(?:ủy ban nhân dân )?(huyện|thị xã|thành phố|quận|xã|phường|thị trấn|đặc khu)$/u.exec(
    nameKey(text),
  )?.[1]
  const units = type === undefined ? [] : book.register.units.filter((u) => u.type?.toLowerCase() === type)
  if (units.length === 0) return null
  const candidates = units
    .slice(0, MOST_CANDIDATES)
    .map((u) => ({ ...named(u), reason: 'văn bản không nêu tên địa bàn' }))
  return resolution(text, 'ambiguous', { candidates })
}

const outsideOf = (text: string, form: Pick<OutsideForm, 'words'>): Resolution =>
  resolution(text, 'outside', { by: 'outside-words', words: form.words })

/** "UBND tỉnh X": on one day there is one province in the register; any other is another's. */
function otherPlace(book: Book, phrase: string): Pick<OutsideForm, 'words' | 'sure'> | null {
  const m = /^(?:ủy ban nhân dân )?(tỉnh|thành phố) (.+)$/u.exec(phrase)
  if (m === null || book.seats.length === 0) return null
  const far = book.seats.every((s) => nearness(`${s.type} ${s.name}`, `${m[1]} ${m[2]}`) === null)
  return far ? { words: 'Địa bàn ngoài sổ bộ', sure: false } : null
}

/** Names not borne on the day: ended (or renamed) before it, or not yet there. */
function past(book: Book, text: string): Resolution | null {
  const { body, leaders } = withoutLeaders(phraseKey(text))
  for (const key of [nameKey(text), nameKey(body), placeless(nameKey(body), book.everySeat)]) {
    const found = elsewhen(book, book.elsewhen.get(key) ?? [])
    if (found !== null) return { ...found, leaders }
  }
  return null
}

const gone = (b: BorneName): NamedUnit => ({ id: b.unitId, name: b.officeName, group: b.group })

function elsewhen(book: Book, list: readonly BorneName[]): Resolution | null {
  const { day, edges, today } = book.register
  const before = list.filter((b) => b.valid.to !== null && b.valid.to <= day)
  const latest = before.reduce<string>((max, b) => ((b.valid.to ?? '') > max ? (b.valid.to ?? '') : max), '')
  const last = before.filter((b) => b.valid.to === latest)
  const ids = new Set(last.map((b) => b.unitId))
  const [one] = last
  if (ids.size === 1 && one !== undefined) {
    const ended = renamingOf(one, edges, today, book.lastName) ?? endingOf(one, edges, today, book.lastName)
    return resolution(one.officeName, 'ended', {
      by: 'spelling',
      units: [gone(one)],
      ended,
    })
  }
  if (ids.size > 1) {
    const candidates = last.map((b) => ({
      ...gone(b),
      reason: `${b.above === null ? '' : `thuộc ${lower(b.above)}, `}đã kết thúc từ ${showDay(b.valid.to)}`,
    }))
    return resolution(one?.officeName ?? '', 'ambiguous', { candidates })
  }
  const later = list.filter((b) => b.valid.from > day)
  const [first] = later
  if (first === undefined) return null
  if (first.kind === 'province')
    return resolution(first.officeName, 'outside', {
      by: 'outside-words',
      words: `Địa bàn ngoài sổ bộ của ngày văn bản; sổ bộ ghi từ ${showDay(first.valid.from)}`,
    })
  return resolution(first.officeName, 'unknown', {
    candidates: later
      .slice(0, MOST_CANDIDATES)
      .map((b) => ({ ...gone(b), reason: `mang tên này từ ${showDay(b.valid.from)}` })),
  })
}

/** Units whose names come close, nearest first. */
function closeTo(book: Book, key: string): Candidate[] {
  const found = new Map<string, { rank: number; candidate: Candidate }>()
  for (const { unit, keys, until } of book.comparable) {
    for (const k of keys) {
      const near = nearness(key, k)
      const rank = (near?.rank ?? 0) + (until === null ? 0 : PAST)
      const known = found.get(unit.id)
      if (near === null || (known !== undefined && known.rank <= rank)) continue
      const tail = until === null ? '' : `; tên này kết thúc từ ${showDay(until)}`
      found.set(unit.id, { rank, candidate: { ...unit, reason: `${near.reason}${tail}` } })
    }
  }
  return [...found.values()]
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST_CANDIDATES)
    .map((f) => f.candidate)
}
