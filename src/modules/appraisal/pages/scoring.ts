/** Biểu mẫu tự chấm và thẩm định: one block for each criterion, in the order of the profile. */
import { showDay } from '../../../kernel/day.ts'
import { showNumber } from '../../../kernel/number.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { linkButton } from '../../../ui/button.ts'
import { card, stack } from '../../../ui/card.ts'
import { disclosure } from '../../../ui/dialog.ts'
import { buttons, dateField, fieldGroup, fileField, form, numberField, textArea, textField } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Html, html } from '../../../ui/html.ts'
import { selfOf } from '../rules/points.ts'
import type { Criterion } from '../rules/profile.ts'
import { FIELD, REASON_MAX } from '../rules/scoring.ts'
import type { SheetView } from '../screens.ts'
import type { Item } from '../words.ts'
import { FORMULA, ROUNDS, roundHref, sheetHref } from './address.ts'
import { countedWords, pointsOf } from './parts.ts'
import { linesOf } from './sheet.ts'

const crumbs = ({ round, entry }: SheetView, here: string) => [
  { label: 'Chấm điểm', href: ROUNDS },
  { label: `Năm ${round.year}`, href: roundHref(round.year) },
  { label: entry.unitName, href: sheetHref(round.year, entry.unitCode) },
  { label: here },
]

/** `scored`: the body has sent its own scoring, so what it left empty it agrees with. */
type Block = (c: Criterion, item: Item, at: { readonly seen: Seen; readonly scored: boolean }) => Html

function scoringPage(
  v: SheetView,
  seen: Seen,
  p: { title: string; lead: Html; page: string; press: string; block: Block },
): Drawn {
  const at = sheetHref(v.round.year, v.entry.unitCode, p.page)
  return {
    crumbs: crumbs(v, p.title),
    body: stack(
      head({ over: `Năm ${v.round.year} · ${v.entry.unitName}`, title: p.title, lead: p.lead }),
      card({
        fit: 'narrow',
        body: form({
          action: at,
          csrf: seen.csrf,
          files: p.page === 'tu-cham',
          version: v.entry.version,
          label: p.title,
          body: html`${linesOf(v)
            .filter((l) => l.item.applies)
            .map((l) =>
              p.block(l.c, l.item, { seen, scored: v.entry.state !== 'chua-tu-cham' }),
            )}${buttons({ label: p.press, kind: 'main' }, linkButton({ label: 'Quay lại', href: sheetHref(v.round.year, v.entry.unitCode) }))}`,
        }),
      }),
    ),
  }
}

/** Draws the form of the body. */
export const selfPage = (v: SheetView, seen: Seen): Drawn =>
  scoringPage(v, seen, {
    title: 'Tự chấm điểm',
    lead: html`Tiêu chí máy đã tính: để trống là đồng ý. Nhận điểm khác thì nêu văn bản, tệp hoặc lý do. <a href="${`${FORMULA}?nam=${v.round.year}`}">Công thức</a>`,
    page: 'tu-cham',
    press: 'Gửi điểm tự chấm',
    block: selfBlock,
  })

/** Draws the form of the appraiser. */
export const appraisePage = (v: SheetView, seen: Seen): Drawn =>
  scoringPage(v, seen, {
    title: 'Thẩm định điểm',
    lead: html`Để trống thì điểm máy tính đứng, hoặc điểm tự chấm ở tiêu chí người chấm. Khác điểm tự chấm thì nêu lý do.`,
    page: 'tham-dinh',
    press: 'Ghi điểm thẩm định',
    block: appraiseBlock,
  })

const legend = (c: Criterion): string => `${c.code} ${c.title}`

const wrongIn = (seen: Seen, c: Criterion): boolean =>
  Object.keys(seen.refusal?.fields ?? {}).some(
    (f) => f.endsWith(`.${c.code}`) && f.split('.').slice(1).join('.') === c.code,
  )

