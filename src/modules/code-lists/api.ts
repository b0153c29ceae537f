/** Danh mục cho máy: which lists there are, the entries of one on a day. */
import { z } from 'zod'
import { dayOf } from '../../kernel/day.ts'
import { accept, refuse } from '../../kernel/result.ts'
import { type ApiRoute, apiList, validityOut } from '../../platform/http/api-route.ts'
import { windowOf } from '../../platform/http/cursor.ts'
import { optionalDay, optionalText } from '../../platform/http/input.ts'
import { canReadLists } from './rights.ts'
import { entriesOf, type ListLine, listsOn, versionOn, versionsOf } from './views.ts'
import { type Entry, STATUSES } from './words.ts'

const asOf = optionalDay().meta({ description: 'Ngày xem; bỏ trống là hôm nay' })
const status = z.enum(Object.keys(STATUSES))

const listOut = z.object({
  list: z.string(),
  title: z.string(),
  version: z.string(),
  source: z.string(),
  status,
  valid: validityOut(),
  entries: z.int(),
  holds: z.boolean(),
})

const entryOut = z.object({
  code: z.string(),
  label: z.string(),
  parent: z.string().nullable(),
  aliases: z.array(z.string()),
  mapsTo: z.array(z.string()),
  note: z.string(),
  status,
})

/** Addresses for machines. */
export const api: readonly ApiRoute[] = [
  apiList({
    path: '/api/v1/code-lists',
    title: 'Các danh mục',
    right: canReadLists,
    input: z.object({ asOf }),
    row: listOut,
    key: z.tuple([z.string()]),
    keyOf: (l: ListLine): [string] => [l.list],
    view: async (ctx, q, window) => {
      const day = q.asOf ?? dayOf(ctx.now)
      const lists = await listsOn(ctx.tx, day)
      return accept({ rows: windowOf(lists, (l) => l.list, window), total: lists.length, asOf: day })
    },
  }),
  apiList({
    path: '/api/v1/code-lists/:name',
    title: 'Các mục của một danh mục trong một ngày',
    right: canReadLists,
    input: z.object({ name: optionalText(60), asOf }),
    row: entryOut,
    key: z.tuple([z.string()]),
    keyOf: (e: Pick<Entry, 'code'>): [string] => [e.code],
    view: async (ctx, q, window) => {
      const day = q.asOf ?? dayOf(ctx.now)
      const known = await versionsOf(ctx.tx, q.name)
      if (known.length === 0) return refuse('absent', 'code-lists.unknown', 'Không có danh mục này.')
      const version = await versionOn(ctx.tx, q.name, day)
      const entries = version === null ? [] : await entriesOf(ctx.tx, version.id)
      const rows = entries.map((e) => ({ ...e, status: e.status ?? version?.status }))
      return accept({ rows: windowOf(rows, (e) => e.code, window), total: rows.length, asOf: day })
    },
  }),
]
