/** Một nhiệm vụ đọc từ kế hoạch của cơ quan: its words, its links, what is suggested and why, and the buttons that decide. */
import { showDay } from '../../../kernel/day.ts'
import { button } from '../../../ui/button.ts'
import { disclosure } from '../../../ui/dialog.ts'
import { type Fragment, type Html, html } from '../../../ui/html.ts'
import type { ReadItem } from '../../../ui/side-by-side.ts'
import { state } from '../../../ui/state.ts'
import { LINK_STATES } from '../words.ts'
import { shortText } from './list.ts'
import type { OwnPlanView, OwnRow } from './own-plan.ts'

const decide = (label: string, value: string): Html =>
  button({ label, kind: 'quiet', form: 'lien-ket', name: 'decide', value })

const provincial = (code: string, text: string): Html =>
  html`<p><a href="${`/ke-hoach/${code}`}"><b>${code}</b></a> ${shortText(text, 180)}</p>`

function suggestion(i: OwnRow, s: OwnRow['suggestions'][number], mayEdit: boolean): Html {
  return html`<li>${provincial(s.code, s.text)}
<p class="hint">${s.reasons.join('. ')}.</p>
${mayEdit ? html`<div class="actions">${decide(`Liên kết với ${s.code}`, `lien-ket ${i.id} ${s.taskId}`)}${decide(`Không phải ${s.code}`, `khong-phai ${i.id} ${s.taskId}`)}</div>` : ''}</li>`
}

function linked(i: OwnRow, v: OwnPlanView): Fragment {
  const kept = i.links.filter((l) => l.verdict === 'lien-ket')
  return kept.length === 0
    ? ''
    : html`<ul class="plain-list">${kept.map((l) => html`<li>${provincial(l.code, v.tasks.find((t) => t.id === l.taskId)?.text ?? '')}${v.mayEdit ? html`<div class="actions">${decide(`Bỏ liên kết với ${l.code}`, `khong-phai ${i.id} ${l.taskId}`)}</div>` : ''}</li>`)}</ul>`
}

/** Another task of the province by its code, where none of the suggested ones fits; the list stands once on the page. */
const chooseOther = (i: OwnRow): Html =>
  disclosure(
    'Chọn nhiệm vụ khác của tỉnh',
    html`<div class="row-fields"><input class="input" list="nhiem-vu-cua-tinh" autocomplete="off" placeholder="III.3.3" aria-label="${`Mã nhiệm vụ của tỉnh cho mục ${i.taskCode}`}" name="${`other-${i.id}`}" form="lien-ket">${decide('Liên kết nhiệm vụ đã chọn', `other ${i.id}`)}</div>`,
  )

/** The tasks of the province to choose from, for all items of the page. */
export const taskChoices = (v: OwnPlanView): Html =>
  html`<datalist id="nhiem-vu-cua-tinh">${v.tasks.map((t) => html`<option value="${t.code}">${shortText(t.text, 80)}</option>`)}</datalist>`

function choices(i: OwnRow, v: OwnPlanView): Fragment {
  const list =
    i.suggestions.length === 0
      ? html`<p class="hint">Không thấy nhiệm vụ nào của tỉnh tương ứng.</p>`
      : html`<p class="read-facts"><b>Gợi ý nhiệm vụ của tỉnh</b></p><ul class="plain-list">${i.suggestions.map((s) => suggestion(i, s, v.mayEdit))}</ul>`
  if (i.state === 'chua-xet')
    return html`${list}${v.mayEdit ? html`${chooseOther(i)}<div class="actions">${decide('Nhiệm vụ riêng của cơ quan', `rieng ${i.id}`)}</div>` : ''}`
  if (!v.mayEdit) return ''
  if (i.state === 'rieng') return html`<div class="actions">${decide('Xét lại', `xet-lai ${i.id}`)}</div>`
  return disclosure('Liên kết thêm', html`${list}${chooseOther(i)}`)
}

/** The item as a row of the right column. */
export function ownItem(i: OwnRow, v: OwnPlanView): ReadItem {
  const words = LINK_STATES[i.state]
  const due = i.due === null ? i.dueWords : showDay(i.due)
  const facts = [
    ...(due === '' ? [] : [`Thời hạn: ${due}`]),
    ...(i.product === '' ? [] : [`Sản phẩm: ${i.product}`]),
    ...(i.named.length === 0 ? [] : [`Văn bản nêu: ${i.named.join('; ')}`]),
  ]
  return {
    id: i.id,
    group: i.state === 'chua-xet' ? 'Chưa xét' : 'Đã xét',
    title: html`<b>${i.taskCode}</b> ${state(words.tone, words.label, { plain: true })}`,
    body: html`<p>${shortText(i.taskText, 400)}</p>${facts.length === 0 ? '' : html`<p class="read-facts">${facts.join(' · ')}</p>`}${linked(i, v)}${choices(i, v)}`,
    ...(i.state === 'chua-xet' ? { tone: 'soon' as const } : {}),
  }
}
