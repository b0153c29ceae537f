/** Yêu cầu của tôi: the form of a request, and one request with its terms and its answer. */
import { type Day, showDay, showInstant } from '../../../kernel/day.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { linkButton } from '../../../ui/button.ts'
import { card, facts, stack } from '../../../ui/card.ts'
import { buttons, form, radioField, textArea } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Html, html } from '../../../ui/html.ts'
import { message } from '../../../ui/message.ts'
import { state } from '../../../ui/state.ts'
import type { RequestContent } from '../views.ts'
import { REQUEST_KINDS, REQUEST_STATES, type RequestKind, type RequestState } from '../words.ts'
import { crumbsOf, ownPage } from './frame.ts'

/** A request as both sides see it. */
export type RequestView = {
  readonly id: string
  readonly number: number
  readonly kind: RequestKind
  readonly state: RequestState
  readonly group: string | null
  readonly content: RequestContent
  readonly body: string
  readonly sentAt: Temporal.Instant
  readonly receiveBy: Day
  readonly decideBy: Day
  readonly receivedAt: Temporal.Instant | null
  readonly receivedBy: string | null
  readonly extensionReason: string
  readonly answeredAt: Temporal.Instant | null
  readonly answeredBy: string | null
  readonly answer: string
  readonly ground: string
  readonly late: string | null
  readonly clockSource: string
}

/** Hai giá trị cạnh nhau: what stands in the record, what the person says is right. */
export function valuesOf(c: RequestContent): Html {
  if (c.stated.length + c.claimed.length === 0) return html``
  const claimed = new Map(c.claimed.map((l) => [l.label, l.value]))
  const labels = [...new Set([...c.stated, ...c.claimed].map((l) => l.label))]
  const stated = new Map(c.stated.map((l) => [l.label, l.value]))
  if (c.claimed.length === 0 && c.remove !== true) return facts(c.stated.map((l) => [l.label, l.value]))
  return html`<div class="table-wrap"><table class="table"><caption class="hidden">Hai giá trị</caption><thead><tr><th scope="col">Thông tin</th><th scope="col">Đang ghi trong hồ sơ</th><th scope="col">Chủ hồ sơ cho là đúng</th></tr></thead><tbody>${labels.map(
    (label) => {
      const [before, after] = [stated.get(label) ?? '', claimed.get(label) ?? '']
      const right = c.remove === true ? 'đề nghị bỏ' : after === '' ? 'để trống' : after
      return html`<tr><th scope="row">${label}</th><td data-label="Đang ghi">${before === '' ? 'chưa có' : before}</td><td data-label="Cho là đúng">${before === after ? right : html`<b>${right}</b>`}</td></tr>`
    },
  )}</tbody></table></div>`
}

/** Terms, receipt, answer. */
export const courseOf = (v: RequestView): Html =>
  facts([
    ['Gửi lúc', showInstant(v.sentAt)],
    ['Cơ quan', v.body],
    [
      'Tiếp nhận',
      v.receivedAt === null
        ? `chậm nhất ngày ${showDay(v.receiveBy)}`
        : `${showInstant(v.receivedAt)}, ${v.receivedBy ?? ''}`,
    ],
    ['Hạn trả lời', `${showDay(v.decideBy)}${v.extensionReason === '' ? '' : `, đã gia hạn: ${v.extensionReason}`}`],
    ['Căn cứ thời hạn', v.clockSource],
    ...(v.answeredAt === null
      ? []
      : ([
          ['Trả lời', `${showInstant(v.answeredAt)}, ${v.answeredBy ?? ''}`],
          ['Nội dung trả lời', v.answer],
          ...(v.ground === '' ? [] : ([['Căn cứ', v.ground]] as const)),
        ] as const)),
  ])

/** One request, for the person. */
export const ownRequestPage = (v: RequestView): Drawn => ({
  asOf: null,
  crumbs: crumbsOf('quyen-rieng-tu', `Yêu cầu số ${v.number}`),
  body: html`${head({
    title: `Yêu cầu số ${v.number}: ${REQUEST_KINDS[v.kind].label.toLowerCase()}${v.group === null ? '' : `, ${v.group.toLowerCase()}`}`,
    state: state(REQUEST_STATES[v.state].shape, REQUEST_STATES[v.state].label),
  })}${stack(
    v.late === null
      ? html``
      : message({ kind: 'soon', title: v.late, body: 'Liên hệ cơ quan quản lý hồ sơ hoặc Sở Nội vụ.' }),
    card({ title: 'Tiến trình', body: courseOf(v) }),
    card({
      title: 'Nội dung',
      body: html`${valuesOf(v.content)}${v.content.reason === '' ? '' : html`<p>${v.content.reason}</p>`}${v.content.evidence === '' ? '' : html`<p>Chứng cứ: ${v.content.evidence}</p>`}`,
    }),
  )}`,
})

/** What the form of a request shows. */
export type SendView = {
  readonly kinds: readonly { readonly kind: RequestKind; readonly days: number }[]
  readonly body: string
}

/** The form of a request. */
export function sendPage(v: SendView, seen: Seen): Drawn {
  return {
    ...ownPage(
      'quyen-rieng-tu',
      { over: '', title: 'Gửi yêu cầu về dữ liệu', lead: `Gửi đến ${v.body}. Báo đã nhận trong 2 ngày làm việc.` },
      card({
        fit: 'narrow',
        body: form({
          action: '/toi/yeu-cau/gui',
          csrf: seen.csrf,
          label: 'Gửi yêu cầu về dữ liệu',
          body: html`${radioField({
            name: 'kind',
            label: 'Loại yêu cầu',
            value: seen.typed.kind ?? null,
            options: v.kinds.map(({ kind, days }) => ({
              value: kind,
              label: REQUEST_KINDS[kind].label,
              hint: `${REQUEST_KINDS[kind].hint} Trả lời trong ${days} ngày.`,
            })),
            error: seen.refusal?.fields?.kind,
          })}${textArea({ name: 'reason', label: 'Nội dung yêu cầu', hint: 'Nêu phần dữ liệu và điều yêu cầu.', maxLength: 2000, value: seen.typed.reason ?? '', error: seen.refusal?.fields?.reason })}${buttons({ label: 'Gửi yêu cầu', kind: 'main' }, linkButton({ label: 'Quay lại', href: '/toi/quyen-rieng-tu', kind: 'quiet' }))}`,
        }),
        foot: 'Sửa thông tin sai: bấm «Báo sai» ngay ở mục ấy trong trang Dữ liệu.',
      }),
    ),
    crumbs: crumbsOf('quyen-rieng-tu', 'Gửi yêu cầu'),
  }
}
