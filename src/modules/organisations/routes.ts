/** Đường dẫn của sổ bộ tổ chức. */
import { z } from 'zod'
import { addDays, type Day, dayOf, parseDay } from '../../kernel/day.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/action.ts'
import { nothing, optionalText } from '../../platform/http/input.ts'
import { page, type Route, submit } from '../../platform/http/route.ts'
import { loadRegister } from './actions/load-register.ts'
import { setAlias } from './actions/set-alias.ts'
import { undoAlias } from './actions/undo-alias.ts'
import { readRegisterFacts } from './facts.ts'
import { ALIASES, backTo, TREE } from './pages/address.ts'
import { aliasesPage } from './pages/aliases-page.ts'
import { type EventView, eventPage } from './pages/event-page.ts'
import { type Compared, type TreeView, treePage } from './pages/tree-page.ts'
import { type Kin, type UnitView, unitPage } from './pages/unit-page.ts'
import { canLoadRegister, canNameUnits, canReadRegister, canRecordEvents } from './rights.ts'
import { compareDays } from './rules/compare-days.ts'
import { findByText } from './rules/search.ts'
import { countKinds, subtree, treeOn } from './rules/tree.ts'
import { type RecordedEvent, recordedEvent } from './views/drafts.ts'
import {
  aliases,
  eventLines,
  events,
  findUnitByCode,
  registerStart,
  territoryRoot,
  unitRecord,
  unitsByIds,
  unitsOn,
} from './views.ts'
import type { OrgEvent, Unit } from './words.ts'

type TreeInput = { ngay: string; tim: string; so: string }

/** The tree as of the day asked for; a day that does not exist shows today and says so. */
async function treeView(ctx: Ctx, q: TreeInput): Promise<Decision<TreeView>> {
  const asked = q.ngay === '' ? null : parseDay(q.ngay)
  const day = asked ?? dayOf(ctx.now)
  const start = await registerStart(ctx.tx)
  const { units, root } = await territoryRoot(ctx.tx, day)
  const inside = root ? new Set(subtree(units, [root.id])) : new Set<string>()
  const shown = units.filter((u) => inside.has(u.id))
  const nameOf = new Map(units.map((u) => [u.id, u.name]))
  return accept({
    day,
    start,
    wrongDay: q.ngay !== '' && asked === null ? q.ngay : null,
    typed: q.tim,
    root,
    tree: root ? treeOn(units, root.id) : null,
    groupOf: Object.fromEntries(shown.map((u) => [u.code, u.group])),
    counts: countKinds(shown),
    compared: await comparedWith(ctx, shown, parseDay(q.so)),
    found: findByText(shown, q.tim).map((u) => ({ ...u, parentName: nameOf.get(u.parentId ?? '') ?? '' })),
    events: await eventLines(ctx.tx),
  })
}

/** An event that was taken back has no links any more; what it was stays to be read. */
const takenBack = (r: RecordedEvent | null): OrgEvent | null =>
  r?.content && r.reversedAt !== null ? { ...r.content, id: r.id, edges: [] } : null

async function eventView(ctx: Ctx, q: { key: string }): Promise<Decision<EventView>> {
  const recorded = await recordedEvent(ctx.tx, q.key)
  const event = (await events(ctx.tx)).find((e) => e.key === q.key) ?? takenBack(recorded)
  if (!event) return refuse('absent', 'organisations.event', 'Không có sự kiện tổ chức này trong sổ bộ.')
  const named = (units: readonly Unit[]) => Object.fromEntries(units.map((u) => [u.id, { code: u.code, name: u.name }]))
  return accept({
    event,
    before: named(await unitsOn(ctx.tx, addDays(event.on, -1))),
    after: named(await unitsOn(ctx.tx, event.on)),
    recorded,
    mayReverse: canRecordEvents.allows(ctx.actor),
    today: dayOf(ctx.now),
  })
}

/** What is different from another day, among the units of the territory. */
async function comparedWith(ctx: Ctx, shown: readonly Unit[], other: Day | null): Promise<Compared | null> {
  if (other === null) return null
  const { units, root } = await territoryRoot(ctx.tx, other)
  const inside = root ? new Set(subtree(units, [root.id])) : new Set<string>()
  const then = units.filter((u) => inside.has(u.id))
  const parents = Object.fromEntries([...then, ...shown].map((u) => [u.id, u.name]))
  return { with: other, changes: compareDays(then, shown), parents }
}

