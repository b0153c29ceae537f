/** Nhập mã xác thực: the second step of signing in. */
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { card } from '../../../ui/card.ts'
import { buttons, form, hidden, textField } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { html, nothing } from '../../../ui/html.ts'

/** `awaited` = the password was right less than ten minutes ago. */
export type SecondStepView = { awaited: boolean; tiep: string | null }

/** Draws the page. */
export function secondStepPage(view: SecondStepView, seen: Seen): Drawn {
  const errors = seen.refusal?.fields ?? {}
  return {
    layout: 'plain',
    asOf: null,
    body: html`${head({ title: 'Nhập mã xác thực', lead: 'Mật khẩu đã đúng. Còn một bước.' })}${card({
      body: form({
        action: '/dang-nhap/ma',
        csrf: seen.csrf,
        body: html`${view.tiep === null ? nothing : hidden('tiep', view.tiep)}
${textField({ name: 'code', label: 'Mã xác thực', size: 'medium', autocomplete: 'one-time-code', spellcheck: false, hint: 'Sáu chữ số đang hiện trên ứng dụng xác thực, hoặc một mã dự phòng dạng ABCDE-FGHJK', error: errors.code })}
${buttons({ label: 'Xác nhận mã', kind: 'main' })}`,
      }),
      foot: html`Mất điện thoại và hết mã dự phòng: liên hệ quản trị hệ thống. <a href="/dang-nhap">Quay lại đăng nhập</a>`,
    })}`,
  }
}
