/** Màn hình danh bạ: what the list page is drawn from. */
import { type Day, dayOf } from '../../kernel/day.ts'
import { fold } from '../../kernel/text.ts'
import type { Ctx } from '../../platform/action.ts'
import type { SearchRow } from '../../platform/module.ts'
import { codeBook } from '../code-lists/public.ts'
import { type Unit, unitsOn } from '../organisations/public.ts'
import { labelsFor } from './labels.ts'
import type { ExportView } from './pages/export.ts'
import type { FacetOption, FacetView, ListView, PersonRow } from './pages/list.ts'
import { canConfirmFacts, canEditPeople, canExportBasic, canExportPeople, canSeePeople } from './rights.ts'
import { exportColumns } from './rules/columns.ts'
import { NEEDS } from './rules/completeness.ts'
import {
  addressOf,
  ageLabel,
  COMPLETENESS,
  type Conditions,
  DEGREE_LABELS,
  eachCondition,
  FACETS,
  type Facet,
  queryOf,
  readConditions,
} from './rules/conditions.ts'
import { nearestWord, readSought } from './rules/name-query.ts'
import { defaultPurpose } from './rules/purpose.ts'
import type { Labels } from './rules/showing.ts'
import { bodiesOf, unitsBelow } from './rules/units-below.ts'
import {
  type Asked,
  type FacetCounts,
  facetCounts,
  foundCount,
  foundIds,
  foundPage,
  nameWordsInUse,
} from './views/found.ts'
import { type ListedPerson, listedPeople } from './views/list.ts'
import { savedViews } from './views/saved.ts'
import { LEVELS, SEXES } from './words/dossier.ts'

/** People on a page. */
export const PAGE = 50

/** Conditions with their codes turned into units, for the views. */
export async function askedOf(ctx: Ctx, c: Conditions): Promise<Asked> {
  const day = c.day ?? dayOf(ctx.now)
  const units = await unitsOn(ctx.tx, day)
  const { chosen } = c
  const below = (named: readonly string[] | undefined) => (named === undefined ? null : unitsBelow(units, named))
  const codes = async (list: string, named: readonly string[] | undefined) =>
    named === undefined ? null : codesBelow(ctx, day, list, named)
  return {
    day,
    scope: ctx.actor.scope,
    q: c.q,
    chosen,
    units: below(chosen['don-vi']),
    places: below(chosen['dia-ban']),
    leaderships: await codes('chuc-vu', chosen['chuc-vu']),
    professions: await codes('nghe', chosen.nghe),
    bodies: bodiesOf(units, chosen['cap-co-quan'], chosen['co-quan']),
  }
}

/** Codes of a list with those below them: "Lãnh đạo, quản lý cấp tỉnh" means every post of that level. */
export async function codesBelow(ctx: Ctx, day: Day, list: string, codes: readonly string[]): Promise<string[]> {
  const found = new Set(codes)
  for (const e of (await codeBook(ctx.tx, day)).list(list).entries)
    if (e.parent !== null && found.has(e.parent)) found.add(e.code)
  return [...found]
}

/** The list of an address. */
export async function readPeopleList(ctx: Ctx, c: Conditions): Promise<ListView> {
  const asked = await askedOf(ctx, c)
  const part = { sort: c.sort, direction: c.direction, limit: PAGE, offset: (c.page - 1) * PAGE }
  const { ids, total } = await foundPage(ctx.tx, asked, part)
  const people = await listedPeople(ctx.tx, ids, asked.day)
  const counts = total === 0 ? {} : await facetCounts(ctx.tx, asked, total, ctx.now)
  const units = await unitsOn(ctx.tx, asked.day)
  const labels = await labelsFor(
    ctx.tx,
    asked.day,
    people.flatMap((p) => [p.unitId, p.workUnit ?? p.unitId]),
  )
  const word = wordOf(units, labels)
  return {
    conditions: c,
    day: asked.day,
    today: dayOf(ctx.now),
    total,
    rows: people.map((p) => rowOf(p, labels)),
    facets: FACETS.filter((f) => c.chosen[f] === undefined).flatMap((facet) => {
      const options = optionsOf(facet, counts, units, word)
      if (options.length < 2) return []
      return {
        facet,
        options: options.slice(0, SHOWN[facet] ?? 5),
        more: Math.max(0, options.length - (SHOWN[facet] ?? 5)),
      }
    }),
    terms: eachCondition(c).map((t) => ({
      facet: t.facet,
      words: t.facet === 'q' ? `"${t.value}"` : word(t.facet, t.value),
      without: addressOf(t.without),
    })),
    suggestions: total === 0 ? await suggestionsOf(ctx, c, word) : { word: null, dropped: [] },
    views: await savedViews(ctx),
    mayExport: canExportPeople.allows(ctx.actor),
    mayConfirm: canConfirmFacts.allows(ctx.actor),
    mayAdd: canEditPeople.allows(ctx.actor),
    pageSize: PAGE,
  }
}

