/** Đường dẫn của chế độ và kỳ báo cáo. */
import { z } from 'zod'
import { year } from '../../../platform/http/input.ts'
import { page, type Route, submit } from '../../../platform/http/route.ts'
import { openPeriod } from '../actions/open-period.ts'
import { openingPage, regimePage } from '../pages/regime.ts'
import { readOpening, readRegime } from '../regime-screens.ts'
import { canRunPeriod } from '../rights.ts'

/** Pages and submissions of regimes and periods. */
export const ofRegimes: readonly Route[] = [
  page({
    path: '/quan-tri/che-do',
    title: 'Chế độ báo cáo',
    right: canRunPeriod,
    input: z.object({}),
    view: (ctx) => readRegime(ctx),
    html: regimePage,
  }),
  page({
    path: '/quan-tri/che-do/mo-ky',
    title: (v) => `Mở kỳ báo cáo ${v.year}`,
    right: canRunPeriod,
    input: z.object({ nam: year() }),
    view: (ctx, q) => readOpening(ctx, canRunPeriod, q.nam),
    html: openingPage,
  }),
  submit({
    path: '/quan-tri/che-do/mo-ky',
    title: 'Mở kỳ báo cáo',
    right: canRunPeriod,
    action: openPeriod,
    next: (out) => ({ to: `/tong-hop/${out.year}`, said: `Đã mở kỳ báo cáo ${out.year} cho ${out.bodies} cơ quan.` }),
    back: (raw) => `/quan-tri/che-do/mo-ky?nam=${raw.year}`,
  }),
]
