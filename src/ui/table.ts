/**
 * Bảng: one table for every list. Numbers right-aligned, the row is the link, order is in the address,
 * rows fold to cards on a phone with the column names beside the values.
 */
import { showNumber } from '../kernel/number.ts'
import { attributes, classes, type Fragment, type Html, html, isEmpty, raw } from './html.ts'
import { icon } from './icons.ts'

/** Cột. */
export type Column<Row> = {
  readonly label: string
  readonly cell: (row: Row) => Fragment
  /** `name` = the row's title and its link · `number` right-aligned · `day`, `state`, `action` never wrap · default text. */
  readonly kind?: 'name' | 'text' | 'number' | 'day' | 'state' | 'action'
  /** Share of the width: `tight` as narrow as its content, `wide` gets the room that is left. */
  readonly room?: 'tight' | 'wide'
  /** Key for ordering; with `sort` of the table the header becomes a link. */
  readonly sort?: string
  /** On a phone: `hide` leaves the cell out, `whole` gives it a line of its own, default a line with its label. */
  readonly phone?: 'hide' | 'whole'
  /** On a desk narrower than 1200 px the column is left out. */
  readonly spare?: boolean
  /** Label kept for screen readers only. */
  readonly quiet?: boolean
  /** Unit under the label. */
  readonly unit?: string
}

/** Thứ tự đang sắp. */
export type Sort = {
  readonly by: string
  readonly direction: 'asc' | 'desc'
  readonly href: (by: string, direction: 'asc' | 'desc') => string
}

/** Chọn dòng: a checkbox per row, sent as `name`, inside the form with id `form`. */
export type Select<Row> = {
  readonly name: string
  readonly form: string
  readonly value: (row: Row) => string
  /** Accessible name: "Chọn Sở Y tế". */
  readonly label: (row: Row) => string
  readonly checked?: (row: Row) => boolean
  /** False leaves the row without a checkbox (it cannot be acted on). */
  readonly can?: (row: Row) => boolean
}

/** Phân trang: addresses of the pages beside this one. */
export type Paging = {
  readonly from: number
  readonly to: number
  readonly total: number
  /** What is counted: "cơ quan". */
  readonly noun: string
  readonly previous?: string
  readonly next?: string
  /** "sắp theo tên, đệm, họ" */
  readonly note?: string
}

/** Bảng. */
export type Table<Row> = {
  /** What the table lists; read out and printed, hidden on screen unless `showCaption`. */
  readonly caption: string
  readonly showCaption?: boolean
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly href?: (row: Row) => string | null
  readonly select?: Select<Row>
  readonly sort?: Sort
  /** Sentence shown when there is no row; may hold the way out. */
  readonly empty: Fragment
  readonly paging?: Paging
  /** Extra class on a row: `late`, `picked`. */
  readonly tone?: (row: Row) => 'late' | 'soon' | 'back' | 'picked' | null
  /** Heading of a group; printed above the first row of each new group (rows must be in order). */
  readonly group?: (row: Row) => string
  /** Last row of totals, one fragment per column. */
  readonly foot?: readonly Fragment[]
  /** `fold` to cards on a phone (default), or `scroll` sideways with the first column kept in sight (grids over 8 columns). */
  readonly phone?: 'fold' | 'scroll'
  /** Keys J, K, X, Enter move and act on rows. */
  readonly keys?: boolean
  readonly id?: string
}

const columnClass = <Row>(c: Column<Row>): string =>
  classes(
    `c-${c.kind ?? 'text'}`,
    c.room && `room-${c.room}`,
    c.phone && `phone-${c.phone}`,
    c.spare === true && 'spare',
  )

function headCell<Row>(c: Column<Row>, sort: Sort | undefined): Html {
  const unit = c.unit === undefined ? '' : html`<small>${c.unit}</small>`
  const label = c.quiet === true ? html`<span class="hidden">${c.label}</span>` : html`${c.label}${unit}`
  if (c.sort === undefined || sort === undefined) return html`<th scope="col" class="${columnClass(c)}">${label}</th>`
  const active = sort.by === c.sort
  const next = active && sort.direction === 'asc' ? 'desc' : 'asc'
  const ordered = active ? (sort.direction === 'asc' ? 'ascending' : 'descending') : null
  const arrow = active ? icon(sort.direction === 'asc' ? 'up' : 'down') : ''
  return html`<th${attributes({ scope: 'col', class: columnClass(c), 'aria-sort': ordered })}><a href="${sort.href(c.sort, next)}">${label}${arrow}</a></th>`
}

