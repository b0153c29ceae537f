/** Trang công khai: what others may see of a person. Only consented items, only fields of tier A, never a contested entry. */
import type { Dossier, Fact } from '../../people/public.ts'
import { type ConsentItem, ITEM_ORDER, ITEMS } from '../words.ts'
import { publicItems } from './consent.ts'
import { groupNamed, type Line, linesOf, type Speak, timeOf, whenOf, yearIn } from './showing.ts'

/** Một mục trên trang công khai. */
export type PublicSection = {
  readonly item: ConsentItem
  readonly label: string
  readonly entries: readonly { readonly lines: readonly Line[]; readonly when: string }[]
}

/** Trang công khai của một người. */
export type PublicCard = {
  readonly name: string
  /** "PGS.TS." or empty. */
  readonly titles: string
  /** Post and body, or empty. */
  readonly post: string
  readonly sections: readonly PublicSection[]
  readonly reachable: boolean
}

/** "PGS.TS.": titles of the facts that are not contested, highest first. */
export function titlesOf(facts: readonly Fact[]): string {
  const held = facts.filter((f) => f.level >= 0)
  const has = (group: string, field: string, ...codes: string[]) =>
    held.some((f) => f.group === group && codes.includes(String(f.data[field])))
  const title = has('academic-title', 'title', 'GS', 'gs')
    ? 'GS.'
    : has('academic-title', 'title', 'PGS', 'pgs')
      ? 'PGS.'
      : ''
  const doctor = has('education', 'level', '8') || has('education', 'degree', 'TS', 'ts')
  const master = has('education', 'level', '7') || has('education', 'degree', 'ThS', 'ths')
  return `${title}${doctor ? 'TS.' : master && title === '' ? 'ThS.' : ''}`
}

/** The main post that holds on a day: not ended, slot of the main post. */
export function mainPost(facts: readonly Fact[], today: string): Fact | null {
  const held = facts.filter((f) => f.group === 'post' && f.level >= 0 && (f.to === null || f.to > today))
  return held.find((f) => f.slot === 'post:main') ?? held[0] ?? null
}

/** "Trưởng khoa, Bệnh viện Đa khoa tỉnh". */
export function postWords(f: Fact | null, speak: Speak): string {
  if (f === null) return ''
  const lines = new Map(linesOf(groupNamed('post'), f.data, speak).map((l) => [l.label, l.value]))
  const what = lines.get('Chức vụ') ?? lines.get('Vị trí việc làm') ?? ''
  return [what, lines.get('Phòng, khoa, tổ') ?? '', lines.get('Cơ quan, đơn vị') ?? '']
    .filter((t) => t !== '')
    .join(', ')
}

/** Fields of a group that may be public: tier A, no flags. */
const publicFields = (code: string) => {
  const group = groupNamed(code)
  return { ...group, fields: group.fields.filter((f) => (f.tier ?? group.tier) === 'A' && f.kind !== 'flag') }
}

/** The public page of a dossier under the consents that stand; null when there is none. */
export function cardOf(
  d: Dossier,
  agreed: ReadonlySet<ConsentItem>,
  { speak, today }: { speak: Speak; today: string },
): PublicCard | null {
  const items = publicItems(agreed)
  if (!items.has('danh-ba') || d.person.removed || d.person.mergedInto !== null) return null
  const facts = d.facts.filter((f) => f.level >= 0)
  const sections = ITEM_ORDER.filter((i) => i !== 'danh-ba' && i !== 'lien-he' && items.has(i)).map((item) => ({
    item,
    label: ITEMS[item].label,
    entries: ITEMS[item].groups.flatMap((code) =>
      facts
        .filter((f) => f.group === code)
        .sort((a, b) => (timeOf(a) < timeOf(b) ? 1 : -1))
        .map((f) => ({
          lines: linesOf(publicFields(code), f.data, speak),
          when: yearIn(f) === undefined ? whenOf(f) : '',
        }))
        .filter((e) => e.lines.length > 0),
    ),
  }))
  return {
    name: d.person.name,
    titles: titlesOf(facts),
    post: postWords(mainPost(facts, today), speak),
    sections,
    reachable: items.has('lien-he'),
  }
}
