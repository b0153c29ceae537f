/** Sẽ thấy / không thấy: what a role opens, in words, before it is given and after. */
import type { Role } from '../../../kernel/actor.ts'
import { type Html, html } from '../../../ui/html.ts'
import { shape } from '../../../ui/state.ts'
import { ROLES } from '../words.ts'

const lines = (kind: 'sees' | 'sees-not', words: readonly string[]): Html =>
  html`<ul class="rights">${words.map((w) => html`<li class="${kind}">${shape(kind === 'sees' ? 'ok' : 'exempt')}<span>${w}</span></li>`)}</ul>`

/** What one role opens; `over` = office name of the body, null for the whole province or before one is chosen. */
export const rightsPreview = (role: Role, over: string | null): Html => {
  const words = ROLES[role]
  const where =
    words.reach === 'all'
      ? 'toàn tỉnh'
      : words.reach === 'self'
        ? 'hồ sơ của chính mình'
        : `${over ?? 'cơ quan được chọn'} và đơn vị trực thuộc`
  return html`<p class="rights-over">Phạm vi: ${where}</p><p class="label">Sẽ thấy</p>${lines('sees', words.sees)}<p class="label">Không thấy</p>${lines('sees-not', words.seesNot)}`
}
