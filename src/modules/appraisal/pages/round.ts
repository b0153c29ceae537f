/** Trang của một đợt: ranking, sheets, and what Sở Nội vụ does next. */
import { dayOf, showDay, showInstant } from '../../../kernel/day.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { button, linkButton } from '../../../ui/button.ts'
import { card, stack } from '../../../ui/card.ts'
import { csrfField, hidden } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Fragment, type Html, html } from '../../../ui/html.ts'
import { message } from '../../../ui/message.ts'
import { table } from '../../../ui/table.ts'
import { canAppraise, canSeeBefore } from '../rights.ts'
import type { RoundView } from '../screens.ts'
import type { Ranked } from '../words.ts'
import { FORMULA, ROUNDS, roundHref, sheetHref } from './address.ts'
import { entryState, pointsOf, roundState } from './parts.ts'

/** Draws the page. */
export function roundPage(v: RoundView, seen: Seen): Drawn {
  const { round, rows } = v
  return {
    crumbs: [{ label: 'Chấm điểm', href: ROUNDS }, { label: `Năm ${round.year}` }],
    body: stack(
      head({
        over: `Đợt chấm điểm năm ${round.year} · số liệu đếm lúc ${showInstant(round.countedAt)}`,
        title: title(v, seen),
        state: roundState(round.state),
        actions: [
          linkButton({ label: 'Xem công thức', href: `${FORMULA}?nam=${round.year}` }),
          rows === null
            ? ''
            : linkButton({ label: 'Tải bảng điểm (.xlsx)', href: roundHref(round.year, 'tai'), download: true }),
        ],
      }),
      canAppraise.allows(seen.actor) ? steps(v, seen) : '',
      ...(round.state === 'dang-cham' ? [sheets(v), standings(v)] : [standings(v), sheets(v)]),
    ),
  }
}

/** The ranking, or that it is not published yet. */
const standings = (v: RoundView): Fragment =>
  v.rows === null
    ? message({
        kind: 'info',
        title: 'Bảng xếp hạng chưa công bố.',
        body: 'Mỗi cơ quan xem phiếu của mình; bảng xếp hạng hiện khi Sở Nội vụ công bố.',
      })
    : card({ title: 'Bảng xếp hạng', fit: 'flush', body: ranking(v, v.rows), foot: kept(v) })

const kept = ({ round }: RoundView): Fragment =>
  round.sha256 === null
    ? round.state === 'dang-cham'
      ? 'Chưa công bố: điểm tự chấm chưa thẩm định chưa tính vào tổng.'
      : `Nhận kiến nghị đến hết ngày ${showDay(round.appealUntil)}; điểm chỉ đổi khi trả lời kiến nghị.`
    : html`Đã khóa ngày ${round.closedAt === null ? '' : showDay(dayOf(round.closedAt))}. Mã băm của kết quả: <code>${round.sha256.slice(0, 16)}</code>`

function title({ round, entries, rows }: RoundView, seen: Seen): string {
  const waiting = entries.filter((e) => e.state === 'da-tu-cham').length
  const appeals = entries.reduce((n, e) => n + e.appeals, 0)
  if (round.state === 'da-khoa') return `Kết quả chấm điểm năm ${round.year}: ${rows?.length ?? 0} cơ quan`
  if (round.state === 'da-cong-bo')
    return appeals > 0
      ? `${appeals} kiến nghị chờ trả lời`
      : `Đã công bố kết quả, nhận kiến nghị đến hết ngày ${showDay(round.appealUntil)}`
  if (!canSeeBefore.allows(seen.actor)) return ownTitle(entries)
  return waiting > 0 ? `${waiting} phiếu chờ thẩm định` : 'Không còn phiếu nào chờ thẩm định'
}

/** To a body: how its own sheet stands. */
function ownTitle(entries: RoundView['entries']): string {
  const [own] = entries
  if (own === undefined) return 'Cơ quan không có phiếu chấm trong đợt này'
  if (own.state === 'chua-tu-cham') return 'Phiếu của cơ quan chờ tự chấm'
  return own.state === 'da-tu-cham'
    ? 'Cơ quan đã tự chấm, Sở Nội vụ đang thẩm định'
    : 'Sở Nội vụ đã thẩm định phiếu của cơ quan, chưa công bố kết quả'
}

const press = (v: RoundView, seen: Seen, page: string, label: string, kind: 'main' | 'plain'): Html =>
  html`<form method="post" action="${roundHref(v.round.year, page)}">${csrfField(seen.csrf)}${hidden('version', v.round.version)}${button({ label, kind })}</form>`

