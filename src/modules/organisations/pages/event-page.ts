/** Trang một sự kiện tổ chức: the legal act and every link with how sure it is. */
import { type Day, showDay, showInstant } from '../../../kernel/day.ts'
import { showNumber } from '../../../kernel/number.ts'
import type { Seen } from '../../../platform/http/route.ts'
import { button } from '../../../ui/button.ts'
import { card, facts, stack } from '../../../ui/card.ts'
import { form, textField } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Fragment, type Html, html } from '../../../ui/html.ts'
import { message } from '../../../ui/message.ts'
import { state } from '../../../ui/state.ts'
import { table } from '../../../ui/table.ts'
import type { RecordedEvent } from '../views/drafts.ts'
import { type Edge, EVENT_KINDS, MEASURES, type OrgEvent, type Unit } from '../words.ts'
import { eventHref, treeHref, unitHref } from './address.ts'
import { basisState } from './basis.ts'

/** What the page shows: the event, and its units by id as they were called the day before and on the day. */
export type EventView = {
  readonly event: OrgEvent
  readonly before: Readonly<Record<string, Pick<Unit, 'code' | 'name'>>>
  readonly after: Readonly<Record<string, Pick<Unit, 'code' | 'name'>>>
  /** How it was recorded by hand; null for loaded history. */
  readonly recorded: RecordedEvent | null
  readonly mayReverse: boolean
  readonly today: Day
}

/** The page. */
export function eventPage(v: EventView, seen: Seen): Html {
  const e = v.event
  const open = e.edges.filter((x) => x.to === null).length
  return html`${head({ over: html`<a href="${treeHref(e.on)}">Tổ chức ngày ${showDay(e.on)}</a> · ${EVENT_KINDS[e.kind].label}`, title: e.title, state: standing(v) })}
${stack(
  open > 0
    ? message({
        kind: 'soon',
        title: `${showNumber(open)} đơn vị kết thúc chưa xác định được nơi kế thừa`,
        body: 'Nhiệm vụ của các đơn vị này chưa có chủ cho đến khi có văn bản nêu nơi kế thừa.',
        announce: false,
      })
    : '',
  failure(v, seen),
  leftOver(v),
  card({
    body: facts([
      ['Hiệu lực từ', showDay(e.on)],
      ['Văn bản', e.act],
      ['Nguồn', e.source],
      ['Ghi chú', e.note],
      ...history(v),
    ]),
  }),
  reversal(v, seen),
  v.recorded?.reversedAt
    ? ''
    : card({ title: `${showNumber(e.edges.length)} liên kết kế thừa`, fit: 'flush', body: edgeTable(v) }),
)}`
}

/** Where a recorded event stands: waiting for its day, failed on it, carried out, taken back. */
function standing(v: EventView): Html | '' {
  const r = v.recorded
  if (r === null || r.recordedAt === null) return ''
  if (r.reversedAt !== null) return state('back', 'Đã hoàn tác')
  if (r.carriedOutAt !== null) return state('done', 'Đã bàn giao')
  if (r.failedAt !== null) return state('late', 'Chưa bàn giao được')
  return r.on <= v.today ? state('soon', 'Chờ bàn giao') : state('soon', `Chờ đến ngày ${showDay(r.on)}`)
}

function history({ recorded: r }: EventView): (readonly [string, string])[] {
  if (r === null || r.recordedAt === null) return []
  return [
    ['Người ghi', `${r.recordedByName ?? ''}, ${showInstant(r.recordedAt)}`],
    ...(r.carriedOutAt === null ? [] : [['Bàn giao', showInstant(r.carriedOutAt)] as const]),
    ...(r.reversedAt === null
      ? []
      : [['Hoàn tác', `${r.reversedByName ?? ''}, ${showInstant(r.reversedAt)}. Lý do: ${r.reversalReason}`] as const]),
  ]
}

