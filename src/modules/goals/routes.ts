/** Đường dẫn: /muc-tieu. Figures are of the whole province, so they are read with its scope; who may do what is asked as ever. */
import { z } from 'zod'
import { accept } from '../../kernel/result.ts'
import { optionalNumber, optionalText, text } from '../../platform/http/input.ts'
import { page, type Route, submit } from '../../platform/http/route.ts'
import type { Measure } from '../../platform/measure.ts'
import { addOutlines } from './actions/add-outlines.ts'
import { explainMiss } from './actions/explain-miss.ts'
import { removeOutlines } from './actions/remove-outlines.ts'
import { setPath } from './actions/set-path.ts'
import { shareOut } from './actions/share-out.ts'
import { readCompare } from './compare.ts'
import { cascadeHref, compareHref, explainHref, GOALS, goalHref, MAPS, METHOD, pathHref } from './pages/address.ts'
import { comparePage } from './pages/compare.ts'
import { cascadePage, explainPage, pathPage } from './pages/forms.ts'
import { goalPage } from './pages/goal.ts'
import { listPage } from './pages/list.ts'
import { mapsPage } from './pages/maps.ts'
import { methodPage } from './pages/method.ts'
import { canExplain, canKeepMaps, canSeeGoals, canSetPaths } from './rights.ts'
import { type Foresee, readCascadeForm, readExplainForm, readGoal, readList, readPathForm } from './screens.ts'
import { outlineMaps } from './views.ts'

const code = text(40, 'Chọn mục tiêu')
const codeOf = (raw: Record<string, unknown>): string => String(raw.code)

/** The URL table; `measures` are those of all modules, `foresee` is what a module below makes of a goal. */
export const routes = (measures: () => readonly Measure[], foresee: Foresee): readonly Route[] => [
  page({
    path: GOALS,
    title: 'Mục tiêu',
    right: canSeeGoals,
    elevated: true,
    input: z.object({}),
    view: async (ctx) => accept(await readList(ctx, measures())),
    html: listPage,
  }),
  page({
    path: METHOD,
    title: 'Cách đánh giá mục tiêu',
    right: canSeeGoals,
    input: z.object({}),
    view: async () => accept(null),
    html: methodPage,
  }),
  page({
    path: MAPS,
    title: 'Bản đồ địa bàn',
    right: canKeepMaps,
    input: z.object({}),
    view: async (ctx) => accept({ maps: await outlineMaps(ctx.tx) }),
    html: mapsPage,
  }),
  submit({
    path: MAPS,
    title: 'Đưa ranh giới vào',
    right: canKeepMaps,
    action: addOutlines,
    next: (added) => ({ to: MAPS, said: `Đã đưa ${added.places} vùng vào bản đồ.` }),
    back: () => MAPS,
  }),
  submit({
    path: `${MAPS}/bo`,
    title: 'Bỏ bản đồ ranh giới',
    right: canKeepMaps,
    action: removeOutlines,
    next: (removed) => ({ to: MAPS, said: `Đã bỏ bản đồ «${removed.title}».` }),
    back: () => MAPS,
  }),
  page({
    path: goalHref(':code'),
    title: (v) => `${v.course.indicator.code} ${v.course.indicator.name}`,
    right: canSeeGoals,
    elevated: true,
    input: z.object({ code }),
    view: (ctx, q) => readGoal(ctx, measures(), q.code, foresee),
    html: goalPage,
  }),
  page({
    path: compareHref(':code'),
    title: 'So sánh địa bàn',
    right: canSeeGoals,
    elevated: true,
    input: z.object({
      code,
      ngay: optionalText(20),
      diaGioi: optionalText(20),
      cap: z.enum(['district', 'commune', '']).catch(''),
    }),
    view: (ctx, q) => readCompare(ctx, measures(), { code: q.code, day: q.ngay, hierarchy: q.diaGioi, level: q.cap }),
    html: comparePage,
  }),
  page({
    path: pathHref(':code'),
    title: 'Đặt lộ trình',
    right: canSetPaths,
    elevated: true,
    input: z.object({ code }),
    view: (ctx, q) => readPathForm(ctx, measures(), q.code),
    html: pathPage,
  }),
  submit({
    path: pathHref(':code'),
    title: 'Đặt lộ trình',
    right: canSetPaths,
    action: setPath,
    next: (done) => ({ to: goalHref(done.code), said: `Đã đặt lộ trình của mục tiêu ${done.code}.` }),
    back: (raw) => pathHref(codeOf(raw)),
  }),
  page({
    path: cascadeHref(':code'),
    title: 'Giao mục tiêu cho cơ quan',
    right: canSetPaths,
    elevated: true,
    input: z.object({ code, nam: optionalNumber().catch(null) }),
    view: (ctx, q) => readCascadeForm(ctx, measures(), q.code, q.nam),
    html: cascadePage,
  }),
  submit({
    path: cascadeHref(':code'),
    title: 'Giao mục tiêu cho cơ quan',
    right: canSetPaths,
    action: shareOut,
    next: (done) => ({
      to: `${goalHref(done.code)}#giao`,
      said: `Đã giao mốc năm ${done.year} cho ${done.bodies} cơ quan.`,
    }),
    back: (raw) => cascadeHref(codeOf(raw), Number(raw.year)),
  }),
  page({
    path: explainHref(':code'),
    title: 'Giải trình việc chưa đạt mốc',
    right: canExplain,
    elevated: true,
    input: z.object({ code }),
    view: (ctx, q) => readExplainForm(ctx, measures(), q.code),
    html: explainPage,
  }),
  submit({
    path: explainHref(':code'),
    title: 'Giải trình việc chưa đạt mốc',
    right: canExplain,
    action: explainMiss,
    next: (done) => ({ to: `${goalHref(done.code)}#chiu-trach-nhiem`, said: `Đã gửi giải trình năm ${done.year}.` }),
    back: (raw) => explainHref(codeOf(raw)),
  }),
]
