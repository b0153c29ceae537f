/** Phần dùng chung của cổng công khai: the row of pages every one of them begins with. */
import type { Drawn } from '../../../platform/http/route.ts'
import { tabs } from '../../../ui/chips.ts'
import { type Fragment, html } from '../../../ui/html.ts'
import { DATA, FOLLOW, PLAN, PUBLIC } from './address.ts'

const PAGES = [
  { label: 'Mục tiêu', href: PUBLIC },
  { label: 'Kế hoạch', href: PLAN },
  { label: 'Dữ liệu mở', href: DATA },
  { label: 'Theo dõi', href: FOLLOW },
] as const

/** A page of the site. `here` = address of the part it belongs to. */
export const site = (here: (typeof PAGES)[number]['href'], ...parts: readonly Fragment[]): Drawn => ({
  body: html`<div class="stack">${tabs(
    'Cổng công khai',
    PAGES.map((p) => ({ ...p, current: p.href === here })),
  )}${parts}</div>`,
})
