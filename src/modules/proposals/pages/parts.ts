/** Phần chung của các trang kiến nghị. */
import { showDay } from '../../../kernel/day.ts'
import { showNumber } from '../../../kernel/number.ts'
import { type Html, html } from '../../../ui/html.ts'
import { state } from '../../../ui/state.ts'
import type { ProposalLine } from '../rules/listing.ts'
import { STATES } from '../words.ts'

/** Address of the list. */
export const PROPOSALS = '/kien-nghi'

/** Address of one proposal. */
export const proposalHref = (code: string): string => `${PROPOSALS}/${encodeURIComponent(code)}`

/** Address of the page that gathers a year. */
export const gatherHref = (year: number): string => `${PROPOSALS}/tap-hop?nam=${year}`

/** Address of the page that suggests what to merge. */
export const alikeHref = (year: number): string => `${PROPOSALS}/gop?nam=${year}`

/** The state, or how late the answer is. */
export const stateOf = (p: ProposalLine): Html =>
  p.daysLate > 0
    ? state('late', `Quá hạn ${showNumber(p.daysLate)} ngày`)
    : state(STATES[p.state].shape, STATES[p.state].label, { plain: p.state !== 'da-giao' })

/** "Sở Y tế" or "Sở Y tế và 12 cơ quan"; to a body only itself is named. */
export function askersOf(p: ProposalLine): string {
  const [first, ...others] = p.askers
  const more = p.asking - (first === undefined ? 0 : 1)
  if (first === undefined) return `${showNumber(p.asking)} cơ quan`
  if (more === 0) return first
  return others.length === 1 && p.asking === 2
    ? `${first}; ${others[0]}`
    : `${first} và ${showNumber(more)} cơ quan khác`
}

/** Who answers, and by when. */
export const ownerOf = (p: ProposalLine): Html =>
  p.ownerName === null
    ? html`<span class="none">chưa giao</span>`
    : html`<span>${p.ownerName}${p.due === null ? '' : html`<br><small>chậm nhất ${showDay(p.due)}</small>`}</span>`
