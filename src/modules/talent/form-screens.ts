/** Màn hình của các biểu mẫu: what there is to choose from, and what is corrected. */
import { type Day, dayOf, yearOf } from '../../kernel/day.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/action.ts'
import { codeBook } from '../code-lists/public.ts'
import { findUnit } from '../organisations/public.ts'
import { personByCode } from '../people/public.ts'
import { canRecordTalents, canReportRecruitment } from './rights.ts'
import { type Choice, unitChoices } from './screens.ts'
import { findRecruitment, findTalent, recruitmentVersions } from './views.ts'
import type { Recognition, Recruitment } from './words.ts'

/** Biểu mẫu công nhận. */
export type DecisionFormView = {
  /** The decision that is corrected, and the version of its talent; null = a new one. */
  readonly correcting: { readonly code: string; readonly version: number; readonly decision: Recognition } | null
  readonly person: { readonly code: string; readonly name: string } | null
  /** Where the person's dossier is kept, as the first guess of where the person works. */
  readonly unitId: string
  readonly units: readonly Choice[]
  readonly sectors: readonly Choice[]
}

const sectorChoices = async (ctx: Ctx, day: Day): Promise<Choice[]> =>
  (await codeBook(ctx.tx, day)).list('linh-vuc').entries.map((e) => ({ value: e.code, label: e.label }))

/** The form of a new decision; `code` = the dossier it is opened from, if any. */
export async function newDecisionForm(ctx: Ctx, code: string): Promise<Decision<DecisionFormView>> {
  const person = code === '' ? null : await personByCode(ctx.tx, code)
  return accept({
    correcting: null,
    person: person === null ? null : { code: person.code, name: person.name },
    unitId: person?.unitId ?? '',
    units: await unitChoices(ctx, (unitId) => canRecordTalents.allows(ctx.actor, unitId)),
    sectors: await sectorChoices(ctx, dayOf(ctx.now)),
  })
}

/** The form that corrects a decision. */
export async function correctDecisionForm(ctx: Ctx, code: string, key: string): Promise<Decision<DecisionFormView>> {
  const talent = await findTalent(ctx.tx, code)
  const decision = talent?.recognitions.find((r) => r.key === key)
  if (talent === null || decision === undefined || !canRecordTalents.allows(ctx.actor, talent.unitId))
    return refuse(
      'absent',
      'talent.no-decision',
      `Không có quyết định này của nhân tài ${code} trong phạm vi được ghi.`,
    )
  return accept({
    correcting: { code: talent.code, version: talent.version, decision },
    person: talent.person === null ? null : { code: talent.person.code, name: talent.person.name },
    unitId: talent.unitId,
    units: [],
    sectors: await sectorChoices(ctx, decision.decidedOn),
  })
}

/** Biểu mẫu kết quả tuyển dụng. */
export type RecruitFormView = {
  readonly current: Recruitment | null
  readonly unitId: string
  readonly unitName: string
  readonly units: readonly Choice[]
  /** The period first offered. */
  readonly from: Day
  readonly to: Day
  readonly versions: readonly Recruitment[]
  readonly may: boolean
}

/** The form of a new result of a year. */
export async function newRecruitForm(ctx: Ctx, year: number, unitId: string): Promise<Decision<RecruitFormView>> {
  const today = dayOf(ctx.now)
  const last = `${year}-12-31` as Day
  return accept({
    current: null,
    unitId,
    unitName: '',
    units: await unitChoices(ctx, (u) => canReportRecruitment.allows(ctx.actor, u)),
    from: `${year}-01-01` as Day,
    to: year === yearOf(today) ? today : last,
    versions: [],
    may: true,
  })
}

/** One result with its versions. */
export async function recruitForm(ctx: Ctx, key: string): Promise<Decision<RecruitFormView>> {
  const current = await findRecruitment(ctx.tx, key)
  if (current === null || current.state === 'rut')
    return refuse('absent', 'talent.no-recruitment', 'Không có kết quả tuyển dụng này trong phạm vi được xem.')
  return accept({
    current,
    unitId: current.unitId,
    unitName: (await findUnit(ctx.tx, current.unitId))?.officeName ?? '',
    units: [],
    from: current.from,
    to: current.to,
    versions: await recruitmentVersions(ctx.tx, key),
    may: canReportRecruitment.allows(ctx.actor, current.unitId),
  })
}
