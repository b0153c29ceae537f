/** Điều đang xem: the day, the units and the knowledge of a page, and addresses that keep them. */
import { type Day, showDay } from '../../../kernel/day.ts'
import { button } from '../../../ui/button.ts'
import { dateField, form, hidden, tickField } from '../../../ui/form.ts'
import { type Fragment, type Html, html } from '../../../ui/html.ts'

/** Address of a page with its questions; empty ones are left out. */
export function withQuestions(path: string, questions: Readonly<Record<string, string>>): string {
  const p = new URLSearchParams(Object.entries(questions).filter(([, v]) => v !== ''))
  return p.size === 0 ? path : `${path}?${p}`
}

/** What stands in the address for what is asked. */
export const questionsOf = (a: {
  asOf: Day
  hierarchy?: Day | 'reported' | null
  known: Day | null
  today: Day
}): Record<string, string> => ({
  'tai-ngay': a.asOf === a.today ? '' : showDay(a.asOf),
  'dia-gioi': a.hierarchy === 'reported' ? '' : showDay(a.hierarchy ?? null),
  'da-ghi': a.hierarchy === 'reported' ? '1' : '',
  'biet-den': showDay(a.known),
})

/** The form that asks for other days. */
export function dayForm(
  path: string,
  asked: Readonly<Record<string, string>>,
  more: { readonly today: Day; readonly places: boolean; readonly keep?: Readonly<Record<string, string>> },
): Html {
  const places: Fragment = more.places
    ? html`${dateField({
        name: 'dia-gioi',
        label: 'Theo đơn vị của ngày',
        hint: 'Để trống: đơn vị của ngày tính',
        optional: true,
        value: asked['da-ghi'] === '1' ? '' : (asked['dia-gioi'] ?? ''),
      })}${tickField({ name: 'da-ghi', label: 'Giữ đơn vị như đã ghi', checked: asked['da-ghi'] === '1' })}`
    : ''
  return form({
    action: path,
    method: 'get',
    label: 'Chọn ngày xem',
    body: html`${Object.entries(more.keep ?? {}).map(([k, v]) => (v === '' ? '' : hidden(k, v)))}
${dateField({ name: 'tai-ngay', label: 'Tại ngày', value: asked['tai-ngay'] || showDay(more.today) })}
${places}
${dateField({ name: 'biet-den', label: 'Theo những gì đã biết đến hết ngày', hint: 'Để trống: đến bây giờ', optional: true, value: asked['biet-den'] ?? '' })}
<div class="buttons">${button({ label: 'Xem ngày này', kind: 'plain' })}</div>`,
  })
}
