/** Xác nhận nhiều hồ sơ: ticked people or all of a list, in one transaction and one line of the ledger; taken back as one. */
import { z } from 'zod'
import { homeBody } from '../../../kernel/actor.ts'
import { showNumber } from '../../../kernel/number.ts'
import { accept, type Decision, refuse } from '../../../kernel/result.ts'
import { demand } from '../../../kernel/right.ts'
import { action, type Ctx, done } from '../../../platform/action.ts'
import { list, oneOf, text, whole } from '../../../platform/http/input.ts'
import { askedOf } from '../asking.ts'
import { canConfirmFacts } from '../rights.ts'
import { readConditions } from '../rules/conditions.ts'
import { confirmable, isDeclared } from '../rules/vouching.ts'
import { chosenIds } from '../views/chosen.ts'
import { dossiersOf } from '../views/dossiers.ts'
import { vouchFor } from '../vouching.ts'
import type { Dossier } from '../words/dossier.ts'

/** People confirmed at once: what one transaction carries within some seconds. */
export const MOST_CONFIRMED = 5000

/** Dossiers held in memory at once. */
const PART = 500

const Input = z.object({
  /** Codes of the ticked people. */
  codes: list(text(20, 'Thiếu mã hồ sơ')).refine(
    (l) => l.length <= MOST_CONFIRMED,
    `Mỗi lần xác nhận nhiều nhất ${showNumber(MOST_CONFIRMED)} hồ sơ`,
  ),
  /** All of the list `query` instead. */
  whole: z.boolean(),
  query: z.record(z.string(), z.unknown()),
  /** How many people the officer was shown: another number means another list. */
  seen: whole('Thiếu số hồ sơ đã xem'),
  declared: oneOf(['with', 'without'], 'Chọn cách xử lý mục chủ hồ sơ tự khai'),
})

/** What was done. */
export type ConfirmedPeople = {
  readonly batch: string
  readonly people: number
  readonly entries: number
  readonly contested: number
  readonly thin: number
  /** Declared entries that still wait. */
  readonly waiting: number
}

async function idsOf(ctx: Ctx, input: z.infer<typeof Input>): Promise<Decision<string[]>> {
  if (!input.whole && input.codes.length === 0)
    return refuse('invalid', 'confirm.nobody', 'Chưa chọn hồ sơ nào. Đánh dấu ít nhất một hồ sơ.')
  const asked = await askedOf(ctx, readConditions(input.query))
  const ids = await chosenIds(ctx.tx, { codes: input.whole ? [] : input.codes, asked }, MOST_CONFIRMED + 1)
  if (ids.length > MOST_CONFIRMED)
    return refuse(
      'invalid',
      'confirm.too-many',
      `Mỗi lần xác nhận nhiều nhất ${showNumber(MOST_CONFIRMED)} hồ sơ. Thêm điều kiện lọc rồi làm lại; chưa ghi gì.`,
    )
  if (ids.length !== input.seen)
    return refuse(
      'stale',
      'confirm.other-list',
      `Danh sách vừa đổi: ${showNumber(input.seen)} thành ${showNumber(ids.length)} hồ sơ. Xem lại rồi xác nhận; chưa ghi gì.`,
    )
  return accept(ids)
}

const mayAll = (ctx: Ctx, dossiers: readonly Dossier[]): Decision<null> => {
  for (const d of dossiers) {
    const may = demand(canConfirmFacts, ctx.actor, d.person.unitId)
    if (!may.ok) return may
  }
  return accept(null)
}

/** Refuses a list that changed meanwhile, one that is too long, and one in which nothing may be confirmed. */
export const confirmPeople = action({
  name: 'people.confirm-people',
  right: canConfirmFacts,
  input: Input,
  run: async (ctx, input) => {
    const ids = await idsOf(ctx, input)
    if (!ids.ok) return ids
    const batch = ctx.newId()
    const told = { people: 0, entries: 0, contested: 0, thin: 0, waiting: 0 }
    for (let i = 0; i < ids.value.length; i += PART) {
      const dossiers = [...(await dossiersOf(ctx.tx, ids.value.slice(i, i + PART))).values()]
      const allowed = mayAll(ctx, dossiers)
      if (!allowed.ok) return allowed
      const sorted = confirmable(dossiers.map((d) => ({ d, ...d.person })))
      const chosen = sorted.may.map((s) => s.d)
      const open = chosen.flatMap((d) => d.facts.filter((f) => f.level === 0))
      const kept = input.declared === 'with' ? 0 : open.filter(isDeclared).length
      told.people += chosen.length
      told.entries += open.length - kept
      told.waiting += kept
      told.contested += sorted.contested.length
      told.thin += sorted.thin.length
      const saved = await vouchFor(ctx, chosen, { batch, declared: input.declared })
      if (!saved.ok) return saved
    }
    if (told.people === 0)
      return refuse(
        'conflict',
        'confirm.nothing',
        'Không hồ sơ nào đã chọn xác nhận được: đang mâu thuẫn hoặc còn thiếu quá nhiều. Mở từng hồ sơ để bổ sung.',
      )
    const value: ConfirmedPeople = { batch, ...told }
    return done(value, {
      kind: 'people.confirmed',
      subject: `people:${batch}`,
      unit: homeBody(ctx.actor)?.body ?? null,
      data: { ...told, declared: input.declared },
    })
  },
})
