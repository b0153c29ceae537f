/** Trang một chỉ tiêu: target in words, every figure with its source, and the form that records one. */

import { showDay, showInstant } from '../../../kernel/day.ts'
import { withUnit } from '../../../kernel/number.ts'
import type { Seen } from '../../../platform/http/route.ts'
import { card, columns, facts, stack } from '../../../ui/card.ts'
import { buttons, dateField, form, radioField, textArea, textField, tickField } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Html, html } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import { state } from '../../../ui/state.ts'
import { table } from '../../../ui/table.ts'
import { targetSentence } from '../rules/target-words.ts'
import type { OneView } from '../screens.ts'
import type { IndicatorView } from '../views.ts'
import { type IndicatorValue, VALUE_STATUS_LABEL } from '../words.ts'
import { dayForm, questionsOf, withQuestions } from './asked.ts'
import { custodianOf, lineOf, marksOf, missing, shownValue } from './figures.ts'
import { formulaCard } from './formula.ts'
import { splitCard, valueCard } from './value.ts'

const history = (d: IndicatorView): Html =>
  table<IndicatorValue>({
    caption: 'Số liệu đã ghi',
    rows: d.values,
    empty: missing(d),
    columns: [
      { label: 'Ngày', kind: 'day', cell: (v) => showDay(v.asOf) },
      { label: 'Số liệu', kind: 'number', cell: (v) => shownValue(v, d.unit) },
      {
        label: 'Nguồn',
        room: 'wide',
        phone: 'whole',
        cell: (v) => html`${v.source}${v.note === '' ? '' : html`<br><small>${v.note}</small>`}`,
      },
      {
        label: 'Trạng thái',
        phone: 'whole',
        cell: (v) =>
          v.supersededAt === null
            ? html`${VALUE_STATUS_LABEL[v.status]}${marksOf(d, v)}`
            : state('exempt', `Đã thay ngày ${showInstant(v.supersededAt)}`, { plain: true }),
      },
      {
        label: 'Người ghi',
        spare: true,
        cell: (v) => html`${v.recordedBy}<br><small>${showInstant(v.recordedAt)}</small>`,
      },
    ],
  })

function recordForm(d: IndicatorView, seen: Seen): Html {
  const errors = seen.refusal?.fields ?? {}
  const typed = seen.typed
  return card({
    title: 'Ghi số liệu',
    fit: 'narrow',
    id: 'ghi',
    body: form({
      action: `/chi-tieu/${d.code}`,
      csrf: seen.csrf,
      label: 'Ghi số liệu',
      body: [
        dateField({ name: 'asOf', label: 'Số liệu tại ngày', value: typed.asOf ?? '', error: errors.asOf }),
        textField({
          name: 'value',
          label: 'Số liệu',
          size: 'short',
          inputmode: 'decimal',
          unit: d.unit,
          value: typed.value ?? '',
          error: errors.value,
        }),
        tickField({
          name: 'estimate',
          label: 'Nguồn chỉ nêu con số gần đúng ("khoảng")',
          checked: typed.estimate === '1',
        }),
        textField({
          name: 'source',
          label: 'Nguồn',
          hint: 'Số, ngày văn bản hoặc trang công bố',
          value: typed.source ?? '',
          error: errors.source,
        }),
        radioField({
          name: 'status',
          label: 'Đã kiểm chứng nguồn',
          value: typed.status ?? 'seen',
          error: errors.status,
          options: Object.entries(VALUE_STATUS_LABEL).map(([value, label]) => ({ value, label })),
        }),
        textArea({
          name: 'note',
          label: 'Ghi chú',
          rows: 2,
          optional: true,
          value: typed.note ?? '',
          error: errors.note,
        }),
        buttons({ label: 'Ghi số liệu', kind: 'main' }),
      ],
    }),
  })
}

/** Draws one indicator. */
export function onePage(view: OneView, seen: Seen): Partial<Page> & Pick<Page, 'body'> {
  const { indicator: d, reading: r, asked } = view
  const path = `/chi-tieu/${d.code}`
  const questions = questionsOf({ ...asked, today: view.today })
  const { chosen } = view
  const places = view.splits.some((s) => s.word === 'dia-ban' || s.word === 'co-quan')
  const choices = view.splits.map((s) => ({
    label: s.label,
    href: `${withQuestions(path, { ...questions, chia: s.word })}#chia`,
    current: s.word === chosen,
  }))
  return {
    crumbs: [{ label: 'Chỉ tiêu', href: '/chi-tieu' }, { label: d.code }],
    body: stack(
      head({
        over: `${d.code} · Kế hoạch ${d.planNumber}`,
        title: d.name,
        lead: `${targetSentence(d)}.`,
      }),
      columns('aside', [
        stack(
          valueCard(r, lineOf(d), seen.opens),
          splitCard(r, {
            choices,
            file: withQuestions(`${path}/tai`, { ...questions, chia: chosen }),
            opens: seen.opens,
          }),
          formulaCard(r.formula, view.versions, view.mayIssue ? `${path}/cach-tinh` : null),
          card({ title: 'Số liệu đã ghi', fit: 'flush', body: history(d) }),
        ),
        stack(
          card({
            title: 'Ngày xem',
            body: dayForm(path, questions, { today: view.today, places, keep: { chia: chosen } }),
          }),
          card({
            title: 'Định nghĩa',
            body: facts([
              ['Đích', withUnit(d.target, d.unit) === '' ? '' : targetSentence(d)],
              ['Đơn vị tính', d.unit],
              ['Chiều tốt', d.direction === 'up' ? 'càng cao càng tốt' : 'càng thấp càng tốt'],
              ['Cơ quan phải cung cấp', r.formula?.custodian ?? custodianOf(d)],
              ['Câu gốc', html`<a href="${`/ke-hoach/${d.code}`}">${d.goalText}</a>`],
            ]),
          }),
          view.mayRecord ? recordForm(d, seen) : '',
        ),
      ]),
    ),
  }
}
