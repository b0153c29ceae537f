/** In thư mời: the letters of a round that are still open, one to a page; every printing is noted. */
import { z } from 'zod'
import { dayOf, yearOf } from '../../../kernel/day.ts'
import { refuse } from '../../../kernel/result.ts'
import { demand } from '../../../kernel/right.ts'
import { action, done } from '../../../platform/action.ts'
import { id } from '../../../platform/http/input.ts'
import { writePersonalPapers } from '../../../platform/word/personal-paper.ts'
import { officeNames } from '../../organisations/public.ts'
import { codeOf } from '../codes.ts'
import { invitationLetter } from '../papers/invitation-letter.ts'
import { canInvite } from '../rights.ts'
import { lettersOfRound } from '../views.ts'

/** The codes are made again from the key of the installation; they are stored nowhere. */
export const printLetters = action({
  name: 'own-record.print-letters',
  right: canInvite,
  input: z.object({ round: id() }),
  run: async (ctx, input) => {
    const letters = await lettersOfRound(ctx.tx, input.round, ctx.now)
    const [first] = letters
    if (first === undefined) return refuse('absent', 'own-record.no-letters', 'Đợt này không còn thư mời nào đang chờ.')
    for (const l of letters) {
      const allowed = demand(canInvite, ctx.actor, l.unitId)
      if (!allowed.ok) return allowed
    }
    const offices = await officeNames(
      ctx.tx,
      letters.map((l) => l.unitId),
    )
    const papers = letters.map((l) =>
      invitationLetter({
        ...l,
        code: codeOf(ctx.tx.vault, l.id),
        body: offices.get(l.unitId) ?? '',
        year: yearOf(dayOf(ctx.now)),
      }),
    )
    return done(
      { bytes: await writePersonalPapers(papers), count: letters.length },
      {
        kind: 'own-record.letters-printed',
        subject: `invitation-round:${input.round}`,
        unit: first.unitId,
        data: { count: letters.length },
      },
    )
  },
})
