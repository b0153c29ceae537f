/** Đổi điều luôn có đúng một: the row of the person, numbers, and marks of sealed facts. */
import { fold, sameSpelling, squeeze } from '../../../kernel/text.ts'
import type { Entry, FactData, Identifier, Person, Scheme, SealedMark } from '../words/dossier.ts'
import { groupOf } from '../words/groups.ts'
import { type ChangeAt, higher, type Work } from './changing.ts'

const CORE_FIELDS = ['name', 'sex', 'birth', 'birthPlace', 'homePlace', 'nationality', 'died'] as const

/** What an entry says of name, birth, sex, places. */
export function applyCore(work: Work, entry: Entry): void {
  const told: Record<string, unknown> = {}
  for (const field of CORE_FIELDS) {
    const said = entry.data[field]
    if (said === undefined || said === '') continue
    const known = work.person[field]
    if (known !== null && known !== '' && saysNoMore(field, String(said), String(known))) continue
    if (
      known !== null &&
      known !== '' &&
      work.person.coreLevel > entry.level &&
      !sharpens(field, String(said), String(known))
    ) {
      work.findings.push({
        group: entry.group,
        field,
        code: 'dossier.core-differs',
        message: 'Giá trị khác với giá trị đã được xác minh ở mức cao hơn; giữ giá trị đã xác minh.',
      })
      continue
    }
    work.fields.push({ group: entry.group, field: field === 'name' ? 'fullName' : field, before: known, after: said })
    told[field] = said
  }
  const { coreLevel, coreSource } = work.person
  const proves = entry.level > coreLevel || coreSource === ''
  if (Object.keys(told).length === 0 && !proves) return
  work.person = {
    ...work.person,
    ...(told as Partial<Person>),
    ...(proves ? { coreLevel: higher(entry.level, coreLevel), coreSource: entry.source } : {}),
  }
}

const isDay = (field: string): boolean => field === 'birth' || field === 'died'

/** A year says no more than the day that lies in it; a name in other letters of the same spelling says nothing new. */
function saysNoMore(field: string, said: string, known: string): boolean {
  if (said === known) return true
  // Typed without marks, it is no other name: "Nguyen Van Duc" mends nothing in "Nguyễn Văn Đức".
  if (!isDay(field) && fold(said) === squeeze(said).toLowerCase() && fold(said) === fold(known)) return true
  return isDay(field) ? known.startsWith(said) : sameSpelling(said) === sameSpelling(known)
}

const sharpens = (field: string, said: string, known: string): boolean => isDay(field) && said.startsWith(known)

/** A number not known yet is added; of its kind only the newest is valid. */
export function applyNumbers(work: Work, entry: Entry, at: ChangeAt): void {
  for (const [name, given] of Object.entries(entry.data)) {
    const value = String(given).trim()
    if (value === '') continue
    const scheme = name as Scheme
    const digest = at.digest(`${scheme}|${value.toUpperCase()}`)
    const known = work.identifiers.filter((i) => i.scheme === scheme)
    if (known.some((i) => i.digest === digest)) continue
    const replaced = known.filter((i) => i.state === 'valid' && scheme !== 'cmnd')
    for (const old of replaced) {
      work.identifiersSuperseded.push(old.id)
      work.identifiers = work.identifiers.filter((i) => i.id !== old.id)
    }
    const added: Identifier = {
      id: at.newId(),
      personId: work.person.id,
      scheme,
      digest,
      last3: value.slice(-3),
      state: 'valid',
      source: entry.source,
      batchId: at.batchId,
    }
    work.identifiers.push(added)
    work.identifiersAdded.push({ ...added, value })
  }
}

/** Only whether the same was said is known here, by its digest. */
export function applySealed(work: Work, entry: Entry, at: ChangeAt): void {
  const digest = at.digest(`${entry.group}|${canonical(entry.data)}`)
  const known = work.sealed.filter((s) => s.group === entry.group)
  if (known.some((s) => s.digest === digest)) return
  if (groupOf(entry.group).time === 'single') {
    for (const old of known) work.sealedSuperseded.push(old.id)
    work.sealed = work.sealed.filter((s) => s.group !== entry.group)
  }
  const mark: SealedMark = {
    id: at.newId(),
    personId: work.person.id,
    group: entry.group,
    digest,
    source: entry.source,
    batchId: at.batchId,
  }
  work.sealed.push(mark)
  work.sealedAdded.push({ ...mark, data: entry.data, entry })
}

/** Fields in a fixed order: the same content has the same digest. */
export const canonical = (data: FactData): string =>
  JSON.stringify(Object.entries(data).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
