/** Đường dẫn của mô-đun Chỉ tiêu. */
import { z } from 'zod'
import { accept, refuse } from '../../kernel/result.ts'
import { nothing, text } from '../../platform/http/input.ts'
import { page, type Route, submit } from '../../platform/http/route.ts'
import type { Measure } from '../../platform/measure.ts'
import { recordValue } from './actions/record-value.ts'
import { officialFigures } from './official-figures.ts'
import { listPage } from './pages/list.ts'
import { onePage } from './pages/one.ts'
import { SERIES_FILTERS, seriesPage } from './pages/series.ts'
import { canRecordValue, canSeeIndicators } from './rights.ts'
import { indicatorViews } from './views.ts'

/** The URL table. */
export const routesWith = (_measuresOf: () => readonly Measure[]): readonly Route[] => [
  page({
    path: '/chi-tieu',
    title: 'Chỉ tiêu',
    right: canSeeIndicators,
    input: nothing(),
    view: async (ctx) => accept({ list: await indicatorViews(ctx.tx) }),
    html: listPage,
  }),
  page({
    path: '/chi-tieu/so-lieu',
    title: 'Số liệu chính thức',
    right: canSeeIndicators,
    input: z.object({ loc: z.enum(SERIES_FILTERS).catch('tat-ca') }),
    view: async (ctx, q) => accept({ figures: await officialFigures(ctx.tx), filter: q.loc }),
    html: seriesPage,
  }),
  page({
    path: '/chi-tieu/:code',
    title: (v) => `${v.indicator.code} ${v.indicator.name}`,
    right: canSeeIndicators,
    input: z.object({ code: text(40, 'Chọn chỉ tiêu') }),
    view: async (ctx, input) => {
      const indicator = (await indicatorViews(ctx.tx)).find((d) => d.code === input.code)
      if (indicator === undefined) return refuse('absent', 'indicator.absent', `Không có chỉ tiêu mã ${input.code}.`)
      return accept({ indicator, mayRecord: canRecordValue.allows(ctx.actor, indicator.custodianUnitId ?? '') })
    },
    html: onePage,
  }),
  submit({
    path: '/chi-tieu/:code',
    title: 'Ghi số liệu',
    right: canRecordValue,
    action: recordValue,
    next: (done) => ({ to: `/chi-tieu/${done.code}`, said: `Đã ghi số liệu của chỉ tiêu ${done.code}.` }),
    back: (raw) => `/chi-tieu/${String(raw.code)}`,
  }),
]
