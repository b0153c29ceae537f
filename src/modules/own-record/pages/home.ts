/** Cần làm: what the person still does for the own record, and how the record stands, on one screen of a phone. */

import type { Day } from '../../../kernel/day.ts'
import { showDay } from '../../../kernel/day.ts'
import type { Drawn } from '../../../platform/http/route.ts'
import { linkButton } from '../../../ui/button.ts'
import { card, facts } from '../../../ui/card.ts'
import { type Html, html } from '../../../ui/html.ts'
import { message } from '../../../ui/message.ts'
import { shape } from '../../../ui/state.ts'
import { STEP_LABEL, type Step } from '../../../ui/steps.ts'
import { ownPage } from './frame.ts'

/** What the page shows. */
export type HomeView = {
  readonly name: string
  readonly code: string
  readonly post: string
  readonly body: string
  readonly completeness: number
  readonly steps: readonly Step[]
  readonly viewings: number
  readonly lastViewing: string | null
  readonly publicItems: number
  readonly pending: number
  readonly open: readonly {
    readonly id: string
    readonly label: string
    readonly decideBy: Day
    readonly late: boolean
  }[]
}

const openBand = (v: HomeView) => {
  const late = v.open.filter((r) => r.late).length
  if (v.open.length === 0) return html``
  return message({
    kind: late > 0 ? 'soon' : 'info',
    title: late > 0 ? `${late} yêu cầu đã quá hạn trả lời` : `${v.open.length} yêu cầu đang chờ cơ quan trả lời`,
    body: html`<ul>${v.open.map((r) => html`<li><a href="${`/toi/yeu-cau/${r.id}`}">${r.label}</a>, hạn ${showDay(r.decideBy)}</li>`)}</ul>`,
  })
}

/** A whole line is the link: on a phone the list itself is the menu of what is left. */
const stepOf = (s: Step): Html =>
  html`<li class="${s.state}"><a href="${s.href ?? '/toi'}"><span class="own-step-name">${s.label}</span><span class="own-step-state">${shape(s.state === 'done' ? 'done' : 'idle')}${s.detail ?? STEP_LABEL[s.state]}</span></a></li>`

/** The page. */
export function homePage(v: HomeView): Drawn {
  const done = v.steps.filter((s) => s.state === 'done').length
  const left = v.steps.length - done
  return ownPage(
    'can-lam',
    {
      title: left === 0 ? 'Hồ sơ đã đủ việc cần làm' : `Còn ${left} việc cần làm (${done}/${v.steps.length} đã xong)`,
      lead: [v.name, v.post].filter((t) => t !== '').join(' · '),
      actions: linkButton({ label: 'In lý lịch', href: '/toi/in-ly-lich', kind: 'plain', icon: 'print' }),
    },
    openBand(v),
    card({ title: 'Cần làm', body: html`<ol class="own-steps">${v.steps.map(stepOf)}</ol>` }),
    card({
      title: 'Hồ sơ hiện nay',
      body: facts([
        ['Mã hồ sơ', v.code],
        ['Cơ quan quản lý', v.body],
        ['Đầy đủ', `${v.completeness}%`],
        [
          'Chờ cơ quan xác nhận',
          v.pending === 0 ? 'Không có mục nào' : html`<a href="/toi/du-lieu">${v.pending} mục</a>`,
        ],
        ['Đang công khai', html`<a href="/toi/quyen-rieng-tu">${v.publicItems} mục</a>`],
        [
          'Lượt người khác xem',
          html`<a href="/toi/ai-da-xem">${v.viewings} lượt${v.lastViewing === null ? '' : `, gần nhất ${v.lastViewing}`}</a>`,
        ],
      ]),
    }),
  )
}
