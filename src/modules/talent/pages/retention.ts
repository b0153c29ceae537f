/** Trang «Giữ chân»: of those recognised, how many go on working, by cohort, up to five years (Kế hoạch, mục II.2.3). */
import { showDay } from '../../../kernel/day.ts'
import { showNumber, showPercent } from '../../../kernel/number.ts'
import type { Drawn } from '../../../platform/http/route.ts'
import { button } from '../../../ui/button.ts'
import { card, columns, facts, stack } from '../../../ui/card.ts'
import { dateField, form } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Fragment, type Html, html } from '../../../ui/html.ts'
import { emptyState, message } from '../../../ui/message.ts'
import { table } from '../../../ui/table.ts'
import { type Curve, shareAt } from '../rules/survival.ts'
import type { ToldCurve } from '../rules/withholding.ts'
import type { RetentionView } from '../screens.ts'
import { MILESTONES } from '../words.ts'
import { curveDrawing, curveLegend } from './curve.ts'
import { RETENTION, TALENTS } from './parts.ts'

function titleOf(v: RetentionView): string {
  if (!v.anybody) return 'Chưa ghi công nhận nhân tài nào'
  if (v.first === null) return 'Không còn ai theo dõi được đến đủ 5 năm'
  if (v.first > v.day) return `Đoàn lứa đầu tiên đo được ngày ${showDay(v.first)}`
  const t = v.total
  if (t === null || t.reached === 0) return 'Tỷ lệ chung được ẩn vì quá ít người'
  return `${showNumber(t.stayed)} trong ${showNumber(t.reached)} người đã đủ 5 năm ở lại làm việc: ${showPercent(t.stayed / t.reached)}`
}

const lead = (v: RetentionView): string =>
  v.first !== null && v.first > v.day
    ? 'Mục tiêu 100% ở lại sau 05 năm chưa có giá trị trước ngày ấy. Đường dưới đây là phần đã biết đến ngày xem.'
    : 'Mục tiêu: 100% ở lại sau 05 năm kể từ ngày công nhận. Chuyển trong tỉnh là ở lại; nghỉ hưu, từ trần thì thôi theo dõi.'

/** Reached: who stayed of them; before that the day it can be told. */
const atFive = (c: Curve): Fragment =>
  c.reached > 0
    ? `${showNumber(c.stayed)} trong ${showNumber(c.reached)}`
    : html`<span class="none">từ ${showDay(c.measurableFrom)}</span>`

const figure = (c: Curve, title: string, sub: string, size: 'large' | 'small'): Html =>
  html`<figure class="chart"><figcaption><p class="chart-title">${title}</p><p class="chart-sub">${sub}</p></figcaption>${curveDrawing(c, title, size)}</figure>`

const followedTo = (c: Curve): string => `${showNumber(c.recognised)} người, theo dõi đến ${showNumber(c.until)} năm`

/** What the curve of everybody ends at. */
const estimate = (c: Curve): string => `Đường ước tính: còn ${showPercent(c.share)} sau ${showNumber(c.until)} năm`

const whole = (v: RetentionView, t: Curve): Html =>
  card({
    title: 'Mọi lứa',
    body: columns('two', [
      figure(t, estimate(t), `${showNumber(t.recognised)} người, tính cả người chưa đủ 5 năm`, 'large'),
      html`${facts([
        ['Được công nhận', `${showNumber(t.recognised)} người`],
        ['Đã đủ 5 năm, còn làm việc', atFive(t)],
        ['Chưa đủ 5 năm', `${showNumber(t.waiting)} người`],
        ['Rời đi trước khi đủ 5 năm', `${showNumber(t.left)} người`],
        ['Nghỉ hưu, từ trần trước khi đủ 5 năm', `${showNumber(t.allowed)} người`],
      ])}${curveLegend()}`,
    ]),
    foot: `Nguồn: quyết định công nhận và quá trình làm việc, ngày ${showDay(v.day)}${v.known === null ? '' : `, như đã ghi đến hết ngày ${showDay(v.known)}`}. Cách tính: Kaplan–Meier.`,
  })

