/** Trang Thành phần thực hiện: which bodies are obligated, which informed, by which recipient line or decision. */
import { showDay } from '../../../kernel/day.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { linkButton } from '../../../ui/button.ts'
import { card, stack } from '../../../ui/card.ts'
import { chips } from '../../../ui/chips.ts'
import { buttons, form, hidden, radioField, textArea } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Fragment, type Html, html } from '../../../ui/html.ts'
import { message } from '../../../ui/message.ts'
import { state } from '../../../ui/state.ts'
import { table } from '../../../ui/table.ts'
import { type Participant, type ParticipantRole, type Programme, ROLE_LABELS } from '../words.ts'
import { namesHref } from './body-chip.ts'

/** Một cơ quan của trang. */
export type ParticipantRow = Participant & {
  readonly name: string
  readonly groupLabel: string
  /** Holds the duty today. */
  readonly today: boolean
  /** Whose duty it took over, in names; the others came with the plan. */
  readonly cameFrom: readonly string[]
}

/** What the page shows. */
export type ParticipantsView = {
  readonly plan: Programme | null
  readonly rows: readonly ParticipantRow[]
  /** Heirs obligated today that are not in the list of the plan. */
  readonly heirs: readonly ParticipantRow[]
  readonly role: ParticipantRole | 'tat-ca'
  readonly editing: string | null
  readonly mayEdit: boolean
  readonly year: number
  readonly obligatedThisYear: number
}

const roleCell = (r: ParticipantRow): Fragment =>
  html`${state(r.role === 'obligated' ? 'ok' : 'idle', ROLE_LABELS[r.role], { plain: true })}${r.byDecision ? html`<br><small>${r.decidedBy}: ${r.reason}</small>` : ''}`

const lineCell = (r: ParticipantRow): Fragment =>
  r.cameFrom.length > 0
    ? html`<small>kế thừa ${r.cameFrom.slice(0, 3).join(', ')}${r.cameFrom.length > 3 ? ` và ${r.cameFrom.length - 3} cơ quan khác` : ''}</small>`
    : r.line === ''
      ? html`<small>theo quyết định của Sở Nội vụ</small>`
      : r.line

function list(v: ParticipantsView, rows: readonly ParticipantRow[], title: string, empty: string): Html {
  return card({
    title,
    fit: 'flush',
    body: table<ParticipantRow>({
      caption: title,
      rows,
      empty,
      group: (r) => r.groupLabel,
      columns: [
        { label: 'Cơ quan', kind: 'name', room: 'wide', cell: (r) => r.name },
        { label: 'Dòng nơi nhận', cell: lineCell },
        { label: 'Vai trò', cell: roleCell },
        {
          label: 'Hiện nay',
          cell: (r) =>
            r.role === 'informed'
              ? ''
              : r.today
                ? 'đang thực hiện'
                : html`<small>đã chuyển cho cơ quan kế thừa</small>`,
        },
        ...(v.mayEdit
          ? [
              {
                label: 'Thao tác',
                quiet: true,
                kind: 'action' as const,
                cell: (r: ParticipantRow) =>
                  html`<a href="${`?vai-tro=${v.role}&sua=${r.unitId}#sua`}">Đổi vai trò<span class="hidden"> của ${r.name}</span></a>`,
              },
            ]
          : []),
      ],
    }),
  })
}

function editCard(v: ParticipantsView, r: ParticipantRow, seen: Seen): Html {
  const errors = seen.refusal?.fields ?? {}
  return card({
    title: `Đổi vai trò của ${r.name}`,
    id: 'sua',
    fit: 'narrow',
    body: form({
      action: `/ke-hoach/thanh-phan?vai-tro=${v.role}`,
      csrf: seen.csrf,
      version: r.version,
      label: 'Đổi vai trò',
      body: [
        hidden('unit', r.unitId),
        radioField({
          name: 'role',
          label: 'Vai trò trong kế hoạch',
          value: seen.typed.role ?? r.role,
          options: Object.entries(ROLE_LABELS).map(([value, label]) => ({ value, label })),
          error: errors.role,
        }),
        textArea({
          name: 'reason',
          label: 'Lý do thay đổi',
          rows: 3,
          maxLength: 1000,
          value: seen.typed.reason ?? '',
          error: errors.reason,
        }),
        buttons({ label: 'Lưu vai trò', kind: 'main' }, linkButton({ label: 'Quay lại', href: `?vai-tro=${v.role}` })),
      ],
    }),
  })
}

/** Draws the bodies of the plan. */
export function participantsPage(v: ParticipantsView, seen: Seen): Drawn {
  const { plan } = v
  if (plan === null) {
    return stack(
      head({ title: 'Thành phần thực hiện' }),
      message({ kind: 'info', title: 'Chưa có kế hoạch.', announce: false }),
    )
  }
  const count = (role: ParticipantRole) => v.rows.filter((r) => r.role === role).length
  const editing = [...v.rows, ...v.heirs].find((r) => r.unitId === v.editing)
  const shown = v.rows.filter((r) => v.role === 'tat-ca' || r.role === v.role)
  const stale = seen.refusal?.kind === 'stale' && editing !== undefined
  return {
    crumbs: [{ label: 'Kế hoạch', href: '/ke-hoach' }, { label: 'Thành phần thực hiện' }],
    messages: html`${stale ? message({ kind: 'info', title: `Đang lưu: ${ROLE_LABELS[editing.role]}. Lý do: ${editing.reason}`, announce: false }) : ''}`,
    body: stack(
      head({
        over: `Kế hoạch ${plan.number} · ${showDay(plan.date)}`,
        title: `Năm ${v.year} có ${v.obligatedThisYear} cơ quan phải thực hiện và báo cáo`,
        lead: 'Vai trò lấy từ nơi nhận của văn bản theo tổ chức ngày ban hành; cơ quan kế thừa mang tiếp nhiệm vụ từ ngày sắp xếp.',
        actions: linkButton({ label: 'Xem tên cần đối chiếu', href: namesHref() }),
      }),
      editing === undefined || !v.mayEdit ? '' : editCard(v, editing, seen),
      chips('Lọc theo vai trò', [
        { label: 'Tất cả', href: '?vai-tro=tat-ca', count: v.rows.length, current: v.role === 'tat-ca' },
        {
          label: ROLE_LABELS.obligated,
          href: '?vai-tro=obligated',
          count: count('obligated'),
          current: v.role === 'obligated',
        },
        {
          label: ROLE_LABELS.informed,
          href: '?vai-tro=informed',
          count: count('informed'),
          current: v.role === 'informed',
        },
      ]),
      v.role === 'informed' || v.heirs.length === 0
        ? ''
        : list(v, v.heirs, `Cơ quan kế thừa đang thực hiện (${v.heirs.length})`, ''),
      list(v, shown, `Theo nơi nhận của văn bản (${shown.length})`, 'Không có cơ quan nào.'),
    ),
  }
}
