/** Trang «Giả định»: what every forecast rests on, where it comes from, who set it; the form to set one. */
import { dayOf, showDay } from '../../../kernel/day.ts'
import { showNumber } from '../../../kernel/number.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { button } from '../../../ui/button.ts'
import { card, columns, stack } from '../../../ui/card.ts'
import { buttons, form, hidden, selectField, textArea, textField } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Html, html } from '../../../ui/html.ts'
import { table } from '../../../ui/table.ts'
import { type Assumed, GROUNDS } from '../rules/assumed.ts'
import { ASSUMPTIONS, type AssumptionKind } from '../words.ts'
import { ASSUMED, crumb, forecastTabs } from './address.ts'

/** Một dòng của bảng giả định. */
export type AssumedLine = Assumed & { readonly sectorLabel: string }

/** What the page shows. */
export type AssumptionsView = {
  /** What is used now: of all sectors, and of sectors with their own. */
  readonly lines: readonly AssumedLine[]
  readonly sectors: readonly { readonly value: string; readonly label: string }[]
  readonly history: readonly {
    readonly words: string
    readonly value: string
    readonly evidence: string
    readonly by: string
    readonly at: Temporal.Instant
    readonly until: Temporal.Instant | null
  }[]
  readonly mayPlan: boolean
}

const KINDS = Object.keys(ASSUMPTIONS) as AssumptionKind[]

/** "5,84% mỗi năm", and how unsure it is. */
const figureOf = (l: AssumedLine): Html => {
  const unit = ASSUMPTIONS[l.kind].unit
  return html`<span>${showNumber(l.value, 2)}${unit.startsWith('%') ? '' : ' '}${unit}${l.sd > 0 ? html`<br><small>± ${showNumber(l.sd, 2)}</small>` : ''}</span>`
}

const nameOf = (l: AssumedLine): Html =>
  html`${ASSUMPTIONS[l.kind].label}${l.sector === null ? '' : html`<small>${l.sectorLabel}</small>`}`

/** Where it comes from; the ground of a start is the same for all of them. */
const groundOf = (l: AssumedLine): Html =>
  html`<span>${GROUNDS[l.ground]}${l.ground === 'ban-dau' ? '' : html`<br><small>${l.words}</small>`}</span>`

function lines(v: AssumptionsView, seen: Seen): Html {
  const drop = (l: AssumedLine): Html | '' =>
    l.ground !== 'ghi' || !v.mayPlan
      ? ''
      : form({
          action: `${ASSUMED}/bo`,
          csrf: seen.csrf,
          label: `Bỏ giả định ${ASSUMPTIONS[l.kind].label}`,
          body: html`${hidden('kind', l.kind)}${hidden('sector', l.sector ?? '')}${button({ label: 'Bỏ giả định', kind: 'quiet' })}`,
        })
  return card({
    title: 'Đang dùng',
    fit: 'flush',
    body: table<AssumedLine>({
      caption: 'Giả định đang dùng',
      rows: v.lines,
      empty: 'Chưa có giả định nào.',
      columns: [
        { label: 'Giả định', kind: 'name', cell: nameOf },
        { label: 'Giá trị', cell: figureOf },
        { label: 'Từ đâu', room: 'wide', cell: groundOf },
        ...(v.mayPlan ? [{ label: 'Việc', kind: 'action' as const, quiet: true, cell: drop }] : []),
      ],
    }),
    foot: 'Giá trị ± một độ lệch chuẩn: mức chưa chắc của giả định đi vào khoảng dự báo. Tuổi nghỉ hưu theo lộ trình của NĐ 135/2020/NĐ-CP, không phải giả định.',
  })
}

function setForm(v: AssumptionsView, seen: Seen): Html {
  const typed = (name: string): string => seen.typed[name] ?? ''
  const error = (name: string): string | undefined => seen.refusal?.fields?.[name]
  const wrong = (name: string) => {
    const said = error(name)
    return said === undefined ? {} : { error: said }
  }
  return card({
    title: 'Ghi giả định',
    id: 'ghi',
    body: form({
      action: ASSUMED,
      csrf: seen.csrf,
      body: html`${selectField({ name: 'kind', label: 'Loại giả định', value: typed('kind'), options: KINDS.map((k) => ({ value: k, label: `${ASSUMPTIONS[k].label} (${ASSUMPTIONS[k].unit})` })), blank: 'Chọn loại giả định', ...wrong('kind') })}
${selectField({ name: 'sector', label: 'Lĩnh vực', hint: 'Để trống nếu dùng chung cho mọi lĩnh vực.', value: typed('sector'), options: [...v.sectors], blank: 'Mọi lĩnh vực', optional: true, ...wrong('sector') })}
${textField({ name: 'value', label: 'Giá trị', value: typed('value'), size: 'short', ...wrong('value') })}
${textField({ name: 'sd', label: 'Mức chưa chắc (±)', hint: 'Một độ lệch chuẩn, cùng đơn vị với giá trị. Chắc chắn thì ghi 0.', value: typed('sd'), size: 'short', optional: true, ...wrong('sd') })}
${textArea({ name: 'evidence', label: 'Căn cứ', hint: 'Văn bản, nguồn số liệu, hoặc ai ước lượng và ước thế nào.', value: typed('evidence'), rows: 3, maxLength: 1000, ...wrong('evidence') })}
${buttons(button({ label: 'Ghi giả định', kind: 'main' }))}`,
    }),
  })
}

const history = (v: AssumptionsView): Html =>
  card({
    title: 'Đã ghi',
    fit: 'flush',
    body: table<AssumptionsView['history'][number]>({
      caption: 'Giả định đã ghi, mới nhất trước',
      rows: v.history,
      empty: 'Chưa ai ghi giả định nào: dự báo dùng số ước từ hồ sơ và giả định ban đầu.',
      columns: [
        { label: 'Giả định', kind: 'name', cell: (h) => h.words },
        { label: 'Giá trị', cell: (h) => h.value },
        {
          label: 'Người ghi',
          cell: (h) =>
            html`<span>${h.by}, ${showDay(dayOf(h.at))}<br><small>${h.until === null ? 'đang dùng' : `dùng đến ${showDay(dayOf(h.until))}`}</small></span>`,
        },
        { label: 'Căn cứ', phone: 'whole', cell: (h) => h.evidence },
      ],
    }),
  })

/** Draws the page. */
export function assumptionsPage(v: AssumptionsView, seen: Seen): Drawn {
  const start = v.lines.filter((l) => l.ground === 'ban-dau').length
  return {
    crumbs: [crumb, { label: 'Giả định' }],
    body: stack(
      head({
        title: start === 0 ? 'Mọi giả định đều có căn cứ của tỉnh' : `${start} giả định chưa có căn cứ của tỉnh`,
        lead: 'Dự báo tính từ hồ sơ và những giả định dưới đây. Đổi một giả định là đổi dự báo; người ghi, ngày và căn cứ được giữ lại.',
      }),
      forecastTabs(ASSUMED, seen),
      v.mayPlan
        ? columns('aside', [stack(lines(v, seen), history(v)), setForm(v, seen)])
        : stack(lines(v, seen), history(v)),
    ),
  }
}
