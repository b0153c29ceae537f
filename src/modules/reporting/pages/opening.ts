/** Mở kỳ: the explicit list of bodies before a period is opened. */
import { addDays, type Day, showDay } from '../../../kernel/day.ts'
import { midSentence } from '../../../kernel/text.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { button } from '../../../ui/button.ts'
import { card, stack } from '../../../ui/card.ts'
import { dateField, form, hidden, selectField } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Html, html } from '../../../ui/html.ts'
import { message } from '../../../ui/message.ts'
import { table } from '../../../ui/table.ts'
import type { ExpectedBody } from '../rules/open-period.ts'
import { isOneOff, opensOn, type Regime, shortNameOf } from '../rules/regime.ts'
import { HREF } from '../words.ts'
import { HOME, regimeHref } from './regimes.ts'

/** Danh sách trước khi mở kỳ. */
export type OpeningView = {
  readonly year: number
  /** Years to choose from. */
  readonly years: readonly number[]
  readonly regime: Regime
  readonly cutOff: Day
  /** The year in which a one-off regime had its period; null = none, or it is yearly. */
  readonly had: number | null
  readonly dueBefore: Day
  readonly bodies: readonly (ExpectedBody & { readonly code: string; readonly name: string; readonly group: string })[]
  readonly open: boolean
}

/** The year, and for a one-off report its cut-off: the list below follows them before anything is written. */
const choice = (v: OpeningView): Html =>
  card({
    title: 'Kỳ',
    fit: 'narrow',
    body: html`${
      v.had === null
        ? ''
        : message({
            kind: 'soon',
            announce: false,
            title: `Chế độ báo cáo đột xuất này đã có kỳ ${v.had}`,
            body: html`<p>Cần báo cáo lần nữa thì sao chép thành chế độ khác.</p>`,
          })
    }<form method="get" action="${regimeHref(v.regime.slug, 'mo-ky')}" class="form">${selectField({ name: 'nam', label: 'Năm báo cáo', value: String(v.year), options: [...v.years].sort((a, b) => a - b).map((y) => ({ value: String(y), label: String(y) })) })}${isOneOff(v.regime) ? dateField({ name: 'chot', label: 'Cơ quan có trách nhiệm vào ngày chốt', value: showDay(v.cutOff) }) : ''}<div class="buttons">${button({ label: 'Xem danh sách' })}</div></form>`,
  })

/** The page before opening: who will owe a report, by name. */
export function openingPage(v: OpeningView, seen: Seen): Drawn {
  const wrong = seen.refusal?.fields ?? {}
  const closing = v.bodies.filter((b) => b.closing).length
  const due = seen.typed.dueBefore ?? showDay(v.dueBefore)
  const cutOff = seen.typed.cutOff ?? showDay(v.cutOff)
  const name = midSentence(shortNameOf(v.regime, v.year))
  const home = { label: v.regime.code, href: regimeHref(v.regime.slug) }
  return {
    crumbs: [HOME, home, { label: `Mở kỳ ${v.year}` }],
    body: html`${head({
      title: v.open ? `Kỳ ${v.year} đã mở` : `${v.bodies.length} cơ quan phải nộp ${name}`,
      lead: v.open
        ? html`<a href="${HREF.collection({ regime: v.regime.slug, year: v.year })}">Xem tình hình nộp báo cáo</a>`
        : `${closing > 0 ? `Trong đó ${closing} báo cáo kết thúc của cơ quan không còn đến hết năm. ` : ''}Dự kiến mở ngày ${showDay(opensOn(v.regime, v.year))}. Danh sách lập một lần khi mở kỳ; sau đó chỉ đổi bằng quyết định gia hạn, miễn, chuyển nghĩa vụ.`,
    })}${stack(
      choice(v),
      v.open || v.had !== null
        ? ''
        : card({
            title: 'Mở kỳ',
            fit: 'narrow',
            body: form({
              action: regimeHref(v.regime.slug, 'mo-ky'),
              csrf: seen.csrf,
              body: html`${hidden('year', v.year)}${dateField({ name: 'dueBefore', label: 'Hạn nộp: trước ngày', hint: v.regime.due.sentence, value: due, error: wrong.dueBefore })}${dateField({ name: 'cutOff', label: 'Chốt số liệu đến hết ngày', hint: v.regime.cutOff.note, value: cutOff, error: wrong.cutOff })}<div class="buttons">${button({ label: `Mở kỳ ${v.year} cho ${v.bodies.length} cơ quan`, kind: 'main' })}</div>`,
            }),
          }),
      card({
        title: `Danh sách (${v.bodies.length})`,
        fit: 'flush',
        body: table({
          caption: `Cơ quan phải nộp ${name}`,
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
