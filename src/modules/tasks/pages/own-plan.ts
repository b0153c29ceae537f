/** Trang liên kết: the body's own document at the left, what was read from it with its tasks of the province at the right. */
import { showDay, showInstant } from '../../../kernel/day.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { button, linkButton } from '../../../ui/button.ts'
import { card, stack } from '../../../ui/card.ts'
import { disclosure } from '../../../ui/dialog.ts'
import { buttons, fileField, form, hidden, textArea } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Fragment, type Html, html } from '../../../ui/html.ts'
import { message } from '../../../ui/message.ts'
import { type Passage, sideBySide } from '../../../ui/side-by-side.ts'
import { isOfAnotherYear } from '../rules/agency-plan.ts'
import type { LinkState } from '../rules/links.ts'
import type { Suggestion } from '../rules/suggest-links.ts'
import type { AgencyPlan, OwnDocument, PlanItem } from '../words.ts'
import { missingCard } from './missing-tasks.ts'
import { ownItem, taskChoices } from './own-plan-item.ts'

/** Dòng đọc từ văn bản của cơ quan, with what is suggested for it. */
export type OwnRow = PlanItem & {
  readonly state: LinkState
  readonly suggestions: readonly (Suggestion & { readonly text: string })[]
}

/** What the page shows. */
export type OwnPlanView = {
  readonly unit: { readonly id: string; readonly name: string; readonly code: string }
  readonly year: number
  readonly programmeNumber: string
  readonly plan: AgencyPlan | null
  /** The document read last. */
  readonly document: OwnDocument | null
  readonly older: readonly Pick<OwnDocument, 'id' | 'name' | 'readAt'>[]
  readonly items: readonly OwnRow[]
  /** First suggestions sure enough to be confirmed together. */
  readonly strong: readonly { readonly item: string; readonly task: string }[]
  readonly tasks: readonly { readonly id: string; readonly code: string; readonly text: string }[]
  /** Tasks of the province led by this body that no row carries out. */
  readonly missing: readonly { readonly code: string; readonly text: string }[]
  readonly mayEdit: boolean
}

const TONE: Readonly<Record<LinkState, Passage['kind']>> = {
  'cua-tinh': 'plain',
  'lien-ket': 'plain',
  rieng: 'plain',
  'chua-xet': 'soon',
}

/** The form that takes the document in. */
export function ownUploadForm(v: Pick<OwnPlanView, 'unit' | 'year'>, seen: Seen): Html {
  const wrong = seen.refusal?.fields ?? {}
  return form({
    action: '/ke-hoach-co-quan/van-ban',
    csrf: seen.csrf,
    files: true,
    label: 'Đọc kế hoạch của cơ quan',
    body: [
      hidden('unit', v.unit.id),
      hidden('year', String(v.year)),
      hidden('code', v.unit.code),
      fileField({
        name: 'file',
        label: 'Tệp kế hoạch của cơ quan',
        hint: 'Tệp Word (.docx), PDF có lớp chữ hoặc tệp chữ (.txt), không quá 20 MB',
        accept: '.docx,.pdf,.txt',
        error: wrong.file,
      }),
      disclosure(
        'Dán nội dung thay cho tệp',
        textArea({
          name: 'text',
          label: 'Nội dung văn bản',
          rows: 6,
          value: seen.typed.text ?? '',
          error: wrong.text,
        }),
        { open: (seen.typed.text ?? '') !== '' || wrong.text !== undefined },
      ),
      buttons({ label: 'Đọc kế hoạch của cơ quan', kind: 'main', icon: 'upload' }),
    ],
  })
}

/** "8 nhiệm vụ: 5 đã liên kết, 1 riêng, 2 chưa xét". */
export function linkCounts(items: readonly { readonly state: LinkState }[]): string {
  const count = (s: LinkState) => items.filter((i) => i.state === s).length
  return `${items.length} nhiệm vụ: ${count('lien-ket')} đã liên kết với nhiệm vụ của tỉnh, ${count('rieng')} nhiệm vụ riêng, ${count('chua-xet')} chưa xét`
}

const nameOf = (d: OwnDocument): string =>
  [
    d.number === null ? d.name : `Kế hoạch số ${d.number}`,
    ...(d.dated === null ? [] : [`ngày ${showDay(d.dated)}`]),
  ].join(' ')

function strongForm(v: OwnPlanView): Fragment {
  if (!v.mayEdit || v.strong.length === 0) return ''
  return html`${v.strong.map((s) => html`<input type="hidden" name="strong" value="${`lien-ket ${s.item} ${s.task}`}" form="lien-ket">`)}${button({ label: `Xác nhận ${v.strong.length} liên kết rõ`, kind: 'main', form: 'lien-ket', name: 'decide', value: 'strong' })}`
}

