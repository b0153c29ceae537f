/** Soạn chế độ khác: a copy of one there is, an empty form, or a file. */
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { button } from '../../../ui/button.ts'
import { card, stack } from '../../../ui/card.ts'
import { fileField, form, hidden, radioField, selectField, textField } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { html } from '../../../ui/html.ts'
import type { RegimeLine } from './regimes.ts'

/** The page. */
export function newRegimePage(v: { readonly lines: readonly RegimeLine[] }, seen: Seen): Drawn {
  const wrong = seen.refusal?.fields ?? {}
  const typed = (name: string): string => seen.typed[name] ?? ''
  const issued = v.lines.filter((l) => l.version !== null)
  return {
    crumbs: [{ label: 'Chế độ báo cáo', href: '/quan-tri/che-do' }, { label: 'Soạn chế độ khác' }],
    body: html`${head({ title: 'Soạn một chế độ báo cáo khác', lead: 'Bản soạn chưa áp dụng cho kỳ nào cho đến khi ban hành.' })}${stack(
      card({
        title: 'Từ chế độ đang có hoặc từ đầu',
        fit: 'narrow',
        body: form({
          action: '/quan-tri/che-do/soan-moi',
          csrf: seen.csrf,
          body: html`${radioField({
            name: 'how',
            label: 'Bắt đầu',
            value: typed('how') === 'trong' ? 'trong' : 'sao-chep',
            options: [
              { value: 'sao-chep', label: 'Sao chép một chế độ đang có' },
              { value: 'trong', label: 'Biểu mẫu trống' },
            ],
            error: wrong.how,
          })}${selectField({ name: 'of', label: 'Chế độ để sao chép', value: typed('of'), options: issued.map((l) => ({ value: l.slug, label: `${l.code}: ${l.name}` })), error: wrong.of })}${textField({ name: 'name', label: 'Tên báo cáo', value: typed('name'), error: wrong.name })}${textField({ name: 'code', label: 'Mã', hint: 'Ví dụ KH726-năm.', size: 'medium', value: typed('code'), error: wrong.code })}${textField({ name: 'slug', label: 'Địa chỉ', hint: 'Chữ thường không dấu, đứng trong địa chỉ trang, ví dụ kh726.', size: 'medium', value: typed('slug'), error: wrong.slug })}<div class="buttons">${button({ label: 'Bắt đầu soạn', kind: 'main' })}</div>`,
        }),
      }),
      card({
        title: 'Từ tệp JSON',
        fit: 'narrow',
        body: form({
          action: '/quan-tri/che-do/soan-moi',
          csrf: seen.csrf,
          files: true,
          body: html`${hidden('how', 'tu-tep')}${fileField({ name: 'file', label: 'Tệp chế độ', hint: 'Tệp .json tải từ trang một chế độ. Mã đã có thì thành bản tiếp theo của chế độ ấy.', accept: '.json,application/json', error: wrong.file })}<div class="buttons">${button({ label: 'Đọc tệp thành bản soạn' })}</div>`,
        }),
      }),
    )}`,
  }
}
