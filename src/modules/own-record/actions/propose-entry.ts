/** Khai một mục: the person adds to the own record; it stands at level 0 until the body that keeps it confirms. */
import { z } from 'zod'
import { refuse } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { optionalText } from '../../../platform/http/input.ts'
import { changeAt, changeDossier, writePeople } from '../../people/public.ts'
import { entryBook } from '../entry-book.ts'
import { ownRecord } from '../own.ts'
import { canKeepOwnRecord } from '../rights.ts'
import { isDeclared, readEntry } from '../rules/entry-form.ts'
import { groupNamed, isGroupCode } from '../rules/showing.ts'
import { OWN_WORD } from '../words.ts'

/** What an entry of higher proof says is never overwritten: both are kept and the new one waits for a decision. */
export const proposeEntry = action({
  name: 'own-record.propose-entry',
  right: canKeepOwnRecord,
  elevated: true,
  input: z.object({
    group: z.string().refine(isGroupCode, 'Chọn nhóm thông tin trong danh sách'),
    boxes: z.record(z.string(), z.unknown()),
    evidence: optionalText(500),
  }),
  run: async (ctx, input) => {
    const group = groupNamed(input.group)
    if (!isDeclared(group))
      return refuse(
        'invalid',
        'own-record.not-declared',
        `Nhóm «${group.label}» do cơ quan ghi. Nếu sai thì gửi yêu cầu sửa.`,
      )
    const own = await ownRecord(ctx)
    if (!own.ok) return own
    const { dossier, personId } = own.value
    const read = readEntry(group, input.boxes, await entryBook(ctx, group))
    if (!read.ok) return read
    const entry = { ...read.value, level: 0 as const, source: OWN_WORD, evidence: input.evidence }
    const at = changeAt(ctx, dossier.person.unitId, null)
    const change = changeDossier(dossier, [entry], at)
    if (change.outcome === 'same')
      return refuse('conflict', 'own-record.already-there', 'Hồ sơ đã có đúng mục này, không có gì thay đổi.')
    await writePeople(ctx, [change], null)
    return done(
      { group: group.code },
      {
        kind: 'own-record.proposed',
        subject: `person:${personId}`,
        unit: dossier.person.unitId,
        data: { group: group.label, code: dossier.person.code },
      },
    )
  },
})
