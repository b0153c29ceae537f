/** Tổng quan của Sở Nội vụ: the year's reports as one bar, what waits for the department, the tasks that need a lead. */
import { addDays, type Day, daysBetween, showDay } from '../../../kernel/day.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { linkButton } from '../../../ui/button.ts'
import { card, columns, figures } from '../../../ui/card.ts'
import { shareBar } from '../../../ui/chart.ts'
import { head } from '../../../ui/head.ts'
import { type Html, html } from '../../../ui/html.ts'
import { emptyState } from '../../../ui/message.ts'
import { HREF, type Obligation } from '../../reporting/public.ts'

/** What the page shows. */
export type OverviewView = {
  programme: { number: string } | null
  year: number
  today: Day
  periods: { regime: string; year: number; title: string; dueBefore: Day; obligations: Obligation[] }[]
  tasks: { total: number; unclear: number; late: number; toAccept: number }
}

type Period = OverviewView['periods'][number]

const count = (p: Period, test: (o: Obligation) => boolean): number => p.obligations.filter(test).length
const overdue = (o: Obligation): boolean => o.daysOverdue > 0
const waiting = (o: Obligation): boolean => o.state === 'da-nop' || o.state === 'da-tiep-nhan'

function periodCard(p: Period, today: Day): Html {
  const left = daysBetween(today, addDays(p.dueBefore, -1))
  const href = (f: string) => `${HREF.collection(p)}?loc=${f}`
  const owed = count(p, (o) => !['mien', 'ke-thua'].includes(o.state))
  return card({
    title: p.title,
    aside:
      left >= 0 ? `còn ${left} ngày, trước ngày ${showDay(p.dueBefore)}` : `hạn trước ngày ${showDay(p.dueBefore)}`,
    actions: linkButton({ label: 'Mở tổng hợp', href: HREF.collection(p) }),
    body: html`<p>${owed} cơ quan phải nộp${count(p, (o) => o.state === 'mien') > 0 ? `, ${count(p, (o) => o.state === 'mien')} cơ quan được miễn` : ''}.</p>${shareBar(
      `${p.title} theo trạng thái`,
      [
        { label: 'Đã duyệt', value: count(p, (o) => o.state === 'da-duyet'), tone: 'ok', href: href('da-duyet') },
        { label: 'Đã nộp, chờ duyệt', value: count(p, waiting), tone: 'wait', href: href('cho') },
        { label: 'Trả lại', value: count(p, (o) => o.state === 'tra-lai'), tone: 'back', href: href('tra-lai') },
        {
          label: 'Quá hạn, chưa nộp',
          value: count(p, (o) => overdue(o) && o.state !== 'tra-lai'),
          tone: 'late',
          href: href('qua-han'),
        },
        {
          label: 'Chưa nộp, còn hạn',
          value: count(p, (o) => ['chua-nop', 'dang-soan', 'cho-ky'].includes(o.state) && !overdue(o)),
          tone: 'idle',
          href: href('chua-nop'),
        },
      ],
    )}`,
  })
}

function finding(v: OverviewView): string {
  const late = v.periods.reduce((n, p) => n + count(p, overdue), 0)
  const toAppraise = v.periods.reduce((n, p) => n + count(p, waiting), 0)
  if (late === 0 && toAppraise === 0) return `Không báo cáo nào quá hạn hay chờ thẩm định`
  return [toAppraise > 0 ? `${toAppraise} báo cáo chờ thẩm định` : '', late > 0 ? `${late} báo cáo quá hạn` : '']
    .filter(Boolean)
    .join(', ')
}

/** The page. */
export function overviewPage(v: OverviewView, seen: Seen): Drawn {
  if (v.programme === null) {
    return html`${head({ title: 'Chưa có kế hoạch' })}${emptyState('Chưa có kế hoạch nào. Bắt đầu bằng việc đọc văn bản kế hoạch.', seen.opens('/ke-hoach/doc') ? linkButton({ label: 'Đọc kế hoạch từ tệp Word', href: '/ke-hoach/doc', kind: 'main' }) : '')}`
  }
  const open = v.periods[0]
  const toAppraise = v.periods.reduce((n, p) => n + count(p, waiting), 0)
  const late = v.periods.reduce((n, p) => n + count(p, overdue), 0)
  const waitingPeriod = v.periods.find((p) => count(p, waiting) > 0) ?? open
  const latePeriod = v.periods.find((p) => count(p, overdue) > 0) ?? open
  return {
    body: html`${head({ title: finding(v), over: `Kế hoạch ${v.programme.number}`, actions: open ? linkButton({ label: 'Tổng hợp báo cáo', href: HREF.collection(open), kind: 'main' }) : linkButton({ label: 'Mở kỳ báo cáo', href: '/quan-tri/che-do', kind: 'main' }) })}
${figures([
  {
    value: String(toAppraise),
    label: 'báo cáo chờ thẩm định',
    href: waitingPeriod ? `${HREF.collection(waitingPeriod)}?loc=cho` : '/tong-hop',
    kind: toAppraise > 0 ? 'wait' : 'ok',
  },
  {
    value: String(late),
    label: 'báo cáo quá hạn',
    href: latePeriod ? `${HREF.collection(latePeriod)}?loc=qua-han` : '/tong-hop',
    kind: late > 0 ? 'late' : 'ok',
  },
  {
    value: String(v.tasks.unclear),
    label: 'nhiệm vụ chưa rõ chủ trì',
    detail: `trong ${v.tasks.total} nhiệm vụ`,
    href: '/nhiem-vu?loc=chua-ro',
    kind: v.tasks.unclear > 0 ? 'soon' : 'ok',
  },
])}
${columns('two', v.periods.length > 0 ? v.periods.map((p) => periodCard(p, v.today)) : [emptyState('Chưa mở kỳ báo cáo nào.', linkButton({ label: 'Mở kỳ', href: '/quan-tri/che-do' }))])}`,
  }
}
