/** Trang «Ngày nghỉ»: what the law gives, what was announced for the year and by which act; the administrator keeps it. */
import { type Day, showDay, weekdayOf } from '../../../kernel/day.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { button } from '../../../ui/button.ts'
import { card, stack } from '../../../ui/card.ts'
import { chips } from '../../../ui/chips.ts'
import { disclosure } from '../../../ui/dialog.ts'
import { buttons, csrfField, dateField, form, radioField, textField } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Fragment, html } from '../../../ui/html.ts'
import { state } from '../../../ui/state.ts'
import { table } from '../../../ui/table.ts'
import { DAY_OFF_KINDS, type DayOff } from '../words.ts'

/** Address of the page. */
export const DAYS_OFF = '/quan-tri/ngay-nghi'

/** What the page shows. */
export type DaysOffView = {
  readonly year: number
  readonly years: readonly number[]
  /** Weekdays that the law itself gives. */
  readonly law: readonly Day[]
  readonly days: readonly DayOff[]
  readonly mayKeep: boolean
}

const WEEKDAYS = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật']

type Line = Omit<DayOff, 'id' | 'status'> & { readonly kept: DayOff | null }

const LAW = 'Bộ luật Lao động 45/2019/QH14, Điều 111, 112'

const linesOf = (v: DaysOffView): Line[] =>
  [
    ...v.law
      .filter((day) => !v.days.some((d) => d.day === day))
      .map((day): Line => ({ day, kind: 'nghi', occasion: 'Ngày lễ theo luật', act: LAW, kept: null })),
    ...v.days.map((d): Line => ({ ...d, kept: d })),
  ].sort((a, b) => (a.day < b.day ? -1 : 1))

const checked = (d: DayOff | null): Fragment =>
  d === null || d.status === 'seen'
    ? state('done', 'Đã đối chiếu', { plain: true })
    : state('soon', 'Chưa kiểm chứng', { plain: true })

const removal = (d: DayOff | null, seen: Seen): Fragment =>
  d === null
    ? ''
    : html`<form method="post" action="${`${DAYS_OFF}/${d.id}/bo`}">${csrfField(seen.csrf)}${button({ label: 'Bỏ', kind: 'quiet' })}</form>`

const list = (v: DaysOffView, seen: Seen): Fragment =>
  table<Line>({
    caption: `Ngày nghỉ và ngày làm bù năm ${v.year}`,
    rows: linesOf(v),
    empty: 'Năm này chưa có ngày nào.',
    columns: [
      { label: 'Ngày', kind: 'name', cell: (l) => `${showDay(l.day)}, ${WEEKDAYS[weekdayOf(l.day) - 1]}` },
      { label: 'Loại', cell: (l) => DAY_OFF_KINDS[l.kind].label },
      { label: 'Dịp, văn bản', room: 'wide', cell: (l) => html`${l.occasion}<span class="second">${l.act}</span>` },
      { label: 'Đối chiếu', kind: 'state', cell: (l) => checked(l.kept) },
      ...(v.mayKeep ? [{ label: 'Việc', cell: (l: Line) => removal(l.kept, seen) }] : []),
    ],
  })

function keeping({ typed, refusal, csrf }: Seen): Fragment {
  const wrong = refusal?.fields ?? {}
  return form({
    action: DAYS_OFF,
    csrf,
    body: html`${dateField({ name: 'tu', label: 'Từ ngày', value: typed.tu ?? '', error: wrong.tu })}${dateField({
      name: 'den',
      label: 'Đến hết ngày',
      optional: true,
      hint: 'Bỏ trống nếu chỉ một ngày; cuối tuần và ngày lễ theo luật không ghi lại',
      value: typed.den ?? '',
      error: wrong.den,
    })}${radioField({
      name: 'loai',
      label: 'Loại',
      value: typed.loai ?? 'nghi',
      error: wrong.loai,
      options: [
        { value: 'nghi', label: DAY_OFF_KINDS.nghi.label },
        { value: 'lam-bu', label: DAY_OFF_KINDS['lam-bu'].label },
      ],
    })}${textField({ name: 'dip', label: 'Dịp', hint: 'Ví dụ: Tết Đinh Mùi', value: typed.dip ?? '', error: wrong.dip })}${textField(
      {
        name: 'vanBan',
        label: 'Văn bản thông báo',
        hint: 'Số, ngày, cơ quan ban hành',
        value: typed.vanBan ?? '',
        error: wrong.vanBan,
      },
    )}${buttons({ label: 'Ghi ngày nghỉ', kind: 'main' })}`,
  })
}

/** The page. */
export function daysOffPage(v: DaysOffView, seen: Seen): Drawn {
  const open = v.days.filter((d) => d.status === 'unverified').length
  const shown = [
    ...(v.mayKeep
      ? [card({ body: disclosure('Ghi ngày nghỉ theo thông báo', keeping(seen), { open: seen.refusal !== null }) })]
      : []),
    chips(
      'Chọn năm',
      v.years.map((y) => ({ label: String(y), href: `${DAYS_OFF}?nam=${y}`, current: y === v.year })),
    ),
    card({ fit: 'flush', body: list(v, seen) }),
  ]
  return {
    crumbs: [{ label: 'Ngày nghỉ' }],
    body: html`${head({
      title: open === 0 ? `Ngày nghỉ năm ${v.year}` : `Ngày nghỉ năm ${v.year}: ${open} ngày chưa kiểm chứng`,
      lead: 'Thời hạn tính bằng ngày làm việc trừ những ngày này. Ngày chưa kiểm chứng chưa được trừ: ghi lại kèm văn bản để xác nhận.',
    })}${stack(...shown)}`,
  }
}
