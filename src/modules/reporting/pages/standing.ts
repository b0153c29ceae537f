/** Tình trạng bằng hình và chữ: deadline, state, who must act: the same on every page of a report. */
import { dayOf, showDay, showInstant } from '../../../kernel/day.ts'
import { type Html, html } from '../../../ui/html.ts'
import { state, waitingFor } from '../../../ui/state.ts'
import { overdue } from '../rules/counts.ts'
import { WAITS_FOR } from '../rules/transitions.ts'
import { type Obligation, STATES } from '../words.ts'

/** "Còn 11 ngày, trước 05/12/2026", "Quá hạn 2 ngày", or the state. */
export function standingState(o: Obligation): Html {
  if (overdue(o)) return state('late', `Quá hạn ${o.daysOverdue} ngày`)
  if (o.daysLeft === null) return stateOf(o)
  const left = o.daysLeft === 0 ? 'Hôm nay là ngày cuối' : `Còn ${o.daysLeft} ngày`
  return state(o.daysLeft <= 15 ? 'soon' : 'idle', `${left}, trước ${showDay(o.dueBefore)}`)
}

/** The state in words; a late submission says so. */
export function stateOf(o: Obligation, plain = false): Html {
  const s = STATES[o.state]
  const late = o.late === true && s.shape !== 'exempt' ? `, nộp muộn ${o.daysLate} ngày` : ''
  return state(s.shape, `${s.label}${late}`, { plain })
}

/** "Đang chờ: …, từ 03/12/2026", for a reader who cannot act; nothing when nobody is waited for. */
export function waitingLine(o: Obligation, head: string): Html {
  const who = { nobody: '', officer: `cán bộ ${o.unitName}`, head, 'home-affairs': 'Sở Nội vụ' }[WAITS_FOR[o.state]]
  return who === '' ? html`` : waitingFor(who, showDay(dayOf(o.stateSince)))
}

/** "16:10 ngày 04/12/2026" */
export const momentOf = (i: Temporal.Instant): string => {
  const [time = '', day = ''] = showInstant(i).split(' ')
  return `${time} ngày ${day}`
}
