/** Trang một nhân tài: decisions, work, reviews and history of one person, for whoever may see them, or for the person. */

import type { Day } from '../../kernel/day.ts'
import { dayOf } from '../../kernel/day.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/action.ts'
import { historyOf, type LedgerLine } from '../../platform/ledger/record.ts'
import { codeBook } from '../code-lists/public.ts'
import { officeNames } from '../organisations/public.ts'
import { noteViewing } from '../people/public.ts'
import { canRecordTalents } from './rights.ts'
import { firstRecognition } from './rules/cohort.ts'
import type { TalentLine } from './rules/listing.ts'
import { milestoneDay } from './rules/recognising.ts'
import { type Choice, lineOf, unitChoices } from './screens.ts'
import { findTalent, personOfAccount, type TalentRow, talentsOfPerson } from './views.ts'
import {
  type Episode,
  LEAVING_LIST,
  MILESTONES,
  NOT_A_LEAVING,
  RATING_LIST,
  type Recognition,
  type Review,
} from './words.ts'

/** Một mốc: its day, and its review when there is one. */
export type MilestoneView = {
  readonly milestone: number
  readonly day: Day
  readonly due: boolean
  readonly review: (Review & { readonly ratingLabel: string }) | null
}

/** Trang một nhân tài. */
export type TalentView = {
  readonly code: string
  readonly version: number
  /** The line of the list; null when every decision was withdrawn. */
  readonly line: TalentLine | null
  readonly name: string | null
  readonly personCode: string | null
  readonly today: Day
  readonly fiveYears: Day | null
  readonly decisions: readonly (Recognition & { readonly sectorLabel: string })[]
  readonly episodes: readonly (Episode & { readonly unitName: string; readonly reasonLabel: string })[]
  readonly milestones: readonly MilestoneView[]
  readonly history: readonly LedgerLine[]
  /** Codes under which the same person is recorded too, after dossiers were merged. */
  readonly sameAs: readonly string[]
  readonly mayRecord: boolean
  readonly units: readonly Choice[]
  readonly reasons: readonly Choice[]
  readonly ratings: readonly Choice[]
}

const choices = (entries: readonly { code: string; label: string }[]): Choice[] =>
  entries.map((e) => ({ value: e.code, label: e.label }))

async function viewOf(ctx: Ctx, t: TalentRow, mayRecord: boolean): Promise<TalentView> {
  const today = dayOf(ctx.now)
  const book = await codeBook(ctx.tx, today)
  const names = await officeNames(ctx.tx, [t.unitId, ...t.episodes.map((e) => e.unitId)])
  const since = firstRecognition(t, today)
  const ratingLabel = (r: Review): string => book.on(r.on).labelOf(RATING_LIST, r.rating) ?? r.rating
  return {
    code: t.code,
    version: t.version,
    line: lineOf(t, today, book, names),
    name: t.person?.name ?? null,
    personCode: t.person?.code ?? null,
    today,
    fiveYears: since === null ? null : milestoneDay(since, 5),
    decisions: t.recognitions.map((r) => ({ ...r, sectorLabel: book.labelOf('linh-vuc', r.sector) ?? r.sector })),
    episodes: t.episodes.map((e) => ({
      ...e,
      unitName: names.get(e.unitId) ?? '',
      reasonLabel: e.reason === null ? '' : (book.labelOf(LEAVING_LIST, e.reason) ?? e.reason),
    })),
    milestones:
      since === null
        ? []
        : MILESTONES.map((milestone) => {
            const day = milestoneDay(since, milestone)
            const review = t.reviews.find((r) => r.milestone === milestone)
            return {
              milestone,
              day,
              due: day <= today,
              review: review === undefined ? null : { ...review, ratingLabel: ratingLabel(review) },
            }
          }),
    history: await historyOf(ctx.tx, `talent:${t.id}`),
    sameAs: (await talentsOfPerson(ctx.tx, t.personId)).flatMap((o) => (o.id === t.id ? [] : [o.code])),
    mayRecord,
    units: mayRecord ? await unitChoices(ctx, (u) => u !== t.unitId) : [],
    reasons: choices(book.list(LEAVING_LIST).entries.filter((e) => !NOT_A_LEAVING.includes(e.code))),
    ratings: choices(book.list(RATING_LIST).entries),
  }
}

/** One talent; the reading is noted on the dossier. */
export async function readTalent(ctx: Ctx, code: string): Promise<Decision<TalentView>> {
  const t = await findTalent(ctx.tx, code)
  if (t === null) return refuse('absent', 'talent.absent', `Không có nhân tài mã ${code} trong phạm vi được xem.`)
  if (t.person !== null) await noteViewing(ctx, { people: [t.personId], groups: ['names', 'talent'] })
  return accept(await viewOf(ctx, t, canRecordTalents.allows(ctx.actor, t.unitId)))
}

/** What is recorded of the reader himself. Expects the scope of the system. */
export async function readOwn(ctx: Ctx): Promise<Decision<{ readonly talents: readonly TalentView[] }>> {
  const person = ctx.actor.kind === 'account' ? await personOfAccount(ctx.tx, ctx.actor.id) : null
  const own = person === null ? [] : await talentsOfPerson(ctx.tx, person)
  const talents: TalentView[] = []
  for (const t of own) talents.push(await viewOf(ctx, t, false))
  return accept({ talents })
}
