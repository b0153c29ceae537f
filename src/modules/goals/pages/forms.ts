/** Biểu mẫu của mục tiêu: path, shares of bodies, explanation of a miss. */

import { showDay } from '../../../kernel/day.ts'
import { showNumber } from '../../../kernel/number.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { linkButton } from '../../../ui/button.ts'
import { card, stack } from '../../../ui/card.ts'
import {
  buttons,
  dateField,
  fieldId,
  form,
  hidden,
  numberField,
  radioField,
  selectField,
  textArea,
  textField,
} from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { attributes, type Html, html } from '../../../ui/html.ts'
import { targetSentence } from '../../indicators/public.ts'
import type { Course } from '../courses.ts'
import { type BodyFigure, CAUSES, PATH_KINDS } from '../words.ts'
import { cascadeHref, explainHref, GOALS, goalHref, pathHref } from './address.ts'
import { bodyFigure, WITHHELD } from './parts.ts'

const back = (code: string): Html => linkButton({ label: 'Quay lại', href: goalHref(code) })

const crumbs = (code: string, here: string) => [
  { label: 'Mục tiêu', href: GOALS },
  { label: code, href: goalHref(code) },
  { label: here },
]

/** The form that sets a path. */
export function pathPage(v: { readonly course: Course }, seen: Seen): Drawn {
  const { indicator: i, path, set } = v.course
  const { typed } = seen
  const wrong = seen.refusal?.fields ?? {}
  const kept = set?.milestones.map((m) => `${m.year}: ${showNumber(m.value, 2)}`).join('\n') ?? ''
  return {
    crumbs: crumbs(i.code, 'Đặt lộ trình'),
    body: stack(
      head({
        over: `${i.code} · ${i.name}`,
        title: 'Đặt lộ trình',
        lead: `${targetSentence(i)}. Lộ trình trước được giữ để đối chiếu.`,
      }),
      card({
        fit: 'narrow',
        body: form({
          action: pathHref(i.code),
          csrf: seen.csrf,
          body: html`${radioField({
            name: 'kind',
            label: 'Cách chia mốc hằng năm',
            value: typed.kind ?? path?.kind ?? 'tuyen-tinh',
            error: wrong.kind,
            options: Object.entries(PATH_KINDS).map(([value, k]) => ({ value, label: k.label, hint: k.hint })),
          })}${dateField({ name: 'baseOn', label: 'Ngày của số liệu gốc', value: typed.baseOn ?? (path === null ? '' : showDay(path.base.on)), error: wrong.baseOn })}${numberField(
            {
              name: 'baseValue',
              label: 'Số liệu gốc',
              unit: i.unit,
              value: typed.baseValue ?? (path === null ? '' : showNumber(path.base.value, 2)),
              error: wrong.baseValue,
            },
          )}${textField({ name: 'baseSource', label: 'Nguồn của số liệu gốc', hint: 'Số, ngày văn bản hoặc trang công bố', value: typed.baseSource ?? set?.baseSource ?? '', error: wrong.baseSource })}${textArea(
            {
              name: 'milestones',
              label: 'Mốc từng năm',
              hint: 'Chỉ khi chọn mốc đã thống nhất. Mỗi dòng một năm, ví dụ 2026: 70.000',
              optional: true,
              rows: 5,
              value: typed.milestones ?? kept,
              error: wrong.milestones,
            },
          )}${textField({ name: 'document', label: 'Văn bản giao chỉ tiêu', optional: true, value: typed.document ?? set?.document ?? '', error: wrong.document })}${buttons({ label: 'Đặt lộ trình', kind: 'main' }, back(i.code))}`,
        }),
      }),
    ),
  }
}

/** What the form of shares shows. */
export type CascadeView = {
  readonly course: Course
  readonly year: number
  readonly years: readonly number[]
  readonly milestone: number
  readonly reason: string
  readonly document: string
  readonly bodies: readonly {
    readonly id: string
    readonly name: string
    readonly value: number | null
    readonly now: BodyFigure | null
  }[]
}

/** Years offered on each side of the one shown. */
const NEAR = 2

/** What was typed for each body when the form was refused: two lists of one order; null when it was not. */
function typedShares(typed: Seen['typed']): { units: readonly string[]; values: ReadonlyMap<string, string> } | null {
  if (typed.units === undefined || typed.values === undefined) return null
  const units = typed.units.split('\n')
  const values = typed.values.split('\n')
  return { units, values: new Map(units.map((id, n) => [id, values[n] ?? ''])) }
}

