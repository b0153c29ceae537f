/** Khai một mục, báo sai một mục: the same boxes; a correction also shows what stands now and asks for evidence. */
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { linkButton } from '../../../ui/button.ts'
import { card, facts } from '../../../ui/card.ts'
import { buttons, form, textArea, tickField } from '../../../ui/form.ts'
import { html } from '../../../ui/html.ts'
import type { Group, Line } from '../rules/showing.ts'
import { type Boxes, entryBoxes } from './entry-boxes.ts'
import { crumbsOf, ownPage } from './frame.ts'

/** The form of a new entry. */
export type DeclareView = { readonly group: Group; readonly boxes: Boxes }

/** The page of a new entry. */
export function declarePage(v: DeclareView, seen: Seen): Drawn {
  const evidence = textArea({
    name: 'evidence',
    label: 'Chứng cứ',
    hint: 'Số, ngày, nơi cấp văn bằng, quyết định; giúp cơ quan xác nhận nhanh hơn.',
    optional: true,
    rows: 2,
    maxLength: 500,
    value: seen.typed.evidence ?? '',
    error: seen.refusal?.fields?.evidence,
  })
  return {
    ...ownPage(
      'du-lieu',
      {
        over: '',
        title: `Khai ${v.group.label.toLowerCase()}`,
        lead: 'Mục khai có ngay trong hồ sơ ở mức tự khai, chờ cơ quan xác nhận.',
      },
      card({
        fit: 'narrow',
        body: form({
          action: `/toi/du-lieu/khai/${v.group.code}`,
          csrf: seen.csrf,
          label: `Khai ${v.group.label.toLowerCase()}`,
          body: html`${entryBoxes(v.group, v.boxes, seen)}${evidence}${buttons({ label: 'Lưu mục khai', kind: 'main' }, linkButton({ label: 'Quay lại Dữ liệu', href: '/toi/du-lieu', kind: 'quiet' }))}`,
        }),
      }),
    ),
    crumbs: crumbsOf('du-lieu', 'Khai'),
  }
}

/** The form of a correction. */
export type DisputeView = {
  readonly target: string
  readonly group: Group
  readonly field: string | null
  readonly stated: readonly Line[]
  readonly boxes: Boxes
  readonly terms: { readonly receiveBy: string; readonly decideBy: string }
  readonly body: string
}

/** The page of a correction. */
export function disputePage(v: DisputeView, seen: Seen): Drawn {
  const evidence = textArea({
    name: 'evidence',
    label: 'Chứng cứ',
    hint: 'Số, ngày, nơi cấp văn bằng, quyết định, giấy tờ.',
    rows: 3,
    maxLength: 1000,
    value: seen.typed.evidence ?? '',
    error: seen.refusal?.fields?.evidence,
  })
  const remove =
    v.field === null
      ? tickField({
          name: 'bo',
          label: 'Mục này không phải của tôi, đề nghị bỏ',
          checked: seen.typed.bo !== undefined && seen.typed.bo !== '',
        })
      : html``
  const body = form({
    action: `/toi/bao-sai/${v.target}`,
    csrf: seen.csrf,
    label: 'Báo sai',
    body: html`${entryBoxes(v.group, v.boxes, seen, v.field)}${remove}${evidence}${buttons({ label: 'Gửi yêu cầu sửa', kind: 'main' }, linkButton({ label: 'Quay lại Dữ liệu', href: '/toi/du-lieu', kind: 'quiet' }))}`,
  })
  return {
    ...ownPage(
      'du-lieu',
      {
        over: '',
        title: `Báo sai: ${v.group.label.toLowerCase()}`,
        lead: `${v.body} báo đã nhận chậm nhất ngày ${v.terms.receiveBy}, trả lời chậm nhất ngày ${v.terms.decideBy}. Trong lúc xác minh, cả hai giá trị được giữ.`,
      },
      card({ title: 'Đang ghi trong hồ sơ', fit: 'narrow', body: facts(v.stated.map((l) => [l.label, l.value])) }),
      card({ title: 'Giá trị đúng', fit: 'narrow', body }),
    ),
    crumbs: crumbsOf('du-lieu', 'Báo sai'),
  }
}
