/** Kiến nghị của một phiếu: the form of the body, the answers of Sở Nội vụ. */
import { dayOf, showDay } from '../../../kernel/day.ts'
import { showNumber } from '../../../kernel/number.ts'
import type { Seen } from '../../../platform/http/route.ts'
import { card } from '../../../ui/card.ts'
import { disclosure } from '../../../ui/dialog.ts'
import { buttons, form, hidden, numberField, radioField, selectField, textArea, textField } from '../../../ui/form.ts'
import { type Fragment, type Html, html } from '../../../ui/html.ts'
import { canAppraise, canScoreSelf } from '../rights.ts'
import { mayAppeal } from '../rules/appeal.ts'
import { finalOf } from '../rules/points.ts'
import { criteriaOf } from '../rules/profile.ts'
import { REASON_MAX } from '../rules/scoring.ts'
import type { SheetView } from '../screens.ts'
import type { Appeal } from '../words.ts'
import { sheetHref } from './address.ts'
import { appealState, pointsOf } from './parts.ts'

/** Appeals as they stand and what may be done about them; nothing before publication. */
export function appealsCard(v: SheetView, seen: Seen): Fragment {
  if (v.round.state === 'dang-cham') return ''
  const ask = canScoreSelf.allows(seen.actor, v.entry.unitId) ? askForm(v, seen) : ''
  const none =
    v.appeals.length === 0
      ? html`<p>Chưa có kiến nghị nào. Nhận kiến nghị đến hết ngày ${showDay(v.round.appealUntil)}.</p>`
      : ''
  return card({ title: 'Kiến nghị', body: html`${none}${v.appeals.map((a) => told(v, a, seen))}${ask}` })
}

const told = (v: SheetView, a: Appeal, seen: Seen): Html =>
  html`<p>${appealState(a.state)} Tiêu chí ${a.criterion}, ${a.by}, ngày ${showDay(dayOf(a.at))}: ${a.text}${a.document === '' ? '' : ` (văn bản ${a.document})`}${
    a.answeredAt === null
      ? ''
      : html`<br>${a.answeredBy}, ngày ${showDay(dayOf(a.answeredAt))}${a.points === null ? '' : `, điểm mới ${pointsOf(a.points)}`}: ${a.answer}`
  }</p>${a.state === 'cho' && canAppraise.allows(seen.actor) && v.round.state === 'da-cong-bo' ? answerForm(v, a, seen) : ''}`

function open(v: SheetView, seen: Seen) {
  const today = dayOf(seen.now)
  return criteriaOf(v.round.profile).filter(
    (c) =>
      mayAppeal({
        profile: v.round.profile,
        state: v.round.state,
        today,
        appealUntil: v.round.appealUntil,
        items: v.items,
        criterion: c.code,
        appealed: v.appeals.map((a) => a.criterion),
      }).ok,
  )
}

function askForm(v: SheetView, seen: Seen): Fragment {
  const left = open(v, seen)
  if (left.length === 0) return ''
  const wrong = seen.refusal?.fields ?? {}
  const standing = (code: string): string => {
    const item = v.items.find((i) => i.criterion === code)
    return item === undefined ? '' : pointsOf(finalOf(item))
  }
  return disclosure(
    'Kiến nghị về điểm',
    form({
      action: sheetHref(v.round.year, v.entry.unitCode, 'kien-nghi'),
      csrf: seen.csrf,
      label: 'Kiến nghị về điểm',
      body: html`${selectField({
        name: 'criterion',
        label: 'Tiêu chí',
        blank: 'Chọn tiêu chí',
        value: seen.typed.criterion ?? '',
        error: wrong.criterion,
        options: left.map((c) => ({
          value: c.code,
          label: `${c.code} ${c.title} (${standing(c.code)}/${showNumber(c.max, 2)} điểm)`,
        })),
      })}${textArea({
        name: 'text',
        label: 'Điều kiến nghị và căn cứ',
        hint: `Mỗi tiêu chí một lần, đến hết ngày ${showDay(v.round.appealUntil)}.`,
        maxLength: REASON_MAX,
        rows: 4,
        value: seen.typed.text ?? '',
        error: wrong.text,
      })}${textField({ name: 'document', label: 'Số, ngày văn bản', optional: true, value: seen.typed.document ?? '', error: wrong.document })}${buttons({ label: 'Gửi kiến nghị', kind: 'main' })}`,
    }),
    { open: seen.typed.criterion !== undefined },
  )
}

function answerForm(v: SheetView, a: Appeal, seen: Seen): Html {
  const mine = seen.typed.appeal === a.id
  const wrong = mine ? (seen.refusal?.fields ?? {}) : {}
  const typed = mine ? seen.typed : {}
  const id = (name: string): string => `o-${name}-${a.criterion.replace('.', '-')}`
  return form({
    action: sheetHref(v.round.year, v.entry.unitCode, 'tra-loi'),
    csrf: seen.csrf,
    label: `Trả lời kiến nghị tiêu chí ${a.criterion}`,
    body: html`${hidden('appeal', a.id)}${radioField({
      name: 'verdict',
      id: id('verdict'),
      label: `Trả lời về tiêu chí ${a.criterion}`,
      value: typed.verdict ?? null,
      error: wrong.verdict,
      options: [
        { value: 'chap-nhan', label: 'Sửa điểm' },
        { value: 'giu-nguyen', label: 'Giữ nguyên điểm' },
      ],
    })}${numberField({ name: 'points', id: id('points'), label: 'Điểm mới', hint: 'Chỉ khi sửa điểm', optional: true, value: typed.points ?? '', error: wrong.points })}${textArea({ name: 'answer', id: id('answer'), label: 'Lý do', rows: 3, maxLength: REASON_MAX, value: typed.answer ?? '', error: wrong.answer })}${buttons({ label: 'Trả lời kiến nghị', kind: 'main' })}`,
  })
}
