/** Báo sai: the right value and the evidence go to the body that keeps the record; until it answers, both values are kept. */
import { z } from 'zod'
import { dayOf } from '../../../kernel/day.ts'
import { accept, type Decision, refuseFields } from '../../../kernel/result.ts'
import { action, type Ctx, done } from '../../../platform/action.ts'
import { text } from '../../../platform/http/input.ts'
import { announcedDays } from '../../code-lists/public.ts'
import { changeAt, changeDossier, writePeople } from '../../people/public.ts'
import { type Disputed, disputed } from '../disputed.ts'
import { entryBook } from '../entry-book.ts'
import { type Own, ownRecord, speakOf } from '../own.ts'
import { canKeepOwnRecord } from '../rights.ts'
import { termsOf } from '../rules/clocks.ts'
import { readEntry } from '../rules/entry-form.ts'
import { linesOf, type Speak, whenOf } from '../rules/showing.ts'
import { saveRequest } from '../store.ts'
import type { RequestContent } from '../views.ts'
import { OWN_WORD } from '../words.ts'

/** One open request for one entry; the body has two working days to say that it received it. */
export const disputeFact = action({
  name: 'own-record.dispute-fact',
  right: canKeepOwnRecord,
  elevated: true,
  input: z.object({
    target: z.string().max(80),
    boxes: z.record(z.string(), z.unknown()),
    remove: z.boolean().default(false),
    evidence: text(1000, 'Nêu chứng cứ: số, ngày, nơi cấp văn bằng hoặc quyết định'),
  }),
  run: async (ctx, input) => {
    const own = await ownRecord(ctx)
    if (!own.ok) return own
    const speak = await speakOf(ctx, [own.value.dossier])
    const found = await disputed(ctx, own.value, input.target, speak)
    if (!found.ok) return found
    const claim = await claimOf(ctx, found.value, input, speak)
    if (!claim.ok) return claim
    const { personId, dossier } = own.value
    const contestedId = await contest(ctx, own.value, found.value, claim.value)
    const terms = termsOf('chinh-sua', dayOf(ctx.now), await announcedDays(ctx.tx))
    const saved = await saveRequest(ctx, {
      personId,
      unitId: dossier.person.unitId,
      kind: 'chinh-sua',
      group: found.value.group.code,
      factId: found.value.fact?.id ?? null,
      contestedId,
      viewingId: null,
      content: claim.value,
      ...terms,
    })
    return done(
      { number: saved.number, ...terms },
      {
        kind: 'own-record.disputed',
        subject: `person:${personId}`,
        unit: dossier.person.unitId,
        data: { number: saved.number, group: found.value.group.label, code: dossier.person.code },
      },
    )
  },
})

type Typed = { boxes: Record<string, unknown>; remove: boolean; evidence: string }

/** What is claimed instead of what is stated. */
async function claimOf(ctx: Ctx, d: Disputed, typed: Typed, speak: Speak): Promise<Decision<RequestContent>> {
  const shared = { stated: d.stated, reason: '', evidence: typed.evidence }
  if (typed.remove && d.fact !== null) return accept({ ...shared, claimed: [], remove: true })
  const group = d.field === null ? d.group : { ...d.group, fields: [{ ...d.field, required: true }] }
  const read = readEntry(group, typed.boxes, await entryBook(ctx, group))
  if (!read.ok) return read
  const { data, from, to } = read.value
  const when = whenOf({ group: group.code, from: from ?? null, to: to ?? null })
  const claimed = [...linesOf(group, data, speak), ...(when === '' ? [] : [{ label: 'Thời gian', value: when }])]
  if (d.field?.kind !== 'text' || d.group.code !== 'identity') {
    const same = JSON.stringify(claimed) === JSON.stringify(d.stated)
    if (same)
      return refuseFields('own-record.same-value', {
        [`v-${group.fields[0]?.name ?? ''}`]: 'Giá trị đúng đang giống giá trị trong hồ sơ. Sửa ô cần sửa rồi gửi',
      })
  }
  return accept({ ...shared, claimed, data, from: from ?? null, to: to ?? null })
}

/** Both values stand in the register: the claimed one as contested, holding no slot and counted nowhere. Null = kept in the request alone. */
async function contest(ctx: Ctx, own: Own, d: Disputed, claim: RequestContent): Promise<string | null> {
  if (d.fact === null || d.group.keeps !== 'fact' || claim.data === undefined) return null
  const at = changeAt(ctx, own.dossier.person.unitId, null)
  const entry = {
    group: d.group.code,
    data: claim.data,
    from: d.fact.from,
    to: d.fact.to,
    level: -1 as const,
    source: OWN_WORD,
    evidence: claim.evidence,
  }
  const change = changeDossier(own.dossier, [entry], at)
  const added = change.added.find((f) => f.level === -1 && f.slot === null)
  if (added === undefined) return null
  await writePeople(ctx, [change], null)
  return added.id
}
