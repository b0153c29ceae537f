/** Sửa một chỗ của bản chế độ: a form read off the schema of the place; what is typed there checks nothing until it is saved. */
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { button } from '../../../ui/button.ts'
import { card } from '../../../ui/card.ts'
import {
  dateField,
  field,
  fieldId,
  form,
  hidden,
  numberField,
  selectField,
  textArea,
  textField,
  tickField,
} from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { attributes, type Html, html } from '../../../ui/html.ts'
import { type ItemField, shownValue } from '../rules/item-form.ts'
import { rowsOf } from '../rules/regime.ts'
import { fieldsAt, isNew, PLACES, type Place } from '../rules/regime-places.ts'
import { wordOf } from '../rules/regime-words.ts'
import type { RegimeDraft } from '../views/periods.ts'
import { draftCrumbs, tabOf } from './regime-draft.ts'
import { regimeHref } from './regimes.ts'

/** One choice of a list. */
type Choice = { readonly value: string; readonly label: string; readonly group?: string }

/** What the page shows. */
export type ItemView = {
  readonly draft: RegimeDraft
  readonly place: Place
  /** The place as the address names it. */
  readonly at: string
  readonly item: Readonly<Record<string, unknown>>
  /** Groups and units to choose reporters from. */
  readonly bodies: readonly Choice[]
}

type Filling = {
  readonly view: ItemView
  readonly again: boolean
  readonly seen: Seen
  readonly rows: readonly Choice[]
}

/** The page. */
export function itemPage(v: ItemView, seen: Seen): Drawn {
  const r = v.draft.regime
  const kind = typeof v.item.kind === 'string' ? wordOf(`${PLACES[v.place.kind].words}=${v.item.kind}`).label : ''
  const own = v.item.title ?? v.item.label
  const name = typeof own === 'string' && own !== '' ? own : PLACES[v.place.kind].title
  const title = isNew(v.place) ? `Thêm vào phần «${PLACES[v.place.kind].title}»` : name
  const f: Filling = {
    view: v,
    seen,
    again: seen.refusal !== null && Object.keys(seen.typed).length > 0,
    rows: rowsOf(r).map((x) => ({ value: x.key, label: x.row.label, group: x.table.title })),
  }
  return {
    crumbs: draftCrumbs(r, title),
    body: html`${head({ title, over: `${r.code}, bản ${r.version} đang soạn${kind === '' || v.place.kind === 'dong' ? '' : ` · ${kind}`}` })}${card(
      {
        fit: 'narrow',
        body: form({
          action: regimeHref(r.slug, `soan/sua/${v.at}`),
          csrf: seen.csrf,
          version: v.draft.version,
          body: html`${isNew(v.place) && typeof v.item.kind === 'string' ? hidden('loai', v.item.kind) : ''}${fieldsAt(v.place, v.item).map((x) => box(f, x))}<div class="buttons">${button({ label: isNew(v.place) ? 'Thêm' : 'Lưu phần này', kind: 'main' })}<a class="btn quiet" href="${regimeHref(r.slug, tabOf(v.at) === 'chung' ? 'soan' : `soan?phan=${tabOf(v.at)}`)}">Về bản soạn</a></div>`,
        }),
      },
    )}`,
  }
}

function box(f: Filling, x: ItemField): Html {
  const value = f.again ? (f.seen.typed[x.path] ?? '') : shownValue(x, f.view.item)
  const same = {
    name: x.path,
    label: x.label,
    hint: x.hint,
    optional: x.optional,
    error: f.seen.refusal?.fields?.[x.path],
  }
  switch (x.kind) {
    case 'tick':
      return tickField({ ...same, checked: value === '1' })
    case 'number':
    case 'percent':
      return numberField({ ...same, value })
    case 'day':
      return dateField({ ...same, value, hint: x.hint === '' ? 'Ngày/tháng/năm, ví dụ 02/09/2026' : x.hint })
    case 'month-day':
      return textField({ ...same, value, size: 'short' })
    case 'text':
      return textArea({ ...same, value, rows: 3 })
    case 'lines':
    case 'json':
      return textArea({ ...same, value, rows: x.kind === 'json' ? 8 : 4 })
    case 'choice':
      return selectField({ ...same, value, options: x.options, ...(x.optional ? { blank: 'Không' } : {}) })
    case 'row':
      return selectField({ ...same, value, options: f.rows, blank: 'Chưa chọn' })
    case 'rows':
      return rowsBox(f, x, value)
    default:
      return lineBox(f, x, value, same)
  }
}

/** Text in one line; a table or a body is chosen from those there are. */
function lineBox(f: Filling, x: ItemField, value: string, same: Parameters<typeof textField>[0]): Html {
  const { tables } = f.view.draft.regime
  if (x.path === 'table') {
    return selectField({
      ...same,
      value,
      options: tables.map((t) => ({ value: t.id, label: t.title })),
      blank: 'Chưa chọn',
    })
  }
  if (x.path === 'ref') {
    return selectField({
      ...same,
      optional: true,
      value,
      options: f.view.bodies,
      blank: 'Theo Kế hoạch, không cần chọn',
    })
  }
  return textField({ ...same, value })
}

/** How many empty lists stand after the chosen rows. */
const MORE = 2

/** Several rows: one list for each that is chosen and two for more; saving gives two more again. */
function rowsBox(f: Filling, x: ItemField, value: string): Html {
  const chosen = value.split('\n').filter((k) => k !== '')
  const groups = [...new Set(f.rows.map((r) => r.group ?? ''))]
  const one = (key: string, i: number): Html => {
    const lost = key !== '' && !f.rows.some((r) => r.value === key)
    const options = groups.map(
      (g) =>
        html`<optgroup label="${g}">${f.rows.filter((r) => (r.group ?? '') === g).map((r) => html`<option${attributes({ value: r.value, selected: r.value === key })}>${r.label}</option>`)}</optgroup>`,
    )
    return html`<select class="input" name="${x.path}"${attributes({ id: i === 0 ? fieldId(x.path) : null, 'aria-label': `${x.label}, dòng ${i + 1}` })}><option value="">${i < chosen.length ? 'Bỏ dòng này' : 'Thêm một dòng'}</option>${lost ? html`<option value="${key}" selected>${key} (không còn)</option>` : ''}${options}</select>`
  }
  const all = [...chosen, ...Array.from({ length: MORE }, () => '')]
  const error = f.seen.refusal?.fields?.[x.path]
  return field({ name: x.path, label: x.label, hint: x.hint, error }, html`<div class="stack">${all.map(one)}</div>`)
}
