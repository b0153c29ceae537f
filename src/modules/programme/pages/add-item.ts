/** Thêm một mục: the stretch chosen in the text, or words typed under a chosen heading. */
import type { Seen } from '../../../platform/http/route.ts'
import { linkButton } from '../../../ui/button.ts'
import { buttons, form, hidden, radioField, selectField, textArea } from '../../../ui/form.ts'
import { type Html, html } from '../../../ui/html.ts'
import type { PlanReading } from '../../documents/public.ts'
import { short } from './parts.ts'
import { type Adding, type ReadingView, readingHref } from './reading-view.ts'

type Section = PlanReading['sections'][number]

const allHeadings = (list: readonly Section[]): Section[] => list.flatMap((s) => [s, ...allHeadings(s.children)])

/** The stretch chosen, out to the ends of its words; bullets and blanks around it left out. Nothing chosen is nothing. */
function wholeWords(text: string, { from, to }: Adding): readonly [number, number] {
  if (from === null || to === null || from >= to || to > text.length) return [0, 0]
  const before = /[\p{L}\p{N}]*$/u.exec(text.slice(Math.max(0, from - 40), from))?.[0].length ?? 0
  const after = /^[\p{L}\p{N}]*/u.exec(text.slice(to, to + 40))?.[0].length ?? 0
  const words = text.slice(from - before, to + after)
  const lead = /^[\s\-–+*•]*/u.exec(words)?.[0].length ?? 0
  const kept = words.slice(lead).trimEnd()
  return [from - before + lead, from - before + lead + kept.length]
}

/** The form above the items. */
export function addForm(view: ReadingView, adding: Adding, seen: Seen): Html {
  const { reading, id } = view.document
  const [from, to] = wholeWords(reading.text, adding)
  const chosen = reading.text.slice(from, to)
  const errors = seen.refusal?.fields ?? {}
  const typed = seen.typed.kind === undefined ? {} : seen.typed
  return html`<div class="card narrow" id="them" data-review-form><h3>Thêm mục</h3>${form({
    action: `/ke-hoach/doc/${id}/them?loc=${view.filter}`,
    csrf: seen.csrf,
    version: view.items.filter((i) => i.verdict === 'added').length,
    ...(chosen === '' ? { draft: `/ke-hoach/doc/${id}/them` } : {}),
    label: 'Thêm mục',
    body: html`${textArea({
      name: 'text',
      label: 'Nội dung của mục',
      hint: 'Chọn một đoạn ở văn bản gốc rồi bấm «Thêm», hoặc gõ đúng câu trong văn bản',
      rows: 4,
      value: typed.text ?? chosen,
      error: errors.text,
    })}${radioField({
      name: 'kind',
      label: 'Loại mục',
      value: typed.kind ?? adding.kind,
      options: [
        { value: 'goal', label: 'Mục tiêu' },
        { value: 'task', label: 'Nhiệm vụ' },
      ],
      error: errors.kind,
    })}${selectField({
      name: 'section',
      label: 'Thuộc đề mục',
      blank: 'Theo chỗ của câu trong văn bản',
      value: typed.section ?? '',
      options: allHeadings(reading.sections).map((s) => ({ value: s.path, label: `${s.path}. ${short(s.title, 60)}` })),
      error: errors.section,
    })}${hidden('from', typed.from ?? (chosen === '' ? '' : String(from)))}${hidden('to', typed.to ?? (chosen === '' ? '' : String(to)))}${buttons(
      { label: 'Thêm mục', kind: 'main', icon: 'plus' },
      linkButton({ label: 'Quay lại', href: readingHref(view) }),
    )}`,
  })}</div>`
}
