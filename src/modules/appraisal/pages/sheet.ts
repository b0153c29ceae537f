/** Trang của một phiếu chấm: three points beside each other for each criterion, and the appeals. */
import { dayOf, showDay, showInstant } from '../../../kernel/day.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { linkButton } from '../../../ui/button.ts'
import { card, stack } from '../../../ui/card.ts'
import { head } from '../../../ui/head.ts'
import { type Fragment, type Html, html } from '../../../ui/html.ts'
import { table } from '../../../ui/table.ts'
import { canAppraise, canScoreSelf } from '../rights.ts'
import { differenceOf, finalOf, selfOf } from '../rules/points.ts'
import type { Criterion } from '../rules/profile.ts'
import { totalOf } from '../rules/rank.ts'
import type { SheetView } from '../screens.ts'
import type { Item } from '../words.ts'
import { FORMULA, ROUNDS, roundHref, sheetHref } from './address.ts'
import { appealsCard } from './appeals.ts'
import { countedWords, entryState, pointsOf, signed } from './parts.ts'

type Line = { readonly c: Criterion; readonly item: Item; readonly group: string }

/** Draws the page. */
export function sheetPage(v: SheetView, seen: Seen): Drawn {
  const { round, entry, items } = v
  const t = totalOf(round.profile, items)
  return {
    crumbs: [
      { label: 'Chấm điểm', href: ROUNDS },
      { label: `Năm ${round.year}`, href: roundHref(round.year) },
      { label: entry.unitName },
    ],
    body: stack(
      head({
        over: `Phiếu chấm điểm năm ${round.year} · ${entry.unitName}`,
        title: `Chỉ số ${pointsOf(t.index)}, ${pointsOf(t.total)} trên ${pointsOf(t.most)} điểm${round.state === 'dang-cham' ? ' (tạm tính)' : `, xếp loại ${t.band}`}`,
        state: entryState(entry.state),
        lead: standing(v),
        actions: actions(v, seen),
      }),
      card({
        title: 'Từng tiêu chí',
        fit: 'flush',
        body: lines(v),
        foot: html`Số liệu đếm lúc ${showInstant(round.countedAt)}. Chênh lệch = điểm thẩm định trừ điểm tự chấm. <a href="${`${FORMULA}?nam=${round.year}`}">Công thức</a>`,
      }),
      appealsCard(v, seen),
    ),
  }
}

function standing({ entry, round }: SheetView): string {
  const own = entry.selfAt === null ? 'Chưa tự chấm' : `${entry.selfBy} tự chấm ngày ${showDay(dayOf(entry.selfAt))}`
  const other =
    entry.appraisedAt === null ? '' : `; ${entry.appraisedBy} thẩm định ngày ${showDay(dayOf(entry.appraisedAt))}`
  return `${own}${other}${round.state === 'dang-cham' ? '' : '; kết quả đã công bố'}.`
}

function actions({ round, entry }: SheetView, seen: Seen): Fragment {
  if (round.state !== 'dang-cham') return ''
  const at = (page: string): string => sheetHref(round.year, entry.unitCode, page)
  const own = canScoreSelf.allows(seen.actor, entry.unitId) && entry.state !== 'da-tham-dinh'
  return [
    own ? linkButton({ label: 'Tự chấm điểm', href: at('tu-cham'), kind: 'main' }) : '',
    canAppraise.allows(seen.actor) ? linkButton({ label: 'Thẩm định điểm', href: at('tham-dinh'), kind: 'main' }) : '',
  ]
}

const lines = (v: SheetView): Html =>
  table<Line>({
    caption: 'Điểm từng tiêu chí',
    rows: linesOf(v),
    empty: 'Phiếu chưa có tiêu chí nào.',
    group: (l) => l.group,
    columns: [
      {
        label: 'Tiêu chí',
        kind: 'name',
        cell: (l) =>
          html`${l.c.code} ${l.c.title}<br><small>${countedWords(l.c, l.item.counted, l.item.applies)}</small>`,
      },
      { label: 'Tối đa', kind: 'number', cell: (l) => pointsOf(l.c.max) },
      { label: 'Máy tính', kind: 'number', cell: (l) => pointsOf(l.item.computed) },
      {
        label: 'Tự chấm',
        kind: 'number',
        cell: (l) => (v.entry.selfAt === null || !l.item.applies ? '–' : pointsOf(selfOf(l.item))),
      },
      { label: 'Thẩm định', kind: 'number', cell: (l) => (l.item.applies ? pointsOf(finalOf(l.item)) : '–') },
      {
        label: 'Chênh lệch',
        kind: 'number',
        cell: (l) => (v.entry.selfAt === null || !l.item.applies ? '' : signed(differenceOf(l.item))),
      },
      { label: 'Tài liệu, lý do', room: 'wide', phone: 'whole', cell: (l) => said(v, l.item) },
    ],
  })

/** Criteria with their items, in the order of the profile. */
export const linesOf = ({ round, items }: SheetView): Line[] =>
  round.profile.groups.flatMap((g) =>
    g.criteria.flatMap((c) => {
      const item = items.find((i) => i.criterion === c.code)
      return item === undefined ? [] : [{ c, item, group: `${g.no}. ${g.title}` }]
    }),
  )

function said(v: SheetView, { evidence: e, selfReason, appraisedReason }: Item): Fragment {
  const file =
    e.fileId === null
      ? ''
      : html`<a href="${sheetHref(v.round.year, v.entry.unitCode, `tep/${e.fileId}`)}" download>${e.fileName ?? 'Tệp minh chứng'}</a>`
  const parts: Html[] = [
    ...(e.number === '' ? [] : [html`Văn bản ${e.number} ngày ${showDay(e.day)}`]),
    ...(file === '' ? [] : [html`${file}`]),
    ...(selfReason === '' ? [] : [html`Cơ quan: ${selfReason}`]),
    ...(appraisedReason === '' ? [] : [html`Thẩm định: ${appraisedReason}`]),
  ]
  return parts.map((p, i) => html`${i === 0 ? '' : html`<br>`}${p}`)
}
