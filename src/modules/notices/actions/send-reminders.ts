/** Gửi nhắc hạn: for every obligation that owes its report, the step of the ladder that is due today, into the inboxes. */
import { z } from 'zod'
import { addDays, dayOf, showDay } from '../../../kernel/day.ts'
import { action, done } from '../../../platform/action.ts'
import { year } from '../../../platform/http/input.ts'
import { accountsOf } from '../../accounts/public.ts'
import { HREF, type Obligation, obligationsOf } from '../../reporting/public.ts'
import { periodAsked } from '../period.ts'
import { canUrge } from '../rights.ts'
import { owesReport } from '../rules/duties.ts'
import { stepToSend } from '../rules/ladder.ts'
import { deliver, recordReminder } from '../store.ts'
import { sentSteps } from '../views.ts'
import { STEPS } from '../words.ts'

/** One digest per body and day; running it again the same day sends nothing. A deadline that was moved has a ladder of its own. */
export const sendReminders = action({
  name: 'notices.send-reminders',
  right: canUrge,
  input: z.object({ regime: z.string().max(40).optional(), year: year() }),
  run: async (ctx, input) => {
    const today = dayOf(ctx.now)
    const { regime, title } = await periodAsked(ctx.tx, input)
    const owing = (await obligationsOf(ctx.tx, { regime, year: input.year }, ctx.now)).filter(owesReport)
    const sent = await sentSteps(
      ctx.tx,
      owing.map((o) => o.id),
    )
    const people = await accountsOf(ctx.tx, { unitIds: owing.map((o) => o.unitId) }, today)
    const reminded: string[] = []
    for (const o of owing) {
      const { id: obligationId, unitId, dueBefore } = o
      const step = stepToSend(dueBefore, today, sent(obligationId, dueBefore))
      if (step === null) continue
      const to = people.filter(
        (p) => p.unitId === unitId && (p.role === 'co-quan' || (STEPS[step].toHead && p.role === 'thu-truong')),
      )
      const reminder = { obligationId, unitId, year: input.year, dueBefore, step, told: to }
      if (!(await recordReminder(ctx, reminder))) continue
      reminded.push(unitId)
      await deliver(ctx, {
        accountIds: to.map((p) => p.accountId),
        kind: 'nhac-han',
        title: `${title}: ${standsAt(o)}`,
        body: `${o.unitName} gửi báo cáo trước ngày ${showDay(o.dueBefore)}, chậm nhất hết ngày ${showDay(addDays(o.dueBefore, -1))}.`,
        href: HREF.report(o),
        key: `reminder:${o.id}:${o.dueBefore}:${step}`,
      })
    }
    return done(
      { reminded: reminded.length },
      {
        kind: 'reminders.sent',
        subject: `period:${regime}:${input.year}`,
        data: { regime, year: input.year, title, reminded: reminded.length, units: reminded },
      },
    )
  },
})

/** How the deadline stands today: a step that was missed is sent later, with the days of the day it is sent. */
const standsAt = (o: Pick<Obligation, 'daysLeft' | 'daysOverdue'>): string =>
  o.daysOverdue > 0
    ? `quá hạn ${o.daysOverdue} ngày`
    : o.daysLeft === 0
      ? 'hôm nay là ngày cuối'
      : `còn ${o.daysLeft ?? 0} ngày`
