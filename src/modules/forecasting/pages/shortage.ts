/** Trang «Ngành thiếu người»: which sectors will lack people, of what degree, and how many to train or attract each year. */
import { showNumber, showPercent } from '../../../kernel/number.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { button, linkButton } from '../../../ui/button.ts'
import { card, stack } from '../../../ui/card.ts'
import { form, numberField } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Html, html } from '../../../ui/html.ts'
import { message } from '../../../ui/message.ts'
import { table } from '../../../ui/table.ts'
import type { Shortage } from '../rules/shortage.ts'
import { ASSUMED, crumb, forecastTabs, SHORTAGE } from './address.ts'

/** What the page shows; names instead of codes. */
export type ShortageView = {
  readonly start: number
  readonly until: number
  readonly lines: readonly Shortage[]
  /** Sectors with people of their own. */
  readonly sectors: number
  /** Of them, those whose need somebody set. */
  readonly setNeeds: number
}

/** The clause it serves: gifted pupils and students in the majors the province needs. */
const CLAUSE = '/ke-hoach/III.2.3'
/** Talents found and followed. */
const TALENTS = '/nhan-tai'

/** "đại học 4, thạc sĩ, chuyên khoa I 1" */
export const degreeWords = (s: Shortage): string =>
  s.degrees
    .map((d) => `${d.degree.charAt(0).toLowerCase()}${d.degree.slice(1)}: ${showNumber(d.perYear, 0)}`)
    .join('; ')

export function shortageFinding(v: ShortageView): string {
  if (v.lines.length === 0) return `Đến năm ${v.until} không lĩnh vực nào thiếu người so với nhu cầu đã đặt`
  const perYear = v.lines.reduce((n, s) => n + s.perYear, 0)
  return `Đến năm ${v.until} có ${v.lines.length} lĩnh vực thiếu người, mỗi năm cần đào tạo, thu hút thêm ${showNumber(perYear, 0)} người`
}

const list = (v: ShortageView): Html =>
  card({
    title: 'Cần đào tạo, thu hút thêm mỗi năm',
    fit: 'flush',
    body: table<Shortage>({
      caption: `Lĩnh vực thiếu người đến năm ${v.until}`,
      rows: v.lines,
      empty: 'Không lĩnh vực nào thiếu người so với nhu cầu đã đặt.',
      columns: [
        { label: 'Lĩnh vực', kind: 'name', cell: (s) => s.sector },
        { label: `Thiếu năm ${v.until}`, kind: 'number', unit: 'người', cell: (s) => showNumber(s.missing, 0) },
        { label: 'Đáp ứng nhu cầu', kind: 'number', cell: (s) => showPercent(s.covered, 0) },
        { label: 'Thêm mỗi năm', kind: 'number', unit: 'người', cell: (s) => showNumber(s.perYear, 0) },
        { label: 'Theo trình độ, mỗi năm', room: 'wide', phone: 'whole', cell: degreeWords },
      ],
    }),
    foot: `Thêm mỗi năm: từ năm ${v.start + 1}, ngoài số vào mới như bình quân các năm qua, đã bù người vào thêm rồi thôi việc. Trình độ: theo cơ cấu hiện có của từng lĩnh vực.`,
  })

const year = (v: ShortageView): Html =>
  form({
    action: SHORTAGE,
    method: 'get',
    label: 'Chọn năm',
    body: html`<div class="row-fields">${numberField({ name: 'den-nam', label: 'Đến năm', value: String(v.until), size: 'short' })}${button({ label: 'Xem' })}</div>`,
  })

/** Draws the page. */
export const shortagePage = (v: ShortageView, seen: Seen): Drawn => ({
  crumbs: [crumb, { label: 'Ngành thiếu người' }],
  body: stack(
    head({
      title: shortageFinding(v),
      lead: html`Căn cứ để phát hiện, bồi dưỡng học sinh, sinh viên theo những ngành tỉnh cần${seen.opens(CLAUSE) ? html` (<a href="${CLAUSE}">mục III.2.3</a>)` : ''} và đặt chỉ tiêu đào tạo, thu hút.`,
      actions: html`${seen.opens(TALENTS) ? linkButton({ label: 'Nhân tài đang theo dõi', href: TALENTS, icon: 'goal' }) : ''}${linkButton({ label: 'Tải Excel', href: `${SHORTAGE}/excel?den-nam=${v.until}`, icon: 'download' })}`,
    }),
    forecastTabs(SHORTAGE, seen),
    v.setNeeds > 0
      ? ''
      : message({
          kind: 'info',
          title: 'Chưa đặt nhu cầu cho lĩnh vực nào: số thiếu là số người cần có để giữ mức hiện nay',
          body: html`Đặt định mức hoặc mức tăng nhu cầu ở trang <a href="${ASSUMED}">Giả định</a>.`,
          announce: false,
        }),
    year(v),
    list(v),
  ),
})
