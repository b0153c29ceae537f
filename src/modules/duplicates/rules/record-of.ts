/** Bản ghi để so of a dossier: of one in the register, or of one that a row of a file would make. */
import { firstDayOf, precisionOf } from '../../../kernel/partial-day.ts'
import type { Dossier, Fact } from '../../people/public.ts'
import type { MatchRecord } from './record.ts'

/** What is needed of a dossier: facts of other groups are not looked at. */
export type Described = Pick<Dossier, 'identifiers' | 'facts'> & {
  readonly person: Pick<Dossier['person'], 'id' | 'name' | 'sex' | 'birth' | 'homePlace'>
}

/** The groups whose facts tell people apart. */
export const TELLING_GROUPS = ['names', 'contact', 'post', 'education'] as const

const word = (f: Fact | undefined, field: string): string | null => {
  const value = f?.data[field]
  return value === undefined || value === '' ? null : String(value)
}
/** "0912 345 678; 0320 3852 001" -> two. */
const several = (facts: readonly Fact[], field: string): string[] =>
  facts.flatMap((f) => (word(f, field) ?? '').split(/[;,/]/u)).filter((v) => v.trim() !== '')

/** Numbers come as keyed digests, so that both sides of a comparison have the same form. */
export function recordOf({ person, identifiers, facts }: Described): MatchRecord {
  const number = (scheme: string) => identifiers.find((i) => i.scheme === scheme)
  const of = (group: string) => facts.filter((f) => f.group === group && f.level >= 0)
  const [contact, posts] = [of('contact'), of('post')]
  const post = posts.find((f) => f.slot !== null) ?? posts.at(-1)
  const school = of('education')
    .filter((f) => word(f, 'school') !== null)
    .sort((a, b) => Number(word(b, 'level') ?? 0) - Number(word(a, 'level') ?? 0))[0]
  return {
    id: person.id,
    name: person.name,
    otherNames: of('names').flatMap((f) => word(f, 'otherName') ?? []),
    sex: person.sex,
    birth: person.birth === null ? null : { day: firstDayOf(person.birth), precision: precisionOf(person.birth) },
    cccd: number('cccd')?.digest ?? null,
    last3: number('cccd')?.last3 ?? null,
    cmnd: number('cmnd')?.digest ?? null,
    orcid: number('orcid')?.digest ?? null,
    phones: several(contact, 'phone'),
    emails: several(contact, 'email'),
    unitId: word(post, 'body'),
    communeId: word(contact.at(-1), 'residence'),
    homePlace: person.homePlace,
    school: word(school, 'school'),
    graduated: school === undefined ? null : Number(word(school, 'graduated') ?? 0) || null,
  }
}
