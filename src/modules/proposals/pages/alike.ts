/** Trang «Gợi ý gộp»: groups of nearly the same proposals; which of them are one is for an officer to say. */
import { wordChanges } from '../../../kernel/alignment.ts'
import { showNumber, showPercent } from '../../../kernel/number.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { button, linkButton } from '../../../ui/button.ts'
import { card } from '../../../ui/card.ts'
import { chips } from '../../../ui/chips.ts'
import { form, hidden } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Html, html } from '../../../ui/html.ts'
import { emptyState } from '../../../ui/message.ts'
import { table } from '../../../ui/table.ts'
import type { AlikeView } from '../screens.ts'
import { alikeHref, askersOf, PROPOSALS, proposalHref } from './parts.ts'

type Group = AlikeView['groups'][number]
type Other = Group['others'][number]

/** The words of the other one, those that the first has not marked. */
const marked = (first: string, other: string): Html =>
  first === other
    ? html`${other}`
    : html`${wordChanges(first, other)
        .filter((c) => c.kind !== 'removed')
        .map((c) => (c.kind === 'added' ? html`<mark>${c.text}</mark>` : c.text))}`

function group(g: Group, i: number, seen: Seen): Html {
  const id = `gop-${i + 1}`
  const label = `Gộp vào ${g.first.code}`
  return card({
    title: `${g.first.code}: ${askersOf(g.first)}`,
    aside: `${showNumber(g.others.length)} kiến nghị gần giống`,
    actions: button({ label, kind: 'main', form: id }),
    body: html`<p class="lead">${g.first.text}</p>${table<Other>({
      caption: `Gần giống ${g.first.code}`,
      rows: g.others,
      href: (o) => proposalHref(o.code),
      select: {
        name: 'others',
        form: id,
        value: (o) => o.code,
        label: (o) => `Chọn ${o.code} của ${askersOf(o)}`,
        checked: (o) => o.text === g.first.text,
      },
      empty: '',
      columns: [
        { label: 'Cơ quan kiến nghị', kind: 'name', cell: (o) => html`${askersOf(o)}<br><small>${o.code}</small>` },
        {
          label: 'Nội dung',
          room: 'wide',
          phone: 'whole',
          cell: (o) => html`<span>${marked(g.first.text, o.text)}</span>`,
        },
        { label: 'Giống', kind: 'number', cell: (o) => showPercent(o.like) },
      ],
    })}${form({
      id,
      action: `${PROPOSALS}/gop`,
      csrf: seen.csrf,
      label,
      body: html`${hidden('code', g.first.code)}${hidden('year', g.first.year)}`,
    })}`,
  })
}

/** The page. */
export function alikePage(v: AlikeView, seen: Seen): Drawn {
  const count = v.groups.reduce((n, g) => n + g.others.length + 1, 0)
  const title =
    v.groups.length === 0
      ? `Không có kiến nghị gần giống nhau trong năm ${v.year}`
      : `${showNumber(count)} kiến nghị năm ${v.year} gần giống nhau, trong ${showNumber(v.groups.length)} nhóm`
  return {
    body: html`${head({ title, lead: 'Chỉ gộp khi là cùng một kiến nghị. Gộp giữ tên và nguyên văn của từng cơ quan, và tách lại được.' })}
${
  v.years.length > 1
    ? chips(
        'Lọc theo năm',
        v.years.map((y) => ({ label: `Năm ${y}`, href: alikeHref(y), current: y === v.year })),
      )
    : ''
}
${v.groups.length === 0 ? emptyState('Gợi ý xét kiến nghị chưa trả lời, giống nhau từ 60% số từ.', linkButton({ label: 'Xem danh sách kiến nghị', href: `${PROPOSALS}?nam=${v.year}` })) : v.groups.map((g, i) => group(g, i, seen))}`,
    crumbs: [{ label: 'Kiến nghị', href: PROPOSALS }, { label: 'Gợi ý gộp' }],
  }
}