function panels(v: RetentionView): Html {
  const told = v.curves.flatMap(({ cohort, curve }) => (curve === null ? [] : [{ cohort, curve }]))
  const drawn = told.map(({ cohort, curve }) =>
    figure(curve, `Năm ${cohort}: còn ${showPercent(curve.share)}`, followedTo(curve), 'small'),
  )
  return card({
    title: 'Từng lứa, theo năm công nhận',
    body:
      told.length === 0
        ? html`<p class="none">Không lứa nào đủ người để cho xem.</p>`
        : html`<div class="panels">${drawn}</div>`,
    ...(v.total === null ? { foot: curveLegend() } : {}),
  })
}

const HIDDEN = html`<span class="none">ẩn</span>`
const cellOf = (l: ToldCurve, say: (c: Curve) => Fragment): Fragment => (l.curve === null ? HIDDEN : say(l.curve))

const percentAt = (c: Curve, years: number): Fragment => {
  const share = shareAt(c, years)
  return share === null ? '' : showPercent(share)
}

const twin = (v: RetentionView): Html =>
  card({
    title: 'Bảng số liệu',
    fit: 'flush',
    body: table<ToldCurve>({
      caption: 'Nhân tài còn làm việc theo lứa công nhận',
      rows: v.curves,
      phone: 'scroll',
      href: (l) => (l.curve === null ? null : `${TALENTS}?lua=${l.cohort}`),
      empty: 'Chưa có lứa nào.',
      columns: [
        { label: 'Lứa', kind: 'name', cell: (l) => `Năm ${l.cohort}` },
        { label: 'Công nhận', kind: 'number', unit: 'người', cell: (l) => cellOf(l, (c) => showNumber(c.recognised)) },
        { label: 'Rời đi', kind: 'number', unit: 'người', cell: (l) => cellOf(l, (c) => showNumber(c.left)) },
        { label: 'Thôi theo dõi', kind: 'number', unit: 'người', cell: (l) => cellOf(l, (c) => showNumber(c.allowed)) },
        { label: 'Chưa đủ 5 năm', kind: 'number', unit: 'người', cell: (l) => cellOf(l, (c) => showNumber(c.waiting)) },
        ...MILESTONES.map((n) => ({
          label: `Sau ${n} năm`,
          kind: 'number' as const,
          cell: (l: ToldCurve) => (l.curve === null ? '' : percentAt(l.curve, n)),
        })),
        { label: 'Ở lại khi đủ 5 năm', kind: 'number', cell: (l) => cellOf(l, atFive) },
      ],
    }),
    foot: 'Ô trống: lứa chưa được theo dõi đến năm ấy. «Thôi theo dõi»: nghỉ hưu, từ trần.',
  })

const withheldNote = (v: RetentionView): Html | '' =>
  v.withheld === 0
    ? ''
    : message({
        kind: 'info',
        title: `${v.withheld} lứa được ẩn`,
        body: `Lứa dưới ${v.small} người, và lứa đủ để suy ra lứa ấy từ tổng, chỉ Sở Nội vụ và lãnh đạo tỉnh xem.`,
        announce: false,
      })

const asking = (v: RetentionView): Html =>
  card({
    body: form({
      method: 'get',
      action: RETENTION,
      label: 'Chọn ngày xem',
      wide: true,
      body: html`<div class="row-fields">${dateField({ name: 'ngay', label: 'Tình hình tại ngày', value: showDay(v.day) })}${dateField({ name: 'da-biet', label: 'Như đã ghi đến hết ngày', value: showDay(v.known), optional: true })}${button({ label: 'Xem số liệu', kind: 'plain' })}</div>`,
    }),
  })

/** The page. */
export function retentionPage(v: RetentionView): Drawn {
  const body = v.anybody
    ? stack(withheldNote(v), v.total === null ? '' : whole(v, v.total), panels(v), twin(v), asking(v))
    : stack(
        emptyState('Có quyết định công nhận đầu tiên thì lứa bắt đầu được theo dõi; tỷ lệ có sau đó 5 năm.'),
        asking(v),
      )
  return {
    body: html`${head({ over: `Giữ chân nhân tài · ngày ${showDay(v.day)}`, title: titleOf(v), lead: v.anybody ? lead(v) : '' })}${body}`,
    crumbs: [{ label: 'Nhân tài', href: TALENTS }, { label: 'Giữ chân' }],
  }
}
