/** Ban hành vào hệ thống: the number and date of a confirmed reading; or the way on when it amends the plan in force. */
import type { Seen } from '../../../platform/http/route.ts'
import { linkButton } from '../../../ui/button.ts'
import { card } from '../../../ui/card.ts'
import { buttons, form, textField, tickField } from '../../../ui/form.ts'
import { type Html, html } from '../../../ui/html.ts'
import { message } from '../../../ui/message.ts'
import type { ReadingView } from './reading-view.ts'

const blank = (what: string): string => `Văn bản để trống ${what}; nhập theo bản đã ban hành, hệ thống không đoán`

/** The two fields a programme or an amendment is kept under; what the document says stands in them. */
export function numberAndDateFields(
  reading: Pick<ReadingView['document']['reading'], 'docNumber' | 'date'>,
  seen: Seen,
): Html {
  const errors = seen.refusal?.fields ?? {}
  return html`<div class="row-fields">${textField({
    name: 'number',
    label: 'Số, ký hiệu',
    size: 'medium',
    hint: reading.docNumber === null ? blank('số') : 'Theo văn bản',
    value: seen.typed.number ?? reading.docNumber ?? '',
    error: errors.number,
  })}${textField({
    name: 'date',
    label: 'Ngày ban hành',
    size: 'short',
    inputmode: 'numeric',
    hint: reading.date === null ? `${blank('ngày')}. Ví dụ 22/04/2024` : 'Theo văn bản',
    value: seen.typed.date ?? (reading.date ?? '').split('-').reverse().join('/'),
    error: errors.date,
    data: { day: '' },
  })}</div>`
}

/** The box to tick while items are left that the reader was unsure of. */
export const unsureTick = (unsure: number, seen: Seen): Html | '' =>
  unsure === 0
    ? ''
    : tickField({
        name: 'seen',
        label: `Đã xem ${unsure} mục đọc chưa chắc và lấy như hệ thống đọc`,
        checked: seen.typed.seen === '1',
        error: seen.refusal?.fields?.seen,
      })

/** The card below the columns. */
export function adoptCard(view: ReadingView, seen: Seen): Html {
  const { document, items, current } = view
  const compareHref = `/ke-hoach/doc/${document.id}/so-sanh`
  return card({
    title: 'Ban hành vào hệ thống',
    id: 'ban-hanh',
    body: html`${
      current === null
        ? ''
        : message({
            kind: 'soon',
            announce: false,
            title: `Đang thực hiện Kế hoạch ${current.number}. Nếu văn bản này sửa đổi kế hoạch đó, so hai bản thay vì ban hành thành kế hoạch mới.`,
            body: `Ban hành thành kế hoạch mới thì mọi trang chuyển sang kế hoạch mới; nhiệm vụ, phân công của Kế hoạch ${current.number} không còn hiện ở các trang và việc này không hoàn tác được.`,
            actions: linkButton({ label: `So với Kế hoạch ${current.number}`, href: compareHref }),
          })
    }${form({
      action: `/ke-hoach/doc/${document.id}/ban-hanh`,
      csrf: seen.csrf,
      label: 'Ban hành vào hệ thống',
      body: [
        numberAndDateFields(document.reading, seen),
        unsureTick(items.filter((i) => i.unsure).length, seen),
        current === null
          ? ''
          : tickField({
              name: 'replaces',
              label: `Thay Kế hoạch ${current.number} đang thực hiện bằng kế hoạch này`,
              checked: seen.typed.replaces === '1',
              error: seen.refusal?.fields?.replaces,
            }),
        buttons({ label: 'Ban hành vào hệ thống', kind: 'main', icon: 'check' }),
      ],
    })}`,
  })
}
