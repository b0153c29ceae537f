/** Màn hình danh bạ: what the list page is drawn from. */
import { dayOf } from '../../kernel/day.ts'
import { fold } from '../../kernel/text.ts'
import type { Ctx } from '../../platform/action.ts'
import type { SearchRow } from '../../platform/module.ts'
import { askedOf, unitsNamed } from './asking.ts'
import { labelsFor } from './labels.ts'
import type { ExportView } from './pages/export.ts'
import type { FacetView, ListView, PersonRow } from './pages/list.ts'
import { canConfirmFacts, canEditPeople, canExportBasic, canExportPeople, canSeeBasic, canSeePeople } from './rights.ts'
import { exportColumns } from './rules/columns.ts'
import {
  addressOf,
  type Conditions,
  DEGREE_LABELS,
  eachCondition,
  FACETS,
  type Facet,
  queryOf,
  readConditions,
} from './rules/conditions.ts'
import { optionsOf, termsOf, treeOf, type WordOf, wordOf } from './rules/facet-values.ts'
import { nearestWord, readSought } from './rules/name-query.ts'
import { yearOnly } from './rules/professional.ts'
import { defaultPurpose } from './rules/purpose.ts'
import type { Labels } from './rules/showing.ts'
import { facetCounts } from './views/facets.ts'
import { foundCount, foundIds, foundPage, nameWordsInUse } from './views/found.ts'
import { type ListedPerson, listedPeople } from './views/list.ts'
import { savedViews } from './views/saved.ts'

/** People on a page. */
export const PAGE = 50

/** The list of an address. */
export async function readPeopleList(ctx: Ctx, c: Conditions): Promise<ListView> {
  const asked = await askedOf(ctx, c)
  const part = { sort: c.sort, direction: c.direction, limit: PAGE, offset: (c.page - 1) * PAGE }
  const { ids, total } = await foundPage(ctx.tx, asked, part)
  const people = await listedPeople(ctx.tx, ids, asked.day)
  const counts = total === 0 ? {} : await facetCounts(ctx.tx, asked, total, ctx.now)
  const units = await unitsNamed(ctx, c, asked.day)
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
    rows: people.map((p) => rowOf(ctx, p, labels)),
    facets: FACETS.filter((f) => c.chosen[f] === undefined).flatMap((facet) => {
      const options = optionsOf(facet, counts[facet] ?? [], units, word)
      if (options.length < 2) return []
      return {
        facet,
        options: options.slice(0, SHOWN[facet] ?? 5),
        more: Math.max(0, options.length - (SHOWN[facet] ?? 5)),
      }
    }),
    terms: termsOf(c, word).map((t) => ({ ...t, without: addressOf(t.without) })),
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
  const units = await unitsNamed(ctx, c, asked.day)
  const options = optionsOf(facet, counts[facet] ?? [], units, wordOf(units, await labelsFor(ctx.tx, asked.day, [])))
  if (facet !== 'don-vi' && facet !== 'dia-ban')
    return { conditions: c, facet, options: options.map((o) => ({ ...o, depth: 0 })) }
  return { conditions: c, facet, options: treeOf(options, units) }
}

function rowOf(ctx: Ctx, p: ListedPerson, labels: Labels): PersonRow {
  const degree =
    (p.degreeCode === null ? null : labels.code('trinh-do', p.degreeCode)) ??
    (p.degree === 0 ? '' : (DEGREE_LABELS[p.degree] ?? ''))
  const title = p.title === null ? '' : (labels.code('hoc-ham', p.title) ?? p.title)
  return {
    id: p.id,
    code: p.code,
    name: p.name,
    birth: canSeeBasic.allows(ctx.actor, p.unitId) ? p.birth : yearOnly(p.birth),
    degree: [title, degree].filter((t) => t !== '').join(', '),
    field: p.major ?? (p.sector === null ? '' : (labels.code('linh-vuc', p.sector) ?? p.sector)),
    unit: (p.workUnit === null ? p.workText : labels.body(p.workUnit)) ?? labels.body(p.unitId) ?? '',
    level: p.level,
    completeness: p.completeness,
    changed: dayOf(p.changedAt),
  }
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
  const word = wordOf(await unitsNamed(ctx, c, asked.day), await labelsFor(ctx.tx, asked.day, []))
  const basic = canExportBasic.allows(ctx.actor)
  return {
    total: await foundCount(ctx.tx, asked),
    codes,
    back: addressOf(c),
    terms: termsOf(c, word).map(({ words, without }) => ({ words, without: addressOf(without, '/tri-thuc/xuat') })),
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
  // A citizen number is not looked for by the address of the search box.
  if (readSought(typed).kind === 'number')
    return [
      {
        label: 'Tìm theo số định danh',
        detail: 'Ở trang Hồ sơ trí thức; số không đứng trong địa chỉ',
        href: '/tri-thuc',
        kind: 'Làm',
      },
    ]
  const asked = await askedOf(ctx, readConditions({ q: typed }))
  const ids = await foundIds(ctx.tx, asked, { sort: 'khop', direction: 'asc', limit: 6, offset: 0 })
  const people = await listedPeople(ctx.tx, ids, asked.day)
  const labels = await labelsFor(
    ctx.tx,
    asked.day,
    people.flatMap((p) => [p.unitId, p.workUnit ?? p.unitId]),
  )
  return people.map((p) => {
    const r = rowOf(ctx, p, labels)
    return {
      label: p.name,
      detail: [r.birth?.slice(0, 4) ?? '', r.degree, r.unit].filter((t) => t !== '').join(' · '),
      href: `/tri-thuc/${p.code}`,
      kind: 'Hồ sơ',
    }
  })
}
