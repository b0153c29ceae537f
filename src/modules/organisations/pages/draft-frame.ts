/** Khung của các bước soạn biến động: where the reader is, and the way back to earlier steps. */
import { showDay } from '../../../kernel/day.ts'
import { head } from '../../../ui/head.ts'
import { type Fragment, type Html, html } from '../../../ui/html.ts'
import { stages } from '../../../ui/steps.ts'
import type { KeptDraft } from '../views/drafts.ts'
import { EVENT_KINDS } from '../words.ts'
import { CHANGES, type DraftStep, draftHref } from './address.ts'

const STEPS: readonly (readonly [DraftStep, string])[] = [
  ['van-ban', 'Loại và văn bản'],
  ['don-vi', 'Đơn vị từ, đến'],
  ['phan-bo', 'Phân bổ'],
  ['kiem-tra', 'Việc mồ côi và thực hiện'],
]

/** The head of a step; `title` says the finding. */
export function draftHead(kept: KeptDraft | null, step: DraftStep, title: string, lead: Fragment = ''): Html {
  const at = STEPS.findIndex(([s]) => s === step)
  const back = kept
    ? STEPS.slice(0, at).map(
        ([s, label], i) => html`${i > 0 ? ' · ' : 'Sửa: '}<a href="${draftHref(kept.id, s)}">${label}</a>`,
      )
    : []
  const over = kept
    ? html`<a href="${CHANGES}">Biến động tổ chức</a> · ${EVENT_KINDS[kept.content.kind].label} · hiệu lực ${showDay(kept.content.on)}`
    : html`<a href="${CHANGES}">Biến động tổ chức</a>`
  return html`${head({ over, title, lead })}${stages(
    'Các bước của biến động',
    STEPS.map(([, label]) => label),
    at,
  )}${back.length > 0 ? html`<p>${back}</p>` : ''}`
}