/** Values of a facet that stand beside the list; the others have a page of their own. */
const SHOWN: Readonly<Partial<Record<Facet, number>>> = { tuoi: 6, 'trinh-do': 6, 'xac-minh': 5, gioi: 3 }

/** All values of one facet, units in the order of the register with their depth. */
export async function readFacet(ctx: Ctx, facet: Facet, c: Conditions): Promise<FacetView> {
  const asked = await askedOf(ctx, c)
  const counts = await facetCounts(ctx.tx, asked, await foundCount(ctx.tx, asked), ctx.now)
  const units = await unitsOn(ctx.tx, asked.day)
  const options = optionsOf(facet, counts, units, wordOf(units, await labelsFor(ctx.tx, asked.day, [])))
  if (facet !== 'don-vi' && facet !== 'dia-ban')
    return { conditions: c, facet, options: options.map((o) => ({ ...o, depth: 0 })) }
  return { conditions: c, facet, options: treeOf(options, units) }
}

/** Values in the order of the tree: a unit comes before those below it, and counts them in. */
function treeOf(options: readonly FacetOption[], units: readonly Unit[]): FacetView['options'] {
  const own = new Map(options.map((o) => [o.value, o]))
  const children = Map.groupBy(units, (u) => u.parentId ?? '')
  const known = new Set(units.map((u) => u.id))
  const walk = (u: Unit, depth: number): FacetView['options'] => {
    const inner = (children.get(u.id) ?? []).flatMap((child) => walk(child, depth + 1))
    const below = inner.filter((o) => o.depth === depth + 1).reduce((sum, o) => sum + o.count, 0)
    const count = (own.get(u.code)?.count ?? 0) + below
    const label = u.kind === 'body' ? u.officeName : u.name
    return count === 0 ? [] : [{ value: u.code, label, count, depth }, ...inner]
  }
  return units.filter((u) => u.parentId === null || !known.has(u.parentId)).flatMap((u) => walk(u, 0))
}

function rowOf(p: ListedPerson, labels: Labels): PersonRow {
  const degree =
    (p.degreeCode === null ? null : labels.code('trinh-do', p.degreeCode)) ??
    (p.degree === 0 ? '' : (DEGREE_LABELS[p.degree] ?? ''))
  const title = p.title === null ? '' : (labels.code('hoc-ham', p.title) ?? p.title)
  return {
    id: p.id,
    code: p.code,
    name: p.name,
    birth: p.birth,
    degree: [title, degree].filter((t) => t !== '').join(', '),
    field: p.major ?? (p.sector === null ? '' : (labels.code('linh-vuc', p.sector) ?? p.sector)),
    unit: (p.workUnit === null ? p.workText : labels.body(p.workUnit)) ?? labels.body(p.unitId) ?? '',
    level: p.level,
    completeness: p.completeness,
    changed: dayOf(p.changedAt),
  }
}

/** Lists of codes of facets that are not called as their list. */
const LIST_OF: Readonly<Partial<Record<Facet, string>>> = {
  'ngoai-ngu': 'kha-nang-ngoai-ngu',
  'hien-trang': 'tinh-trang-lam-viec',
}

/** A value of a facet in words. */
type WordOf = (facet: Facet, value: string) => string

/** What a value of a facet is called, units and codes by their names. */
export const wordOf =
  (units: readonly Unit[], labels: Labels): WordOf =>
  (facet, value) => {
    if (facet === 'don-vi' || facet === 'dia-ban' || facet === 'co-quan') {
      const u = units.find((x) => x.code === value || x.id === value)
      if (facet === 'co-quan') return `Làm việc tại ${u?.officeName ?? value}`
      return u === undefined ? value : facet === 'don-vi' ? u.officeName : u.name
    }
    const met = { chuan: 'Chuẩn đào tạo', 'chuan-vi-tri': 'Tiêu chuẩn vị trí' } as const
    if (facet === 'chuan' || facet === 'chuan-vi-tri')
      return `${met[facet]}: ${(labels.code('dat-chuan', value) ?? value).toLowerCase()}`
    if (facet === 'cap-co-quan') return `Cơ quan ${(labels.code('cap-co-quan', value) ?? value).toLowerCase()}`
    if (facet === 'tuoi') return ageLabel(value)
    if (facet === 'gioi') return value === 'nam' || value === 'nu' ? SEXES[value].label : 'Chưa rõ giới tính'
    if (facet === 'trinh-do')
      return value.startsWith('tu-')
        ? `${DEGREE_LABELS[value.slice(3)] ?? ''} trở lên`
        : (DEGREE_LABELS[value] ?? value)
    if (facet === 'xac-minh') return LEVELS[value as keyof typeof LEVELS]?.label ?? value
    if (facet === 'ho-so') return `Đầy đủ ${COMPLETENESS[value]?.label ?? value}`
    if (facet === 'thieu') return NEEDS.find((n) => n.code === value)?.label ?? value
    return labels.code(LIST_OF[facet] ?? facet, value) ?? value
  }

