/** Trang soạn cách tính: numbers and conditions are chosen from lists, the value is seen, and then the version is issued. */
import { showDay } from '../../../kernel/day.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { button } from '../../../ui/button.ts'
import { card, columns, facts, stack } from '../../../ui/card.ts'
import { disclosure } from '../../../ui/dialog.ts'
import {
  buttons,
  checkboxField,
  dateField,
  form,
  hidden,
  radioField,
  selectField,
  textArea,
  textField,
} from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Html, html } from '../../../ui/html.ts'
import { message } from '../../../ui/message.ts'
import type { DraftView, MeasureChoice } from '../drafting.ts'
import { conditionField, PERS, SLOTS, type Slot } from '../rules/draft.ts'
import { formulaText } from '../rules/told.ts'
import { QUANTITIES } from '../words.ts'
import { valueCard } from './value.ts'

const chosen = (v: DraftView, name: string): string => {
  const value = v.typed[name]
  return Array.isArray(value) ? String(value[0] ?? '') : String(value ?? '')
}
const listed = (v: DraftView, name: string): string[] => {
  const value = v.typed[name]
  return (Array.isArray(value) ? value : [value]).flatMap((x) =>
    typeof x === 'string' ? x.split(',').filter((t) => t !== '') : [],
  )
}

/** Everything that can stand in a slot. */
const options = (v: DraftView, slot: Slot) => [
  ...v.measures.map((m) => ({ value: `m:${m.code}`, label: m.label, group: 'Hệ thống đếm' })),
  ...Object.entries(QUANTITIES).map(([code, q]) => ({
    value: `f:${code}`,
    label: `${q.label} (${q.unit})`,
    group: 'Số liệu chính thức',
  })),
  ...v.others.map((o) => ({ value: `i:${o.code}`, label: `${o.code}. ${o.name}`, group: 'Chỉ tiêu khác' })),
  ...(slot === 'tu' ? [{ value: 'bao-cao', label: 'Số do cơ quan phải cung cấp báo cáo', group: 'Báo cáo' }] : []),
]

const measureIn = (v: DraftView, slot: Slot): MeasureChoice | undefined =>
  v.measures.find((m) => `m:${m.code}` === chosen(v, slot))

/** The conditions of the measure that stands in a slot. */
function conditionsOf(v: DraftView, slot: Slot): Html | '' {
  const measure = measureIn(v, slot)
  if (measure === undefined || measure.conditions.length === 0) return ''
  const some = measure.conditions.filter((c) => listed(v, conditionField(slot, c.name)).length > 0).length
  const fields = measure.conditions.map((c) => {
    const name = conditionField(slot, c.name)
    return c.codes.length === 0
      ? textField({ name, label: c.label, optional: true, size: 'short', value: listed(v, name).join(', ') })
      : disclosure(
          `${c.label}${listed(v, name).length === 0 ? '' : `: ${listed(v, name).length} mục`}`,
          checkboxField({ name, label: c.label, quiet: true, values: listed(v, name), options: c.codes }),
        )
  })
  return disclosure(
    `Điều kiện của ${SLOTS[slot].toLowerCase()}${some === 0 ? '' : ` (${some})`}`,
    html`<p class="hint">${measure.meaning}</p>${fields}`,
    { open: some > 0 },
  )
}

const chooser = (v: DraftView): Html =>
  form({
    action: `/chi-tieu/${v.indicator.code}/cach-tinh`,
    method: 'get',
    label: 'Soạn công thức',
    body: [
      selectField({
        name: 'tu',
        label: SLOTS.tu,
        value: chosen(v, 'tu'),
        options: options(v, 'tu'),
        blank: 'Chọn một số',
      }),
      conditionsOf(v, 'tu'),
      radioField({
        name: 'phep',
        label: 'Cộng hoặc trừ thêm một số',
        value: chosen(v, 'phep') || 'khong',
        options: [
          { value: 'khong', label: 'Không' },
          { value: 'cong', label: 'Cộng' },
          { value: 'tru', label: 'Trừ' },
        ],
      }),
      selectField({
        name: 'tu2',
        label: SLOTS.tu2,
        optional: true,
        value: chosen(v, 'tu2'),
        options: options(v, 'tu2'),
        blank: 'Không có',
      }),
      conditionsOf(v, 'tu2'),
      selectField({
        name: 'mau',
        label: SLOTS.mau,
        optional: true,
        value: chosen(v, 'mau'),
        options: options(v, 'mau'),
        blank: 'Không chia',
      }),
      conditionsOf(v, 'mau'),
      selectField({
        name: 'per',
        label: 'Nhân với',
        value: chosen(v, 'per') || '100',
        options: PERS.map((p) => ({
          value: p,
          label: p === '100' ? '100 (phần trăm)' : Number(p).toLocaleString('de-DE'),
        })),
      }),
      html`<div class="buttons">${button({ label: 'Xem điều kiện và giá trị', kind: 'plain' })}</div>`,
    ],
  })

