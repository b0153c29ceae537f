/** Trang «Tuyển dụng»: recruits of a year and the talents among them, by body; who has reported nothing (Kế hoạch, mục II.1.10). */
import { showDay } from '../../../kernel/day.ts'
import { showNumber, showPercent } from '../../../kernel/number.ts'
import type { Drawn } from '../../../platform/http/route.ts'
import { linkButton } from '../../../ui/button.ts'
import { card } from '../../../ui/card.ts'
import { chips } from '../../../ui/chips.ts'
import { head } from '../../../ui/head.ts'
import { type Html, html } from '../../../ui/html.ts'
import { state } from '../../../ui/state.ts'
import { table } from '../../../ui/table.ts'
import type { RecruitLine, RecruitView } from '../screens.ts'
import { RECRUITS, shareWords, TALENTS } from './parts.ts'

function titleOf(v: RecruitView): string {
  const { share, recruited, talents } = v.total
  if (share.state !== 'value') return share.why
  return `${showNumber(talents)} nhân tài trong ${showNumber(recruited)} người tuyển mới năm ${v.year}: ${showPercent(share.share)}`
}

const leadOf = (v: RecruitView): string => {
  const reported = v.lines.length - v.silent
  const who = `${showNumber(reported)} trong ${showNumber(v.lines.length)} cơ quan đã báo cáo`
  return `Mục tiêu: từ 20% trở lên so với tổng số tuyển dụng mới. ${who}${v.dataOf === null ? '' : `, số liệu đến ${showDay(v.dataOf)}`}.`
}

const periods = (l: RecruitLine): Html | string =>
  l.reports.length === 0
    ? ''
    : html`<ul class="plain-list">${l.reports.map(
        (r) =>
          html`<li><a href="${`${RECRUITS}/${r.key}`}">${showDay(r.from)} – ${showDay(r.to)}</a>${l.reports.length > 1 ? html`: ${showNumber(r.recruited)} người, ${showNumber(r.talents)} nhân tài` : ''}</li>`,
      )}</ul>`

const shareCell = (l: RecruitLine): Html | string =>
  l.share.state === 'value'
    ? showPercent(l.share.share)
    : l.share.state === 'undefined'
      ? html`<span class="none">không tuyển ai</span>`
      : ''

const reportHref = (v: RecruitView, unitId: string): string => `${RECRUITS}/ghi?nam=${v.year}&don-vi=${unitId}`

/** The page. */
export function recruitsPage(v: RecruitView): Drawn {
  const rows = table<RecruitLine>({
    caption: `Kết quả tuyển dụng năm ${v.year}`,
    rows: v.lines,
    empty: 'Không có cơ quan nào trong phạm vi được xem.',
    columns: [
      { label: 'Cơ quan, đơn vị', kind: 'name', room: 'wide', cell: (l) => l.unitName },
      { label: 'Kỳ', cell: periods, phone: 'whole' },
      {
        label: 'Tuyển mới',
        kind: 'number',
        unit: 'người',
        cell: (l) => (l.reports.length === 0 ? '' : showNumber(l.recruited)),
      },
      {
        label: 'Nhân tài',
        kind: 'number',
        unit: 'người',
        cell: (l) => (l.reports.length === 0 ? '' : showNumber(l.talents)),
      },
      { label: 'Tỷ lệ', kind: 'number', cell: shareCell },
      {
        label: 'Báo cáo',
        kind: 'state',
        cell: (l) =>
          l.reports.length > 0
            ? state('done', 'Đã báo cáo', { plain: true })
            : v.mayReport
              ? html`<a href="${reportHref(v, l.unitId)}">Ghi kết quả</a>`
              : state('idle', 'Chưa báo cáo', { plain: true }),
      },
    ],
    ...(v.lines.length > 1
      ? {
          foot: [
            'Cộng',
            '',
            showNumber(v.total.recruited),
            showNumber(v.total.talents),
            v.total.share.state === 'value' ? shareWords(v.total.share) : '',
            '',
          ],
        }
      : {}),
  })
  return {
    body: html`${head({
      over: `Tuyển dụng · năm ${v.year}`,
      title: titleOf(v),
      lead: leadOf(v),
      actions: v.mayReport
        ? linkButton({
            label: 'Ghi kết quả tuyển dụng',
            href: `${RECRUITS}/ghi?nam=${v.year}`,
            kind: 'main',
            icon: 'plus',
          })
        : '',
    })}
${chips(
  'Chọn năm',
  v.years.map((y) => ({ label: String(y), href: `${RECRUITS}?nam=${y}`, current: y === v.year })),
)}
${card({ fit: 'flush', body: rows, foot: 'Cơ quan không tuyển ai thì không có tỷ lệ: không phải 0%, cũng không phải 100%.' })}`,
    crumbs: [{ label: 'Nhân tài', href: TALENTS }, { label: 'Tuyển dụng' }],
  }
}