function documentBand(v: OwnPlanView, d: OwnDocument): Fragment {
  const cites = d.citesProgramme
    ? `Văn bản dẫn kế hoạch ${v.programmeNumber} của tỉnh.`
    : `Văn bản không dẫn kế hoạch ${v.programmeNumber} của tỉnh; gợi ý chỉ dựa vào nội dung.`
  const older = v.older.length === 0 ? '' : ` Đã đọc trước đó: ${v.older.map((o) => o.name).join('; ')}.`
  const otherYear = isOfAnotherYear(d, v.year)
  const year = otherYear
    ? ` Văn bản không nhắc đến năm ${v.year}; kiểm tra lại có đúng kế hoạch năm ${v.year} không.`
    : ''
  return message({
    kind: d.citesProgramme && !otherYear ? 'info' : 'soon',
    title: `${nameOf(d)}, ${d.readBy} đọc vào lúc ${showInstant(d.readAt)}`,
    body: `${cites}${year}${older}`,
    announce: false,
  })
}

/** Both columns, with one form for every decision. */
function linking(v: OwnPlanView, d: OwnDocument, seen: Seen): Html {
  const placed = v.items.filter((i) => i.documentId === d.id)
  return html`${form({ id: 'lien-ket', action: '/ke-hoach-co-quan/lien-ket', csrf: seen.csrf, label: 'Quyết định liên kết', body: [hidden('plan', v.plan?.id ?? ''), hidden('year', String(v.year)), hidden('code', v.unit.code)] })}${v.mayEdit ? taskChoices(v) : ''}
${sideBySide({
  sourceTitle: 'Kế hoạch của cơ quan',
  text: d.body,
  passages: placed.map((i) => ({ item: i.id, from: i.span[0], to: i.span[1], kind: TONE[i.state] ?? 'plain' })),
  itemsTitle: 'Nhiệm vụ đọc được và nhiệm vụ của tỉnh',
  items: [...v.items]
    .sort((a, b) => Number(b.state === 'chua-xet') - Number(a.state === 'chua-xet'))
    .map((i) => ownItem(i, v)),
})}`
}

/** Draws the page. */
export function ownPlanPage(v: OwnPlanView, seen: Seen): Drawn {
  const planUrl = `/ke-hoach-co-quan/${v.year}/${v.unit.code}`
  const d = v.document
  const open = v.items.filter((i) => i.state === 'chua-xet').length
  const title =
    d === null
      ? `Đọc kế hoạch năm ${v.year} của ${v.unit.name}`
      : open === 0
        ? `Mọi nhiệm vụ trong kế hoạch của ${v.unit.name} đã xét liên kết`
        : `${open} nhiệm vụ trong kế hoạch của ${v.unit.name} chưa xét liên kết`
  return {
    layout: 'wide',
    crumbs: [
      { label: `Kế hoạch của cơ quan năm ${v.year}`, href: planUrl },
      { label: d === null ? 'Đọc kế hoạch của cơ quan' : 'Liên kết với nhiệm vụ của tỉnh' },
    ],
    body: stack(
      head({
        title,
        lead:
          d === null
            ? 'Hệ thống tách từng nhiệm vụ kèm câu gốc và gợi ý nhiệm vụ tương ứng của tỉnh; cán bộ quyết định từng liên kết.'
            : linkCounts(v.items),
        actions: html`${d === null ? '' : linkButton({ label: 'Tải tệp gốc', href: `/ke-hoach-co-quan/van-ban/${d.id}`, icon: 'download' })}${linkButton({ label: 'Về kế hoạch của cơ quan', href: planUrl, icon: 'left' })}${strongForm(v)}`,
      }),
      d === null ? '' : documentBand(v, d),
      d === null || v.plan === null ? '' : linking(v, d, seen),
      d === null ? '' : missingCard(v, seen),
      v.mayEdit
        ? d === null
          ? card({ title: 'Văn bản kế hoạch của cơ quan', body: ownUploadForm(v, seen) })
          : disclosure('Đọc thêm văn bản khác của cơ quan', ownUploadForm(v, seen), {
              open: seen.refusal?.fields?.file !== undefined,
            })
        : d === null
          ? message({ kind: 'info', title: 'Cơ quan chưa gửi văn bản kế hoạch nào vào hệ thống.', announce: false })
          : '',
    ),
  }
}

/** Decisions of the posted form: one button (`verdict item task`), a chosen task (`other item`), or every sure one. */
export function postedLinks(
  raw: Readonly<Record<string, unknown>>,
): { item: string; verdict: string; task: string | null }[] {
  const listed = (v: unknown): string[] => (Array.isArray(v) ? v.map(String) : v === undefined ? [] : [String(v)])
  const pressed = typeof raw.decide === 'string' ? raw.decide : ''
  const [verb = '', item = ''] = pressed.split(' ')
  const values =
    pressed === 'strong'
      ? listed(raw.strong)
      : verb === 'other'
        ? [`lien-ket ${item} ${String(raw[`other-${item}`] ?? '').trim()}`]
        : pressed === ''
          ? []
          : [pressed]
  return values.map((value) => {
    const [verdict = '', of = '', task] = value.split(' ')
    return { item: of, verdict, task: task || null }
  })
}

/** Back to the item that was decided. */
export function itemAnchor(raw: Readonly<Record<string, unknown>>): string {
  const item = String(raw.decide ?? '').split(' ')[1]
  return item ? `#muc-${item}` : ''
}
