/** Dòng thời gian của các sự kiện tổ chức, newest first, with the legal act. */
import { type Day, showDay } from '../../../kernel/day.ts'
import { showNumber } from '../../../kernel/number.ts'
import { type Html, html } from '../../../ui/html.ts'
import { timeline } from '../../../ui/timeline.ts'
import type { EventLine } from '../views.ts'
import { EVENT_KINDS } from '../words.ts'
import { eventHref } from './address.ts'

const detail = (e: EventLine): Html => {
  const doubt = e.doubtful > 0 ? `, ${showNumber(e.doubtful)} chưa kiểm chứng hoặc chưa xác định` : ''
  return html`<p>${e.act}</p>${e.edgeCount > 0 ? html`<p>${showNumber(e.edgeCount)} liên kết${doubt}.</p>` : ''}`
}

/** The events; those after `day` are marked as still to come on that day. */
export const eventLines = (events: readonly EventLine[], day: Day): Html =>
  timeline(
    events.map((e) => ({
      when: e.on > day ? `${showDay(e.on)} · sau ngày đang xem` : showDay(e.on),
      who: EVENT_KINDS[e.kind].label,
      what: html`· <a href="${eventHref(e.key)}">${e.title}</a>`,
      detail: detail(e),
      kind: e.on > day ? ('idle' as const) : ('done' as const),
    })),
    'Chưa có sự kiện tổ chức nào.',
  )
