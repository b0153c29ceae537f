/** Trang số định danh, trang thông tin liên hệ và trang dữ liệu nhạy cảm: drawn only after the reading was noted with its purpose. */
import type { Drawn } from '../../../platform/http/route.ts'
import { button, linkButton } from '../../../ui/button.ts'
import { card, facts } from '../../../ui/card.ts'
import { selectField } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Html, html } from '../../../ui/html.ts'
import { emptyState, message } from '../../../ui/message.ts'
import { PURPOSE_CODES, PURPOSES } from '../rules/purpose.ts'

/** What was opened: terms and values, and the purpose that was noted. */
export type OpenedView = {
  readonly code: string
  readonly name: string
  readonly title: string
  readonly part: 'so-dinh-danh' | 'lien-he' | 'nhay-cam'
  /** Null = none was said: nothing is opened, the page asks for it. */
  readonly purpose: string | null
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
${v.purpose === null ? ask(v) : shown(v, v.purpose)}`,
})

const ask = (v: OpenedView): Html =>
  card({
    fit: 'narrow',
    body: html`<form class="form" method="get" action="${`/tri-thuc/${v.code}/${v.part}`}">${selectField({
      name: 'muc-dich',
      label: 'Mục đích',
      blank: 'Chọn mục đích',
      hint: 'Chưa mở gì. Lần mở được ghi lại và chủ hồ sơ xem được.',
      error: 'Chọn mục đích xem',
      options: PURPOSE_CODES.map((value) => ({ value, label: PURPOSES[value].label })),
    })}<div class="buttons">${button({ label: 'Mở phần này', kind: 'main', icon: 'lock' })}</div></form>`,
  })

const shown = (
  v: OpenedView,
  purpose: string,
): Html => html`${message({ kind: 'info', title: `Lần mở này đã được ghi lại, mục đích: ${purpose.toLowerCase()}. Chủ hồ sơ xem được.`, announce: false })}
${card({ fit: 'narrow', body: v.rows.length === 0 ? emptyState('Hồ sơ chưa có dữ liệu ở phần này.') : facts(v.rows.map(([label, value]) => [label, value])) })}`