const kept = (v: DraftView): Html[] =>
  Object.keys(v.typed)
    .filter((name) => /^(tu2?|mau|phep|per|dk\..+)$/.test(name))
    .flatMap((name) => listed(v, name).map((value) => hidden(name, value)))

function issueForm(v: DraftView, seen: Seen): Html {
  const errors = seen.refusal?.fields ?? {}
  const value = (name: string, fallback: string): string => seen.typed[name] ?? fallback
  return card({
    title: 'Ban hành cách tính này',
    fit: 'narrow',
    body: form({
      action: `/chi-tieu/${v.indicator.code}/cach-tinh`,
      csrf: seen.csrf,
      label: 'Ban hành cách tính',
      body: [
        ...kept(v),
        dateField({
          name: 'from',
          label: 'Áp dụng từ ngày',
          value: value('from', showDay(v.today)),
          error: errors.from,
        }),
        textArea({
          name: 'meaning',
          label: 'Chỉ tiêu đếm gì',
          rows: 3,
          value: value('meaning', v.current?.meaning ?? ''),
          error: errors.meaning,
        }),
        textField({
          name: 'ground',
          label: 'Căn cứ',
          value: value('ground', v.current?.ground ?? ''),
          error: errors.ground,
        }),
        textField({ name: 'reason', label: 'Lý do đổi cách tính', value: value('reason', ''), error: errors.reason }),
        textField({
          name: 'custodian',
          label: 'Cơ quan phải cung cấp số liệu',
          optional: true,
          value: value('custodian', v.current?.custodian ?? v.indicator.custodianName ?? ''),
        }),
        buttons({ label: 'Ban hành cách tính', kind: 'main' }),
      ],
    }),
  })
}

/** The words and the value of what was chosen, and the form that issues it; or why it cannot be issued. */
function result(v: DraftView, seen: Seen): Html {
  if (v.drafted === null) return card({ body: html`<p class="none">Chọn tử số để xem điều kiện và giá trị.</p>` })
  if (!v.drafted.ok) return message({ kind: 'late', title: 'Công thức này chưa dùng được', body: v.drafted.why })
  return stack(
    card({ title: 'Bằng lời', body: html`<p><b>${v.drafted.words}</b></p>` }),
    valueCard(v.drafted.reading, '', seen.opens),
    issueForm(v, seen),
  )
}

/** Draws the form. */
export function draftPage(v: DraftView, seen: Seen): Drawn {
  const d = v.indicator
  return {
    crumbs: [
      { label: 'Chỉ tiêu', href: '/chi-tieu' },
      { label: d.code, href: `/chi-tieu/${d.code}` },
      { label: 'Sửa cách tính' },
    ],
    body: stack(
      head({
        over: `${d.code} · ${d.name}`,
        title: 'Sửa cách tính của chỉ tiêu',
        lead: 'Chọn số và điều kiện, xem giá trị, rồi ban hành. Phiên bản cũ được giữ; câu trả lời của những ngày trước không đổi khi hỏi theo những gì đã biết lúc đó.',
      }),
      columns('aside', [
        stack(
          card({
            title: 'Đang dùng',
            body: facts([
              ['Cách tính', formulaText(v.current)],
              ['Đơn vị tính', d.unit],
            ]),
          }),
          result(v, seen),
        ),
        card({ title: 'Công thức mới', body: chooser(v) }),
      ]),
    ),
  }
}
