/** Sẽ thấy / không thấy: what a role opens, in words, before it is given and after. */
import type { Role } from '../../../kernel/actor.ts'
import { type Html, html } from '../../../ui/html.ts'
import { shape } from '../../../ui/state.ts'
import { ROLES } from '../words.ts'

const line = (kind: 'sees' | 'sees-not', words: string): Html =>
  html`<li class="${kind}">${shape(kind === 'sees' ? 'ok' : 'exempt')}<span>${kind === 'sees' ? 'Thấy: ' : 'Không thấy: '}${words}</span></li>`

/** The list of one role; `over` = office name of the body, null for the whole province. */
export const rightsPreview = (role: Role, over: string | null): Html => {
  const words = ROLES[role]
  const where =
    words.reach === 'all' ? 'Phạm vi: toàn tỉnh' : `Phạm vi: ${over ?? 'cơ quan được chọn'} và đơn vị trực thuộc`
  return html`<ul class="rights">${html`<li class="sees">${shape('ok')}<span>${where}</span></li>`}${words.sees.map((w) => line('sees', w))}${words.seesNot.map((w) => line('sees-not', w))}</ul>`
}
