/** Trang «Số liệu thống kê»: the sources of counts, each with its supplier, its last day and whether its overlap is known. */
import { showDay } from '../../../kernel/day.ts'
import { showNumber } from '../../../kernel/number.ts'
import { button, linkButton } from '../../../ui/button.ts'
import { card, stack } from '../../../ui/card.ts'
import { dateField, form } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Html, html } from '../../../ui/html.ts'
import { state } from '../../../ui/state.ts'
import { table } from '../../../ui/table.ts'
import type { ListView, SourceLine } from '../screens.ts'
import { POPULATIONS } from '../words.ts'
import { CELLS, shown, smallNote, sourceHref } from './shown.ts'

const declared = (v: ListView): readonly SourceLine[] => v.lines.filter((l) => l.asOf !== null)

const titleOf = (v: ListView): string => {
  const speaking = declared(v)
  if (v.lines.length === 0) return 'Chưa có nguồn số liệu thống kê nào'
  const known = speaking.flatMap((l) => (l.graduates === null ? [] : [l.graduates]))
  const sum = known.reduce((a, b) => a + b, 0)
  return known.length === speaking.length
    ? `${showNumber(speaking.length)} nguồn, ${showNumber(sum)} người từ đại học trở lên`
    : `${showNumber(speaking.length)} nguồn số liệu thống kê`
}

const actions = (v: ListView): Html =>
  html`${v.maySeeCoverage ? linkButton({ label: 'Xem độ phủ', href: `${CELLS}/do-phu`, icon: 'goal' }) : ''}${v.mayEnter ? linkButton({ label: 'Khai số liệu', href: `${CELLS}/khai`, kind: 'main', icon: 'plus' }) : ''}`

/** The page. */
export function listPage(v: ListView): Html {
  return html`${head({
    over: `Số liệu thống kê · ngày ${showDay(v.day)}`,
    title: titleOf(v),
    lead: 'Doanh nghiệp và lực lượng vũ trang được đếm theo nhóm, không lập hồ sơ từng người. Mỗi con số có đơn vị cung cấp, văn bản và ngày.',
    actions: actions(v),
  })}
${stack(
  card({
    fit: 'flush',
    body: table<SourceLine>({
      caption: 'Nguồn số liệu thống kê',
      rows: v.lines,
      href: (l) => sourceHref(l.source.code, v.day),
      empty: v.mayEnter
        ? html`Chưa có nguồn nào. <a href="${`${CELLS}/khai`}">Khai số liệu đầu tiên</a>.`
        : 'Chưa có nguồn nào trong phạm vi được xem.',
      columns: [
        {
          label: 'Nguồn',
          kind: 'name',
          room: 'wide',
          cell: (l) =>
            html`${l.source.title}<br><small>${l.source.code} · ${POPULATIONS[l.source.population].label}</small>`,
        },
        { label: 'Đơn vị cung cấp', cell: (l) => l.unitName },
        {
          label: 'Số liệu ngày',
          kind: 'day',
          cell: (l) => (l.asOf === null ? html`<span class="none">chưa có</span>` : showDay(l.asOf)),
        },
        {
          label: 'Từ đại học',
          unit: 'người',
          kind: 'number',
          cell: (l) => (l.asOf === null ? '' : shown(l.graduates)),
        },
        {
          label: 'Mọi trình độ',
          unit: 'người',
          kind: 'number',
          spare: true,
          phone: 'hide',
          cell: (l) => (l.asOf === null ? '' : shown(l.total)),
        },
        {
          label: 'Trùng với hồ sơ',
          kind: 'state',
          cell: (l) =>
            l.overlapDeclared
              ? state('done', 'Đã khai', { plain: true })
              : l.source.population === 'llvt'
                ? state('exempt', 'Không lập hồ sơ', { plain: true })
                : state('soon', 'Chưa khai', { plain: true }),
        },
      ],
    }),
    foot: smallNote(v),
  }),
  card({
    body: form({
      method: 'get',
      action: CELLS,
      label: 'Chọn ngày',
      wide: true,
      body: html`<div class="row-fields">${dateField({ name: 'ngay', label: 'Xem tại ngày', value: showDay(v.day) })}${button({ label: 'Xem số liệu', kind: 'plain' })}</div>`,
    }),
  }),
)}`
}
