/** Đổi mật khẩu. */
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { linkButton } from '../../../ui/button.ts'
import { card } from '../../../ui/card.ts'
import { buttons, form, hidden, textField } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { html } from '../../../ui/html.ts'
import { message } from '../../../ui/message.ts'
import { PASSWORD_HINT } from './set-up.ts'

/** `mustChange` = the password in use was given for one time. */
export type OwnPasswordView = { username: string; mustChange: boolean; sample: boolean }

/** Draws the page. */
export function ownPasswordPage(view: OwnPasswordView, seen: Seen): Drawn {
  const errors = seen.refusal?.fields ?? {}
  const old = view.mustChange ? 'Mật khẩu được cấp một lần' : 'Mật khẩu đang dùng'
  const body = view.sample
    ? message({ kind: 'info', title: 'Tài khoản mẫu vào bằng một lần bấm, không có mật khẩu để đổi.' })
    : card({
        fit: 'narrow',
        body: form({
          action: '/toi/mat-khau',
          csrf: seen.csrf,
          body: html`<div hidden>${hidden('username', view.username)}</div>
${textField({ name: 'oldPassword', label: old, type: 'password', autocomplete: 'current-password', error: errors.oldPassword })}
${textField({ name: 'password', label: 'Mật khẩu mới', type: 'password', autocomplete: 'new-password', hint: PASSWORD_HINT, error: errors.password })}
${textField({ name: 'passwordAgain', label: 'Nhập lại mật khẩu mới', type: 'password', autocomplete: 'new-password', error: errors.passwordAgain })}
${buttons({ label: 'Đổi mật khẩu', kind: 'main' }, linkButton({ label: 'Quay lại', href: '/toi/tai-khoan', kind: 'quiet' }))}`,
        }),
        foot: 'Sau khi đổi, các phiên đăng nhập ở máy khác kết thúc; phiên này tiếp tục.',
      })
  return {
    asOf: null,
    crumbs: [{ label: 'Tài khoản của tôi', href: '/toi/tai-khoan' }, { label: 'Đổi mật khẩu' }],
    body: html`${head({ title: 'Đổi mật khẩu' })}${body}`,
  }
}
