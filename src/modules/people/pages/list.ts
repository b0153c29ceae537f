/** Trang danh bạ trí thức: what is looked for above, filters with counts at the left, one row a person. */
import { type Day, showDay } from '../../../kernel/day.ts'
import { showNumber } from '../../../kernel/number.ts'
import type { PartialDay } from '../../../kernel/partial-day.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { button, linkButton } from '../../../ui/button.ts'
import { card, columns } from '../../../ui/card.ts'
import { conditions } from '../../../ui/chips.ts'
import { dialog, disclosure, opener } from '../../../ui/dialog.ts'
import { buttons, csrfField, dateField, form, hidden, textField, tickField } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Html, html } from '../../../ui/html.ts'
import { emptyState, message } from '../../../ui/message.ts'
import { state } from '../../../ui/state.ts'
import { type Sort, table } from '../../../ui/table.ts'
import { canSeeBasic } from '../rights.ts'
import {
  addressOf,
  type Conditions,
  FACET_LABELS,
  FACETS,
  type Facet,
  queryOf,
  type SortBy,
  withValue,
} from '../rules/conditions.ts'
import type { FacetOption, PlacedOption } from '../rules/facet-values.ts'
import { LEVEL_STATES } from '../rules/showing.ts'
import type { SavedView } from '../views/saved.ts'
import type { Level } from '../words/dossier.ts'

/** Dòng của danh bạ. */
export type PersonRow = {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly birth: PartialDay | null
  readonly degree: string
  readonly field: string
  readonly unit: string
  readonly level: Level
  readonly completeness: number
  readonly changed: Day
}

/** What the list page shows. */
export type ListView = {
  readonly conditions: Conditions
  readonly day: Day
  readonly today: Day
  readonly total: number
  readonly rows: readonly PersonRow[]
  /** The first values of every facet that is not chosen yet; `more` = how many others there are. */
  readonly facets: readonly { readonly facet: Facet; readonly options: readonly FacetOption[]; readonly more: number }[]
  readonly terms: readonly { readonly facet: Facet | 'q'; readonly words: string; readonly without: string }[]
  readonly suggestions: {
    readonly word: { readonly typed: string; readonly near: string; readonly href: string } | null
    readonly dropped: readonly { readonly words: string; readonly without: string; readonly count: number }[]
  }
  readonly views: readonly SavedView[]
  readonly mayExport: boolean
  readonly mayConfirm: boolean
  readonly mayAdd: boolean
  readonly pageSize: number
}

/** "1.284 người có tên khớp "duc", theo 2 điều kiện": the finding of the list. */
function finding(v: ListView): string {
  const { q } = v.conditions
  const others = v.terms.length - (q === '' ? 0 : 1)
  if (v.total === 0) return v.terms.length === 0 ? 'Chưa có hồ sơ nào' : 'Không thấy hồ sơ nào'
  const people = `${showNumber(v.total)} người`
  const named = q === '' ? '' : ` khớp "${q}"`
  return others === 0
    ? `${people}${named === '' ? ' trong sổ bộ' : named}`
    : `${people}${named} theo ${others} điều kiện`
}

const overLine = (v: ListView): string =>
  v.day === v.today
    ? 'Danh bạ trí thức'
    : `Danh bạ trí thức · tại ngày ${showDay(v.day)}, theo tổ chức và địa giới ngày ấy`

function hiddenConditions(c: Conditions): Html[] {
  const chosen = FACETS.flatMap((f) => (c.chosen[f] ?? []).map((value) => hidden(f, value)))
  return c.sort === 'ten' || c.sort === 'khop' ? chosen : [...chosen, hidden('sap', c.sort)]
}

const searchForm = (
  v: ListView,
): Html => html`<form class="people-search" method="get" action="/tri-thuc" role="search">
${hiddenConditions(v.conditions)}
<label class="hidden" for="o-q">Họ tên hoặc mã hồ sơ</label>
<input class="input" type="search" id="o-q" name="q" value="${v.conditions.q}" placeholder="Họ tên (có dấu hoặc không dấu), mã hồ sơ" autocomplete="off" spellcheck="false">
${v.day === v.today ? '' : hidden('tai-ngay', v.day)}
${button({ label: 'Tìm', kind: 'main', icon: 'search' })}
</form>`

