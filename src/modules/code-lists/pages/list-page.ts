/** Trang một danh mục: the entries of the version that holds on the day, and its other versions. */
import { type Day, showDay } from '../../../kernel/day.ts'
import { showNumber } from '../../../kernel/number.ts'
import { card, columns, facts, stack } from '../../../ui/card.ts'
import { head } from '../../../ui/head.ts'
import { type Html, html } from '../../../ui/html.ts'
import { message } from '../../../ui/message.ts'
import { table } from '../../../ui/table.ts'
import { type Entry, type ListVersion, STATUSES } from '../words.ts'
import { dayForm, fromTo, LISTS, listHref, statusOf } from './lists-page.ts'

/** What the page shows: `version` null = none holds on the day, `versions` oldest first. */
export type ListView = {
  readonly name: string
  readonly title: string
  readonly day: Day
  readonly wrongDay: string | null
  readonly version: ListVersion | null
  readonly versions: readonly ListVersion[]
  readonly entries: readonly Entry[]
}

/** The page. */
export function listPage(v: ListView): Html {
  const found = v.version
    ? `${v.title}: ${showNumber(v.entries.length)} mục`
    : `${v.title}: chưa có phiên bản hiệu lực ngày ${showDay(v.day)}`
  return html`${head({ over: html`<a href="${`${LISTS}?ngay=${encodeURIComponent(showDay(v.day))}`}">Danh mục</a> · ngày ${showDay(v.day)}`, title: found, lead: v.version?.source ?? '' })}
${columns('aside', [stack(none(v), entries(v)), stack(card({ body: dayForm(`${LISTS}/${v.name}`, v.day, v.wrongDay) }), about(v), versions(v))])}`
}

function none(v: ListView): Html | '' {
  if (v.version) return ''
  const last = v.versions.at(-1)
  const heir =
    last && last.replacedBy !== '' ? `Đã thay bằng ${last.replacedBy}.` : 'Chọn ngày khác hoặc ban hành phiên bản mới.'
  return message({
    kind: 'soon',
    title: `Không có phiên bản hiệu lực ngày ${showDay(v.day)}`,
    body: heir,
    announce: false,
  })
}

function entries(v: ListView): Html | '' {
  if (!v.version) return ''
  const mixed = v.entries.some((e) => e.status !== null)
  const noted = v.entries.some((e) => noteOf(e) !== '')
  return card({
    fit: 'flush',
    body: table({
      caption: v.title,
      rows: v.entries,
      empty: 'Phiên bản này không có mục nào.',
      columns: [
        { label: 'Mã', cell: (e) => e.code, room: 'tight' },
        { label: 'Tên', cell: (e) => (e.parent === null ? html`<b>${e.label}</b>` : e.label) },
        ...(mixed
          ? [
              {
                label: 'Đối chiếu',
                kind: 'state' as const,
                cell: (e: Entry) => statusOf(e.status ?? v.version?.status ?? 'unverified'),
              },
            ]
          : []),
        ...(noted
          ? [
              {
                label: 'Ghi chú',
                cell: noteOf,
              },
            ]
          : []),
      ],
    }),
  })
}

/** What is said of an entry beside its name. */
const noteOf = (e: Entry): string =>
  [
    e.note,
    e.aliases.length === 0 ? '' : `cách viết khác: ${e.aliases.join(', ')}`,
    e.mapsTo.length === 0 ? '' : `mã thay thế: ${e.mapsTo.join(', ')}`,
  ]
    .filter((t) => t !== '')
    .join('; ')

const about = (v: ListView): Html | '' =>
  v.version
    ? card({
        title: 'Phiên bản đang xem',
        body: facts([
          ['Phiên bản', v.version.version],
          ['Hiệu lực', fromTo(v.version)],
          ['Đối chiếu nguồn', STATUSES[v.version.status].label],
          ['Chi tiết đối chiếu', v.version.statusNote],
          ...(v.version.note === '' ? [] : [['Ghi chú', v.version.note] as const]),
          ...(v.version.replacedBy === '' ? [] : [['Thay bằng', v.version.replacedBy] as const]),
        ]),
      })
    : ''

const versions = (v: ListView): Html =>
  card({
    title: 'Các phiên bản',
    body: facts(v.versions.map((x) => [fromTo(x), html`<a href="${listHref(v.name, x.valid.from)}">${x.version}</a>`])),
  })
