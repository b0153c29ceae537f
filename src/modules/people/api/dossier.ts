/**
 * Hồ sơ cho máy: one dossier and its entries, as of a day and as known on a day. Readings are noted as on the screen. Numbers leave
 * by their last three digits; tier C does not leave, since a machine names no purpose.
 */
import { z } from 'zod'
import { addDays, type Day, dayOf, startOf } from '../../../kernel/day.ts'
import { accept, type Decision, refuse } from '../../../kernel/result.ts'
import { heldAt } from '../../../kernel/validity.ts'
import type { Ctx } from '../../../platform/action.ts'
import { type ApiRoute, apiList, apiOne, dayOut, instantOut } from '../../../platform/http/api-route.ts'
import { windowOf } from '../../../platform/http/cursor.ts'
import { optionalDay, text } from '../../../platform/http/input.ts'
import { unitsByIds } from '../../organisations/public.ts'
import { personSeen } from '../finding-dossier.ts'
import { labelsFor } from '../labels.ts'
import { canSeeBasic, canSeePeople } from '../rights.ts'
import { holdsOn } from '../rules/dossier-view.ts'
import { isProfessional, professionalFacts, yearOnly } from '../rules/professional.ts'
import { showEntry, unitsIn } from '../rules/showing.ts'
import { noteViewing } from '../viewing.ts'
import { coreKnownAt, livingCode, type RecordedFact, recordedFacts, shownNumbers } from '../views/profile.ts'
import type { Person } from '../words/dossier.ts'
import type { GroupCode } from '../words/group.ts'
import { GROUPS } from '../words/groups.ts'
import { asOf, partial, partialOut } from './conditions.ts'

const code = text(20, 'Thiếu mã hồ sơ')
const knownAt = optionalDay().meta({ description: 'Theo điều hệ thống đã biết đến hết ngày này; bỏ trống là đến nay' })

/** Groups whose entries leave: never those of tier C. */
const LEAVING = GROUPS.filter((g) => g.keeps === 'fact').map((g) => g.code) as [GroupCode, ...GroupCode[]]

/** The person of a code; one merged away answers with the record it lives on in. */
async function livingPerson(ctx: Ctx, asked: string): Promise<Decision<Person>> {
  const found = await personSeen(ctx, asked)
  if (!found.ok || found.value.mergedInto === null) return found
  const living = await livingCode(ctx.tx, found.value.id)
  if (living === null)
    return refuse('absent', 'person.merged', 'Hồ sơ này đã gộp vào một hồ sơ do cơ quan khác quản lý.')
  return personSeen(ctx, living)
}

/** The moment up to which the register is asked what it knew; null = now. */
const momentOf = (day: Day | null): Temporal.Instant | null => (day === null ? null : startOf(addDays(day, 1)))

async function onePerson(ctx: Ctx, q: { code: string; knownAt: Day | null }): Promise<Decision<Shown>> {
  const found = await livingPerson(ctx, q.code)
  if (!found.ok) return found
  const person = found.value
  const basic = canSeeBasic.allows(ctx.actor, person.unitId)
  await noteViewing(ctx, { people: [person.id], groups: basic ? ['names', 'birth', 'identity'] : ['names'] })
  const at = momentOf(q.knownAt)
  const past = at === null ? null : await coreKnownAt(ctx.tx, person.id, at)
  const core = { ...person, ...past }
  const [unit] = await unitsByIds(ctx.tx, [person.unitId])
  return accept({
    ...core,
    birth: partial(basic ? core.birth : yearOnly(core.birth)),
    died: partial(basic ? core.died : yearOnly(core.died)),
    ...(basic ? {} : { birthPlace: null, homePlace: null, nationality: null }),
    unitCode: unit?.code ?? null,
    unitName: unit?.officeName ?? null,
    numbers: basic ? await shownNumbers(ctx.tx, person.id) : [],
  })
}

type Shown = { readonly version: number } & Readonly<Record<string, unknown>>

