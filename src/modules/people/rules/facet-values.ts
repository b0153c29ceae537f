/** Giá trị của bộ lọc: what they are called, and how they stand beside a list. */
import type { Unit } from '../../organisations/public.ts'
import { LEVELS, SEXES } from '../words/dossier.ts'
import { NEEDS } from './completeness.ts'
import { ageLabel, COMPLETENESS, type Conditions, DEGREE_LABELS, eachCondition, type Facet } from './conditions.ts'
import type { Labels } from './showing.ts'

/** Một giá trị của bộ lọc, with how many people. */
export type FacetOption = { readonly value: string; readonly label: string; readonly count: number }

/** Giá trị trong cây đơn vị: how deep it stands. */
export type PlacedOption = FacetOption & { readonly depth: number }

/** A value of a facet in words. */
export type WordOf = (facet: Facet, value: string) => string

/** Lists of the codes of facets that are not named after their list. */
const LIST_OF: Readonly<Partial<Record<Facet, string>>> = {
  chuan: 'dat-chuan',
  'chuan-vi-tri': 'dat-chuan',
  'ngoai-ngu': 'kha-nang-ngoai-ngu',
  'hien-trang': 'tinh-trang-lam-viec',
}
/** What a value means only together with. */
const SAID_BEFORE: Readonly<Partial<Record<Facet, string>>> = {
  chuan: 'Chuẩn đào tạo:',
  'chuan-vi-tri': 'Tiêu chuẩn vị trí:',
  'cap-co-quan': 'Cơ quan',
}

/** What a value of a facet is called, units and codes by their names. */
export const wordOf =
  (units: readonly Unit[], labels: Labels): WordOf =>
  (facet, value) => {
    if (facet === 'don-vi' || facet === 'dia-ban' || facet === 'co-quan') {
      const u = units.find((x) => x.code === value || x.id === value)
      if (facet === 'co-quan') return `Làm việc tại ${u?.officeName ?? value}`
      return u === undefined ? value : facet === 'don-vi' ? u.officeName : u.name
    }
    if (facet === 'thuoc') return `Sống và làm việc trong ${units.find((x) => x.code === value)?.name ?? value}`
    if (facet === 'tuoi') return ageLabel(value)
    if (facet === 'gioi') return value === 'nam' || value === 'nu' ? SEXES[value].label : 'Chưa rõ giới tính'
    if (facet === 'trinh-do')
      return value.startsWith('tu-')
        ? `${DEGREE_LABELS[value.slice(3)] ?? ''} trở lên`
        : (DEGREE_LABELS[value] ?? value)
    if (facet === 'xac-minh') return LEVELS[value as keyof typeof LEVELS]?.label ?? value
    if (facet === 'ho-so') return `Đầy đủ ${COMPLETENESS[value]?.label ?? value}`
    if (facet === 'thieu') return NEEDS.find((n) => n.code === value)?.label ?? value
    const label = labels.code(LIST_OF[facet] ?? facet, value) ?? value
    const before = SAID_BEFORE[facet]
    return before === undefined ? label : `${before} ${label.toLowerCase()}`
  }

/** Values of a facet with their counts; units by their codes. */
export function optionsOf(
  facet: Facet,
  found: readonly { readonly value: string; readonly count: number }[],
  units: readonly Unit[],
  word: WordOf,
): FacetOption[] {
  if (facet !== 'don-vi' && facet !== 'dia-ban')
    return found.map((f) => ({ value: f.value, label: word(facet, f.value), count: f.count }))
  const byId = new Map(units.map((u) => [u.id, u]))
  return found.flatMap((f) => {
    const u = byId.get(f.value)
    return u === undefined ? [] : { value: u.code, label: facet === 'don-vi' ? u.officeName : u.name, count: f.count }
  })
}

/** Values in the order of the tree: a unit comes before those below it, and counts them in. */
export function treeOf(options: readonly FacetOption[], units: readonly Unit[]): PlacedOption[] {
  const own = new Map(options.map((o) => [o.value, o]))
  const children = Map.groupBy(units, (u) => u.parentId ?? '')
  const known = new Set(units.map((u) => u.id))
  const walk = (u: Unit, depth: number): PlacedOption[] => {
    const inner = (children.get(u.id) ?? []).flatMap((child) => walk(child, depth + 1))
    const below = inner.filter((o) => o.depth === depth + 1).reduce((sum, o) => sum + o.count, 0)
    const count = (own.get(u.code)?.count ?? 0) + below
    const label = u.kind === 'body' ? u.officeName : u.name
    return count === 0 ? [] : [{ value: u.code, label, count, depth }, ...inner]
  }
  return units.filter((u) => u.parentId === null || !known.has(u.parentId)).flatMap((u) => walk(u, 0))
}

/** Điều kiện đang lọc in words, each with the list without it. */
export const termsOf = (c: Conditions, word: WordOf): { facet: Facet | 'q'; words: string; without: Conditions }[] =>
  eachCondition(c).map((t) => ({
    facet: t.facet,
    words: t.facet === 'q' ? `"${t.value}"` : word(t.facet, t.value),
    without: t.without,
  }))
