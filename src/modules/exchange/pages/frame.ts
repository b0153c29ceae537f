/** Ba trang của trao đổi dữ liệu: their addresses and the tabs between them. */
import { tabs } from '../../../ui/chips.ts'
import type { Html } from '../../../ui/html.ts'

/** Addresses. */
export const AT = {
  packets: '/quan-tri/trao-doi',
  documents: '/quan-tri/trao-doi/van-ban',
  receivers: '/quan-tri/trao-doi/noi-nhan',
} as const

const LABELS = { packets: 'Gói báo cáo', documents: 'Văn bản điện tử', receivers: 'Nơi nhận tin' } as const

/** The tabs a reader may open. */
export const exchangeTabs = (current: keyof typeof AT, open: readonly (keyof typeof AT)[]): Html =>
  tabs(
    'Trao đổi dữ liệu',
    open.map((p) => ({ label: LABELS[p], href: AT[p], current: p === current })),
  )
