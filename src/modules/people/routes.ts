/** Đường dẫn: /tri-thuc. */
import { z } from 'zod'
import { accept } from '../../kernel/result.ts'
import { optionalDay, optionalText, text } from '../../platform/http/input.ts'
import { page, type Route } from '../../platform/http/route.ts'
import { readFacet, readPeopleList } from './list-screen.ts'
import { facetPage, peopleListPage } from './pages/list.ts'
import { profilePage } from './pages/profile.ts'
import { readProfile } from './profile-screen.ts'
import { canSeePeople } from './rights.ts'
import { FACETS, readConditions } from './rules/conditions.ts'
import { TABS } from './rules/dossier-view.ts'

/** Conditions of a list, from its address. */
const conditions = z.looseObject({}).transform(readConditions)

const code = text(20, 'Thiếu mã hồ sơ')

/** How a dossier is looked at, from its address; what cannot be read is left out. */
const profileQuery = z
  .object({
    code,
    muc: z.enum(TABS).catch('tong-quan'),
    'tai-ngay': optionalDay().catch(null),
    'biet-ngay': optionalDay().catch(null),
    ds: optionalText(500).catch(''),
    vi: z.coerce.number().int().min(0).max(5_000_000).nullable().catch(null),
  })
  .transform((q) => ({
    code: q.code,
    tab: q.muc,
    day: q['tai-ngay'],
    knownOn: q['biet-ngay'],
    list: q.vi === null ? null : q.ds,
    place: q.vi,
  }))

/** The URL table. */
export const routes: readonly Route[] = [
  page({
    path: '/tri-thuc',
    title: 'Hồ sơ trí thức',
    right: canSeePeople,
    input: conditions,
    view: async (ctx, c) => accept(await readPeopleList(ctx, c)),
    html: peopleListPage,
  }),
  page({
    path: '/tri-thuc/loc/:facet',
    title: 'Chọn điều kiện lọc',
    right: canSeePeople,
    input: z
      .looseObject({ facet: z.enum(FACETS) })
      .transform((raw) => ({ facet: raw.facet, conditions: readConditions(raw) })),
    view: async (ctx, q) => accept(await readFacet(ctx, q.facet, q.conditions)),
    html: facetPage,
  }),
  page({
    path: '/tri-thuc/:code',
    title: (v) => v.name ?? 'Hồ sơ trí thức',
    right: canSeePeople,
    input: profileQuery,
    view: (ctx, q) => readProfile(ctx, q),
    elsewhere: (v) => v.movedTo,
    html: profilePage,
  }),
]
