/** Trang Chỉ tiêu: one line per quantified goal: latest figure with source and day, or who must supply it. */
import { showDay } from '../../../kernel/day.ts'
import type { Seen } from '../../../platform/http/route.ts'
import { linkButton } from '../../../ui/button.ts'
import { card, stack } from '../../../ui/card.ts'
import { head } from '../../../ui/head.ts'
import { type Fragment, html } from '../../../ui/html.ts'
import { emptyState } from '../../../ui/message.ts'
import type { Page } from '../../../ui/page.ts'
import { state } from '../../../ui/state.ts'
import { table } from '../../../ui/table.ts'
import { meetsTarget, targetWords } from '../rules/target-words.ts'
import type { IndicatorView } from '../views.ts'
import { currentValues, lineOf, marksOf, missing, shownValue } from './figures.ts'

/** What the page shows. */
export type ListView = { readonly list: readonly IndicatorView[] }

const latest = (d: IndicatorView): Fragment => {
  const v = currentValues(d)[0]
  if (v === undefined) return missing(d)
  return html`<b>${shownValue(v, d.unit)}</b>${marksOf(d, v)}<br><small>${showDay(v.asOf)} · ${v.source}</small>`
}

const standing = (d: IndicatorView): Fragment => {
  const v = currentValues(d)[0]
  if (v === undefined) return ''
  const met = meetsTarget(d, v.value)
  if (met === null) return ''
  return met ? state('done', 'Đã đạt mức đích', { plain: true }) : state('soon', 'Chưa đạt mức đích', { plain: true })
}

/** Draws the list. */
export function listPage(view: ListView, _seen: Seen): Partial<Page> & Pick<Page, 'body'> {
  const { list } = view
  const without = list.filter((d) => currentValues(d).length === 0).length
  if (list.length === 0) {
    return {
      body: stack(
        head({ title: 'Chưa có chỉ tiêu nào' }),
        emptyState(
          'Chỉ tiêu có sau khi kế hoạch được ban hành vào hệ thống.',
          linkButton({ label: 'Mở trang Kế hoạch', href: '/ke-hoach', icon: 'plan' }),
        ),
      ),
    }
  }
  const title =
    without === 0
      ? `${list.length} chỉ tiêu đều có số liệu`
      : `${without} trong ${list.length} chỉ tiêu chưa có nguồn số liệu`
  return {
    crumbs: [{ label: 'Kế hoạch', href: '/ke-hoach' }, { label: 'Chỉ tiêu' }],
    body: stack(
      head({
        title,
        over: `Kế hoạch ${list[0]?.planNumber}`,
        lead: 'Số liệu chính thức được ghi kèm ngày và nguồn; hệ thống không ước tính thay số liệu còn thiếu.',
        actions: linkButton({ label: 'Số liệu chính thức theo ngày', href: '/chi-tieu/so-lieu', icon: 'document' }),
      }),
      card({
        fit: 'flush',
        body: table<IndicatorView>({
          caption: 'Chỉ tiêu của kế hoạch',
          rows: list,
          empty: 'Chưa có chỉ tiêu nào.',
          href: (d) => `/chi-tieu/${d.code}`,
          columns: [
            { label: 'Chỉ tiêu', kind: 'name', cell: (d) => `${d.code}. ${d.name}`, room: 'wide' },
            {
              label: 'Đích',
              cell: (d) =>
                html`${targetWords(d)}${d.byYear === null ? '' : html`<br><small>đến năm ${d.byYear}</small>`}`,
            },
            { label: 'Số liệu mới nhất', cell: latest, room: 'wide' },
            { label: 'Diễn biến', cell: lineOf, phone: 'hide', spare: true },
            { label: 'Đánh giá', kind: 'state', cell: standing },
          ],
        }),
      }),
    ),
  }
}