/** The form that shares a milestone out. */
export function cascadePage(v: CascadeView, seen: Seen): Drawn {
  const { indicator: i } = v.course
  const { typed } = seen
  const wrong = seen.refusal?.fields ?? {}
  const sum = v.bodies.reduce((n, b) => n + (b.value ?? 0), 0)
  const again = typedShares(typed)
  const wrongAt = (id: string): string | undefined => {
    const n = again?.units.indexOf(id) ?? -1
    return n < 0 ? undefined : wrong[`values.${n}`]
  }
  return {
    crumbs: crumbs(i.code, 'Giao cho cơ quan'),
    body: stack(
      head({
        over: `${i.code} · ${i.name}`,
        title: `Giao mốc năm ${v.year}: ${showNumber(v.milestone, 2)} ${i.unit}`,
        lead: `Các mức giao phải cộng đúng mốc, hoặc nêu lý do. Đang giao ${showNumber(sum, 2)} ${i.unit}.`,
        actions: html`${v.years
          .filter((y) => y !== v.year && Math.abs(y - v.year) <= NEAR)
          .map((y) => linkButton({ label: `Năm ${y}`, href: cascadeHref(i.code, y) }))}`,
      }),
      card({
        body: form({
          action: cascadeHref(i.code),
          csrf: seen.csrf,
          body: html`${hidden('year', v.year)}<div class="table-wrap"><table class="small"><caption class="hidden">Mức giao cho từng cơ quan</caption><thead><tr><th scope="col">Cơ quan</th><th scope="col" class="c-number">Hiện có</th><th scope="col" class="c-number">Mức giao (${i.unit})</th></tr></thead><tbody>${v.bodies.map(
            (b, n) =>
              html`<tr><th scope="row">${b.name}${hidden('units', b.id)}</th><td class="c-number">${bodyFigure(b.now)}</td><td class="c-number"><input class="input cell" id="${fieldId(`values.${n}`)}" name="values" inputmode="decimal" aria-label="${`Mức giao cho ${b.name}`}" data-number${attributes({ 'aria-invalid': wrongAt(b.id) === undefined ? null : 'true' })} value="${again?.values.get(b.id) ?? (b.value === null ? '' : showNumber(b.value, 2))}">${wrongAt(b.id) === undefined ? '' : html`<p class="field-error">${wrongAt(b.id)}</p>`}</td></tr>`,
          )}</tbody></table></div>${v.bodies.some((b) => b.now?.hidden === true) ? html`<p><small>${WITHHELD}</small></p>` : ''}${textArea({ name: 'reason', label: 'Lý do chênh lệch với mốc', hint: 'Chỉ khi các mức giao không cộng đúng mốc', optional: true, rows: 2, value: typed.reason ?? v.reason, error: wrong.reason })}${textField({ name: 'document', label: 'Văn bản giao chỉ tiêu', optional: true, value: typed.document ?? v.document, error: wrong.document })}${buttons({ label: 'Giao cho cơ quan', kind: 'main' }, back(i.code))}`,
        }),
      }),
    ),
  }
}

/** What the form of an explanation shows. */
export type ExplainView = {
  readonly course: Course
  readonly years: readonly number[]
  readonly bodies: readonly { readonly value: string; readonly label: string }[]
}

/** The form that explains a miss. */
export function explainPage(v: ExplainView, seen: Seen): Drawn {
  const { indicator: i } = v.course
  const { typed } = seen
  const wrong = seen.refusal?.fields ?? {}
  return {
    crumbs: crumbs(i.code, 'Giải trình'),
    body: stack(
      head({
        over: `${i.code} · ${i.name}`,
        title: 'Giải trình việc chưa đạt mốc',
        lead: 'Giải trình đi kèm mục tiêu vào báo cáo tổng hợp của tỉnh.',
      }),
      card({
        fit: 'narrow',
        body: form({
          action: explainHref(i.code),
          csrf: seen.csrf,
          body: html`${selectField({ name: 'year', label: 'Năm', value: typed.year ?? String(v.years[0] ?? ''), error: wrong.year, options: v.years.map((y) => ({ value: String(y), label: String(y) })) })}${selectField(
            {
              name: 'unitId',
              label: 'Cơ quan giải trình',
              value: typed.unitId ?? v.bodies[0]?.value ?? '',
              error: wrong.unitId,
              options: v.bodies,
            },
          )}${radioField({ name: 'cause', label: 'Nguyên nhân', value: typed.cause ?? null, error: wrong.cause, options: Object.entries(CAUSES).map(([value, c]) => ({ value, label: c.label })) })}${textArea({ name: 'body', label: 'Vì sao chưa đạt', rows: 4, maxLength: 2000, value: typed.body ?? '', error: wrong.body })}${textArea({ name: 'remedy', label: 'Việc sẽ làm', rows: 3, maxLength: 2000, value: typed.remedy ?? '', error: wrong.remedy })}${buttons({ label: 'Gửi giải trình', kind: 'main' }, back(i.code))}`,
        }),
      }),
    ),
  }
}
