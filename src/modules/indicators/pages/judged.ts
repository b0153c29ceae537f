/** Trang một mục tiêu định tính: how it is looked at, what was judged on which day, and the form that judges. */
import { showDay, showInstant } from '../../../kernel/day.ts'
import type { Seen } from '../../../platform/http/route.ts'
import { card, columns, facts, stack } from '../../../ui/card.ts'
import { buttons, dateField, form, radioField, textArea, textField } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Html, html } from '../../../ui/html.ts'
import { message } from '../../../ui/message.ts'
import type { Page } from '../../../ui/page.ts'
import { state } from '../../../ui/state.ts'
import { table } from '../../../ui/table.ts'
import type { JudgedView } from '../screens.ts'
import { type JudgedGoal, type Judgement, VERDICTS } from '../words.ts'

const history = (g: JudgedGoal): Html =>
  table<Judgement>({
    caption: 'Nhận định đã ghi',
    rows: g.judgements,
    empty: `Chưa có nhận định. Cơ quan phải cung cấp: ${g.custodian ?? 'chưa giao'}.`,
    columns: [
      { label: 'Ngày', kind: 'day', cell: (j) => showDay(j.asOf) },
      { label: 'Nhận định', kind: 'state', cell: (j) => VERDICTS[j.verdict] },
      { label: 'Căn cứ', room: 'wide', phone: 'whole', cell: (j) => html`${j.text}<br><small>${j.source}</small>` },
      {
        label: 'Người ghi',
        cell: (j) =>
          html`${j.recordedBy}<br><small>${showInstant(j.recordedAt)}</small>${j.supersededAt === null ? '' : html`<br>${state('exempt', `Đã thay ${showInstant(j.supersededAt)}`, { plain: true })}`}`,
      },
    ],
  })

function judgeForm(g: JudgedGoal, seen: Seen): Html {
  const errors = seen.refusal?.fields ?? {}
  const typed = seen.typed
  return card({
    title: 'Ghi nhận định',
    fit: 'narrow',
    body: form({
      action: `/chi-tieu/dinh-tinh/${g.code}`,
      csrf: seen.csrf,
      label: 'Ghi nhận định',
      body: [
        dateField({ name: 'asOf', label: 'Tại ngày', value: typed.asOf ?? '', error: errors.asOf }),
        radioField({
          name: 'verdict',
          label: 'Nhận định',
          value: typed.verdict ?? '',
          error: errors.verdict,
          options: Object.entries(VERDICTS).map(([value, label]) => ({ value, label })),
        }),
        textArea({
          name: 'text',
          label: 'Căn cứ',
          hint: 'Việc đã làm, văn bản đã ban hành, kết quả',
          rows: 4,
          value: typed.text ?? '',
          error: errors.text,
        }),
        textField({ name: 'source', label: 'Nguồn', value: typed.source ?? '', error: errors.source }),
        buttons({ label: 'Ghi nhận định', kind: 'main' }),
      ],
    }),
  })
}

/** Draws one goal without a figure. */
export function judgedPage({ goal: g, mayJudge }: JudgedView, seen: Seen): Partial<Page> & Pick<Page, 'body'> {
  return {
    crumbs: [{ label: 'Chỉ tiêu', href: '/chi-tieu' }, { label: g.code }],
    body: stack(
      head({
        over: `${g.code} · mục tiêu định tính`,
        title: g.text.replace(/[.,;]$/, ''),
        state: g.gone === null ? '' : state('exempt', 'Không còn đối tượng'),
      }),
      g.gone === null
        ? ''
        : message({
            kind: 'info',
            title: `Không còn đối tượng từ ngày ${showDay(g.gone.from)}`,
            body: `Theo ${g.gone.act}. Nhận định của những ngày trước vẫn được giữ.`,
          }),
      columns('aside', [
        stack(card({ title: 'Nhận định đã ghi', fit: 'flush', body: history(g) })),
        stack(
          card({
            title: 'Cách nhìn nhận',
            body: facts([
              ['Điều được xem', g.meaning],
              ['Cơ quan phải cung cấp', g.custodian ?? ''],
              ['Đến năm', g.byYear === null ? '' : String(g.byYear)],
              ['Căn cứ', g.ground],
              ['Câu gốc', html`<a href="${`/ke-hoach/${g.code}`}">Mở trong kế hoạch</a>`],
            ]),
          }),
          mayJudge ? judgeForm(g, seen) : '',
        ),
      ]),
    ),
  }
}
