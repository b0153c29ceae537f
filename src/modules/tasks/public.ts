/** Những gì mô-đun khác được dùng. */
export { acceptCompletion } from './actions/accept-completion.ts'
export { decidePlan } from './actions/decide-plan.ts'
export { editPlan } from './actions/edit-plan.ts'
export { planTasks } from './actions/plan-tasks.ts'
export { reportProgress } from './actions/report-progress.ts'
export { submitPlan } from './actions/submit-plan.ts'
export { findPlan, planItems, progressOf, type TaskRow, taskRows, taskStates } from './views.ts'
export { type Progress, TASK_STATES } from './words.ts'