/** What held the handing over up, and the way to try it again. */
function failure({ recorded: r, mayReverse }: EventView, seen: Seen): Html | '' {
  if (r === null || r.failedAt === null || r.carriedOutAt !== null || r.reversedAt !== null) return ''
  return message({
    kind: 'late',
    title: `Chưa bàn giao được, lần thử ${showInstant(r.failedAt)}`,
    body: html`<p>${r.failure}</p><p>Chưa mục nào đổi chủ. Hệ thống thử lại mỗi giờ khi có việc mới, và mỗi đêm; sửa nguyên nhân rồi bàn giao lại.</p>`,
    announce: false,
    actions: mayReverse
      ? form({
          action: `${eventHref(r.key)}/ban-giao`,
          csrf: seen.csrf,
          label: 'Bàn giao lại',
          body: button({ label: 'Bàn giao lại', kind: 'main' }),
        })
      : '',
  })
}

/** What came up after the event was recorded and went to nobody. */
function leftOver({ recorded: r }: EventView): Html | '' {
  if (r === null || r.leftOver.length === 0) return ''
  return message({
    kind: 'soon',
    title: `${showNumber(r.leftOver.length)} mục phát sinh sau khi ghi chưa có nơi nhận`,
    body: html`<ul>${r.leftOver.map((x) => html`<li>${x.kind}: ${x.href === null ? x.what : html`<a href="${x.href}">${x.what}</a>`}${x.count > 1 ? ` (${showNumber(x.count)})` : ''}</li>`)}</ul><p>Giao từng mục ở trang của mục ấy.</p>`,
    announce: false,
  })
}

/** Before its day an event can be taken back; from then on another event mends it. */
function reversal(v: EventView, seen: Seen): Html | '' {
  const r = v.recorded
  if (r === null || r.recordedAt === null || r.reversedAt !== null || !v.mayReverse) return ''
  if (r.on <= v.today) return html`<p>Sự kiện đã có hiệu lực nên không hoàn tác được; sửa bằng một biến động mới.</p>`
  return card({
    title: 'Hoàn tác trước ngày hiệu lực',
    body: form({
      action: `${eventHref(r.key)}/hoan-tac`,
      csrf: seen.csrf,
      label: 'Hoàn tác biến động',
      body: html`<p>Sổ bộ trở lại như trước khi ghi. Sự kiện, bản nháp và nơi nhận đã chọn vẫn được giữ để xem.</p>${textField(
        {
          name: 'reason',
          label: 'Lý do hoàn tác',
          value: seen.typed.reason ?? '',
          error: seen.refusal?.fields?.reason,
        },
      )}${button({ label: 'Hoàn tác biến động', kind: 'danger' })}`,
    }),
  })
}

const link = (names: EventView['before'], id: string | null, missing: string): Fragment => {
  const u = id === null ? undefined : names[id]
  return u
    ? html`<a href="${unitHref(u.code)}">${u.name}</a> <small>${u.code}</small>`
    : html`<span class="none">${missing}</span>`
}

const passes = (x: Edge): string =>
  x.from !== null && x.from === x.to
    ? 'Giữ lại'
    : x.function !== null
      ? `Chức năng ${x.function}`
      : x.part === 'full'
        ? 'Toàn bộ'
        : 'Một phần'

const weights = (x: Edge): string =>
  x.weights.length === 0
    ? ''
    : x.weights
        .map((w) => `${MEASURES[w.measure].label}: ${w.weight === null ? 'chưa biết' : showNumber(w.weight, 3)}`)
        .join('; ')

function edgeTable(v: EventView): Html {
  const weighted = v.event.edges.some((x) => x.weights.length > 0)
  return table({
    caption: `Liên kết kế thừa của sự kiện ${v.event.title}`,
    rows: v.event.edges,
    empty: 'Sự kiện này không chuyển nhiệm vụ: đơn vị giữ nguyên, chỉ đổi cấp trên hoặc tên.',
    columns: [
      { label: 'Từ', cell: (x) => link(v.before, x.from, 'Ngoài sổ bộ') },
      { label: 'Đến', cell: (x) => link(v.after, x.to, 'Chưa xác định') },
      { label: 'Phần kế thừa', cell: passes },
      ...(weighted ? [{ label: 'Trọng số', cell: weights }] : []),
      { label: 'Độ chắc', kind: 'state' as const, cell: (x: Edge) => basisState(x.basis) },
      { label: 'Ghi chú', cell: (x) => x.note, phone: 'whole' as const },
    ],
  })
}
