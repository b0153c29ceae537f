/** Trang xác nhận nhiều hồ sơ: what it would do before it is done, and what it did, with the way back. */
import { showInstant } from '../../../kernel/day.ts'
import { showNumber } from '../../../kernel/number.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { button, linkButton } from '../../../ui/button.ts'
import { card, facts, stack } from '../../../ui/card.ts'
import { conditions } from '../../../ui/chips.ts'
import { buttons, csrfField, form, hidden, radioField } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Fragment, type Html, html } from '../../../ui/html.ts'
import { emptyState } from '../../../ui/message.ts'
import { table } from '../../../ui/table.ts'
import type { Confirmation } from '../rules/confirmation.ts'
import { LEAST_COMPLETE } from '../rules/vouching.ts'
import type { ConfirmCounts } from '../views/chosen.ts'

/** What the page before shows. `counts` null = nobody was chosen. */
export type ConfirmView = {
  readonly counts: ConfirmCounts | null
  readonly most: number
  readonly codes: readonly string[]
  readonly back: string
  readonly terms: readonly { readonly words: string; readonly without: string }[]
  /** Name and value of what the address of the list says, sent along. */
  readonly query: readonly (readonly [string, string])[]
  /** The same list narrowed to those left out, where the whole list was chosen. */
  readonly contested: string | null
  readonly thin: string | null
}

const people = (n: number): string => `${showNumber(n)} hồ sơ`

/** "4 hồ sơ đang mâu thuẫn, 2 hồ sơ chưa đủ 50%", each a link where the list can show them. */
function leftOut(v: ConfirmView, c: ConfirmCounts): Fragment {
  const part = (count: number, words: string, href: string | null): Fragment[] => {
    const text = `${people(count)} ${words}`
    return count === 0 ? [] : [href === null ? text : html`<a href="${href}">${text}</a>`]
  }
  const parts = [
    ...part(c.contested, 'đang mâu thuẫn', v.contested),
    ...part(c.thin, `chưa đủ ${LEAST_COMPLETE}%`, v.thin),
  ]
  return parts.length === 0 ? 'Không hồ sơ nào' : html`${parts.map((p, i) => html`${i === 0 ? '' : ', '}${p}`)}`
}

const declaredField = (c: ConfirmCounts, seen: Seen): Html | '' =>
  c.declared === 0
    ? hidden('declared', 'without')
    : radioField({
        name: 'declared',
        label: `${showNumber(c.declared)} mục do chủ hồ sơ tự khai`,
        value: seen.typed.declared ?? 'without',
        error: seen.refusal?.fields?.declared,
        options: [
          { value: 'without', label: 'Để lại, xem từng mục ở trang Chờ xác nhận' },
          { value: 'with', label: 'Xác nhận cùng lúc, không xem từng mục' },
        ],
      })

const confirmForm = (v: ConfirmView, c: ConfirmCounts, seen: Seen): Html =>
  form({
    action: '/tri-thuc/xac-nhan',
    csrf: seen.csrf,
    body: html`${v.codes.map((code) => hidden('chon', code))}${v.codes.length === 0 ? hidden('tat-ca', '1') : ''}${v.query.map(([name, value]) => hidden(name, value))}${hidden('seen', c.people)}
${declaredField(c, seen)}
<p class="hint">Cơ quan chịu trách nhiệm về dữ liệu đã xác nhận. Hoàn tác được cả lần cho tới khi một hồ sơ trong đó đổi tiếp.</p>
${buttons({ label: `Xác nhận ${people(c.may)}`, kind: 'main' }, linkButton({ label: 'Về danh sách', href: v.back, kind: 'quiet' }))}`,
  })

const nobody = (v: ConfirmView): Html =>
  card({
    body: emptyState(
      'Đánh dấu những hồ sơ cần xác nhận, hoặc ô «Tất cả … người tìm thấy», rồi bấm «Xác nhận».',
      linkButton({ label: 'Về danh sách', href: v.back }),
    ),
  })

const tooMany = (v: ConfirmView, c: ConfirmCounts): Html =>
  card({
    body: emptyState(
      `Danh sách có ${people(c.people)}; mỗi lần xác nhận nhiều nhất ${people(v.most)}. Thêm điều kiện lọc, ví dụ đơn vị quản lý, rồi xác nhận từng phần.`,
      linkButton({ label: 'Về danh sách', href: v.back }),
    ),
  })

