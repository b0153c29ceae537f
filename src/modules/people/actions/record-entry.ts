/** Ghi một mục: adds an entry to a dossier, or mends the one that is pointed at; what held before stays in the history. */
import { z } from 'zod'
import { dayOf } from '../../../kernel/day.ts'
import type { PartialDay } from '../../../kernel/partial-day.ts'
import { refuse, refuseFields } from '../../../kernel/result.ts'
import { action, type Ctx, done } from '../../../platform/action.ts'
import { keepFile } from '../../../platform/files/keep.ts'
import type { Upload } from '../../../platform/files/upload.ts'
import { optionalFile, optionalText, text } from '../../../platform/http/input.ts'
import { saveChanges } from '../editing.ts'
import { dossierFor } from '../finding-dossier.ts'
import { formBooks } from '../form-books.ts'
import { changeAt } from '../register.ts'
import { canEditPeople } from '../rights.ts'
import { wrongBirth } from '../rules/birth.ts'
import { changeDossier } from '../rules/change.ts'
import { controlOf, readEntryForm } from '../rules/entry-form.ts'
import { evidenceText } from '../rules/evidence.ts'
import { saidBy } from '../rules/sources.ts'
import { opened } from '../store/sealed.ts'
import type { Group } from '../words/group.ts'
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
    file: optionalFile(),
    /** What was typed, by control (`rules/entry-form.ts`). */
    typed: z.record(z.string(), z.string()),
  }),
  run: async (ctx, input) => {
    const { group: code } = input
    if (!isGroup(code) || groupOf(code).keeps === 'elsewhere')
      return refuse('absent', 'entry.group', 'Không có nhóm thông tin này.')
    const found = await dossierFor(ctx, input.code, canEditPeople)
    if (!found.ok) return found
    const read = readEntryForm(groupOf(code), input.typed, await formBooks(ctx, input.typed))
    if (!read.ok) return read
    const { birth } = read.value.data
    const wrong = code === 'birth' && birth !== undefined ? wrongBirth(birth as PartialDay, dayOf(ctx.now)) : null
    if (wrong !== null) return refuseFields('entry.form', { [controlOf('birth')]: wrong })
    if (input.fact !== '' && !found.value.facts.some((f) => f.id === input.fact))
      return refuse(
        'stale',
        'person.stale',
        'Mục này vừa được sửa ở nơi khác. Chưa ghi gì; mở lại hồ sơ để xem giá trị mới.',
        {
          theirs: { version: found.value.person.version },
        },
      )
    const evidence = evidenceText({
      words: input.evidence || (input.file?.name ?? ''),
      file: input.file === null ? null : await keepEvidence(ctx, found.value.person.id, groupOf(code), input.file),
    })
    const level = evidence === '' ? 1 : 2
    const change = changeDossier(
      found.value,
      [
        {
          group: code,
          ...read.value,
          level,
          ...(evidence === '' ? {} : { evidence }),
          source: saidBy(ctx.actor),
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
      { code: input.code, group: code, contested: change.findings.some((f) => f.code === 'dossier.contested') },
      {
        kind: 'person.entry-recorded',
        subject: `person:${found.value.person.id}`,
        unit: found.value.person.unitId,
        data: { code: input.code, group: code, mended: String(input.fact !== '') },
      },
    )
  },
})

/** Keeps the file of an entry as sealed, and as hard to reach, as the entry itself. Answers with its id. */
async function keepEvidence(ctx: Ctx, personId: string, group: Group, file: Upload): Promise<string> {
  const keep = (table: string) => keepFile(ctx, file, { of: { table, id: personId }, sealed: true })
  const kept = group.tier === 'C' ? await opened(ctx.tx, () => keep('people.sealed_fact')) : await keep('people.person')
  return kept.id
}
