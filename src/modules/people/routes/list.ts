/** Đường dẫn của danh bạ: the list with its filters and kept views, and the files made of it. */
import { z } from 'zod'
import { accept } from '../../../kernel/result.ts'
import { performIn } from '../../../platform/action.ts'
import { dayField, optionalText, text } from '../../../platform/http/input.ts'
import { download, page, type Route, submit } from '../../../platform/http/route.ts'
import { exportPeople } from '../actions/export-people.ts'
import { findByNumber } from '../actions/find-by-number.ts'
import { keepView } from '../actions/keep-view.ts'
import { removeView } from '../actions/remove-view.ts'
import { readHappened } from '../happenings.ts'
import { readExport, readFacet, readPeopleList } from '../list-screen.ts'
import { exportPage } from '../pages/export.ts'
import { happenedPage } from '../pages/happened.ts'
import { facetPage, peopleListPage } from '../pages/list.ts'
import { canExportPeople, canSeeBasic, canSeePeople } from '../rights.ts'
import { type Conditions, FACETS, readConditions } from '../rules/conditions.ts'
import { readSought } from '../rules/name-query.ts'
import { isWhole, pickedCodes } from './address.ts'

/** Conditions of a list, from its address. */
const conditions = z.looseObject({}).transform(readConditions)

/** A citizen number is not looked for by an address: what stands there stays in logs and histories. */
const withoutNumber = (c: Conditions): Conditions =>
  readSought(c.q).kind === 'number' ? { ...c, q: '', sort: c.sort === 'khop' ? 'ten' : c.sort, page: 1 } : c

const listed = z.preprocess(
  (v) => (v === undefined || Array.isArray(v) ? v : [v]),
  z.array(z.string().max(60)).max(20).optional(),
)

/** What happened between two days, from its address. */
const happening = z
  .object({
    code: text(40, 'Thiếu mã con số'),
    tu: dayField('Thiếu ngày đầu'),
    den: dayField('Thiếu ngày cuối'),
    'co-quan': listed,
    'trinh-do': listed,
    'ly-do': listed,
    'duoi-tuoi': listed,
    'tu-cap-tinh': listed,
    thuoc: optionalText(60),
  })
  .transform(({ code, tu, den, thuoc, ...where }) => ({
    code,
    from: tu,
    to: den,
    territory: thuoc === '' ? undefined : thuoc,
    where: Object.fromEntries(Object.entries(where).filter((e): e is [string, string[]] => e[1] !== undefined)),
  }))

/** Routes of the list. */
export const listRoutes: readonly Route[] = [
  page({
    path: '/tri-thuc',
    title: 'Hồ sơ trí thức',
    right: canSeePeople,
    input: conditions,
    view: async (ctx, c) => accept(await readPeopleList(ctx, withoutNumber(c))),
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
    path: '/tri-thuc/viec/:code',
    title: (v) => v.label,
    right: canSeeBasic,
    input: happening,
    view: readHappened,
    html: happenedPage,
  }),
  submit({
    path: '/tri-thuc/tim-so',
    title: 'Tìm theo số định danh',
    right: canSeeBasic,
    action: findByNumber,
    next: (out) => ({ to: `/tri-thuc?q=${out.code}` }),
    back: () => '/tri-thuc',
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