/** Tìm theo số định danh: a form that is sent, for the number must not stand in an address. */
function numberForm(seen: Seen): Html | '' {
  if (!canSeeBasic.allows(seen.actor)) return ''
  const error = seen.refusal?.fields?.number
  const asked = /[?&]q=(\D{0,3}\d){12}\D*(&|$)/.test(decodeURIComponent(seen.url.replaceAll('+', ' ')))
  return html`${
    asked
      ? message({
          kind: 'info',
          title: 'Số định danh không tìm ở ô họ tên',
          body: 'Chữ gõ ở ô ấy nằm lại trong địa chỉ trang và nhật ký máy chủ. Nhập số vào ô «Số định danh cá nhân» dưới đây.',
        })
      : ''
  }${disclosure(
    'Tìm theo số định danh',
    form({
      action: '/tri-thuc/tim-so',
      csrf: seen.csrf,
      label: 'Tìm theo số định danh',
      body: html`${textField({ name: 'number', label: 'Số định danh cá nhân', size: 'medium', hint: '12 chữ số; lần tìm thấy được ghi vào nhật ký', value: seen.typed.number ?? '', error })}${buttons({ label: 'Tìm hồ sơ theo số', kind: 'plain', icon: 'search' })}`,
    }),
    { open: asked || error !== undefined },
  )}`
}

/** Conditions in force, each with its way off; keeping them as a view belongs to them. */
const termRow = (v: ListView): Html | '' => {
  const terms = [
    ...v.terms.filter((t) => t.facet !== 'q').map((t) => ({ label: t.words, without: t.without })),
    ...(v.day === v.today
      ? []
      : [{ label: `tại ngày ${showDay(v.day)}`, without: addressOf({ ...v.conditions, day: null }) }]),
  ]
  return terms.length === 0 && v.conditions.q === ''
    ? ''
    : html`<div class="people-terms">${terms.length === 0 ? '' : conditions(terms)}${v.terms.length > 1 ? html`<a href="/tri-thuc">Bỏ tất cả</a>` : ''}${opener({ dialog: 'luu-cach-xem', label: 'Lưu cách xem', kind: 'quiet' })}</div>`
}

const kept = (v: ListView): Html | '' =>
  v.views.length === 0
    ? ''
    : html`<nav class="people-kept" aria-label="Cách xem đã lưu"><span>Đã lưu:</span>${v.views.map((k) => html`<a href="${`/tri-thuc?${k.conditions}`}">${k.name}</a>`)}</nav>`

function facetBlock(v: ListView, f: ListView['facets'][number]): Html | '' {
  if (f.options.length === 0) return ''
  const link = (o: FacetOption): Html =>
    html`<li><a href="${addressOf(withValue(v.conditions, f.facet, o.value))}"><span>${o.label}</span><span class="count">${showNumber(o.count)}</span></a></li>`
  const more = queryOf({ ...v.conditions, page: 1 })
  return html`<section class="facet"><h2>${FACET_LABELS[f.facet]}</h2><ul>${f.options.map(link)}</ul>${f.more > 0 ? html`<a class="facet-more" href="${`/tri-thuc/loc/${f.facet}${more === '' ? '' : `?${more}`}`}">Thêm ${showNumber(f.more)} lựa chọn</a>` : ''}</section>`
}

const facetColumn = (
  v: ListView,
): Html => html`<button type="button" class="btn plain facets-open" popovertarget="bo-loc">Lọc danh sách</button>
<div class="facets" id="bo-loc" popover aria-label="Lọc danh sách"><div class="facets-top"><b>Lọc danh sách</b><button type="button" class="btn quiet" popovertarget="bo-loc" popovertargetaction="hide">Đóng</button></div>
${v.facets.map((f) => facetBlock(v, f))}
<section class="facet"><h2>Xem tại ngày</h2><form method="get" action="/tri-thuc" class="facet-day">${hiddenConditions(v.conditions)}${v.conditions.q === '' ? '' : hidden('q', v.conditions.q)}${dateField({ name: 'tai-ngay', label: 'Xem tại ngày', quiet: true, value: showDay(v.day), hint: '' })}${button({ label: 'Xem' })}</form></section></div>`

const sortOf = (v: ListView): Sort => ({
  by: v.conditions.sort,
  direction: v.conditions.direction,
  href: (by, direction) => addressOf({ ...v.conditions, sort: by as SortBy, direction, page: 1 }),
})

/** The dossier, with the place in this list, so that the next one is one key away. */
function profileAddress(v: ListView, p: PersonRow): string {
  const query = new URLSearchParams()
  if (v.day !== v.today) query.set('tai-ngay', v.day)
  query.set('ds', queryOf({ ...v.conditions, page: 1 }))
  query.set('vi', String((v.conditions.page - 1) * v.pageSize + v.rows.indexOf(p)))
  return `/tri-thuc/${p.code}?${query}`
}

