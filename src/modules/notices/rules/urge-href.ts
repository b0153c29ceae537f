/** Địa chỉ trang đôn đốc: of a year of a regime; without a regime it is that of the Plan. */
import { PLAN_REGIME } from '../../reporting/public.ts'

/** Trang đôn đốc of a period, or one of the pages below it. */
export const urgeHref = (of: { readonly year: number; readonly regime?: string | undefined }, page = ''): string =>
  `/don-doc/${of.regime ?? PLAN_REGIME}/${of.year}${page === '' ? '' : `/${page}`}`
