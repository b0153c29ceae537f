/** Trang vào hệ thống: sign-in, and in a system of sample data the people whose role can be tried by one click. */
import type { Role } from '../../../kernel/actor.ts'
import { givenName } from '../../../kernel/text.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { card } from '../../../ui/card.ts'
import { buttons, csrfField, form, hidden, textField } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Html, html, nothing } from '../../../ui/html.ts'
import { message } from '../../../ui/message.ts'
import { state } from '../../../ui/state.ts'
import { ROLES, type RoleWords } from '../words.ts'

/** Người mẫu có thể vào vai. */
export type SamplePersonView = { id: string; name: string; post: string; unit: string | null; role: Role }

/** What the page knows before anybody has signed in. */
export type EntryView = { empty: boolean; demo: boolean; people: SamplePersonView[]; tiep: string | null }

/** In which order the roles are tried: the officer who runs the year first. */
const ORDER: readonly Role[] = ['so-noi-vu', 'co-quan', 'thu-truong', 'lanh-dao', 'quan-tri', 'tri-thuc', 'hoi']

const SHOWN = 5

const carried = (view: EntryView): Html => (view.tiep === null ? nothing : hidden('tiep', view.tiep))

const personButton = (p: SamplePersonView): Html =>
  html`<li><button class="person" name="account" value="${p.id}"><span class="avatar" aria-hidden="true">${givenName(p.name).slice(0, 1)}</span><span class="person-text"><span class="person-name">${p.name}</span><span class="person-post">${[p.post, p.unit].filter((t) => t).join(' · ')}</span></span></button></li>`

function roleSection(words: RoleWords, people: readonly SamplePersonView[], view: EntryView, seen: Seen): Html {
  const first = people.slice(0, people.length > SHOWN + 1 ? SHOWN : people.length)
  const rest = people.slice(first.length)
  const more =
    rest.length === 0
      ? nothing
      : html`<details class="disclosure"><summary>Xem thêm ${rest.length} người</summary><ul class="people">${rest.map(personButton)}</ul></details>`
  return card({
    title: words.label,
    body: html`<p class="role-does">${words.does}</p><form method="post" action="/dang-nhap/mau" aria-label="${`Vào vai ${words.label}`}">${csrfField(seen.csrf)}${carried(view)}<ul class="people">${first.map(personButton)}</ul>${more}</form>`,
  })
}

/** Each person once, under the role that comes first. */
function byRole(people: readonly SamplePersonView[]): Map<Role, SamplePersonView[]> {
  const groups = new Map<Role, SamplePersonView[]>()
  const placed = new Set<string>()
  for (const role of ORDER) {
    const own = people.filter((p) => p.role === role && !placed.has(p.id))
    for (const p of own) placed.add(p.id)
    if (own.length > 0) groups.set(role, own)
  }
  return groups
}

const signInForm = (view: EntryView, seen: Seen): Html => {
  const errors = seen.refusal?.fields ?? {}
  return form({
    action: '/dang-nhap',
    csrf: seen.csrf,
    label: 'Đăng nhập',
    body: html`${carried(view)}
${textField({ name: 'username', label: 'Tên đăng nhập', value: seen.typed.username ?? '', autocomplete: 'username', spellcheck: false, error: errors.username })}
${textField({ name: 'password', label: 'Mật khẩu', type: 'password', autocomplete: 'current-password', error: errors.password })}
${buttons({ label: 'Đăng nhập', kind: 'main' })}
<p><a href="/nhan-ho-so">Nhận hồ sơ bằng mã mời</a></p>`,
  })
}

const setUpBand = (view: EntryView): Html =>
  view.empty
    ? message({
        kind: 'info',
        title: 'Hệ thống chưa có tài khoản nào.',
        body: html`<a href="/thiet-lap">Tạo tài khoản quản trị đầu tiên</a>`,
      })
    : nothing

/** The page of a system in use: a form, and what the system is for. */
function plainPage(view: EntryView, seen: Seen): Drawn {
  return {
    layout: 'plain',
    asOf: null,
    body: html`${head({ title: 'Đăng nhập' })}${setUpBand(view)}${card({ body: signInForm(view, seen), foot: 'Quên mật khẩu hoặc mất điện thoại nhận mã: liên hệ quản trị hệ thống của cơ quan để được cấp lại.' })}
<figure class="motto"><blockquote>Hiền tài là nguyên khí của quốc gia</blockquote><figcaption>Thân Nhân Trung, văn bia Tiến sĩ khoa Nhâm Tuất 1442</figcaption></figure>`,
  }
}

/** The page of a system with sample data: whom to be, then the form for other accounts. */
function demoPage(view: EntryView, seen: Seen): Drawn {
  const groups = [...byRole(view.people)]
  return {
    asOf: null,
    body: html`<div class="entry">${head({
      title: 'Chọn một người để vào dùng thử',
      state: state('soon', 'Dữ liệu mẫu'),
      lead: 'Mỗi người thấy đúng phần việc của mình. Bấm vào tên là vào thẳng, không cần mật khẩu; muốn đổi vai thì đăng xuất rồi chọn người khác.',
    })}
<div class="entry-roles">${groups.map(([role, people]) => roleSection(ROLES[role], people, view, seen))}
${card({ title: 'Tài khoản khác', body: signInForm(view, seen) })}</div></div>`,
  }
}

/** Draws the first page. */
export const entryPage = (view: EntryView, seen: Seen): Drawn =>
  view.demo && view.people.length > 0 ? demoPage(view, seen) : plainPage(view, seen)
