/** Đường dẫn: /tri-thuc. */
import { z } from 'zod'
import { accept } from '../../kernel/result.ts'
import { page, type Route } from '../../platform/http/route.ts'
import { readFacet, readPeopleList } from './list-screen.ts'
import { facetPage, peopleListPage } from './pages/list.ts'
import { canSeePeople } from './rights.ts'
import { FACETS, readConditions } from './rules/conditions.ts'

/** Conditions of a list, from its address. */
const conditions = z.looseObject({}).transform(readConditions)

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
]