function peopleTable(v: ListView): Html {
  const { page } = v.conditions
  const from = (page - 1) * v.pageSize + 1
  const last = Math.min(page * v.pageSize, v.total)
  return table<PersonRow>({
    caption: 'Danh bạ trí thức',
    id: 'danh-ba',
    rows: v.rows,
    keys: true,
    href: (p) => profileAddress(v, p),
    sort: sortOf(v),
    ...(v.mayExport || v.mayConfirm
      ? {
          select: {
            name: 'chon',
            form: 'chon',
            value: (p: PersonRow) => p.code,
            label: (p: PersonRow) => `Chọn ${p.name}`,
          },
        }
      : {}),
    columns: [
      { label: 'Họ và tên', kind: 'name', sort: 'ten', cell: (p) => p.name },
      { label: 'Năm sinh', kind: 'number', sort: 'nam-sinh', cell: (p) => p.birth?.slice(0, 4) ?? '' },
      {
        label: 'Trình độ, chuyên ngành',
        phone: 'whole',
        cell: (p) =>
          p.degree === ''
            ? p.field
            : html`${p.degree}${p.field === '' ? '' : html`<span class="second">${p.field}</span>`}`,
      },
      { label: 'Đơn vị', room: 'wide', phone: 'whole', cell: (p) => p.unit },
      {
        label: 'Xác minh',
        kind: 'state',
        cell: (p) => state(LEVEL_STATES[`${p.level}`].kind, LEVEL_STATES[`${p.level}`].short),
      },
      {
        label: 'Cập nhật',
        kind: 'day',
        sort: 'cap-nhat',
        cell: (p) => `${p.changed.slice(5, 7)}/${p.changed.slice(0, 4)}`,
        phone: 'hide',
      },
    ],
    empty: 'Trang này không còn hồ sơ nào. Về trang đầu của danh sách.',
    paging: {
      from: v.total === 0 ? 0 : from,
      to: last,
      total: v.total,
      noun: 'người',
      note:
        v.conditions.sort === 'khop'
          ? 'tên khớp nhất trước'
          : v.conditions.sort === 'ten'
            ? 'sắp theo tên, đệm, họ'
            : '',
      ...(page > 1 ? { previous: addressOf({ ...v.conditions, page: page - 1 }) } : {}),
      ...(last < v.total ? { next: addressOf({ ...v.conditions, page: page + 1 }) } : {}),
    },
  })
}

/** «Không thấy hồ sơ nào khớp cả 4 điều kiện. Bỏ điều kiện … sẽ thấy 12 hồ sơ.» */
function emptyWords(v: ListView): Html {
  const { word, dropped } = v.suggestions
  if (v.terms.length === 0)
    return emptyState(
      'Chưa có hồ sơ nào trong phạm vi của cơ quan.',
      v.mayAdd ? linkButton({ label: 'Thêm hồ sơ', href: '/tri-thuc/them', kind: 'main' }) : undefined,
    )
  const lead =
    v.terms.length === 1
      ? word === null
        ? 'Không thấy hồ sơ nào khớp điều kiện này trong phạm vi được xem.'
        : ''
      : `Không thấy hồ sơ nào khớp cả ${v.terms.length} điều kiện.`
  return html`<div class="empty-state"><p>${lead}</p>
${word === null ? '' : html`<p>Không thấy '${word.typed}'. Có phải <a href="${word.href}">'${word.near}'</a>?</p>`}
${dropped.map((d) => html`<p><a href="${d.without}">Bỏ điều kiện '${d.words}'</a> sẽ thấy ${showNumber(d.count)} hồ sơ.</p>`)}
${v.terms.length > 0 ? html`<p><a href="/tri-thuc">Bỏ tất cả điều kiện</a></p>` : ''}</div>`
}

