/** Ghi nhận định về một mục tiêu định tính. */
import { z } from 'zod'
import { dayOf, showDay } from '../../../kernel/day.ts'
import { refuse, refuseFields } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { dayField, oneOf, text } from '../../../platform/http/input.ts'
import { canJudge } from '../rights.ts'
import { insertJudgement } from '../store.ts'
import { judgedGoals } from '../views.ts'
import { VERDICTS, type Verdict } from '../words.ts'

const JudgeInput = z.object({
  code: text(40, 'Chọn mục tiêu'),
  asOf: dayField('Nhập ngày của nhận định, ví dụ 31/12/2025'),
  verdict: oneOf(Object.keys(VERDICTS) as Verdict[], 'Chọn một nhận định'),
  text: text(4000, 'Nêu căn cứ của nhận định: việc đã làm, văn bản đã ban hành, kết quả'),
  source: text(500, 'Nhập nguồn: báo cáo, văn bản, ngày'),
})

/**
 * Records what is judged about a goal without a figure. The same day again corrects: the earlier judgement stays, superseded.
 * Refuses unknown goals, days to come, and a judgement that says what already stands there.
 */
export const judgeGoal = action<z.infer<typeof JudgeInput>, { id: string; code: string }>({
  name: 'indicators.judge-goal',
  right: canJudge,
  input: JudgeInput as unknown as z.ZodType<z.infer<typeof JudgeInput>>,
  run: async (ctx, input) => {
    const goal = (await judgedGoals(ctx.tx)).find((g) => g.code === input.code)
    if (goal === undefined)
      return refuse(
        'absent',
        'judgement.absent',
        `Không có mục tiêu định tính mã ${input.code}. Xem tại trang Chỉ tiêu.`,
      )
    const today = dayOf(ctx.now)
    if (input.asOf > today)
      return refuseFields('judgement.to-come', {
        asOf: `Ngày của nhận định phải là hôm nay (${showDay(today)}) hoặc trước đó`,
      })
    if (goal.gone !== null && input.asOf >= goal.gone.from)
      return refuseFields('judgement.no-subject', {
        asOf: `Mục tiêu không còn đối tượng từ ngày ${showDay(goal.gone.from)}, theo ${goal.gone.act}. Chọn ngày trước đó`,
      })
    const before = goal.judgements.find((j) => j.asOf === input.asOf && j.supersededAt === null)
    const same = (['verdict', 'text', 'source'] as const).every((k) => before?.[k] === input[k])
    if (same)
      return refuse('conflict', 'judgement.same', 'Nhận định này đã được ghi cho cùng ngày. Không có gì thay đổi.')
    const id = await insertJudgement(ctx, { ...input, goalId: goal.id })
    return done(
      { id, code: goal.code },
      {
        kind: 'indicator.judged',
        subject: `indicator:${goal.code}`,
        data: { code: goal.code, asOf: input.asOf, verdict: input.verdict, corrects: before !== undefined },
      },
    )
  },
})