function chosenCard(v: ConfirmView, c: ConfirmCounts, seen: Seen): Html {
  if (c.people > v.most) return tooMany(v, c)
  return card({
    fit: 'narrow',
    body: html`${v.terms.length === 0 || v.codes.length > 0 ? '' : conditions([...v.terms].map((t) => ({ label: t.words, without: t.without })))}
${facts([
  ['Đã chọn', people(c.people)],
  ['Xác nhận được', people(c.may)],
  [
    'Mục lên mức đơn vị xác nhận',
    c.entries === 0 ? 'Không mục nào; chỉ ghi ngày xác nhận' : `${showNumber(c.entries)} mục`,
  ],
  ['Để lại', leftOut(v, c)],
])}
${c.may === 0 ? emptyState('Hồ sơ mâu thuẫn hoặc còn thiếu quá nhiều thì chưa xác nhận được. Mở từng hồ sơ để bổ sung hoặc quyết định.', linkButton({ label: 'Về danh sách', href: v.back })) : confirmForm(v, c, seen)}`,
  })
}

/** The page before. */
export function confirmPage(v: ConfirmView, seen: Seen): Drawn {
  const c = v.counts
  const title =
    c === null
      ? 'Chưa chọn hồ sơ nào'
      : c.may === 0
        ? `Chưa xác nhận được hồ sơ nào trong ${people(c.people)}`
        : c.may === c.people
          ? `Xác nhận ${people(c.may)}`
          : `Xác nhận ${showNumber(c.may)} trong ${people(c.people)}`
  return {
    title,
    crumbs: [{ label: 'Hồ sơ trí thức', href: v.back }, { label: 'Xác nhận' }],
    body: html`${head({ title })}${c === null ? nobody(v) : chosenCard(v, c, seen)}`,
  }
}

/** What the page after shows. */
export type ConfirmedView = {
  readonly batch: string
  readonly told: Confirmation
  readonly shown: readonly { readonly code: string; readonly name: string; readonly unit: string }[]
}

/** The page after: what was done, by whom, and the way to take it back. */
export function confirmedPage(v: ConfirmedView, seen: Seen): Drawn {
  const { told } = v
  const left = [
    ...(told.contested > 0 ? [`${people(told.contested)} đang mâu thuẫn`] : []),
    ...(told.thin > 0 ? [`${people(told.thin)} chưa đủ ${LEAST_COMPLETE}%`] : []),
    ...(told.waiting > 0 ? [`${showNumber(told.waiting)} mục tự khai chờ xem`] : []),
  ]
  const title =
    told.undone === null ? `Đã xác nhận ${people(told.people)}` : `Đã hoàn tác lần xác nhận ${people(told.people)}`
  return {
    title,
    crumbs: [{ label: 'Hồ sơ trí thức', href: '/tri-thuc' }, { label: 'Lần xác nhận' }],
    body: stack(
      head({
        title,
        actions:
          told.undone === null
            ? html`<form method="post" action="${`/tri-thuc/xac-nhan/${v.batch}/hoan-tac`}">${csrfField(seen.csrf)}${button({ label: 'Hoàn tác lần xác nhận', icon: 'return' })}</form>`
            : '',
      }),
      card({
        body: facts([
          ['Xác nhận lúc', showInstant(told.at)],
          ['Người xác nhận', told.by],
          ['Mục lên mức đơn vị xác nhận', `${showNumber(told.entries)} mục`],
          ['Để lại', left.length === 0 ? 'Không hồ sơ nào' : left.join(', ')],
          ...(told.undone === null
            ? []
            : [['Hoàn tác', `${showInstant(told.undone.at)}, ${told.undone.by}`] as [string, string]]),
        ]),
      }),
      card({
        fit: 'flush',
        body: table<ConfirmedView['shown'][number]>({
          caption: 'Hồ sơ của lần xác nhận',
          rows: v.shown,
          keys: true,
          href: (p) => `/tri-thuc/${p.code}`,
          columns: [
            { label: 'Họ và tên', kind: 'name', cell: (p) => p.name },
            { label: 'Mã hồ sơ', kind: 'day', cell: (p) => p.code },
            { label: 'Cơ quan quản lý', room: 'wide', cell: (p) => p.unit },
          ],
          empty: 'Hồ sơ của lần này không còn trong phạm vi được xem.',
        }),
        ...(v.shown.length < told.people
          ? { foot: `Hiện ${showNumber(v.shown.length)} trong ${people(told.people)}, theo tên.` }
          : {}),
      }),
    ),
  }
}
