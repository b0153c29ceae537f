/** Hồ sơ của chính mình: from the account to the record it is bound to. Whatever is read here is read by this id and no other. */
import { dayOf } from '../../kernel/day.ts'
import { isId } from '../../kernel/ids.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/action.ts'
import type { Tx } from '../../platform/database/sql.ts'
import { codeBook } from '../code-lists/public.ts'
import { findUnitByCode, unitsByIds } from '../organisations/public.ts'
import { type Dossier, dossiersOf, GROUPS } from '../people/public.ts'
import type { Speak } from './rules/showing.ts'
import { aliasesOf, recordOfAccount } from './views.ts'

/** Hồ sơ của người đang dùng. */
export type Own = {
  /** The id the account was bound to; it may have been merged into another since. */
  readonly boundId: string
  readonly personId: string
  readonly aliases: readonly string[]
  readonly checkedAt: Temporal.Instant | null
  readonly dossier: Dossier
}

const NONE = refuse(
  'absent',
  'own-record.none',
  'Tài khoản này chưa gắn với hồ sơ nào. Nhập mã mời trong thư mời để nhận hồ sơ.',
)

/** The record of whoever asks. Expects the scope of the system. */
export async function ownRecord(ctx: Ctx): Promise<Decision<Own>> {
  const bound = ctx.actor.kind === 'account' ? await recordOfAccount(ctx.tx, ctx.actor.id) : null
  if (bound === null) return NONE
  const dossier = (await dossiersOf(ctx.tx, [bound.personId])).get(bound.personId)
  if (dossier === undefined || dossier.person.removed) return NONE
  return accept({ ...bound, aliases: await aliasesOf(ctx.tx, bound.personId), dossier })
}

const UNIT_FIELDS = GROUPS.flatMap((g) =>
  g.fields.filter((f) => f.kind === 'unit' || f.kind === 'place').map((f) => f.name),
)

/** Words for the values of a dossier: labels of today, names of the bodies and places in it. */
export async function speakOf(ctx: Ctx, dossiers: readonly Dossier[]): Promise<Speak> {
  const facts = dossiers.flatMap((d) => d.facts)
  const unitIds = facts.flatMap((f) => UNIT_FIELDS.map((name) => f.data[name])).filter((v) => typeof v === 'string')
  const ids = [...new Set([...unitIds.filter(isId), ...dossiers.map((d) => d.person.unitId)])]
  const units = new Map((await unitsByIds(ctx.tx, ids)).map((u) => [u.id, u.kind === 'body' ? u.officeName : u.name]))
  const book = await codeBook(ctx.tx, dayOf(ctx.now))
  const bodies = await bodyNames(ctx.tx, [...facts.map((f) => f.source), ...dossiers.map((d) => d.person.coreSource)])
  return {
    code: (list, code) => book.labelOf(list, code),
    unit: (id) => units.get(id) ?? null,
    body: (code) => bodies.get(code) ?? null,
  }
}

async function bodyNames(tx: Tx, sources: readonly string[]): Promise<Map<string, string>> {
  const codes = new Set(sources.map((s) => s.split(':')[1] ?? '').filter((c) => c !== ''))
  const names = new Map<string, string>()
  for (const code of codes) {
    const unit = await findUnitByCode(tx, code)
    if (unit !== null) names.set(code, unit.officeName)
  }
  return names
}
