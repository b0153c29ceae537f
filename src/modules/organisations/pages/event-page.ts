/** Trang một sự kiện tổ chức: the legal act and every link with how sure it is. */
import { showDay } from '../../../kernel/day.ts'
import { showNumber } from '../../../kernel/number.ts'
import { card, facts, stack } from '../../../ui/card.ts'
import { head } from '../../../ui/head.ts'
import { type Fragment, type Html, html } from '../../../ui/html.ts'
import { message } from '../../../ui/message.ts'
import { table } from '../../../ui/table.ts'
import { type Edge, EVENT_KINDS, MEASURES, type OrgEvent, type Unit } from '../words.ts'
import { treeHref, unitHref } from './address.ts'
import { basisState } from './basis.ts'

/** What the page shows: the event, and its units by id as they were called the day before and on the day. */
export type EventView = {
  readonly event: OrgEvent
  readonly before: Readonly<Record<string, Pick<Unit, 'code' | 'name'>>>
  readonly after: Readonly<Record<string, Pick<Unit, 'code' | 'name'>>>
}

/** The page. */
export function eventPage(v: EventView): Html {
  const e = v.event
  const open = e.edges.filter((x) => x.to === null).length
  return html`${head({ over: html`<a href="${treeHref(e.on)}">Tổ chức ngày ${showDay(e.on)}</a> · ${EVENT_KINDS[e.kind].label}`, title: e.title })}
${stack(
  open > 0
    ? message({
        kind: 'soon',
        title: `${showNumber(open)} đơn vị kết thúc chưa xác định được nơi kế thừa`,
        body: 'Nhiệm vụ của các đơn vị này chưa có chủ cho đến khi có văn bản nêu nơi kế thừa.',
        announce: false,
      })
    : '',
  card({
    body: facts([
      ['Hiệu lực từ', showDay(e.on)],
      ['Văn bản', e.act],
      ['Nguồn', e.source],
      ['Ghi chú', e.note],
    ]),
  }),
  card({ title: `${showNumber(e.edges.length)} liên kết kế thừa`, fit: 'flush', body: edgeTable(v) }),
)}`
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
