/** Cửa của mô-đun Kế hoạch: what modules below may use. */
export { adoptPlan } from './actions/adopt-plan.ts'
export { assignTasks } from './actions/assign-tasks.ts'
export { undoAssignment } from './actions/undo-assignment.ts'
export { exportProgramme } from './exchange.ts'
export { sayProgrammeFact } from './facts.ts'
export { sixClear } from './rules/six-clear.ts'
export {
  currentProgramme,
  findTask,
  goalsOf,
  lastAssignmentBy,
  obligatedIn,
  surroundings,
  taskGroups,
  tasksOf,
} from './views.ts'
export type { Task } from './words.ts'
