/** Những gì mô-đun khác được dùng. */
export { draftUrgingLetter } from './actions/draft-urging-letter.ts'
export { sendReminders } from './actions/send-reminders.ts'
export { dutiesOf } from './duties.ts'
export { followFacts } from './jobs.ts'
export { markOldAsRead } from './store.ts'
export { findLetter, lettersOf } from './views.ts'
export type { Duty } from './words.ts'