function steps(v: RoundView, seen: Seen): Fragment {
  const { round } = v
  if (round.state === 'da-khoa') return ''
  if (round.state === 'dang-cham') return scoringSteps(v, seen)
  return card({
    title: 'Việc tiếp theo',
    body: html`<p>Khóa được sau ngày ${showDay(round.appealUntil)}, khi đã trả lời mọi kiến nghị. Khóa rồi thì không đổi được.</p><div class="buttons">${press(v, seen, 'khoa', 'Khóa kết quả', 'main')}</div>`,
  })
}

/** While scores come in: the next sheet to appraise; publishing only once none waits. */
function scoringSteps(v: RoundView, seen: Seen): Fragment {
  const waiting = v.entries.filter((e) => e.state === 'da-tu-cham')
  const [next] = waiting
  const silent = v.entries.filter((e) => e.state === 'chua-tu-cham').length
  const said = silent === 0 ? '' : ` ${silent} cơ quan chưa tự chấm; không tự chấm thì giữ điểm máy tính.`
  const main =
    next === undefined
      ? press(v, seen, 'cong-bo', 'Công bố kết quả', 'main')
      : linkButton({
          label: 'Thẩm định phiếu đầu tiên',
          href: sheetHref(v.round.year, next.unitCode, 'tham-dinh'),
          kind: 'main',
        })
  return card({
    title: 'Việc tiếp theo',
    body: html`<p>${next === undefined ? 'Không còn phiếu chờ thẩm định, công bố được.' : `Thẩm định xong ${waiting.length} phiếu thì công bố được.`}${said}</p><div class="buttons">${main}${press(v, seen, 'dem-lai', 'Đếm lại số liệu', 'plain')}</div>`,
  })
}

const sheets = (v: RoundView): Fragment =>
  v.entries.length === 0
    ? ''
    : card({
        title: v.entries.length === 1 ? 'Phiếu của cơ quan' : `Phiếu chấm (${v.entries.length})`,
        fit: 'flush',
        body: table({
          caption: 'Phiếu chấm',
          rows: v.entries.toSorted((a, b) => order(a) - order(b)),
          empty: '',
          href: (e) => sheetHref(v.round.year, e.unitCode),
          columns: [
            { label: 'Cơ quan', kind: 'name', cell: (e) => e.unitName },
            { label: 'Trạng thái', kind: 'state', cell: (e) => entryState(e.state) },
            { label: 'Người tự chấm', cell: (e) => e.selfBy ?? '' },
            { label: 'Người thẩm định', cell: (e) => e.appraisedBy ?? '' },
            ...(v.entries.some((e) => e.appeals > 0)
              ? [
                  {
                    label: 'Kiến nghị chờ trả lời',
                    kind: 'number' as const,
                    cell: (e: RoundView['entries'][number]) => (e.appeals === 0 ? '' : e.appeals),
                  },
                ]
              : []),
          ],
        }),
      })

/** What waits for somebody comes first. */
const order = (e: RoundView['entries'][number]): number =>
  e.appeals > 0 ? 0 : ['da-tu-cham', 'chua-tu-cham', 'da-tham-dinh'].indexOf(e.state) + 1

const ranking = (v: RoundView, rows: readonly Ranked[]) =>
  table<Ranked>({
    caption: `Bảng xếp hạng năm ${v.round.year}`,
    rows,
    empty: 'Chưa có cơ quan nào được chấm.',
    group: (r) => v.groups[r.group] ?? r.group,
    href: (r) => (v.entries.some((e) => e.unitCode === r.unitCode) ? sheetHref(v.round.year, r.unitCode) : null),
    tone: (r) => (v.entries.length === 1 && v.entries[0]?.unitCode === r.unitCode ? 'picked' : null),
    columns: [
      { label: 'Cơ quan', kind: 'name', cell: (r) => r.unitName },
      { label: 'Hạng', kind: 'number', cell: (r) => r.rank },
      { label: 'Chỉ số', kind: 'number', cell: (r) => pointsOf(r.index) },
      { label: 'Xếp loại', kind: 'state', cell: (r) => r.band },
      ...v.round.profile.groups.map((g) => ({
        label: g.title,
        kind: 'number' as const,
        spare: true,
        cell: (r: Ranked) => pointsOf(r.parts[g.no] ?? null),
      })),
      { label: 'Tổng điểm', kind: 'number', cell: (r) => `${pointsOf(r.total)}/${pointsOf(r.most)}` },
    ],
  })
