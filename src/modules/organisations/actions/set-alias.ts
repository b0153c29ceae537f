/** Quyết định tên trong văn bản là cơ quan nào: kept as a dated alias, used by every later reading and by adoption. */
import { z } from 'zod'
import { type Day, dayOf } from '../../../kernel/day.ts'
import { isId } from '../../../kernel/ids.ts'
import { action, type Ctx, done } from '../../../platform/action.ts'
import { oneOf, optionalDay, optionalText, text } from '../../../platform/http/input.ts'
import { canNameUnits } from '../rights.ts'
import { decideAlias } from '../rules/names/alias.ts'
import { bareName } from '../rules/names/key.ts'
import { saveAlias } from '../store.ts'
import { borneNames, findUnit, findUnitByCode, registerStart } from '../views.ts'
import { ALIAS_MEANINGS, type Unit } from '../words.ts'

const AliasInput = z.object({
  written: text(400, 'Nêu tên như văn bản viết'),
  means: oneOf(['body', 'group', 'open', 'outside', 'left'], 'Chọn tên này là gì'),
  /** Id or code of the body, when `means` is `body`. */
  unit: optionalText(60),
  /** The group as a phrase, when `means` is `group`: "Các sở, ban, ngành". */
  phrase: optionalText(200),
  from: optionalDay(),
  to: optionalDay(),
  /** `document` = only in the document of `document`. */
  scope: oneOf(['document', 'all'], 'Chọn dùng cho văn bản này hay mọi văn bản'),
  document: optionalText(60),
  note: optionalText(500),
})

const unitOf = (ctx: Ctx, key: string): Promise<Unit | null> =>
  key === '' ? Promise.resolve(null) : isId(key) ? findUnit(ctx.tx, key) : findUnitByCode(ctx.tx, key)

/**
 * Keeps the meaning of a name. Refuses what `decideAlias` refuses, and a second meaning for the same days (the earlier
 * one must be undone first).
 */
export const setAlias = action<z.infer<typeof AliasInput>, { id: string; written: string }>({
  name: 'organisations.set-alias',
  right: canNameUnits,
  input: AliasInput as unknown as z.ZodType<z.infer<typeof AliasInput>>,
  run: async (ctx, input) => {
    const unit = await unitOf(ctx, input.unit)
    const documentId = input.scope === 'document' && isId(input.document) ? input.document : null
    const start: Day = (await registerStart(ctx.tx)) ?? dayOf(ctx.now)
    const answer = { ...input, written: bareName(input.written), unit, documentId }
    const decided = decideAlias(answer, await borneNames(ctx.tx), start)
    if (!decided.ok) return decided
    const id = ctx.newId()
    await saveAlias(ctx, { ...decided.value, id, documentId, note: input.note })
    const { written, valid } = decided.value
    const meant = decided.value.means === 'body' ? (unit?.officeName ?? '') : decided.value.phrase
    return done(
      { id, written },
      {
        kind: 'organisations.alias-set',
        subject: `alias:${id}`,
        reason: input.note,
        data: { written, means: ALIAS_MEANINGS[decided.value.means].label, meant, from: valid.from, to: valid.to },
      },
    )
  },
})