function selfBlock(c: Criterion, item: Item, { seen }: Parameters<Block>[2]): Html {
  const { typed } = seen
  const wrong = seen.refusal?.fields ?? {}
  const e = item.evidence
  const counted = item.computed !== null
  const points = numberField({
    name: FIELD.points(c.code),
    label: 'Điểm tự chấm',
    unit: `/ ${showNumber(c.max, 2)}`,
    optional: counted,
    ...(counted
      ? { hint: `Để trống là đồng ý ${pointsOf(item.computed)} điểm` }
      : { hint: `0 nếu không tự nhận điểm. ${c.evidence}` }),
    value: typed[FIELD.points(c.code)] ?? (item.self === null ? '' : pointsOf(item.self)),
    error: wrong[FIELD.points(c.code)],
  })
  const proof = html`${textField({ name: FIELD.number(c.code), label: 'Số văn bản', optional: true, size: 'medium', value: typed[FIELD.number(c.code)] ?? e.number, error: wrong[FIELD.number(c.code)] })}${dateField({ name: FIELD.day(c.code), label: 'Ngày văn bản', optional: true, value: typed[FIELD.day(c.code)] ?? showDay(e.day), error: wrong[FIELD.day(c.code)] })}${fileField({ name: FIELD.file(c.code), label: 'Tệp minh chứng', optional: true, ...(e.fileName === null ? {} : { hint: `Đang có: ${e.fileName}. Chọn tệp khác để thay.` }), error: wrong[FIELD.file(c.code)] })}${textArea({ name: FIELD.reason(c.code), label: 'Lý do', optional: true, rows: 2, maxLength: REASON_MAX, value: typed[FIELD.reason(c.code)] ?? item.selfReason, error: wrong[FIELD.reason(c.code)] })}`
  const claimed = item.self !== null || (typed[FIELD.points(c.code)] ?? '') !== '' || wrongIn(seen, c)
  return fieldGroup(
    legend(c),
    counted
      ? disclosure('Nhận điểm khác điểm máy tính', html`${points}${proof}`, { open: claimed })
      : html`${points}${proof}`,
    counted
      ? `${countedWords(c, item.counted, item.applies)}: máy tính ${pointsOf(item.computed)} trên ${pointsOf(c.max)} điểm.`
      : undefined,
  )
}

function appraiseBlock(c: Criterion, item: Item, { seen, scored }: Parameters<Block>[2]): Html {
  const { typed } = seen
  const wrong = seen.refusal?.fields ?? {}
  const claimed = item.self !== null
  const said = [
    item.computed === null
      ? ''
      : `Máy tính ${pointsOf(item.computed)} (${countedWords(c, item.counted, item.applies)}).`,
    claimed
      ? `Tự chấm ${pointsOf(selfOf(item))}.`
      : item.computed !== null && scored
        ? 'Cơ quan đồng ý.'
        : 'Cơ quan chưa tự chấm.',
    item.evidence.number === '' ? '' : `Văn bản ${item.evidence.number} ngày ${showDay(item.evidence.day)}.`,
    item.evidence.fileName === null ? '' : `Tệp ${item.evidence.fileName}.`,
    item.selfReason === '' ? '' : `Lý do: ${item.selfReason}`,
  ]
    .filter((t) => t !== '')
    .join(' ')
  const shown = item.appraised ?? (item.computed === null ? item.self : null)
  const body = html`${numberField({
    name: FIELD.points(c.code),
    label: 'Điểm thẩm định',
    unit: `/ ${showNumber(c.max, 2)}`,
    optional: true,
    value: typed[FIELD.points(c.code)] ?? (shown === null ? '' : pointsOf(shown)),
    error: wrong[FIELD.points(c.code)],
  })}${textArea({ name: FIELD.reason(c.code), label: 'Lý do', optional: true, rows: 2, maxLength: REASON_MAX, value: typed[FIELD.reason(c.code)] ?? item.appraisedReason, error: wrong[FIELD.reason(c.code)] })}`
  const open = claimed || item.computed === null || item.appraised !== null || wrongIn(seen, c)
  return fieldGroup(
    legend(c),
    open ? body : disclosure('Chấm khác điểm máy tính', body, { open: (typed[FIELD.points(c.code)] ?? '') !== '' }),
    said,
  )
}
