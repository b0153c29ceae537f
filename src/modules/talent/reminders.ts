/** Nhắc mốc theo dõi nhân tài, for the clock of the reminders. Expects the scope of the system. */
import { dayOf } from '../../kernel/day.ts'
import type { Ctx } from '../../platform/action.ts'
import { talentHref } from './pages/parts.ts'
import { type Reminder, remindersOn } from './rules/reminding.ts'
import { allTalents } from './views.ts'

/** Lời nhắc của hôm nay with the page it leads to. */
export type TalentReminder = Reminder & { readonly href: string }

/** Everything bodies are to be told of their talents today; keys say what was told before. */
export async function talentReminders(ctx: Ctx): Promise<TalentReminder[]> {
  const today = dayOf(ctx.now)
  return (await allTalents(ctx.tx)).flatMap((t) =>
    remindersOn(t, today, t.person?.died ?? null).map((r) => ({ ...r, href: talentHref(r.code) })),
  )
}
