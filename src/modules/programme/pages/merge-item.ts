/** Gộp một mục vào mục khác: which one is kept, nearest first. */
import type { Seen } from '../../../platform/http/route.ts'
import { linkButton } from '../../../ui/button.ts'
import { buttons, form, hidden, selectField } from '../../../ui/form.ts'
import { type Html, html } from '../../../ui/html.ts'
import { itemId } from '../../../ui/side-by-side.ts'
import { mergeTargets, type ReviewItem } from '../../documents/public.ts'
import { short } from './parts.ts'
import { type ReadingView, readingHref } from './reading-view.ts'

/** The form under the item that is to become part of another one. */
export function mergeForm(i: ReviewItem, view: ReadingView, seen: Seen): Html {
  const targets = mergeTargets(view.items, i)
  return form({
    action: `/ke-hoach/doc/${view.document.id}/gop?loc=${view.filter}`,
    csrf: seen.csrf,
    version: i.version,
    label: `Gộp ${i.clause}`,
    body: html`${hidden('item', i.key)}${selectField({
      name: 'into',
      label: `Gộp ${i.clause} vào`,
      hint: 'Mục được chọn giữ lại số của nó, nhận thêm câu chữ và những ô nó còn thiếu. Hoàn tác được.',
      value: seen.typed.into ?? targets[0]?.key ?? null,
      options: targets.map((t) => ({ value: t.key, label: `${t.clause}. ${short(t.text, 70)}` })),
      error: seen.refusal?.fields?.into,
    })}${buttons({ label: 'Gộp hai mục', kind: 'main' }, linkButton({ label: 'Quay lại', href: `${readingHref(view)}#${itemId(i.key)}` }))}`,
  })
}
