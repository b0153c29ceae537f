/** Thiết lập lần đầu: an empty system gets its first administrator. */
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { card } from '../../../ui/card.ts'
import { buttons, form, textField } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { html } from '../../../ui/html.ts'
import { MIN_PASSWORD } from '../rules/password.ts'

/** `open` = there is no account yet. */
export type SetUpView = { open: boolean }

/** What to choose as a password, said at every field where one is chosen. */
export const PASSWORD_HINT = `Ít nhất ${MIN_PASSWORD} ký tự. Nên dùng một cụm nhiều từ dễ nhớ; dấu cách và chữ có dấu đều được`

/** Draws the page. */
export function setUpPage(_view: SetUpView, seen: Seen): Drawn {
  const errors = seen.refusal?.fields ?? {}
  const typed = seen.typed
  return {
    layout: 'plain',
    asOf: null,
    body: html`${head({ title: 'Thiết lập hệ thống lần đầu', lead: 'Tạo tài khoản quản trị đầu tiên. Tài khoản này thêm người dùng, phân quyền và nạp kế hoạch.' })}${card(
      {
        body: form({
          action: '/thiet-lap',
          csrf: seen.csrf,
          body: html`${textField({ name: 'name', label: 'Họ và tên', value: typed.name ?? '', autocomplete: 'name', error: errors.name })}
${textField({ name: 'post', label: 'Chức vụ', value: typed.post ?? '', optional: true, error: errors.post })}
${textField({ name: 'username', label: 'Tên đăng nhập', value: typed.username ?? '', autocomplete: 'username', spellcheck: false, hint: 'Chữ thường không dấu, chữ số, dấu chấm, gạch nối, ví dụ lan.quantri', error: errors.username })}
${textField({ name: 'password', label: 'Mật khẩu', type: 'password', autocomplete: 'new-password', hint: PASSWORD_HINT, error: errors.password })}
${textField({ name: 'passwordAgain', label: 'Nhập lại mật khẩu', type: 'password', autocomplete: 'new-password', error: errors.passwordAgain })}
${buttons({ label: 'Tạo tài khoản quản trị', kind: 'main' })}`,
        }),
        foot: 'Sau bước này hệ thống yêu cầu bật xác thực hai bước trước khi quyền quản trị có hiệu lực.',
      },
    )}`,
  }
}