async function unitView(ctx: Ctx, q: { code: string; ngay: string }): Promise<Decision<UnitView>> {
  const day = parseDay(q.ngay) ?? dayOf(ctx.now)
  const unit = (await findUnitByCode(ctx.tx, q.code, day)) ?? (await findUnitByCode(ctx.tx, q.code))
  const record = unit ? await unitRecord(ctx.tx, unit.id) : null
  if (!unit || !record) return refuse('absent', 'organisations.unit', `Không có đơn vị mã ${q.code} trong sổ bộ.`)
  const history = await events(ctx.tx)
  const kin = kinOf(unit.id, history)
  const others = await unitsByIds(ctx.tx, [...kin.ids, ...record.parents.map((p) => p.id)])
  const named = new Map(others.map((u) => [u.id, u]))
  const withNames = (list: readonly (Omit<Kin, 'other'> & { id: string | null })[]): Kin[] =>
    list.map(({ id, ...k }) => ({ ...k, other: id === null ? null : (named.get(id) ?? null) }))
  return accept({
    unit,
    record,
    day,
    parentNames: Object.fromEntries(others.map((u) => [u.id, u])),
    predecessors: withNames(kin.before),
    successors: withNames(kin.after),
    children: (await unitsOn(ctx.tx, day)).filter((u) => u.parentId === unit.id),
  })
}

/** Links of a unit to others; that it goes on itself is no link to show. */
function kinOf(unitId: string, history: readonly OrgEvent[]) {
  const links = history.flatMap((e) => e.edges.map((x) => ({ x, e }))).filter(({ x }) => x.from !== x.to)
  const line = ({ x, e }: (typeof links)[number], id: string | null) => ({
    id,
    part: x.part,
    function: x.function,
    basis: x.basis,
    note: x.note,
    on: e.on,
    key: e.key,
    title: e.title,
    act: e.act,
  })
  const before = links.filter(({ x }) => x.to === unitId).map((l) => line(l, l.x.from))
  const after = links.filter(({ x }) => x.from === unitId).map((l) => line(l, l.x.to))
  return { before, after, ids: [...before, ...after].flatMap((k) => (k.id === null ? [] : [k.id])) }
}

/** The page a form stood on, without the form it had open. */
const pathOf = (address: string): string => address.split('?')[0] ?? address

/** The URL table. */
export const routes: readonly Route[] = [
  page<TreeInput, TreeView>({
    path: TREE,
    title: 'Tổ chức',
    right: canReadRegister,
    input: z.object({ ngay: optionalText(20), tim: optionalText(200), so: optionalText(20) }),
    view: treeView,
    html: treePage,
  }),
  submit({
    path: `${TREE}/nap`,
    title: 'Nạp sổ bộ kèm theo',
    right: canLoadRegister,
    action: loadRegister,
    input: () => readRegisterFacts(),
    next: (loaded) => ({ to: TREE, said: `Đã nạp ${loaded.units} đơn vị và ${loaded.events} sự kiện vào sổ bộ.` }),
    back: () => TREE,
  }),
  page({
    path: ALIASES,
    title: 'Tên gọi khác đã quyết định',
    right: canReadRegister,
    input: nothing(),
    view: async (ctx) => accept({ aliases: await aliases(ctx.tx), mayDecide: canNameUnits.allows(ctx.actor) }),
    html: aliasesPage,
  }),
  submit({
    path: ALIASES,
    title: 'Quyết định tên cơ quan',
    right: canNameUnits,
    action: setAlias,
    next: (set, raw) => ({
      to: pathOf(backTo(raw.ve)),
      said: `Đã quyết định tên «${set.written}». Các bản đọc và lần ban hành sau dùng quyết định này.`,
    }),
    back: (raw) => backTo(raw.ve),
  }),
  submit({
    path: `${ALIASES}/hoan-tac`,
    title: 'Hoàn tác quyết định tên cơ quan',
    right: canNameUnits,
    action: undoAlias,
    next: (undone, raw) => ({ to: backTo(raw.ve), said: `Đã hoàn tác quyết định về tên «${undone.written}».` }),
    back: (raw) => backTo(raw.ve),
  }),
  page<{ key: string }, EventView>({
    path: `${TREE}/su-kien/:key`,
    title: (v) => v.event.title,
    right: canReadRegister,
    input: z.object({ key: optionalText(80) }),
    view: eventView,
    html: eventPage,
  }),
  page<{ code: string; ngay: string }, UnitView>({
    path: `${TREE}/:code`,
    title: (v) => v.unit.name,
    right: canReadRegister,
    input: z.object({ code: optionalText(40), ngay: optionalText(20) }),
    view: unitView,
    html: unitPage,
  }),
]
