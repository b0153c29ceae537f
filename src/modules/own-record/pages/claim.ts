/** Nhận hồ sơ: the code and the birth date, then the record that was found and "this is me". */
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { linkButton } from '../../../ui/button.ts'
import { card, facts } from '../../../ui/card.ts'
import { buttons, dateField, form, textField } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { html } from '../../../ui/html.ts'
import { stages } from '../../../ui/steps.ts'

const STAGES = ['Nhập mã mời', 'Xem hồ sơ tìm thấy', 'Chọn mục công khai']

/** The first page. Nothing about any record stands on it. */
export function claimPage(_view: unknown, seen: Seen): Drawn {
  const errors = seen.refusal?.fields ?? {}
  return {
    asOf: null,
    body: html`${head({ title: 'Nhận hồ sơ bằng mã mời', lead: 'Mã mời ở trong thư của cơ quan quản lý hồ sơ. Chưa có thư: hỏi cán bộ tổ chức của cơ quan.' })}${stages('Các bước nhận hồ sơ', STAGES, 0)}${card(
      {
        fit: 'narrow',
        body: form({
          action: '/nhan-ho-so',
          csrf: seen.csrf,
          label: 'Nhận hồ sơ',
          body: html`${textField({ name: 'code', label: 'Mã mời', hint: '10 chữ và số, ví dụ ABCDE-FGHJK; viết hoa hay thường đều được', size: 'medium', value: seen.typed.code ?? '', spellcheck: false, error: errors.code })}${dateField({ name: 'birth', label: 'Ngày sinh', hint: 'Ngày/tháng/năm, ví dụ 02/09/1972', value: seen.typed.birth ?? '', error: errors.birth })}${buttons({ label: 'Xem dữ liệu tìm thấy', kind: 'main' })}`,
        }),
      },
    )}`,
  }
}

/** What was found: a headline, no more. */
export type FoundView = {
  readonly ticket: string
  readonly name: string
  readonly titles: string
  readonly code: string
  readonly post: string
  readonly body: string
  readonly entries: number
  /** Somebody is signed in: the account is there already. */
  readonly signedIn: string | null
  readonly username: string
}

/** The record that was found. */
export function foundPage(v: FoundView, seen: Seen): Drawn {
  const errors = seen.refusal?.fields ?? {}
  const account =
    v.signedIn === null
      ? html`${textField({ name: 'username', label: 'Tên đăng nhập', hint: 'Chữ thường không dấu, chữ số, dấu chấm, gạch nối', size: 'medium', value: seen.typed.username ?? v.username, autocomplete: 'username', spellcheck: false, error: errors.username })}${textField({ name: 'password', label: 'Mật khẩu', hint: 'Ít nhất 12 ký tự; một cụm nhiều từ dễ nhớ là tốt', size: 'medium', type: 'password', autocomplete: 'new-password', error: errors.password })}${textField({ name: 'passwordAgain', label: 'Nhập lại mật khẩu', size: 'medium', type: 'password', autocomplete: 'new-password', error: errors.passwordAgain })}`
      : html`<p>Hồ sơ sẽ gắn với tài khoản đang đăng nhập: <b>${v.signedIn}</b>.</p>`
  return {
    asOf: null,
    body: html`${head({ title: 'Hồ sơ tìm thấy', lead: 'Kiểm tra trước khi nhận. Mỗi hồ sơ chỉ gắn với một tài khoản.' })}${stages('Các bước nhận hồ sơ', STAGES, 1)}${card(
      {
        fit: 'narrow',
        body: html`${facts([
          ['Họ và tên', [v.titles, v.name].filter((t) => t !== '').join(' ')],
          ['Mã hồ sơ', v.code],
          ['Nơi công tác', v.post],
          ['Cơ quan quản lý hồ sơ', v.body],
          ['Dữ liệu đang có', `${v.entries} mục; xem đầy đủ sau khi nhận`],
        ])}${form({
          action: `/nhan-ho-so/${v.ticket}`,
          csrf: seen.csrf,
          label: 'Đúng là tôi',
          body: html`${account}${buttons({ label: 'Đúng là tôi', kind: 'main' }, linkButton({ label: 'Không phải hồ sơ của tôi', href: '/nhan-ho-so', kind: 'quiet' }))}`,
        })}`,
        foot: 'Không phải hồ sơ của mình: không bấm nhận, báo cơ quan đã gửi thư. Mã mời còn nguyên.',
      },
    )}`,
  }
}