function keepDialog(v: ListView, seen: Seen): Html {
  const query = queryOf({ ...v.conditions, page: 1 })
  const own = v.views.filter((k) => k.own)
  return dialog({
    id: 'luu-cach-xem',
    title: 'Lưu cách xem này',
    body: html`<form class="form" method="post" action="/tri-thuc/cach-xem" novalidate>${csrfField(seen.csrf)}${hidden('conditions', query)}
${textField({ name: 'name', label: 'Tên cách xem', value: seen.typed.name ?? '', error: seen.refusal?.fields?.name, hint: 'Ví dụ: Tiến sĩ ngành y dưới 40 tuổi' })}
${tickField({ name: 'shared', label: 'Cả cơ quan cùng dùng', hint: 'Mỗi người vẫn chỉ thấy hồ sơ trong phạm vi của mình' })}
${buttons({ label: 'Lưu cách xem', kind: 'main' })}</form>
${own.length === 0 ? '' : html`<h3>Cách xem của tôi</h3><ul class="plain-list people-views">${own.map((k) => html`<li><a href="${`/tri-thuc?${k.conditions}`}">${k.name}</a><form method="post" action="/tri-thuc/cach-xem/xoa">${csrfField(seen.csrf)}${hidden('id', k.id)}${button({ label: 'Xóa cách xem', kind: 'quiet' })}</form></li>`)}</ul>`}`,
  })
}

const actionsOf = (v: ListView): Html =>
  html`${v.mayAdd ? linkButton({ label: 'Thêm hồ sơ', href: '/tri-thuc/them', kind: 'main', icon: 'plus' }) : ''}`

/** The form of what is done to many at once: the ticked rows, or all that the conditions find. */
const choiceForm = (v: ListView): Html =>
  html`<form id="chon" method="get" action="/tri-thuc/xuat">${[...new URLSearchParams(queryOf({ ...v.conditions, page: 1 }))].map(([name, value]) => hidden(name, value))}</form>`

/** «Tất cả 2.000 người tìm thấy» and what can be done to those chosen; all of it works without scripts. */
const bulkBar = (v: ListView): Html => html`<div class="people-bulk">
${
  v.mayExport || v.mayConfirm
    ? html`<label class="people-all"><input type="checkbox" name="tat-ca" value="1" form="chon" data-select-found="chon" data-total="${v.total}"><span>Tất cả ${showNumber(v.total)} người tìm thấy</span></label>`
    : ''
}
${v.mayConfirm ? button({ label: 'Xác nhận', form: 'chon', action: '/tri-thuc/xac-nhan', icon: 'check', data: { counts: 'chon', label: 'Xác nhận {n} hồ sơ', key: 'a' } }) : ''}
${v.mayExport ? button({ label: 'Xuất', form: 'chon', action: '/tri-thuc/xuat', icon: 'download', data: { counts: 'chon', label: 'Xuất {n} hồ sơ' } }) : ''}</div>`

/** The page. */
export function peopleListPage(v: ListView, seen: Seen): Drawn {
  return {
    body: html`${head({ title: finding(v), over: overLine(v), actions: actionsOf(v) })}
${card({ body: html`${searchForm(v)}${termRow(v)}${kept(v)}${numberForm(seen)}` })}
${seen.refusal !== null && seen.refusal.fields?.name !== undefined ? message({ kind: 'late', title: 'Chưa lưu cách xem. Mở «Lưu cách xem» để sửa tên.' }) : ''}
${choiceForm(v)}
${columns('side', [facetColumn(v), html`${v.total === 0 ? card({ body: emptyWords(v) }) : card({ fit: 'flush', body: html`${v.rows.length === 0 ? '' : bulkBar(v)}${peopleTable(v)}` })}`])}
${keepDialog(v, seen)}`,
  }
}

/** What the page of all values of one facet shows. */
export type FacetView = {
  readonly conditions: Conditions
  readonly facet: Facet
  readonly options: readonly PlacedOption[]
}

/** Mọi giá trị của một bộ lọc, units as a tree. */
export function facetPage(v: FacetView): Drawn {
  return {
    crumbs: [{ label: 'Hồ sơ trí thức', href: addressOf(v.conditions) }, { label: FACET_LABELS[v.facet] }],
    body: html`${head({ title: `Chọn ${FACET_LABELS[v.facet].toLowerCase()}`, over: 'Lọc danh bạ trí thức' })}
${card({
  body:
    v.options.length === 0
      ? emptyState(
          'Không có giá trị nào để chọn trong danh sách này.',
          linkButton({ label: 'Về danh sách', href: addressOf(v.conditions) }),
        )
      : html`<ul class="facet-all">${v.options.map((o) => html`<li class="${`depth-${Math.min(o.depth, 4)}`}"><a href="${addressOf(withValue(v.conditions, v.facet, o.value))}"><span>${o.label}</span><span class="count">${showNumber(o.count)}</span></a></li>`)}</ul>`,
})}`,
  }
}
