/** Xác thực hai bước: make a secret, copy it into the application, confirm with the first code. */
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { button, linkButton } from '../../../ui/button.ts'
import { card } from '../../../ui/card.ts'
import { buttons, form, textField } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Html, html, nothing } from '../../../ui/html.ts'
import { message } from '../../../ui/message.ts'
import { state } from '../../../ui/state.ts'

/** `prepared` = secret, its address and recovery codes that wait for the first code. */
export type OwnSecondStepView = {
  on: boolean
  sample: boolean
  required: boolean
  prepared: { secret: string; address: string; recoveryCodes: string[] } | null
}

const inFours = (secret: string): string => secret.replace(/(.{4})(?=.)/g, '$1 ')

const prepareCard = (view: OwnSecondStepView, seen: Seen): Html =>
  card({
    fit: 'narrow',
    title: view.prepared === null ? 'Tạo khóa xác thực' : 'Tạo khóa khác',
    body: html`<p>Xác thực hai bước dùng một ứng dụng trên điện thoại tạo mã 6 chữ số, đổi sau mỗi 30 giây. Cần có ứng dụng xác thực theo chuẩn TOTP trên điện thoại trước khi bắt đầu.</p>
${form({ action: '/toi/xac-thuc/tao', csrf: seen.csrf, body: button({ label: view.prepared === null ? 'Tạo khóa xác thực' : 'Tạo khóa khác', kind: view.prepared === null ? 'main' : 'plain' }) })}`,
  })

const confirmCards = (p: NonNullable<OwnSecondStepView['prepared']>, seen: Seen): Html =>
  html`${card({
    fit: 'narrow',
    title: 'Bước 1. Nhập khóa vào ứng dụng xác thực',
    body: html`<p>Trong ứng dụng, chọn nhập khóa bằng tay, loại «theo thời gian», rồi nhập khóa:</p><p class="secret">${inFours(p.secret)}</p><p>Trên điện thoại có thể <a href="${p.address}">mở thẳng trong ứng dụng xác thực</a>.</p>`,
  })}${card({
    fit: 'narrow',
    title: 'Bước 2. Cất mã dự phòng',
    body: html`<p>Mỗi mã dùng được một lần khi không có điện thoại. In hoặc chép ra giấy, cất nơi an toàn. Sau khi bật, hệ thống không hiện lại các mã này.</p><ul class="codes">${p.recoveryCodes.map((c) => html`<li>${c}</li>`)}</ul>`,
  })}${card({
    fit: 'narrow',
    title: 'Bước 3. Nhập mã đầu tiên',
    body: form({
      action: '/toi/xac-thuc',
      csrf: seen.csrf,
      body: html`${textField({ name: 'code', label: 'Mã 6 chữ số đang hiện', size: 'short', inputmode: 'numeric', autocomplete: 'one-time-code', error: seen.refusal?.fields?.code })}
${buttons({ label: 'Bật xác thực hai bước', kind: 'main' }, linkButton({ label: 'Để sau', href: '/toi/tai-khoan', kind: 'quiet' }))}`,
    }),
  })}`

/** Draws the page. */
export function ownSecondStepPage(view: OwnSecondStepView, seen: Seen): Drawn {
  const lead = view.on
    ? 'Xác thực hai bước đang bật. Tạo khóa khác khi đổi điện thoại; khóa cũ dùng được cho đến khi khóa mới được xác nhận.'
    : view.required
      ? 'Vai trò được cấp bắt buộc xác thực hai bước; vai trò có hiệu lực ngay sau khi bật.'
      : 'Thêm một bước nhập mã từ điện thoại khi đăng nhập, để người biết mật khẩu vẫn không vào được.'
  const body = view.sample
    ? message({ kind: 'info', title: 'Tài khoản mẫu vào bằng một lần bấm, không dùng xác thực hai bước.' })
    : html`${view.prepared === null ? nothing : confirmCards(view.prepared, seen)}${prepareCard(view, seen)}`
  return {
    asOf: null,
    crumbs: [{ label: 'Tài khoản của tôi', href: '/toi/tai-khoan' }, { label: 'Xác thực hai bước' }],
    body: html`${head({ title: 'Xác thực hai bước', lead, state: view.on ? state('ok', 'đang bật') : nothing })}${body}`,
  }
}
