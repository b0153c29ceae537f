/** Mở kỳ: the explicit list of bodies before a period is opened. */
import { addDays, type Day, showDay } from '../../../kernel/day.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { button } from '../../../ui/button.ts'
import { card, stack } from '../../../ui/card.ts'
import { dateField, form, hidden } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { html } from '../../../ui/html.ts'
import { table } from '../../../ui/table.ts'
import type { ExpectedBody } from '../rules/open-period.ts'
import { cutOffOf, opensOn, type Regime } from '../rules/regime.ts'

/** Danh sách trước khi mở kỳ. */
export type OpeningView = {
  readonly year: number
  readonly regime: Regime
  readonly dueBefore: Day
  readonly bodies: readonly (ExpectedBody & { readonly code: string; readonly name: string; readonly group: string })[]
  readonly open: boolean
}

/** The page before opening: who will owe a report, by name. */
export function openingPage(v: OpeningView, seen: Seen): Drawn {
  const wrong = seen.refusal?.fields ?? {}
  const closing = v.bodies.filter((b) => b.closing).length
  const due = seen.typed.dueBefore ?? showDay(v.dueBefore)
  const cutOff = seen.typed.cutOff ?? showDay(cutOffOf(v.regime, v.year))
  return {
    crumbs: [{ label: 'Chế độ báo cáo', href: '/quan-tri/che-do' }, { label: `Mở kỳ ${v.year}` }],
    body: html`${head({
      title: v.open ? `Kỳ ${v.year} đã mở` : `${v.bodies.length} cơ quan phải báo cáo năm ${v.year}`,
      lead: v.open
        ? html`<a href="${`/tong-hop/${v.year}`}">Xem tình hình nộp báo cáo</a>`
        : `${closing > 0 ? `Trong đó ${closing} báo cáo kết thúc của cơ quan không còn đến hết năm. ` : ''}Dự kiến mở ngày ${showDay(opensOn(v.regime, v.year))}. Danh sách lập một lần khi mở kỳ; sau đó chỉ đổi bằng quyết định gia hạn, miễn, chuyển nghĩa vụ.`,
    })}${stack(
      v.open
        ? ''
        : card({
            title: 'Mở kỳ',
            fit: 'narrow',
            body: form({
              action: '/quan-tri/che-do/mo-ky',
              csrf: seen.csrf,
              body: html`${hidden('year', v.year)}${dateField({ name: 'dueBefore', label: 'Hạn nộp: trước ngày', hint: v.regime.due.sentence, value: due, error: wrong.dueBefore })}${dateField({ name: 'cutOff', label: 'Chốt số liệu đến hết ngày', hint: v.regime.cutOff.note, value: cutOff, error: wrong.cutOff })}<div class="buttons">${button({ label: `Mở kỳ ${v.year} cho ${v.bodies.length} cơ quan`, kind: 'main' })}</div>`,
            }),
          }),
      card({
        title: `Danh sách (${v.bodies.length})`,
        fit: 'flush',
        body: table({
          caption: `Cơ quan phải báo cáo năm ${v.year}`,
          rows: v.bodies,
          empty: 'Chưa có cơ quan nào có trách nhiệm trong năm này.',
          group: (b) => b.group,
          columns: [
            {
              label: 'Cơ quan',
              kind: 'name' as const,
              room: 'wide' as const,
              cell: (b: OpeningView['bodies'][number]) => b.name,
            },
            {
              label: 'Mã',
              kind: 'text' as const,
              room: 'tight' as const,
              cell: (b: OpeningView['bodies'][number]) => b.code,
            },
            { label: 'Từ', kind: 'day' as const, cell: (b: OpeningView['bodies'][number]) => showDay(b.part.from) },
            {
              label: 'Đến hết',
              kind: 'day' as const,
              cell: (b: OpeningView['bodies'][number]) => (b.part.to === null ? '' : showDay(addDays(b.part.to, -1))),
            },
            {
              label: 'Ghi chú',
              kind: 'text' as const,
              cell: (b: OpeningView['bodies'][number]) =>
                b.closing
                  ? 'Báo cáo kết thúc'
                  : b.cameFrom.length > 0 && b.part.from > `${v.year}-01-01`
                    ? 'Tiếp nhận nhiệm vụ trong năm'
                    : '',
            },
          ],
        }),
      }),
    )}`,
  }
}
