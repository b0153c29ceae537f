/** Trang số định danh và trang dữ liệu nhạy cảm: drawn only after the reading was noted with its purpose. */
import type { Drawn } from '../../../platform/http/route.ts'
import { linkButton } from '../../../ui/button.ts'
import { card, facts } from '../../../ui/card.ts'
import { head } from '../../../ui/head.ts'
import { html } from '../../../ui/html.ts'
import { emptyState, message } from '../../../ui/message.ts'

/** What was opened: terms and values, and the purpose that was noted. */
export type OpenedView = {
  readonly code: string
  readonly name: string
  readonly title: string
  readonly purpose: string
  readonly rows: readonly (readonly [label: string, value: string])[]
}

/** The page. */
export const openedPage = (v: OpenedView): Drawn => ({
  title: v.title,
  crumbs: [
    { label: 'Hồ sơ trí thức', href: '/tri-thuc' },
    { label: v.name, href: `/tri-thuc/${v.code}` },
    { label: v.title },
  ],
  body: html`${head({ title: v.title, over: `${v.name} · ${v.code}`, actions: linkButton({ label: 'Đóng phần này', href: `/tri-thuc/${v.code}` }) })}
${message({ kind: 'info', title: `Lần mở này đã được ghi lại, mục đích: ${v.purpose.toLowerCase()}. Chủ hồ sơ xem được.`, announce: false })}
${card({ fit: 'narrow', body: v.rows.length === 0 ? emptyState('Hồ sơ chưa có dữ liệu ở phần này.') : facts(v.rows.map(([label, value]) => [label, value])) })}`,
})
