/** Cùng một mục: when an entry says no more than a fact, when both are about the same thing, when they differ. */
import { mayBeSameDay, type PartialDay } from '../../../kernel/partial-day.ts'
import { fold, sameSpelling } from '../../../kernel/text.ts'
import type { Entry, Fact } from '../words/dossier.ts'
import type { GroupCode } from '../words/group.ts'

/** Fields by which two entries of a group are about the same thing. */
const KEYS: Readonly<Partial<Record<GroupCode, readonly string[]>>> = {
  names: ['otherName'],
  category: ['category'],
  education: ['level', 'major'],
  'academic-title': ['title'],
  'political-theory': ['level'],
  'state-training': ['programme', 'course'],
  language: ['language'],
  'digital-skill': ['level'],
  military: ['left'],
  post: ['body', 'position'],
  appraisal: ['year'],
  award: ['award'],
  'research-field': ['field'],
  publication: ['title'],
  invention: ['title'],
  project: ['title'],
  advisory: ['subject'],
  membership: ['association'],
  talent: ['basis'],
}

/** Fields that tell two entries apart where a key is silent: a second degree of one level, its branch unsaid. */
const APART: Readonly<Partial<Record<GroupCode, readonly string[]>>> = { education: ['graduated', 'school'] }

/** Equal, or the same words in another spelling habit. */
export const equal = (a: unknown, b: unknown): boolean =>
  a === b || (typeof a === 'string' && typeof b === 'string' && sameSpelling(a) === sameSpelling(b))

/** "ĐH Y Hà Nội" and "Trường Đại học Y Hà Nội" are one school. */
const schoolKey = (name: unknown): string =>
  fold(String(name))
    .replace(/\btruong\b/g, '')
    .replace(/\bdai hoc\b/g, 'dh')
    .replace(/\bcao dang\b/g, 'cd')
    .replace(/\bhoc vien\b/g, 'hv')
    .replace(/[^a-z0-9]+/g, '')

/** Whether two values of a field say the same. */
const saysSame = (name: string, a: unknown, b: unknown): boolean =>
  equal(a, b) || (name === 'school' && a !== undefined && b !== undefined && schoolKey(a) === schoolKey(b))

const datesAgree = (said: PartialDay | null | undefined, known: PartialDay | null): boolean =>
  said === null || said === undefined || (known !== null && mayBeSameDay(said, known) && said.length <= known.length)

/** Whether the entry says no more than the fact. */
export const contains = (f: Fact, e: Entry): boolean =>
  Object.entries(e.data).every(([name, said]) => name.endsWith('Text') || saysSame(name, said, f.data[name])) &&
  datesAgree(e.from, f.from) &&
  datesAgree(e.to, f.to)

const clash = (a: PartialDay | null | undefined, b: PartialDay | null | undefined): boolean =>
  !!a && !!b && !mayBeSameDay(a, b)

/** Whether both are about the same thing: no key field differs, at least one is equal, nothing tells them apart, and the dates do not clash. */
export function isAbout(f: Fact, e: Entry): boolean {
  const keys = KEYS[e.group] ?? []
  const both = keys.filter((k) => f.data[k] !== undefined && e.data[k] !== undefined)
  if (both.length < keys.length && isApart(f, e)) return false
  return both.length > 0 && both.every((k) => equal(f.data[k], e.data[k])) && !clash(f.from, e.from)
}

const isApart = (f: Fact, e: Entry): boolean =>
  (APART[e.group] ?? []).some(
    (name) => f.data[name] !== undefined && e.data[name] !== undefined && !saysSame(name, e.data[name], f.data[name]),
  )

/** Whether some field that both speak of has another value. */
export const differs = (f: Fact, e: Entry): boolean =>
  Object.entries(e.data).some(
    ([name, said]) => !name.endsWith('Text') && f.data[name] !== undefined && !equal(said, f.data[name]),
  )
