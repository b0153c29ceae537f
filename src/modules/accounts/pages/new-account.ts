/** Thêm tài khoản: person, first role over a body, one-time password; what the role will see stands beside it. */
import type { Role } from '../../../kernel/actor.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { linkButton } from '../../../ui/button.ts'
import { card, columns } from '../../../ui/card.ts'
import { disclosure } from '../../../ui/dialog.ts'
import { buttons, dateField, fieldGroup, form, radioField, selectField, textField } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Html, html } from '../../../ui/html.ts'
import { GIVEN_ROLES, ROLES } from '../words.ts'
import { rightsPreview } from './rights-preview.ts'

/** Cơ quan để chọn. */
export type UnitChoice = { id: string; label: string; group: string }

/** What the form needs: bodies of today, and a proposal for the one-time password. */
export type NewAccountView = { units: UnitChoice[]; password: string }

/** Roles to choose from; each says what it does. */
export const roleChoices = GIVEN_ROLES.map((r: Role) => ({ value: r, label: ROLES[r].label, hint: ROLES[r].does }))

/** The list of bodies, grouped. */
export const unitField = (units: readonly UnitChoice[], value: string | undefined, error: string | undefined): Html =>
  selectField({
    name: 'unitId',
    label: 'Cơ quan',
    hint: 'Phạm vi là cơ quan này và các đơn vị trực thuộc theo cây tổ chức hôm nay',
    blank: 'Chọn cơ quan',
    value: value ?? '',
    options: units.map((u) => ({ value: u.id, label: u.label, group: u.group })),
    error,
  })

/** What every role opens, to be read before one is given. */
export const allPreviews = (): Html =>
  html`${GIVEN_ROLES.map((r) => disclosure(`${ROLES[r].label}: sẽ thấy gì`, rightsPreview(r, null)))}`

/** Draws the page. */
export function newAccountPage(view: NewAccountView, seen: Seen): Drawn {
  const e = seen.refusal?.fields ?? {}
  const t = seen.typed
  const fields = html`${fieldGroup(
    'Người dùng',
    html`${textField({ name: 'name', label: 'Họ và tên', value: t.name ?? '', error: e.name })}
${textField({ name: 'username', label: 'Tên đăng nhập', value: t.username ?? '', spellcheck: false, hint: 'Chữ thường không dấu, chữ số, dấu chấm, gạch nối, ví dụ lan.snv', error: e.username })}
${textField({ name: 'post', label: 'Chức vụ', value: t.post ?? '', optional: true, error: e.post })}
${textField({ name: 'phone', label: 'Điện thoại', value: t.phone ?? '', type: 'tel', size: 'medium', optional: true, error: e.phone })}
${textField({ name: 'email', label: 'Thư điện tử', value: t.email ?? '', type: 'email', optional: true, error: e.email })}`,
  )}
${fieldGroup(
  'Vai trò và phạm vi',
  html`${radioField({ name: 'role', label: 'Vai trò', value: t.role ?? 'co-quan', options: roleChoices, error: e.role })}
${unitField(view.units, t.unitId, e.unitId)}
${dateField({ name: 'from', label: 'Có hiệu lực từ ngày', value: t.from ?? '', optional: true, hint: 'Bỏ trống: từ hôm nay', error: e.from })}
${textField({ name: 'act', label: 'Văn bản giao việc', value: t.act ?? '', optional: true, hint: 'Số, ký hiệu, ngày văn bản', error: e.act })}`,
)}
${fieldGroup(
  'Mật khẩu dùng một lần',
  textField({
    name: 'password',
    label: 'Mật khẩu giao cho người dùng',
    value: view.password,
    spellcheck: false,
    hint: 'Hệ thống gợi ý sẵn. Chép lại trước khi bấm nút: mật khẩu không hiện lại, người dùng phải đổi ở lần đăng nhập đầu',
    error: e.password,
  }),
)}
${buttons({ label: 'Cấp tài khoản', kind: 'main' }, linkButton({ label: 'Quay lại danh sách', href: '/quan-tri/nguoi-dung', kind: 'quiet' }))}`
  return {
    asOf: null,
    crumbs: [{ label: 'Người dùng', href: '/quan-tri/nguoi-dung' }, { label: 'Thêm tài khoản' }],
    body: html`${head({ title: 'Thêm tài khoản' })}
${columns('aside', [card({ body: form({ action: '/quan-tri/nguoi-dung/them', csrf: seen.csrf, body: fields }) }), html`${card({ title: 'Sẽ thấy, không thấy', body: allPreviews() })}`])}`,
  }
}
