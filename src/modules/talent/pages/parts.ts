/** Phần chung của các trang nhân tài: addresses, and how a person, a state, a share are written. */
import { type Day, showDay } from '../../../kernel/day.ts'
import { showPercent } from '../../../kernel/number.ts'
import { type Fragment, type Html, html } from '../../../ui/html.ts'
import { state } from '../../../ui/state.ts'
import type { RecruitShare } from '../rules/recruitment.ts'
import { STANDINGS, type Standing } from '../words.ts'

/** Address of the list. */
export const TALENTS = '/nhan-tai'

/** Address of one talent. */
export const talentHref = (code: string): string => `${TALENTS}/${encodeURIComponent(code)}`

/** Address of recruitment. */
export const RECRUITS = `${TALENTS}/tuyen-dung`

/** Address of retention. */
export const RETENTION = `${TALENTS}/giu-chan`

/** Said where the dossier is kept by a body the reader does not see. */
export const ELSEWHERE = 'Hồ sơ do cơ quan khác quản lý'

/** The name, or that it is not the reader's to know. */
export const nameOf = (name: string | null): Fragment =>
  name === null ? html`<span class="none">${ELSEWHERE}</span>` : name

/** Working, or left with the day. */
export const standingState = (standing: Standing, on: Day | null): Html => {
  const words = on === null ? STANDINGS[standing].label : `${STANDINGS[standing].label} ${showDay(on)}`
  return state(standing === 'lam-viec' ? 'done' : standing === 'roi' ? 'late' : 'exempt', words, { plain: true })
}

/** "25%", or why there is no share. */
export const shareWords = (s: RecruitShare): string => (s.state === 'value' ? showPercent(s.share) : s.why)
