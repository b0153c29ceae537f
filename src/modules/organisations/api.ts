/** Tổ chức cho máy: the units of a day, one unit, the events that changed them. */
import { z } from 'zod'
import { type Day, dayOf } from '../../kernel/day.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/action.ts'
import { type ApiRoute, apiList, apiOne, dayOut, validityOut } from '../../platform/http/api-route.ts'
import { windowOf } from '../../platform/http/cursor.ts'
import { optionalDay, optionalText } from '../../platform/http/input.ts'
import { canReadRegister } from './rights.ts'
import { type EventLine, eventLines, findUnitByCode, unitsByIds, unitsOn } from './views.ts'
import { EVENT_KINDS, KINDS, UNIT_GROUPS, type Unit } from './words.ts'

const asOf = optionalDay().meta({ description: 'Ngày xem; bỏ trống là hôm nay' })

const unitOut = z.object({
  id: z.uuid(),
  code: z.string(),
  kind: z.enum(Object.keys(KINDS)),
  type: z.string().nullable(),
  group: z.enum(Object.keys(UNIT_GROUPS)),
  name: z.string(),
  officeName: z.string(),
  parentCode: z.string().nullable(),
  valid: validityOut(),
})

type UnitRow = Unit & { readonly parentCode: string | null }

async function unitRows(ctx: Ctx, day: Day): Promise<UnitRow[]> {
  const units = await unitsOn(ctx.tx, day)
  const codes = new Map(units.map((u) => [u.id, u.code]))
  return units.map((u) => ({ ...u, parentCode: codes.get(u.parentId ?? '') ?? null }))
}

async function oneUnit(ctx: Ctx, q: { code: string; asOf: Day | null }): Promise<Decision<UnitRow>> {
  const unit = await findUnitByCode(ctx.tx, q.code, q.asOf ?? undefined)
  if (unit === null) return refuse('absent', 'organisations.unit', 'Không có đơn vị nào mang mã này trong ngày ấy.')
  const [parent] = await unitsByIds(ctx.tx, unit.parentId === null ? [] : [unit.parentId])
  return accept({ ...unit, parentCode: parent?.code ?? null })
}

const eventOut = z.object({
  key: z.string(),
  kind: z.enum(Object.keys(EVENT_KINDS)),
  on: dayOut(),
  title: z.string(),
  act: z.string(),
  source: z.string(),
})

/** Addresses for machines. */
export const api: readonly ApiRoute[] = [
  apiList({
    path: '/api/v1/organisations',
    title: 'Danh sách cơ quan, đơn vị của một ngày',
    right: canReadRegister,
    input: z.object({ asOf, group: optionalText(40).meta({ description: 'Mã nhóm cơ quan' }) }),
    row: unitOut,
    key: z.tuple([z.string()]),
    keyOf: (u: UnitRow): [string] => [u.code],
    view: async (ctx, q, window) => {
      const day = q.asOf ?? dayOf(ctx.now)
      const units = (await unitRows(ctx, day)).filter((u) => q.group === '' || u.group === q.group)
      return accept({ rows: windowOf(units, (u) => u.code, window), total: units.length, asOf: day })
    },
  }),
  apiOne({
    path: '/api/v1/organisations/:code',
    title: 'Một cơ quan, đơn vị',
    right: canReadRegister,
    input: z.object({ code: optionalText(40), asOf }),
    output: unitOut,
    view: oneUnit,
  }),
  apiList({
    path: '/api/v1/organisation-events',
    title: 'Sự kiện tổ chức',
    right: canReadRegister,
    input: z.object({}),
    row: eventOut,
    key: z.tuple([z.string()]),
    keyOf: (e: EventLine): [string] => [e.key],
    view: async (ctx, _q, window) => {
      const events = await eventLines(ctx.tx)
      return accept({ rows: windowOf(events, (e) => e.key, window), total: events.length })
    },
  }),
]
