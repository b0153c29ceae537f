/** Trước khi ghi: the talent a form speaks of, within the writer's rights and as the writer saw it. */
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/action.ts'
import { canRecordTalents } from './rights.ts'
import { changedMeanwhile } from './rules/recognising.ts'
import { takeVersion } from './store.ts'
import { findTalent, type TalentRow } from './views.ts'
import type { Recognition } from './words.ts'

const absent = (code: string) =>
  refuse('absent', 'talent.absent', `Không có nhân tài mã ${code} trong phạm vi được ghi.`)

/** The talent of a code, at the version the writer saw. One outside the writer's bodies is as if it were not there. */
export async function talentForWriting(ctx: Ctx, code: string, seen: number): Promise<Decision<TalentRow>> {
  const found = await findTalent(ctx.tx, code)
  if (found === null || !canRecordTalents.allows(ctx.actor, found.unitId)) return absent(code)
  return found.version === seen ? accept(found) : changedMeanwhile(found)
}

/** The decision of a key among those of a talent. */
export function recognitionOf(t: TalentRow, key: string): Decision<Recognition> {
  const found = t.recognitions.find((r) => r.key === key)
  return found === undefined
    ? refuse('absent', 'talent.no-decision', `${t.code} không có quyết định này.`)
    : accept(found)
}

/** Takes the version before anything is written; refuses when somebody else was quicker. */
export async function takeTalent(ctx: Ctx, t: TalentRow, unitId = t.unitId): Promise<Decision<null>> {
  return (await takeVersion(ctx, t.id, t.version, unitId)) ? accept(null) : changedMeanwhile(t)
}
