/** Bước 3 của biến động: phân bổ. Percent of each measure along each link; what is not known stays empty, with the reason. */
import { showNumber } from '../../../kernel/number.ts'
import type { Seen } from '../../../platform/http/route.ts'
import { linkButton } from '../../../ui/button.ts'
import { card } from '../../../ui/card.ts'
import { buttons, fieldGroup, form, hidden, numberField, textField } from '../../../ui/form.ts'
import { type Html, html } from '../../../ui/html.ts'
import { emptyState } from '../../../ui/message.ts'
import { heirsOf, measuresFor, sharedOut, type Way } from '../rules/draft.ts'
import { functionField, reasonField, shareField } from '../rules/share-out.ts'
import type { KeptDraft } from '../views/drafts.ts'
import { MEASURES, type Measure, type UnitKind } from '../words.ts'
import { draftHref } from './address.ts'
import { draftHead } from './draft-frame.ts'

/** What the page shows: names and kinds of the units by code. */
export type DraftSharesView = {
  readonly kept: KeptDraft
  readonly names: Readonly<Record<string, string>>
  readonly kinds: Readonly<Record<string, UnitKind>>
}

/** The page. */
export function draftSharesPage(v: DraftSharesView, seen: Seen): Html {
  const d = v.kept.content
  const shared = sharedOut(d)
  const next = draftHref(v.kept.id, 'kiem-tra')
  const lead =
    'Tỷ lệ theo phần trăm, mỗi cột cộng đủ 100. Chưa biết thì để trống và nêu lý do: số liệu quy đổi sẽ là một khoảng, không chia đều.'
  if (shared.length === 0)
    return html`${draftHead(v.kept, 'phan-bo', 'Không có gì phải phân bổ')}${card({ body: emptyState('Mỗi đơn vị chỉ có một nơi kế thừa nên nơi ấy nhận toàn bộ.', linkButton({ label: 'Kiểm tra việc mồ côi', href: next, kind: 'main' })) })}`
  return html`${draftHead(v.kept, 'phan-bo', d.title, lead)}
${card({
  body: form({
    action: draftHref(v.kept.id, 'phan-bo'),
    csrf: seen.csrf,
    wide: true,
    body: html`${hidden('version', v.kept.version)}${shared.map((from, i) => unitShares(v, seen, from, i))}${buttons({ label: 'Kiểm tra việc mồ côi', kind: 'main' })}`,
  }),
})}`
}

function unitShares(v: DraftSharesView, seen: Seen, from: string, i: number): Html {
  const d = v.kept.content
  const name = v.names[from] ?? from
  const why = d.ways.find((w) => w.from === from && w.why !== '')?.why ?? ''
  const reason = reasonField(i)
  return fieldGroup(
    `Phân bổ của ${name}`,
    html`${heirsOf(d, from).map((to, j) => wayFields(v, seen, { from, to, i, j }))}${textField({
      name: reason,
      label: 'Lý do còn chỗ chưa biết',
      optional: true,
      value: seen.typed[reason] ?? why,
      error: seen.refusal?.fields?.[reason],
    })}`,
  )
}

type Place = { readonly from: string; readonly to: string; readonly i: number; readonly j: number }

function wayFields(v: DraftSharesView, seen: Seen, { from, to, i, j }: Place): Html {
  const d = v.kept.content
  const way = d.ways.find((w) => w.from === from && w.to === to)
  const kind = v.kinds[from] ?? 'body'
  const job = functionField(i, j)
  const stays = to === from
  return html`<div class="row-fields">${measuresFor(kind).map((m) => shareBox(v, seen, way, shareField(i, j, m), m, to, from))}${
    kind === 'body' && !stays
      ? textField({
          name: job,
          label: `Chức năng chuyển về ${v.names[to] ?? to}`,
          size: 'medium',
          optional: d.kind !== 'transfer',
          value: seen.typed[job] ?? way?.function ?? '',
          error: seen.refusal?.fields?.[job],
        })
      : ''
  }</div>`
}

function shareBox(
  v: DraftSharesView,
  seen: Seen,
  way: Way | undefined,
  name: string,
  measure: Measure,
  to: string,
  from: string,
): Html {
  const weight = way?.weights.find((w) => w.measure === measure)?.weight ?? null
  const where = to === from ? 'giữ lại' : `về ${v.names[to] ?? to}`
  return numberField({
    name,
    label: `${MEASURES[measure].label} ${where}`,
    unit: '%',
    optional: true,
    value: seen.typed[name] ?? (weight === null ? '' : showNumber(weight * 100, 4)),
    error: seen.refusal?.fields?.[name],
  })
}
