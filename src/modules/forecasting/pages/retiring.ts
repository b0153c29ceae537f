/** Trang «Nghỉ hưu»: how many reach the age in each of the years ahead, and month by month in the next one; names behind, within rights. */
import { type Day, yearOf } from '../../../kernel/day.ts'
import { showNumber } from '../../../kernel/number.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { card, columns, stack } from '../../../ui/card.ts'
import { head } from '../../../ui/head.ts'
import { type Html, html } from '../../../ui/html.ts'
import { table } from '../../../ui/table.ts'
import { crumb, forecastTabs, RETIRING } from './address.ts'

/** Người đến tuổi trong một khoảng ngày: at least and at most, and where the names stand; null = not for this reader. */
export type RetiringSpan = {
  readonly label: string
  readonly from: Day
  readonly to: Day
  readonly low: number
  readonly high: number
  readonly href: string | null
}

/** What the page shows. */
export type RetiringView = {
  readonly today: Day
  readonly years: readonly RetiringSpan[]
  readonly months: readonly RetiringSpan[]
  /** People at work now, whom the spans are of. */
  readonly people: number
  /** The reader sees the province, or only his bodies. */
  readonly whole: boolean
}

const count = (s: RetiringSpan): string =>
  s.low === s.high ? showNumber(s.low) : `${showNumber(s.low)}–${showNumber(s.high)}`

const list = (title: string, spans: readonly RetiringSpan[], people: number, seen: Seen): Html =>
  card({
    title,
    fit: 'flush',
    body: table<RetiringSpan>({
      caption: title,
      rows: spans,
      empty: 'Chưa có hồ sơ nào trong phạm vi được xem.',
      href: (s) => (s.high > 0 && s.href !== null && seen.opens(s.href) ? s.href : null),
      columns: [
        { label: 'Thời gian', kind: 'name', cell: (s) => s.label },
        { label: 'Đến tuổi nghỉ hưu', kind: 'number', unit: 'người', cell: count },
        {
          label: 'So với người đang làm việc',
          kind: 'number',
          cell: (s) => (people === 0 || s.high === 0 ? '' : `${showNumber((s.high / people) * 100, 1)}%`),
        },
      ],
    }),
  })

/** Draws the page. */
export function retiringPage(v: RetiringView, seen: Seen): Drawn {
  const low = v.years.reduce((n, y) => n + y.low, 0)
  const high = v.years.reduce((n, y) => n + y.high, 0)
  const told = low === high ? showNumber(low) : `${showNumber(low)}–${showNumber(high)}`
  const last = v.years.at(-1)
  return {
    crumbs: [crumb, { label: 'Nghỉ hưu' }],
    body: stack(
      head({
        title:
          last === undefined || high === 0
            ? 'Chưa thấy ai đến tuổi nghỉ hưu trong năm năm tới'
            : `${told} người đến tuổi nghỉ hưu từ nay đến hết năm ${yearOf(last.to)}`,
        lead: `Đếm người đang làm việc theo tháng sinh và lộ trình tuổi nghỉ hưu (Bộ luật Lao động 2019, Điều 169; NĐ 135/2020/NĐ-CP). Chưa kể nghỉ sớm, kéo dài, thôi việc.${v.whole ? '' : ' Chỉ gồm hồ sơ trong phạm vi được xem.'}`,
      }),
      forecastTabs(RETIRING, seen),
      columns('two', [
        list('Năm năm tới', v.years, v.people, seen),
        list('Mười hai tháng tới', v.months, v.people, seen),
      ]),
      low === high
        ? ''
        : html`<p class="hint">Số có hai đầu: đầu thấp là người rõ tháng sinh, đầu cao gồm cả người chỉ biết năm sinh.</p>`,
    ),
  }
}
