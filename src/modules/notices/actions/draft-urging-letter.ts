/** Soạn công văn đôn đốc: the letter and its annex for exactly the late bodies, kept as a Word file. */

import { z } from 'zod'
import { dayOf } from '../../../kernel/day.ts'
import { action, done } from '../../../platform/action.ts'
import { keepFile } from '../../../platform/files/keep.ts'
import { id, list, year } from '../../../platform/http/input.ts'
import { WORD } from '../../../platform/word/official-paper.ts'
import { writePaper } from '../../../platform/word/write-paper.ts'
import { PLAN_REGIME } from '../../reporting/public.ts'
import { letterInput } from '../letter.ts'
import { urgingLetter } from '../papers/urging-letter.ts'
import { canUrge } from '../rights.ts'
import { saveLetter } from '../store.ts'
import { findSameLetter } from '../views.ts'

/** The same bodies on the same day give the letter that is already there; nobody late is refused. */
export const draftUrgingLetter = action({
  name: 'notices.draft-urging-letter',
  right: canUrge,
  readsKept: true,
  input: z.object({ regime: z.string().max(40).optional(), year: year(), units: list(id()) }),
  run: async (ctx, input) => {
    const ready = await letterInput(ctx, input, input.units)
    if (!ready.ok) return ready
    const { unitIds, regime, title } = ready.value
    const of = { regime, year: input.year }
    const today = dayOf(ctx.now)
    const known = await findSameLetter(ctx.tx, of, today, unitIds)
    const subject = (letterId: string) => ({
      kind: 'urging.drafted',
      subject: `urging:${letterId}`,
      data: { ...of, title, bodies: unitIds.length, again: known !== null, units: known === null ? unitIds : [] },
    })
    if (known) return done({ letterId: known.id, bodies: unitIds.length, again: true }, subject(known.id))
    const paper = urgingLetter(ready.value.input)
    const bytes = await writePaper(paper)
    const name = `Cong-van-don-doc-${regime === PLAN_REGIME ? '' : `${regime}-`}${input.year}-${today}.docx`
    const file = await keepFile(ctx, { name, mediaType: WORD, bytes }, { of: 'everyone' })
    const letterId = await saveLetter(ctx, {
      ...of,
      madeOn: today,
      unitIds,
      paper,
      fileId: file.id,
      sha256: file.sha256,
    })
    return done({ letterId, bodies: unitIds.length, again: false }, subject(letterId))
  },
})