function bodyCell<Row>(c: Column<Row>, row: Row, href: string | null): Html {
  const content = c.cell(row)
  const name = classes(columnClass(c), isEmpty(content) && 'blank')
  if (c.kind !== 'name') return html`<td class="${name}" data-label="${c.label}">${content}</td>`
  const inner = href === null ? content : html`<a class="cover" href="${href}">${content}</a>`
  return html`<th scope="row" class="${name}">${inner}</th>`
}

function selectCell<Row>(s: Select<Row>, row: Row): Html {
  if (s.can && !s.can(row)) return html`<td class="pick"></td>`
  const own = attributes({
    name: s.name,
    value: s.value(row),
    form: s.form,
    checked: s.checked?.(row) === true,
    'aria-label': s.label(row),
  })
  return html`<td class="pick"><label><input type="checkbox"${own}></label></td>`
}

function bodyRows<Row>(t: Table<Row>): Html[] {
  const span = t.columns.length + (t.select ? 1 : 0)
  if (t.rows.length === 0) return [html`<tr class="empty"><td colspan="${span}">${t.empty}</td></tr>`]
  let group: string | null = null
  return t.rows.map((row) => {
    const href = t.href?.(row) ?? null
    const name = t.group?.(row) ?? null
    const heading =
      name !== null && name !== group
        ? html`<tr class="group"><th scope="rowgroup" colspan="${span}">${name}</th></tr>`
        : ''
    group = name
    const own = attributes({ class: classes(href !== null && 'linked', t.tone?.(row)) || null })
    return html`${heading}<tr${own}>${t.select ? selectCell(t.select, row) : ''}${t.columns.map((c) => bodyCell(c, row, href))}</tr>`
  })
}

const headRow = <Row>(t: Table<Row>): Html =>
  html`<tr>${t.select ? html`<th scope="col" class="pick"><span class="hidden">Chọn</span><label class="pick-all" hidden><input type="checkbox" data-select-all="${t.select.form}" aria-label="Chọn tất cả các dòng đang hiện"><span class="pick-words" aria-hidden="true">Chọn tất cả</span></label></th>` : ''}${t.columns.map((c) => headCell(c, t.sort))}</tr>`

const footRow = <Row>(t: Table<Row>): Html | '' =>
  t.foot === undefined
    ? ''
    : html`<tfoot><tr>${t.select ? raw('<td class="pick"></td>') : ''}${t.columns.map((c, i) => html`<td class="${columnClass(c)}" data-label="${c.label}">${t.foot?.[i]}</td>`)}</tr></tfoot>`

/** The line under a list: what is shown, of how many, and the neighbouring pages. */
export const paging = (p: Paging): Html => html`<nav class="paging" aria-label="Các trang">
<span>${p.total === 0 ? `0 ${p.noun}` : `${showNumber(p.from)}–${showNumber(p.to)} trong ${showNumber(p.total)} ${p.noun}`}${p.note === undefined ? '' : ` · ${p.note}`}</span>
${p.previous === undefined && p.next === undefined ? '' : html`<span class="paging-links">${p.previous === undefined ? '' : html`<a rel="prev" href="${p.previous}">Trang trước</a>`}${p.next === undefined ? '' : html`<a rel="next" href="${p.next}">Trang sau</a>`}</span>`}
</nav>`

/** A table with caption, header links, selectable and linked rows, empty sentence and paging. */
export function table<Row>(t: Table<Row>): Html {
  const scroll = t.phone === 'scroll'
  const own = attributes({ class: classes(scroll ? 'grid' : 'fold'), id: t.id, 'data-keys': t.keys === true && 'rows' })
  const made = html`<table${own}>
<caption${attributes({ class: t.showCaption === true ? null : 'hidden' })}>${t.caption}</caption>
<thead>${headRow(t)}</thead>
<tbody>${bodyRows(t)}</tbody>${footRow(t)}
</table>`
  const framed = scroll
    ? html`<div class="scroll" role="region" aria-label="${t.caption}" tabindex="0">${made}</div>`
    : made
  return html`${framed}${t.paging ? paging(t.paging) : ''}`
}
