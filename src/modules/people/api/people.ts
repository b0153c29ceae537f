/** Danh sách trí thức cho máy: people as of a day by name, and the best of a search. */
import { z } from 'zod'
import { accept, type Decision } from '../../../kernel/result.ts'
import type { Ctx } from '../../../platform/action.ts'
import { type ApiRoute, apiAct, apiList, apiOne, dayOut, instantOut } from '../../../platform/http/api-route.ts'
import { optionalText, text, whole } from '../../../platform/http/input.ts'
import { unitsByIds } from '../../organisations/public.ts'
import { findByNumber } from '../actions/find-by-number.ts'
import { askedOf } from '../asking.ts'
import { canSeeBasic, canSeePeople } from '../rights.ts'
import { conditionsOf, type MachineQuery } from '../rules/machine-conditions.ts'
import { yearOnly } from '../rules/professional.ts'
import { foundAfter, foundCount, foundPage } from '../views/found.ts'
import { type ListedPerson, listedPeople } from '../views/list.ts'
import { conditions, partial, partialOut } from './conditions.ts'

const named = conditions.extend({ q: optionalText(100).meta({ description: 'Tên hoặc mã hồ sơ' }) })

const personRow = z.object({
  id: z.uuid(),
  code: z.string(),
  name: z.string(),
  sex: z.enum(['nam', 'nu']).nullable(),
  birth: partialOut,
  unitCode: z.string().nullable(),
  unitName: z.string().nullable(),
  workUnitName: z.string().nullable(),
  placeName: z.string().nullable(),
  sector: z.string().nullable(),
  category: z.string().nullable(),
  title: z.string().nullable(),
  leadership: z.string().nullable(),
  degree: z.string().nullable(),
  major: z.string().nullable(),
  level: z.int(),
  completeness: z.int(),
  changedAt: instantOut(),
})

/** Rows with bodies and places by code and name. */
async function rowsOf(ctx: Ctx, people: readonly ListedPerson[]) {
  const ids = people.flatMap((p) => [p.unitId, p.workUnit ?? p.unitId, p.placeUnit ?? p.unitId])
  const units = new Map((await unitsByIds(ctx.tx, ids)).map((u) => [u.id, u]))
  return people.map((p) => ({
    ...p,
    birth: partial(canSeeBasic.allows(ctx.actor, p.unitId) ? p.birth : yearOnly(p.birth)),
    unitCode: units.get(p.unitId)?.code ?? null,
    unitName: units.get(p.unitId)?.officeName ?? null,
    workUnitName: units.get(p.workUnit ?? '')?.officeName ?? p.workText,
    placeName: units.get(p.placeUnit ?? '')?.name ?? null,
    degree: p.degreeCode ?? (p.degree === 0 ? null : String(p.degree)),
  }))
}

type Row = Awaited<ReturnType<typeof rowsOf>>[number] & { readonly sort: string }

async function peopleAfter(ctx: Ctx, q: MachineQuery, window: { limit: number; after: [string, string] | null }) {
  const read = conditionsOf(q)
  if (!read.ok) return read
  const asked = await askedOf(ctx, read.value)
  const found = await foundAfter(ctx.tx, asked, window.after, window.limit)
  const sortOf = new Map(found.map((f) => [f.id, f.sort]))
  const people = await listedPeople(ctx.tx, [...sortOf.keys()], asked.day)
  const rows: Row[] = (await rowsOf(ctx, people)).map((r) => ({ ...r, sort: sortOf.get(r.id) ?? '' }))
  return accept({ rows, total: await foundCount(ctx.tx, asked), asOf: asked.day })
}

/** The best of a search, as the search box ranks them. */
async function bestOf(ctx: Ctx, q: MachineQuery & { limit: number }): Promise<Decision<unknown>> {
  const read = conditionsOf(q)
  if (!read.ok) return read
  const asked = await askedOf(ctx, read.value)
  const { ids, total } = await foundPage(ctx.tx, asked, { sort: 'khop', direction: 'asc', limit: q.limit, offset: 0 })
  const people = await rowsOf(ctx, await listedPeople(ctx.tx, ids, asked.day))
  return accept({ total, asOf: asked.day, people })
}

/** Lists of people. */
export const peopleApi: readonly ApiRoute[] = [
  apiList({
    path: '/api/v1/people',
    title: 'Danh sách trí thức của một ngày, theo tên, đệm, họ',
    right: canSeePeople,
    input: named,
    row: personRow,
    key: z.tuple([z.string(), z.uuid()]),
    keyOf: (r: Row): [string, string] => [r.sort, r.id],
    view: peopleAfter,
  }),
  apiOne({
    path: '/api/v1/people/find',
    title: 'Tìm người, đúng nhất trước',
    right: canSeePeople,
    input: named.extend({
      q: text(100, 'Nhập tên hoặc mã hồ sơ'),
      limit: whole()
        .refine((n) => n >= 1 && n <= 50, 'Từ 1 đến 50')
        .optional()
        .default(20),
    }),
    output: z.object({ total: z.int(), asOf: dayOut(), people: z.array(personRow) }),
    view: bestOf,
  }),
  apiAct({
    path: '/api/v1/people/find-by-number',
    title: 'Tìm người theo số định danh; số gửi trong thân yêu cầu',
    right: canSeeBasic,
    action: findByNumber,
    output: z.object({ code: z.string() }),
  }),
]
