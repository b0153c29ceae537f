/** Trang «Tập hợp kiến nghị»: every line that one press would take, before it is taken. */
import { showNumber } from '../../../kernel/number.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { linkButton } from '../../../ui/button.ts'
import { card } from '../../../ui/card.ts'
import { chips } from '../../../ui/chips.ts'
import { buttons, form, hidden } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Html, html } from '../../../ui/html.ts'
import { emptyState, message } from '../../../ui/message.ts'
import { type StateKind, state } from '../../../ui/state.ts'
import { table } from '../../../ui/table.ts'
import type { GatherView, PreviewLine } from '../screens.ts'
import { gatherHref, PROPOSALS } from './parts.ts'

const KINDS: Readonly<Record<PreviewLine['kind'], readonly [shape: StateKind, words: string]>> = {
  new: ['wait', 'Kiến nghị mới'],
  same: ['done', 'Đã có, giữ nguyên'],
  changed: ['soon', 'Đã có, đổi lời'],
  gone: ['back', 'Bản này không còn nêu'],
}

const titleOf = (v: GatherView): string =>
  v.reports === 0
    ? `Đã tập hợp hết ${showNumber(v.accepted)} báo cáo năm ${v.year} đã duyệt`
    : `${showNumber(v.counts.new)} kiến nghị mới từ ${showNumber(v.reports)} báo cáo năm ${v.year} chưa tập hợp`

const kindOf = (l: PreviewLine): Html => {
  const [shape, words] = KINDS[l.kind]
  return state(shape, words, { plain: true })
}

const preview = (v: GatherView): Html =>
  table<PreviewLine>({
    caption: 'Xem trước từng dòng',
    rows: v.lines,
    empty: 'Các báo cáo này không nêu kiến nghị nào.',
    columns: [
      {
        label: 'Cơ quan',
        kind: 'name',
        cell: (l) => html`${l.unitName}<br><small>${l.report}, bản ${l.number}</small>`,
      },
      {
        label: 'Kiến nghị',
        room: 'wide',
        phone: 'whole',
        cell: (l) =>
          html`<span>${l.text}${l.before === '' ? '' : html`<br><small>Bản trước: ${l.before}</small>`}</span>`,
      },
      { label: 'Sẽ ghi', kind: 'state', cell: kindOf },
    ],
  })

/** The page. */
export function gatherPage(v: GatherView, seen: Seen): Drawn {
  const years = chips(
    'Lọc theo năm',
    v.years.map((y) => ({ label: `Năm ${y}`, href: gatherHref(y), current: y === v.year })),
  )
  const back = linkButton({ label: 'Xem danh sách kiến nghị', href: `${PROPOSALS}?nam=${v.year}` })
  const body =
    v.reports === 0
      ? emptyState(
          v.accepted === 0
            ? `Năm ${v.year} chưa có báo cáo nào được duyệt. Duyệt báo cáo trước, rồi tập hợp.`
            : 'Báo cáo được duyệt thêm, hoặc nộp lại sau khi mở lại, sẽ hiện ở đây.',
          back,
        )
      : html`${v.counts.changed + v.counts.gone === 0 ? '' : message({ kind: 'info', title: 'Có báo cáo nộp lại sau lần tập hợp trước', body: 'Kiến nghị đã có giữ nguyên nội dung, cơ quan trả lời và trả lời; lời mới và dòng không còn nêu được ghi vào lịch sử.' })}
${card({
  title: 'Xem trước',
  aside: v.silent === 0 ? '' : `${showNumber(v.silent)} báo cáo không nêu kiến nghị`,
  fit: 'flush',
  body: preview(v),
})}
${form({
  action: `${PROPOSALS}/tap-hop`,
  csrf: seen.csrf,
  label: 'Tập hợp kiến nghị',
  body: html`${hidden('year', v.year)}${buttons({ label: `Tập hợp từ ${showNumber(v.reports)} báo cáo`, kind: 'main' })}`,
})}`
  return {
    body: html`${head({ title: titleOf(v), lead: 'Lấy mục 5 của báo cáo đã duyệt. Mỗi bản báo cáo chỉ được lấy một lần; tập hợp lại không tạo kiến nghị thứ hai.', actions: v.reports === 0 ? '' : back })}${v.years.length > 1 ? years : ''}${body}`,
    crumbs: [{ label: 'Kiến nghị', href: PROPOSALS }, { label: 'Tập hợp' }],
  }
}
