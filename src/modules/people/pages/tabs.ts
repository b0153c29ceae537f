/** Các phần của hồ sơ một người: the tabs above every page about it. Consents are kept by the module of the person's own side. */
import { tabs } from '../../../ui/chips.ts'
import type { Html } from '../../../ui/html.ts'
import { TAB_LABELS, TABS, type Tab } from '../rules/dossier-view.ts'

/** Where the reader stands: one of the parts of the register, or the consents. */
export type Standing = Tab | 'dong-y'

/** The tabs; `of` gives the address of a part, `keeper` says whether the reader keeps the dossier: consents, who looked and what was done are for them. */
export function dossierTabs(v: {
  readonly code: string
  readonly current: Standing
  readonly keeper: boolean
  readonly of?: (tab: Tab) => string
}): Html {
  const base = `/tri-thuc/${v.code}`
  const of = v.of ?? ((tab: Tab) => (tab === 'tong-quan' ? base : `${base}?muc=${tab}`))
  const part = (tab: Tab) => ({ label: TAB_LABELS[tab], href: of(tab), current: tab === v.current })
  const own = TABS.filter((t) => t !== 'da-xem' && t !== 'lich-su').map(part)
  const consents = { label: 'Đồng ý', href: `${base}/dong-y`, current: v.current === 'dong-y' }
  return tabs('Các phần của hồ sơ', v.keeper ? [...own, consents, part('da-xem'), part('lich-su')] : own)
}
