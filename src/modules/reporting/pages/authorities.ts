/** Giao ký thay: who signs reports of the body in place of its head. */
import { addDays, showDay } from '../../../kernel/day.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { button } from '../../../ui/button.ts'
import { card, stack } from '../../../ui/card.ts'
import { csrfField, dateField, form, hidden, selectField, textField } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { html } from '../../../ui/html.ts'
import { emptyState } from '../../../ui/message.ts'
import { table } from '../../../ui/table.ts'
import { signedFor } from '../rules/signing.ts'
import { AUTHORITIES, type SigningAuthority } from '../words.ts'

/** What the page shows. */
export type AuthoritiesView = {
  readonly unit: { readonly code: string; readonly officeName: string }
  readonly headPost: string
  readonly authorities: readonly SigningAuthority[]
  readonly people: readonly { readonly accountId: string; readonly name: string; readonly post: string }[]
}

/** Address of the page. */
export const authoritiesHref = (unitCode: string): string => `/bao-cao/ky-thay/${encodeURIComponent(unitCode)}`

/** The page. */
export function authoritiesPage(v: AuthoritiesView, seen: Seen): Drawn {
  const wrong = seen.refusal?.fields ?? {}
  const { typed } = seen
  const here = authoritiesHref(v.unit.code)
  return {
    crumbs: [{ label: 'Việc của tôi', href: '/viec' }, { label: 'Giao ký thay' }],
    body: stack(
      head({
        title: `${v.unit.officeName}: giao ký thay`,
        lead: 'Người được giao duyệt và nộp báo cáo như thủ trưởng; chữ ký trên văn bản ghi đúng quyền hạn. Báo cáo đã ký không đổi khi thôi giao.',
      }),
      card({
        title: 'Đang giao',
        fit: 'flush',
        body:
          v.authorities.length === 0
            ? emptyState('Chưa giao ai ký thay.')
            : table<SigningAuthority>({
                caption: 'Người được giao ký thay',
                rows: v.authorities,
                empty: 'Chưa giao ai ký thay.',
                columns: [
                  { label: 'Người ký', kind: 'name', cell: (a) => a.name },
                  { label: 'Ghi trên văn bản', cell: (a) => html`${signedFor(a)}<br>${a.post}` },
                  { label: 'Văn bản giao', phone: 'hide', cell: (a) => a.act },
                  {
                    label: 'Hiệu lực',
                    cell: (a) =>
                      `từ ${showDay(a.valid.from)}${a.valid.to === null ? '' : ` đến hết ${showDay(addDays(a.valid.to, -1))}`}`,
                  },
                  {
                    label: 'Thao tác',
                    cell: (a) =>
                      html`<form method="post" action="${`${here}/thoi`}">${csrfField(seen.csrf)}${hidden('authority', a.id)}${button({ label: 'Thôi giao từ ngày mai', kind: 'quiet' })}</form>`,
                  },
                ],
              }),
      }),
      card({
        title: 'Giao người ký',
        body: form({
          action: here,
          csrf: seen.csrf,
          label: 'Giao người ký',
          body: html`${selectField({
            name: 'accountId',
            label: 'Người được giao',
            blank: 'Chọn người có tài khoản của cơ quan',
            value: typed.accountId ?? '',
            options: v.people.map((p) => ({
              value: p.accountId,
              label: p.post === '' ? p.name : `${p.name}, ${p.post}`,
            })),
            error: wrong.accountId,
          })}${selectField({
            name: 'kind',
            label: 'Cách ký',
            value: typed.kind ?? 'KT',
            options: Object.entries(AUTHORITIES).map(([value, a]) => ({ value, label: a.label })),
            error: wrong.kind,
          })}${textField({ name: 'headPost', label: 'Chức vụ người đứng đầu', size: 'medium', value: typed.headPost ?? v.headPost, error: wrong.headPost })}${textField({ name: 'post', label: 'Chức vụ người ký', size: 'medium', value: typed.post ?? '', error: wrong.post })}${textField({ name: 'act', label: 'Số, ngày văn bản giao', value: typed.act ?? '', error: wrong.act })}<div class="filter-row">${dateField({ name: 'from', label: 'Từ ngày', value: typed.from ?? '', error: wrong.from })}${dateField({ name: 'to', label: 'Đến hết ngày', optional: true, value: typed.to ?? '', error: wrong.to })}</div><div class="buttons">${button({ label: 'Giao ký thay', kind: 'main' })}</div>`,
        }),
      }),
    ),
  }
}
