/** Báo tiến độ nhiệm vụ, with evidence (số, ngày, tệp). */
import { z } from 'zod'
import { dayOf } from '../../../kernel/day.ts'
import { refuse } from '../../../kernel/result.ts'
import { demand } from '../../../kernel/right.ts'
import { action, done } from '../../../platform/action.ts'
import { keepFile } from '../../../platform/files/keep.ts'
import { id, oneOf, optionalDay, optionalFile, optionalText, text, whole } from '../../../platform/http/input.ts'
import { findTask } from '../../programme/public.ts'
import { canReportProgress } from '../rights.ts'
import { reportProgress as decide, evidenceOf, takesPart } from '../rules/progress.ts'
import { saveProgress } from '../store.ts'
import { findProgress } from '../views.ts'
import type { ReportedState } from '../words.ts'

const STATES: readonly ReportedState[] = ['dang-thuc-hien', 'hoan-thanh', 'tam-dung']

const PERCENT = 'Nhập tiến độ là số nguyên từ 0 đến 100'

const Input = z.object({
  code: text(20, 'Thiếu mã nhiệm vụ'),
  unit: id('Chọn cơ quan báo tiến độ'),
  state: oneOf(STATES, 'Chọn tình hình thực hiện'),
  percent: whole(PERCENT).refine((n) => n >= 0 && n <= 100, PERCENT),
  result: text(4000, 'Nhập kết quả đã làm được'),
  number: optionalText(60),
  issuedOn: optionalDay(),
  title: optionalText(300),
  file: optionalFile(),
})

/** Refuses a body that takes no part, "Hoàn thành" without evidence, and a task already accepted as done. */
export const reportProgress = action({
  name: 'tasks.report-progress',
  right: canReportProgress,
  input: Input,
  run: async (ctx, input) => {
    const task = await findTask(ctx.tx, input.code)
    if (task === null) return refuse('absent', 'task.absent', `Không có nhiệm vụ ${input.code}.`)
    const allowed = demand(canReportProgress, ctx.actor, input.unit)
    if (!allowed.ok) return allowed
    if (!takesPart(task, input.unit)) {
      return refuse(
        'forbidden',
        'task.not-yours',
        'Cơ quan không chủ trì hay phối hợp nhiệm vụ này. Liên hệ: Sở Nội vụ.',
      )
    }
    const before = await findProgress(ctx.tx, task.id, input.unit)
    const given = evidenceOf({ ...input, withFile: input.file !== null })
    if (!given.ok) return given
    const evidence = given.value
    const decided = decide(
      { state: input.state, percent: input.percent, result: input.result, evidence },
      before,
      dayOf(ctx.now),
    )
    if (!decided.ok) return decided
    const file = input.file && evidence ? await keepFile(ctx, input.file, { of: { unit: input.unit } }) : null
    const progressId = await saveProgress(
      ctx,
      { programmeId: task.programmeId, taskId: task.id, unitId: input.unit },
      decided.value,
      file?.id ?? null,
    )
    return done(
      { progressId, code: task.code },
      {
        kind: 'task.progressed',
        subject: `task:${task.id}`,
        unit: input.unit,
        data: { code: task.code, state: input.state, percent: input.percent, evidence: evidence?.number ?? null },
      },
    )
  },
})
