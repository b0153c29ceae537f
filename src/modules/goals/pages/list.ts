/** Trang Mục tiêu: one line a goal: where it stands against its path, and when it would be reached at this pace. */
import { showAmount } from '../../../kernel/number.ts'
import type { Drawn } from '../../../platform/http/route.ts'
import { linkButton } from '../../../ui/button.ts'
import { card, stack } from '../../../ui/card.ts'
import { head } from '../../../ui/head.ts'
import { html } from '../../../ui/html.ts'
import { emptyState } from '../../../ui/message.ts'
import { table } from '../../../ui/table.ts'
import { targetWords } from '../../indicators/public.ts'
import type { Course } from '../courses.ts'
import { expectedWords } from '../rules/finding.ts'
import { isBehind } from '../rules/progress.ts'
import { goalHref, METHOD } from './address.ts'
import { asOfWords, figureOf, progressState } from './parts.ts'

/** What the page shows. */
export type ListView = { readonly plan: string | null; readonly courses: readonly Course[] }

/** "3 mục tiêu chậm so với lộ trình, 4 chưa có nguồn số liệu". */
export function summary(courses: readonly Course[]): string {
  const behind = courses.filter(isBehind).length
  const blind = courses.filter((c) => c.progress === 'chua-co-nguon').length
  const first = behind === 0 ? 'Không mục tiêu nào chậm so với lộ trình' : `${behind} mục tiêu chậm so với lộ trình`
  return blind === 0 ? first : `${first}, ${blind} chưa có nguồn số liệu`
}

/** Draws the page. */
export function listPage(v: ListView): Drawn {
  if (v.plan === null)
    return html`${head({ title: 'Chưa có mục tiêu nào' })}${emptyState('Mục tiêu có sau khi kế hoạch được ban hành vào hệ thống.', linkButton({ label: 'Mở trang Kế hoạch', href: '/ke-hoach', icon: 'plan' }))}`
  return {
    crumbs: [{ label: 'Kế hoạch', href: '/ke-hoach' }, { label: 'Mục tiêu' }],
    body: stack(
      head({
        over: `Kế hoạch ${v.plan}`,
        title: summary(v.courses),
        actions: linkButton({ label: 'Cách đánh giá', href: METHOD, icon: 'document' }),
      }),
      card({
        fit: 'flush',
        body: table<Course>({
          caption: 'Mục tiêu của kế hoạch',
          rows: v.courses,
          empty: 'Kế hoạch chưa có mục tiêu nào có số liệu.',
          href: (c) => goalHref(c.indicator.code),
          columns: [
            { label: 'Mục tiêu', kind: 'name', room: 'wide', cell: (c) => `${c.indicator.code}. ${c.indicator.name}` },
            {
              label: 'Đích',
              cell: (c) =>
                html`<span>${targetWords(c.indicator)}${c.indicator.byYear === null ? '' : html`<br><small>năm ${c.indicator.byYear}</small>`}</span>`,
            },
            {
              label: 'Hiện có',
              room: 'wide',
              cell: (c) =>
                html`<span>${figureOf(c)}${asOfWords(c) === '' ? '' : html`<br><small>${asOfWords(c)}</small>`}</span>`,
            },
            {
              label: 'Mốc nay',
              kind: 'number',
              phone: 'hide',
              cell: (c) => (c.planned === null ? '' : showAmount(c.planned, c.indicator.unit)),
            },
            { label: 'Mức tiến độ', kind: 'state', cell: progressState },
            {
              label: 'Dự kiến',
              spare: true,
              cell: (c) => (c.reading.low === null ? '' : expectedWords(c.expected, c.indicator.byYear)),
            },
          ],
        }),
      }),
    ),
  }
}
