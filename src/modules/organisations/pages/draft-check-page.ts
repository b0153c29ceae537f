/** Bước cuối của biến động: kiểm tra việc mồ côi, rồi thực hiện. */
import { type Day, showDay } from '../../../kernel/day.ts'
import { showNumber } from '../../../kernel/number.ts'
import type { Seen } from '../../../platform/http/route.ts'
import { linkButton } from '../../../ui/button.ts'
import { card, facts, stack } from '../../../ui/card.ts'
import { buttons, fieldId, form, hidden, textField } from '../../../ui/form.ts'
import { attributes, type Fragment, type Html, html } from '../../../ui/html.ts'
import { message } from '../../../ui/message.ts'
import { state } from '../../../ui/state.ts'
import { table } from '../../../ui/table.ts'
import type { Issue } from '../rules/event-check.ts'
import type { EventFact } from '../rules/register-facts.ts'
import { GONE, heirField, orphansOf, orphanWords, type Settled } from '../rules/settle.ts'
import type { KeptDraft } from '../views/drafts.ts'
import { draftHref } from './address.ts'
import { draftHead } from './draft-frame.ts'

/** What the page shows: the event the draft makes, its issues, everything ended units hold; names by code. */
export type DraftCheckView = {
  readonly kept: KeptDraft
  readonly event: EventFact
  readonly issues: readonly Issue[]
  readonly settled: readonly Settled[]
  readonly names: Readonly<Record<string, string>>
  readonly today: Day
}

/** The page. */
export function draftCheckPage(v: DraftCheckView, seen: Seen): Html {
  const orphans = orphansOf(v.settled)
  const errors = v.issues.filter((i) => i.level === 'error')
  const title =
    errors.length > 0
      ? `Còn ${showNumber(errors.length)} lỗi phải sửa trước khi thực hiện`
      : orphans.length > 0
        ? `Còn ${orphanWords(orphans)}`
        : 'Đủ điều kiện thực hiện: không còn việc mồ côi'
  return html`${draftHead(v.kept, 'kiem-tra', title, v.kept.content.title)}
${stack(
  ...v.issues.map((i) => message({ kind: i.level === 'error' ? 'late' : 'soon', title: i.message, announce: false })),
  card({ title: 'Điều sẽ thay đổi', body: facts(effects(v)) }),
  heldCard(v, seen),
  applyCard(v, seen, orphans, errors),
)}`
}

const named = (v: DraftCheckView, codes: readonly string[]): string => codes.map((c) => v.names[c] ?? c).join('; ')

function effects(v: DraftCheckView): (readonly [string, Fragment])[] {
  const e = v.event
  const rows: (readonly [string, string])[] = [
    ['Hiệu lực từ', showDay(e.on)],
    ['Văn bản', e.act],
    ['Kết thúc', named(v, e.ends)],
    ['Bắt đầu', e.units.map((u) => `${u.name} (${u.code})`).join('; ')],
    ['Đổi tên', e.renames.map((r) => `${v.names[r.unit] ?? r.unit} thành ${r.name}`).join('; ')],
    [
      'Chuyển cấp trên',
      e.moves.map((m) => `${v.names[m.unit] ?? m.unit} về ${v.names[m.parent] ?? m.parent}`).join('; '),
    ],
    [
      'Kế thừa',
      e.edges
        .flatMap((x) =>
          x.from !== null && x.to !== null && x.from !== x.to
            ? [`${v.names[x.from] ?? x.from} về ${v.names[x.to] ?? x.to}`]
            : [],
        )
        .join('; '),
    ],
  ]
  return rows.filter(([, value]) => value !== '')
}

function heldCard(v: DraftCheckView, seen: Seen): Html {
  if (v.event.ends.length === 0)
    return message({ kind: 'info', title: 'Không đơn vị nào kết thúc nên không có việc mồ côi', announce: false })
  if (v.settled.length === 0)
    return message({
      kind: 'info',
      title: 'Các đơn vị kết thúc không mang việc, tài khoản, hồ sơ nào',
      announce: false,
    })
  return card({
    title: `${showNumber(v.settled.length)} mục các đơn vị kết thúc đang mang`,
    body: form({
      action: draftHref(v.kept.id, 'kiem-tra'),
      csrf: seen.csrf,
      wide: true,
      label: 'Nơi nhận của từng mục',
      body: html`${heldTable(v, seen)}${textField({
        name: 'act',
        label: 'Văn bản căn cứ của các mục ghi «không còn đối tượng» lần này',
        optional: true,
        value: seen.typed.act ?? '',
        error: seen.refusal?.fields?.act,
      })}${buttons({ label: 'Lưu nơi nhận', kind: orphansOf(v.settled).length > 0 ? 'main' : 'plain' })}`,
    }),
  })
}

