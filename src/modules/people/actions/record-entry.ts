/** Ghi một mục: adds an entry to a dossier, or mends the one that is pointed at; what held before stays in the history. */
import { z } from 'zod'
import { homeBody } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/day.ts'
import { refuse } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { optionalText, text } from '../../../platform/http/input.ts'
import { codeBook } from '../../code-lists/public.ts'
import { dossierFor, saveChanges } from '../editing.ts'
import { changeAt } from '../register.ts'
import { canEditPeople } from '../rights.ts'
import { changeDossier } from '../rules/change.ts'
import { readTyped } from '../rules/typed-entry.ts'
import { groupOf, isGroup } from '../words/groups.ts'

/** Refuses a group that has no form, fields that cannot be read, and an entry that says nothing new. */
export const recordEntry = action({
  name: 'people.record-entry',
  right: canEditPeople,
  input: z.object({
    code: text(20, 'Thiếu mã hồ sơ'),
    group: text(40, 'Chọn nhóm thông tin'),
    fact: optionalText(40),
    evidence: optionalText(500),
    typed: z.record(z.string(), z.string()),
  }),
  run: async (ctx, input) => {
    const { group: code } = input
    if (!isGroup(code) || groupOf(code).keeps === 'elsewhere')
      return refuse('absent', 'entry.group', 'Không có nhóm thông tin này.')
    const found = await dossierFor(ctx, input.code, canEditPeople)
    if (!found.ok) return found
    const book = await codeBook(ctx.tx, dayOf(ctx.now))
    const read = readTyped(groupOf(code), input.typed, (list, value) => book.list(list)?.labelOf(value) !== undefined)
    if (!read.ok) return read
    const level = input.evidence === '' ? 1 : 2
    const change = changeDossier(
      found.value,
      [
        {
          group: code,
          ...read.value,
          level,
          evidence: input.evidence,
          source: `co-quan:${homeBody(ctx.actor)?.bodyCode ?? ''}`,
          ...(input.fact === '' ? {} : { mends: input.fact }),
        },
      ],
      changeAt(ctx, found.value.person.unitId, null),
    )
    if (change.outcome === 'same')
      return refuse('conflict', 'entry.same', 'Hồ sơ đã có mục này, không có gì mới để ghi.')
    const saved = await saveChanges(ctx, [change])
    if (!saved.ok) return saved
    return done(
      { code: input.code },
      {
        kind: 'person.entry-recorded',
        subject: `person:${found.value.person.id}`,
        unit: found.value.person.unitId,
        data: { code: input.code, group: code, mended: input.fact !== '' },
      },
    )
  },
})
