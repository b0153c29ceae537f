/**
 * So sánh hai bản: the screen of a stale edit. Somebody saved meanwhile; for each field that differs the reader chooses,
 * nothing typed is lost. The radio buttons carry the values under the field's own name, so the same action takes the answer.
 */
import { button } from './button.ts'
import { form, hidden } from './form.ts'
import { attributes, type Fragment, type Html, html } from './html.ts'
import { message } from './message.ts'

/** Một ô khác nhau. */
export type Difference = {
  readonly name: string
  readonly label: string
  /** What the reader typed. */
  readonly mine: string
  /** What is stored now. */
  readonly theirs: string
  /** How the two are shown, when the raw values do not read well. */
  readonly showMine?: Fragment
  readonly showTheirs?: Fragment
  /** "Bà Lan đã sửa ô này lúc 10:41 (44 thành 45). Chọn giá trị giữ lại." (strings.ts `changedMeanwhile`). */
  readonly sentence?: string
}

/** Sửa trùng lúc. */
export type Compare = {
  readonly action: string
  readonly csrf: string
  /** The version stored now: saving again is checked against it. */
  readonly version: number | string
  /** "Lê Thị Lan, Sở Nội vụ, lúc 10:41 23/11/2026". */
  readonly changedBy: string
  readonly differences: readonly Difference[]
  /** Fields that do not differ, sent along unchanged. */
  readonly rest?: Readonly<Record<string, string>>
  /** Where «Quay lại» leads (nothing is saved). */
  readonly backHref: string
}

const show = (shown: Fragment, value: string): Fragment =>
  shown ?? (value === '' ? html`<span class="none">để trống</span>` : value)

function choice(d: Difference, index: number, side: 'mine' | 'theirs'): Html {
  const id = `chon-${index}-${side}`
  const mine = side === 'mine'
  const own = attributes({ type: 'radio', id, name: d.name, value: mine ? d.mine : d.theirs, checked: mine })
  return html`<div class="choice compare-side"><input${own}><label for="${id}"><span class="compare-who">${mine ? 'Giá trị vừa nhập' : 'Giá trị đang lưu'}</span><span class="compare-value">${mine ? show(d.showMine, d.mine) : show(d.showTheirs, d.theirs)}</span></label></div>`
}

/** The form in which the reader chooses. */
export const compare = (c: Compare): Html =>
  html`${message({
    kind: 'soon',
    title: `${c.changedBy} đã lưu một bản mới hơn trong lúc nội dung này được sửa.`,
    body: 'Chưa ghi gì. Nội dung vừa nhập vẫn còn bên dưới; chọn giá trị giữ lại ở từng ô rồi lưu.',
    announce: true,
  })}${form({
    action: c.action,
    csrf: c.csrf,
    version: c.version,
    wide: true,
    body: html`${Object.entries(c.rest ?? {}).map(([k, v]) => hidden(k, v))}${c.differences.map((d, i) => html`<fieldset class="compare"><legend>${d.label}</legend>${d.sentence === undefined ? '' : html`<p class="hint">${d.sentence}</p>`}<div class="compare-sides">${choice(d, i, 'mine')}${choice(d, i, 'theirs')}</div></fieldset>`)}<div class="buttons">${button({ label: 'Lưu giá trị đã chọn', kind: 'main' })}<a class="btn plain" href="${c.backHref}">Quay lại</a></div>`,
  })}`