/** Values of a facet with their counts; units are counted with all below them. */
function optionsOf(facet: Facet, counts: FacetCounts, units: readonly Unit[], word: WordOf): FacetOption[] {
  const found = counts[facet] ?? []
  if (facet !== 'don-vi' && facet !== 'dia-ban')
    return found.map((f) => ({ value: f.value, label: word(facet, f.value), count: f.count }))
  const byId = new Map(units.map((u) => [u.id, u]))
  return found.flatMap((f) => {
    const u = byId.get(f.value)
    return u === undefined ? [] : { value: u.code, label: facet === 'don-vi' ? u.officeName : u.name, count: f.count }
  })
}

/** What to do when nothing fits: another spelling, and how many there are without each condition. */
async function suggestionsOf(ctx: Ctx, c: Conditions, word: WordOf): Promise<ListView['suggestions']> {
  const dropped = []
  const each = eachCondition(c)
  for (const t of each.length > 1 ? each : []) {
    const count = await foundCount(ctx.tx, await askedOf(ctx, t.without))
    if (count > 0)
      dropped.push({ words: t.facet === 'q' ? t.value : word(t.facet, t.value), without: addressOf(t.without), count })
  }
  return { word: c.q === '' ? null : await nearestSpelling(ctx, c), dropped: dropped.sort((a, b) => b.count - a.count) }
}

async function nearestSpelling(ctx: Ctx, c: Conditions): Promise<ListView['suggestions']['word']> {
  if (readSought(c.q).kind !== 'name') return null
  const known = await nameWordsInUse(ctx.tx, ctx.actor.scope)
  const plain = new Set(known.map((k) => fold(k.word)))
  for (const typed of c.q.split(' ')) {
    if (plain.has(fold(typed))) continue
    const near = nearestWord(typed, known)
    if (near !== null)
      return { typed, near, href: addressOf({ ...c, q: c.q.replace(typed, near), sort: 'khop', page: 1 }) }
  }
  return null
}

/** What the export page shows for the list of an address, or for the ticked people of it. */
export async function readExport(
  ctx: Ctx,
  raw: Readonly<Record<string, unknown>>,
  codes: readonly string[],
): Promise<ExportView> {
  const c = readConditions(raw)
  const asked = await askedOf(ctx, c)
  const word = wordOf(await unitsOn(ctx.tx, asked.day), await labelsFor(ctx.tx, asked.day, []))
  const basic = canExportBasic.allows(ctx.actor)
  return {
    total: await foundCount(ctx.tx, asked),
    codes,
    back: addressOf(c),
    terms: eachCondition(c).map((t) => ({
      words: t.facet === 'q' ? `"${t.value}"` : word(t.facet, t.value),
      without: addressOf(t.without, '/tri-thuc/xuat'),
    })),
    query: [...new URLSearchParams(queryOf({ ...c, page: 1 }))],
    listed: exportColumns('danh-sach', basic).map((x) => x.heading),
    all: exportColumns('day-du', basic).length,
    basic,
    purpose: defaultPurpose(ctx.actor),
  }
}

/** Rows of the search box: the people whose names fit best, headline only. */
export async function searchPeople(ctx: Ctx, typed: string): Promise<SearchRow[]> {
  if (!canSeePeople.allows(ctx.actor) || typed.length < 2) return []
  const asked = await askedOf(ctx, readConditions({ q: typed }))
  const ids = await foundIds(ctx.tx, asked, { sort: 'khop', direction: 'asc', limit: 6, offset: 0 })
  const people = await listedPeople(ctx.tx, ids, asked.day)
  const labels = await labelsFor(
    ctx.tx,
    asked.day,
    people.flatMap((p) => [p.unitId, p.workUnit ?? p.unitId]),
  )
  return people.map((p) => {
    const r = rowOf(p, labels)
    return {
      label: p.name,
      detail: [r.birth?.slice(0, 4) ?? '', r.degree, r.unit].filter((t) => t !== '').join(' · '),
      href: `/tri-thuc/${p.code}`,
      kind: 'Hồ sơ',
    }
  })
}
