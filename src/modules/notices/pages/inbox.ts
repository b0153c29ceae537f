/** Trang thông báo: newest first, unread marked; opening one leads to the thing itself. */
import { showInstant } from '../../../kernel/day.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { button, linkButton } from '../../../ui/button.ts'
import { card } from '../../../ui/card.ts'
import { form } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { html } from '../../../ui/html.ts'
import { state } from '../../../ui/state.ts'
import { table } from '../../../ui/table.ts'
import type { Notice } from '../words.ts'

/** The page. */
export function inboxPage(list: Notice[], seen: Seen): Drawn {
  const unread = list.filter((n) => n.readAt === null).length
  return {
    body: html`${head({
      title: unread === 0 ? 'Không có thông báo chưa đọc' : `${unread} thông báo chưa đọc`,
      actions: html`${
        seen.actor.kind === 'account' ? linkButton({ label: 'Nhận nhắc qua thư, lịch', href: '/toi/nhan-nhac' }) : ''
      }${
        unread === 0
          ? ''
          : form({ action: '/thong-bao/da-doc', csrf: seen.csrf, body: button({ label: 'Đánh dấu đã đọc tất cả' }) })
      }`,
    })}
${card({
  fit: 'flush',
  body: table<Notice>({
    caption: 'Thông báo',
    rows: list,
    keys: true,
    href: (n) => n.href,
    columns: [
      {
        label: 'Thông báo',
        kind: 'name',
        room: 'wide',
        cell: (n) => (n.readAt === null ? html`<b>${n.title}</b>` : n.title),
      },
      { label: 'Nội dung', room: 'wide', cell: (n) => n.body, phone: 'whole' },
      { label: 'Lúc', kind: 'day', cell: (n) => showInstant(n.madeAt) },
      {
        label: 'Tình trạng',
        kind: 'state',
        cell: (n) => (n.readAt === null ? state('wait', 'Chưa đọc') : state('done', 'Đã đọc')),
      },
    ],
    empty: 'Chưa có thông báo nào.',
  }),
})}`,
  }
}
