/** Cửa của mô-đun Chấm điểm: what modules below may use. */
export { appraise } from './actions/appraise.ts'
export { openRound } from './actions/open-round.ts'
export { scoreSelf } from './actions/score-self.ts'
export { readResults } from './listing.ts'
export { type AppraisalWork, appraisalWork } from './work.ts'
