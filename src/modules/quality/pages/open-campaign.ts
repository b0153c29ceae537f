/** Trang mở đợt xác nhận: which dossiers, before which day, with what words. */
import { type Day, showDay } from '../../../kernel/day.ts'
import { showNumber } from '../../../kernel/number.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { linkButton } from '../../../ui/button.ts'
import { card, stack } from '../../../ui/card.ts'
import { buttons, dateField, form, selectField, textArea, textField } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { html } from '../../../ui/html.ts'

/** What the page shows: conditions with how many dossiers they mean now. */
export type OpenCampaignView = {
  readonly suggestedDue: Day
  readonly conditions: readonly { readonly code: string; readonly label: string; readonly people: number }[]
}

/** Draws the page. */
export function openCampaignPage(v: OpenCampaignView, seen: Seen): Drawn {
  const { typed } = seen
  const wrong = seen.refusal?.fields ?? {}
  const due = showDay(v.suggestedDue)
  return {
    crumbs: [{ label: 'Chất lượng hồ sơ', href: '/chat-luong' }, { label: 'Mở đợt xác nhận' }],
    body: stack(
      head({
        title: 'Mở đợt xác nhận hồ sơ',
        lead: 'Danh sách hồ sơ thuộc đợt được chốt khi mở. Cơ quan quản lý hồ sơ và chủ hồ sơ xác nhận trước hạn.',
      }),
      card({
        fit: 'narrow',
        body: form({
          action: '/chat-luong/dot/mo',
          csrf: seen.csrf,
          body: html`${textField({
            name: 'ten',
            label: 'Tên đợt',
            value: typed.ten ?? `Xác nhận hồ sơ trước ${due}`,
            error: wrong.ten,
          })}${dateField({ name: 'hanTruoc', label: 'Phải xong trước ngày', value: typed.hanTruoc ?? due, error: wrong.hanTruoc })}${selectField(
            {
              name: 'dieuKien',
              label: 'Những hồ sơ phải xác nhận',
              value: typed.dieuKien ?? 'all',
              error: wrong.dieuKien,
              options: v.conditions.map((c) => ({
                value: c.code,
                label: `${c.label} (${showNumber(c.people)} hồ sơ)`,
                disabled: c.people === 0,
              })),
            },
          )}${textArea({
            name: 'loiNhan',
            label: 'Lời nhắn cho các cơ quan',
            optional: true,
            value: typed.loiNhan ?? '',
            error: wrong.loiNhan,
            rows: 3,
            maxLength: 1000,
          })}${buttons({ label: 'Mở đợt xác nhận', kind: 'main' }, linkButton({ label: 'Quay lại', href: '/chat-luong' }))}`,
        }),
      }),
    ),
  }
}
