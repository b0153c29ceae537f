/** Sửa theo yêu cầu: what an accepted correction changes in the register, at level 1 or higher, with its evidence. */
import type { Ctx } from '../../platform/action.ts'
import { findUnit } from '../organisations/public.ts'
import { changeAt, changeDossier, type Dossier, type Entry, withoutFacts, writePeople } from '../people/public.ts'
import { groupNamed } from './rules/showing.ts'
import type { StoredRequest } from './views.ts'

const atLeastUnit = (level: Entry['level']): Entry['level'] => (level < 1 ? 1 : level)

/** Writes the claimed value and takes the contested one away. */
export async function applyCorrection(ctx: Ctx, r: StoredRequest, dossier: Dossier): Promise<void> {
  const { content } = r
  const gone = contestedOf(r, dossier)
  if (content.remove === true || content.data === undefined || r.group === null) {
    const removed = dossier.facts.some((f) => f.id === r.factId) && r.factId !== null ? [r.factId] : []
    const sealed = dossier.sealed.some((s) => s.id === r.factId) && r.factId !== null ? [r.factId] : []
    await writePeople(ctx, [{ ...withoutFacts(dossier, [...gone, ...removed]), sealedSuperseded: sealed }], null)
    return
  }
  const old = dossier.facts.find((f) => f.id === r.factId)
  const body = (await findUnit(ctx.tx, r.unitId))?.code ?? ''
  const group = groupNamed(r.group)
  const entry: Entry = {
    group: group.code,
    data: content.data,
    from: content.from ?? null,
    to: content.to ?? null,
    level: atLeastUnit(group.keeps === 'fact' ? (old?.level ?? 1) : dossier.person.coreLevel),
    source: `co-quan:${body}`,
    evidence: `Yêu cầu số ${r.number}: ${content.evidence}`,
    ...(old === undefined ? {} : { mends: old.id }),
  }
  const left = { ...dossier, facts: dossier.facts.filter((f) => !gone.includes(f.id)) }
  const at = changeAt(ctx, dossier.person.unitId, null)
  const change = changeDossier(left, [entry], at)
  const saved = withoutFacts(dossier, gone, change)
  const replaced = dossier.sealed
    .filter((s) => s.id === r.factId && !saved.sealedSuperseded.includes(s.id))
    .map((s) => s.id)
  await writePeople(ctx, [{ ...saved, sealedSuperseded: [...saved.sealedSuperseded, ...replaced] }], null)
}

/** A correction that is not accepted: the contested value goes, what stood before stands. */
export async function dropClaim(ctx: Ctx, r: StoredRequest, dossier: Dossier): Promise<void> {
  const gone = contestedOf(r, dossier)
  if (gone.length > 0) await writePeople(ctx, [withoutFacts(dossier, gone)], null)
}

const contestedOf = (r: StoredRequest, d: Dossier): string[] =>
  d.facts.filter((f) => f.id === r.contestedId && f.level === -1).map((f) => f.id)
