/** Cửa của mô-đun Nhân tài: what modules below may use. */
export { recogniseTalent } from './actions/recognise-talent.ts'
export { recordLeaving } from './actions/record-leaving.ts'
export { recordRecruitment } from './actions/record-recruitment.ts'
export { recordReview } from './actions/record-review.ts'
export { talentReminders } from './reminders.ts'
