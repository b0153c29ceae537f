/** Đường dẫn của danh bạ: the list with its filters and kept views, and the files made of it. */
import { z } from 'zod'
import { accept } from '../../../kernel/result.ts'
import { performIn } from '../../../platform/action.ts'
import { download, page, type Route, submit } from '../../../platform/http/route.ts'
import { exportPeople } from '../actions/export-people.ts'
import { keepView } from '../actions/keep-view.ts'
import { removeView } from '../actions/remove-view.ts'
import { readExport, readFacet, readPeopleList } from '../list-screen.ts'
import { exportPage } from '../pages/export.ts'
import { facetPage, peopleListPage } from '../pages/list.ts'
import { canExportPeople, canSeePeople } from '../rights.ts'
import { FACETS, readConditions } from '../rules/conditions.ts'
import { isWhole, pickedCodes } from './address.ts'

/** Conditions of a list, from its address. */
const conditions = z.looseObject({}).transform(readConditions)

/** Routes of the list. */
export const listRoutes: readonly Route[] = [
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
  submit({
    path: '/tri-thuc/cach-xem',
    title: 'Lưu cách xem',
    right: canSeePeople,
    action: keepView,
    next: (out) => ({
      to: out.conditions === '' ? '/tri-thuc' : `/tri-thuc?${out.conditions}`,
      said: `Đã lưu cách xem "${out.name}".`,
    }),
    back: (raw) => `/tri-thuc?${String(raw.conditions ?? '')}`,
  }),
  submit({
    path: '/tri-thuc/cach-xem/xoa',
    title: 'Xóa cách xem',
    right: canSeePeople,
    action: removeView,
    next: (out) => ({ to: '/tri-thuc', said: `Đã xóa cách xem "${out.name}".` }),
    back: () => '/tri-thuc',
  }),
  page({
    path: '/tri-thuc/xuat',
    title: 'Xuất hồ sơ trí thức',
    right: canExportPeople,
    input: z.looseObject({ chon: pickedCodes }),
    view: async (ctx, q) => accept(await readExport(ctx, q, isWhole(q) ? [] : q.chon)),
    html: exportPage,
  }),
  download({
    path: '/tri-thuc/xuat/tep',
    title: 'Tải danh sách hồ sơ',
    right: canExportPeople,
    input: z.looseObject({ chon: pickedCodes }),
    file: (ctx, q) =>
      performIn(ctx, exportPeople, { format: q.dang, columns: q.cot, purpose: q['muc-dich'], codes: q.chon, query: q }),
  }),
]