const heldTable = (v: DraftCheckView, seen: Seen): Html =>
  table({
    caption: 'Mục phải có nơi nhận',
    rows: [...v.settled].sort((a, b) => order(v, a).localeCompare(order(v, b), 'vi')),
    group: (s) => `${v.names[s.from] ?? s.from} · ${s.kind}`,
    empty: '',
    columns: [
      {
        label: 'Mục',
        cell: (s) => (s.href === null ? whatOf(s) : html`<a href="${s.href}">${whatOf(s)}</a>`),
      },
      { label: 'Tình trạng', kind: 'state', cell: (s) => standing(s) },
      { label: 'Nơi nhận', cell: (s) => heirChoice(v, seen, s), phone: 'whole' },
    ],
  })

const order = (v: DraftCheckView, s: Settled): string => `${v.names[s.from] ?? s.from} ${s.kind} ${s.what}`

const whatOf = (s: Settled): string => (s.count > 1 ? `${s.what}: ${showNumber(s.count)}` : s.what)

const standing = (s: Settled): Html =>
  s.by === 'open'
    ? state('late', 'Chưa có nơi nhận')
    : s.by === 'links'
      ? state('done', 'Theo liên kết kế thừa')
      : s.by === 'gone'
        ? html`${state('exempt', 'Không còn đối tượng')}<br><small>${s.act}</small>`
        : state('done', 'Đã chọn nơi nhận')

/** The list to choose the heir from; where there is only one it is proposed, and kept by the button below. */
function heirChoice(v: DraftCheckView, seen: Seen, s: Settled): Html {
  const name = heirField(s.item)
  const choices = s.heirs.length > 0 ? s.heirs : v.kept.content.to
  const only = choices.length === 1 ? choices[0] : undefined
  const chosen = seen.typed[name] ?? (s.by === 'gone' ? GONE : (s.heir ?? only ?? ''))
  const error = seen.refusal?.fields?.[name]
  const own = attributes({
    class: 'input',
    id: fieldId(name),
    name,
    'aria-label': `Nơi nhận: ${s.what} của ${v.names[s.from] ?? s.from}`,
    'aria-invalid': error ? 'true' : null,
  })
  const options = [
    { value: '', label: 'Chưa chọn' },
    ...choices.map((c) => ({ value: c, label: v.names[c] ?? c })),
    { value: GONE, label: 'Không còn đối tượng' },
  ]
  return html`${error ? html`<p class="field-error">${error}</p>` : ''}<select${own}>${options.map((o) => html`<option${attributes({ value: o.value, selected: o.value === chosen })}>${o.label}</option>`)}</select>`
}

function applyCard(v: DraftCheckView, seen: Seen, orphans: readonly Settled[], errors: readonly Issue[]): Html {
  const d = v.kept.content
  const blocked =
    errors.length > 0
      ? `Còn ${showNumber(errors.length)} lỗi phải sửa.`
      : orphans.length > 0
        ? `Còn ${orphanWords(orphans)}. Chọn nơi nhận ở trên rồi lưu.`
        : null
  const later = d.on > v.today
  const effect = later
    ? `Sổ bộ ghi biến động ngay; tài khoản, hồ sơ, nhiệm vụ chuyển đúng ngày ${showDay(d.on)}. Trước ngày ấy còn hoàn tác được.`
    : 'Ngày hiệu lực đã đến: tài khoản, hồ sơ, nhiệm vụ chuyển ngay và không hoàn tác được; sửa bằng một biến động mới.'
  if (blocked !== null)
    return card({
      title: 'Thực hiện',
      body:
        errors.length > 0
          ? html`<p>${blocked}</p>${linkButton({ label: 'Sửa đơn vị', href: draftHref(v.kept.id, 'don-vi') })}`
          : buttons({ label: 'Thực hiện biến động', kind: 'plain', blocked }),
    })
  return card({
    title: 'Thực hiện',
    body: form({
      action: `${draftHref(v.kept.id, 'kiem-tra')}/thuc-hien`,
      csrf: seen.csrf,
      label: 'Thực hiện biến động',
      body: html`${hidden('draft', v.kept.id)}${hidden('version', String(v.kept.version))}<p>${effect}</p>${textField({
        name: 'confirm',
        label: 'Gõ lại số, ký hiệu văn bản để xác nhận',
        hint: d.number,
        value: seen.typed.confirm ?? '',
        error: seen.refusal?.fields?.confirm,
      })}${buttons({ label: 'Thực hiện biến động', kind: 'main' })}`,
    }),
  })
}