const personOut = z.object({
  id: z.uuid(),
  code: z.string(),
  version: z.int(),
  name: z.string(),
  sex: z.enum(['nam', 'nu']).nullable(),
  birth: partialOut,
  birthPlace: z.string().nullable(),
  homePlace: z.string().nullable(),
  nationality: z.string().nullable(),
  died: partialOut,
  unitCode: z.string().nullable(),
  unitName: z.string().nullable(),
  level: z.int(),
  completeness: z.int(),
  gaps: z.array(z.string()),
  confirmedOn: dayOut().nullable(),
  numbers: z.array(z.object({ scheme: z.string(), last3: z.string(), state: z.enum(['valid', 'conflict']) })),
})

const factOut = z.object({
  id: z.uuid(),
  group: z.enum(LEAVING),
  title: z.string(),
  from: partialOut,
  to: partialOut.meta({ description: 'Ngày đầu tiên không còn giữ' }),
  data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  level: z.int(),
  source: z.string(),
  recordedAt: instantOut(),
  supersededAt: instantOut().nullable(),
})

type FactQuery = { code: string; group: GroupCode | null; asOf?: Day | null; knownAt?: Day | null }

/** Entries of a dossier: those in force, or with `past` all that were ever recorded. */
async function factsOf(ctx: Ctx, q: FactQuery, past: boolean) {
  const found = await livingPerson(ctx, q.code)
  if (!found.ok) return found
  const basic = canSeeBasic.allows(ctx.actor, found.value.unitId)
  const read = (q.group === null ? LEAVING : [q.group]).filter((g) => basic || isProfessional(g))
  await noteViewing(ctx, { people: [found.value.id], groups: read.length === 0 ? ['provenance'] : read })
  const at = momentOf(q.knownAt ?? null)
  const day = q.asOf ?? null
  const leaves = (f: RecordedFact): boolean =>
    LEAVING.includes(f.group) && (q.group === null || f.group === q.group) && (past || heldAt(f, at))
  const recorded = await recordedFacts(ctx.tx, found.value.id)
  const all = basic ? recorded : professionalFacts(recorded)
  const facts = all.filter((f) => leaves(f) && (day === null || holdsOn(f, day)))
  const labels = await labelsFor(ctx.tx, day ?? dayOf(ctx.now), unitsIn(facts))
  return accept(
    facts.map((f) => ({
      ...f,
      title: showEntry(f.group, f.data, labels).title,
      from: partial(f.from),
      to: partial(f.to),
    })),
  )
}

const factKey = (f: Pick<RecordedFact, 'recordedAt' | 'id'>): string =>
  `${String(f.recordedAt.epochMilliseconds).padStart(15, '0')} ${f.id}`

const group = z
  .preprocess((v) => (v === undefined || v === '' ? null : v), z.enum(LEAVING).nullable())
  .meta({ description: 'Nhóm thông tin' })

const factList = (path: string, title: string, input: z.ZodType<FactQuery>, past: boolean): ApiRoute =>
  apiList({
    path,
    title,
    right: canSeePeople,
    input,
    row: factOut,
    key: z.tuple([z.string()]),
    keyOf: (f: Pick<RecordedFact, 'recordedAt' | 'id'>): [string] => [factKey(f)],
    view: async (ctx, q, window) => {
      const read = await factsOf(ctx, q, past)
      if (!read.ok) return read
      return accept({ rows: windowOf(read.value, factKey, window), total: read.value.length })
    },
  })

/** One dossier. */
export const dossierApi: readonly ApiRoute[] = [
  apiOne({
    path: '/api/v1/people/:code',
    title: 'Một hồ sơ trí thức',
    right: canSeePeople,
    input: z.object({ code, knownAt }),
    output: personOut,
    version: (p: Shown) => p.version,
    view: onePerson,
  }),
  factList(
    '/api/v1/people/:code/facts',
    'Các mục của một hồ sơ, theo ngày xem và ngày biết',
    z.object({ code, group, asOf, knownAt }),
    false,
  ),
  factList(
    '/api/v1/people/:code/history',
    'Mọi mục từng ghi của một hồ sơ, kể cả mục đã thay',
    z.object({ code, group }),
    true,
  ),
]
