/** Địa chỉ và các trang con của Dự báo. */
import type { Seen } from '../../../platform/http/route.ts'
import { tabs } from '../../../ui/chips.ts'
import type { Html } from '../../../ui/html.ts'

/** First page. */
export const FORECASTS = '/du-bao'
export const SUPPLY = `${FORECASTS}/cung-cau`
export const SHORTAGE = `${FORECASTS}/nganh-thieu`
export const RETIRING = `${FORECASTS}/nghi-huu`
export const SCENARIOS = `${FORECASTS}/kich-ban`
export const WORKSPACE = `${SCENARIOS}/soan`
export const SAVING = `${SCENARIOS}/luu`
export const COMPARE = `${SCENARIOS}/so-sanh`
export const ASSUMED = `${FORECASTS}/gia-dinh`
export const CHECKED = `${FORECASTS}/doi-chieu`

/** A scenario that was saved. */
export const scenarioHref = (id: string): string => `${SCENARIOS}/${id}`

const TABS = [
  ['Khả năng đạt mục tiêu', FORECASTS],
  ['Cung và cầu', SUPPLY],
  ['Ngành thiếu người', SHORTAGE],
  ['Nghỉ hưu', RETIRING],
  ['Kịch bản', SCENARIOS],
  ['Giả định', ASSUMED],
  ['Đối chiếu', CHECKED],
] as const

/** The pages of the module that the reader may open, with the one that is shown. */
export const forecastTabs = (current: string, seen: Pick<Seen, 'opens'>): Html =>
  tabs(
    'Trang của dự báo',
    TABS.filter(([, href]) => seen.opens(href)).map(([label, href]) => ({
      label,
      href,
      ...(href === current ? { current: true } : {}),
    })),
  )

/** First crumb. */
export const crumb = { label: 'Dự báo', href: FORECASTS } as const
