/** Thư mời: who has no letter, who has one and waits, who is in; letters are made for the ticked ones and printed by the round. */
import { type Day, showDay } from '../../../kernel/day.ts'
import { showNumber } from '../../../kernel/number.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { button, linkButton } from '../../../ui/button.ts'
import { card, stack } from '../../../ui/card.ts'
import { chips } from '../../../ui/chips.ts'
import { csrfField, form, hidden } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Html, html } from '../../../ui/html.ts'
import { message } from '../../../ui/message.ts'
import { type StateKind, state } from '../../../ui/state.ts'
import { table } from '../../../ui/table.ts'
import type { InvitationState } from '../rules/invitation.ts'
import type { InvitationFilter } from '../views.ts'
import { INVITATION_DAYS } from '../words.ts'

/** Dòng. */
export type InvitationRow = {
  readonly personId: string
  readonly code: string
  readonly name: string
  readonly birth: Day | null
  readonly body: string
  readonly invitationId: string | null
  readonly letter: InvitationState | null
  readonly ends: string
  readonly bound: boolean
}

/** What the page shows. */
export type InvitationsView = {
  readonly rows: readonly InvitationRow[]
  readonly counts: Readonly<Record<InvitationFilter['which'], number>>
  readonly filter: InvitationFilter
  /** A round that was just made. */
  readonly round: { readonly id: string; readonly count: number } | null
  readonly most: number
}

const LETTER: Readonly<Record<InvitationState, readonly [StateKind, string]>> = {
  cho: ['wait', 'Đang chờ'],
  'da-dung': ['ok', 'Đã nhận hồ sơ'],
  'het-han': ['late', 'Hết hạn'],
  'thu-hoi': ['exempt', 'Đã thu hồi'],
}

const letterState = (r: InvitationRow): Html => {
  if (r.bound) return state('ok', 'Đã nhận hồ sơ')
  if (r.letter === null)
    return r.birth === null ? state('soon', 'Chưa có ngày sinh') : state('idle', 'Chưa mời', { plain: true })
  const [kind, words] = LETTER[r.letter]
  return state(kind, words)
}

const revoke = (r: InvitationRow, seen: Seen): Html =>
  r.letter !== 'cho' || r.invitationId === null
    ? html``
    : form({
        action: '/thu-moi/thu-hoi',
        csrf: seen.csrf,
        label: `Thu hồi thư mời của ${r.name}`,
        body: html`${hidden('invitation', r.invitationId)}${button({ label: 'Thu hồi thư mời', kind: 'quiet' })}`,
      })

const release = (r: InvitationRow, seen: Seen): Html =>
  form({
    action: '/thu-moi/go-tai-khoan',
    csrf: seen.csrf,
    label: `Gỡ tài khoản khỏi hồ sơ của ${r.name}`,
    body: html`${hidden('person', r.personId)}${button({ label: 'Gỡ tài khoản', kind: 'quiet' })}`,
  })

const roundBand = (v: InvitationsView): Html =>
  v.round === null
    ? html``
    : message({
        kind: 'ok',
        title: `Đã cấp ${v.round.count} thư mời.`,
        body: `Mỗi thư một trang, mã dùng một lần trong ${INVITATION_DAYS} ngày. Mã không lưu trong hệ thống; thư thất lạc thì thu hồi và cấp lại.`,
        actions: linkButton({
          label: 'In thư mời (.docx)',
          href: `/thu-moi/dot/${v.round.id}/tep-word`,
          kind: 'main',
          icon: 'print',
          download: true,
        }),
      })

const where = (which: string, name: string): string =>
  `/thu-moi?loc=${which}${name === '' ? '' : `&ten=${encodeURIComponent(name)}`}`

/** What the list tells, by the filter. */
const TITLES: Readonly<Record<InvitationFilter['which'], (n: string) => string>> = {
  chua: (n) => `${n} người chưa được mời nhận hồ sơ`,
  cho: (n) => `${n} thư mời đang chờ`,
  'da-nhan': (n) => `${n} người đã nhận hồ sơ`,
}

/** The page. */
export function invitationsPage(v: InvitationsView, seen: Seen): Drawn {
  const { which, name } = v.filter
  const chip = (code: InvitationFilter['which'], label: string) => ({
    label,
    href: where(code, name),
    count: v.counts[code],
    current: code === which,
  })
  const can = which !== 'da-nhan'
  const list = table<InvitationRow>({
    caption: 'Người trong phạm vi quản lý',
    rows: v.rows,
    href: (r) => `/tri-thuc/${r.code}`,
    ...(can
      ? {
          select: {
            name: 'people',
            form: 'cap',
            value: (r: InvitationRow) => r.personId,
            label: (r: InvitationRow) => `Chọn ${r.name}`,
            can: (r: InvitationRow) => r.birth !== null && !r.bound,
          },
        }
      : {}),
    columns: [
      { label: 'Họ và tên', kind: 'name', cell: (r) => r.name },
      { label: 'Mã hồ sơ', cell: (r) => r.code },
      { label: 'Ngày sinh', kind: 'day', cell: (r) => showDay(r.birth), spare: true },
      { label: 'Cơ quan quản lý', room: 'wide', cell: (r) => r.body, spare: true },
      { label: 'Thư mời', kind: 'state', cell: letterState },
      ...(which === 'chua' ? [] : [{ label: 'Hết hạn', kind: 'day' as const, cell: (r: InvitationRow) => r.ends }]),
      { label: 'Thu hồi', quiet: true, kind: 'action', cell: (r) => (r.bound ? release(r, seen) : revoke(r, seen)) },
    ],
    empty: 'Không có người nào ở nhóm này.',
  })
  return {
    body: html`${head({
      title: TITLES[which](showNumber(v.counts[which])),
      lead:
        v.counts[which] > v.rows.length && name === ''
          ? `Hiện ${showNumber(v.rows.length)} người đầu theo tên; lọc theo tên để thấy người khác.`
          : '',
    })}${roundBand(v)}${chips('Lọc theo tình trạng', [chip('chua', 'Chưa mời'), chip('cho', 'Đã mời, đang chờ'), chip('da-nhan', 'Đã nhận hồ sơ')])}${stack(
      html`<form method="get" action="/thu-moi" class="people-search" role="search" aria-label="Lọc theo tên">${hidden('loc', which)}<input type="search" class="input" name="ten" value="${name}" aria-label="Họ và tên" placeholder="Họ và tên, có dấu hoặc không">${button({ label: 'Lọc danh sách' })}</form>`,
      card({
        fit: 'flush',
        actions: can
          ? html`<form id="cap" method="post" action="/thu-moi">${csrfField(seen.csrf)}${button({ label: 'Cấp thư mời cho người đã chọn', kind: 'main', icon: 'letter' })}</form>`
          : '',
        body: list,
      }),
    )}`,
  }
}
