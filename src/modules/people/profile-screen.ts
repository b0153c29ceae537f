/** Màn hình hồ sơ: what the page of one person is drawn from. Reading it is noted with a purpose. */
import { addDays, type Day, dayOf, showInstant, startOf } from '../../kernel/day.ts'
import { showPartialDay } from '../../kernel/partial-day.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import { demand } from '../../kernel/right.ts'
import { heldAt } from '../../kernel/validity.ts'
import type { Ctx } from '../../platform/action.ts'
import { findFile } from '../../platform/files/keep.ts'
import { historyOf, type LedgerLine } from '../../platform/ledger/record.ts'
import { findUnitByCode } from '../organisations/public.ts'
import { askedOf } from './asking.ts'
import { FACTS } from './facts.ts'
import { personSeen } from './finding-dossier.ts'
import { labelsFor } from './labels.ts'
import { PAGE } from './list-screen.ts'
import type { EntryView, HistoryLine, MovedView, ProfileView } from './pages/profile.ts'
import {
  canConfirmFacts,
  canEditPeople,
  canOpenContact,
  canOpenNumbers,
  canSeeBasic,
  canSeeSensitive,
  canTransferPeople,
} from './rights.ts'
import { NEEDS } from './rules/completeness.ts'
import { addressOf, readConditions } from './rules/conditions.ts'
import {
  againstWhich,
  begunBy,
  HOLDS_ONLY,
  holdsOn,
  newestFirst,
  spanWords,
  TAB_GROUPS,
  type Tab,
  titleBefore,
} from './rules/dossier-view.ts'
import { evidenceOf } from './rules/evidence.ts'
import { isProfessional, professionalFacts, professionalTab, yearOnly } from './rules/professional.ts'
import { type Labels, showEntry, unitsIn } from './rules/showing.ts'
import { showSource } from './rules/sources.ts'
import { standingOf } from './rules/standing.ts'
import { noteViewing } from './viewing.ts'
import { peopleByIds } from './views/dossiers.ts'
import { foundIds } from './views/found.ts'
import {
  coreKnownAt,
  lastViewings,
  livingCode,
  type RecordedFact,
  recordedFacts,
  shownNumbers,
} from './views/profile.ts'
import type { Person } from './words/dossier.ts'
import { SEXES } from './words/dossier.ts'
import type { GroupCode } from './words/group.ts'
import { GROUPS, groupOf } from './words/groups.ts'

/** How a dossier is looked at. */
export type ProfileAsked = {
  readonly code: string
  readonly tab: Tab
  /** As of which day; null = today. */
  readonly day: Day | null
  /** As the register knew it at the end of which day; null = now. */
  readonly knownOn: Day | null
  /** The list the reader comes from, and the place in it. */
  readonly list: string | null
  readonly place: number | null
}

/** The dossier of a code. A dossier merged away answers with the code it lives on under. */
export async function readProfile(ctx: Ctx, asked: ProfileAsked): Promise<Decision<ProfileView | MovedView>> {
  const found = await personSeen(ctx, asked.code)
  if (!found.ok) return found
  const person = found.value
  if (person.mergedInto !== null) {
    const code = await livingCode(ctx.tx, person.id)
    if (code === null)
      return refuse('absent', 'person.merged', 'Hồ sơ này đã gộp vào một hồ sơ do cơ quan khác quản lý.')
    return accept({ movedTo: `/tri-thuc/${code}?gop-tu=${person.code}` })
  }
  const basic = canSeeBasic.allows(ctx.actor, person.unitId)
  const tab = basic ? asked.tab : professionalTab(asked.tab)
  const groups = groupsOn(tab, basic)
  await noteViewing(ctx, { people: [person.id], groups: groups.length === 0 ? ['provenance'] : groups })
  return accept(await drawnFrom(ctx, person, { ...asked, tab }))
}

/** Groups of a tab, within the tier that the reader may read without saying what for. */
const groupsOn = (tab: Tab, basic: boolean): GroupCode[] =>
  (TAB_GROUPS[tab] ?? []).filter((g) => basic || isProfessional(g))

async function drawnFrom(ctx: Ctx, person: Person, asked: ProfileAsked): Promise<ProfileView> {
  const { tx, actor, now } = ctx
  const today = dayOf(now)
  const day = asked.day ?? today
  const knownAt = asked.knownOn === null ? null : startOf(addDays(asked.knownOn, 1))
  const basic = canSeeBasic.allows(actor, person.unitId)
  const recorded = await recordedFacts(tx, person.id)
  const all = basic ? recorded : professionalFacts(recorded)
  const facts = all.filter((f) => heldAt(f, knownAt))
  const history = await historyOf(tx, `person:${person.id}`, ...batchesOf(all))
  const past = knownAt === null ? null : await coreKnownAt(tx, person.id, knownAt)
  const whole = past === null ? person : { ...person, ...past }
  const core = basic ? whole : headlineOf(whole)
  const labels = await labelsFor(tx, day, [...unitsIn(facts), person.unitId])
  const show = await entryShower(ctx, labels, history, all)
  const held = facts.filter((f) => f.level >= 0)
  const may = {
    edit: canEditPeople.allows(actor, person.unitId) && asked.knownOn === null,
    confirm: canConfirmFacts.allows(actor, person.unitId),
    sensitive: canSeeSensitive.allows(actor, person.unitId),
    numbers: canOpenNumbers.allows(actor, person.unitId),
    transfer: canTransferPeople.allows(actor, person.unitId),
    basic,
    contact: !basic && canOpenContact.allows(actor, person.unitId),
  }
  return {
    movedTo: null,
    code: person.code,
    version: person.version,
    name: core.name,
    title: titleBefore(held, day),
    sex: core.sex,
    birth: core.birth,
    core: coreWords(core, labels, basic),
    unit: labels.body(person.unitId) ?? '',
    level: person.level,
    completeness: person.completeness,
    confirmedOn: person.confirmedOn as Day | null,
    tab: asked.tab,
    day,
    today,
    knownOn: asked.knownOn,
    sections: sectionsOf(
      groupsOn(asked.tab, basic),
      held.filter((f) => (HOLDS_ONLY.has(asked.tab) ? holdsOn(f, day) : begunBy(f, day))),
      show,
    ),
    contested: facts
      .filter((f) => f.level === -1)
      .map((f) => {
        const other = againstWhich(f, facts)
        return {
          group: f.group,
          label: groupOf(f.group).label,
          proven: other === null ? null : show(other),
          contested: show(f),
        }
      }),
    waiting: held.filter((f) => f.level === 0 && f.source === 'khai').length,
    numbers: (basic ? await shownNumbers(tx, person.id) : []).map((n) => ({
      label: groupOf('identity').fields.find((f) => f.name === n.scheme)?.label ?? n.scheme,
      last3: n.last3,
      conflict: n.state === 'conflict',
    })),
    missing: NEEDS.filter((n) => person.gaps.includes(n.code)).map((n) => ({
      label: n.label,
      group: n.group,
      goals: n.goals,
    })),
    standing: basic ? standingOf(facts, day) : null,
    viewings: (basic ? await lastViewings(tx, person.id, asked.tab === 'da-xem' ? 200 : 3) : []).map((v) => ({
      ...v,
      at: showInstant(v.at),
      groups: v.groups.map((g) => GROUPS.find((x) => x.code === g)?.label ?? g),
    })),
    history: asked.tab === 'lich-su' ? historyLines(all, history, show) : [],
    may,
    neighbours: await neighboursOf(ctx, asked),
  }
}

/** Subjects of the batches that entries came with: a confirmation of many is a line in the history of each. */
const batchesOf = (all: readonly RecordedFact[]): string[] =>
  [...new Set(all.flatMap((f) => (f.batchId === null ? [] : [f.batchId])))].map((batch) => `people:${batch}`)

type Show = (f: RecordedFact) => EntryView

/** Draws entries: sources as names of bodies, recorders as names of people where the ledger knows them. */
async function entryShower(
  ctx: Ctx,
  labels: Labels,
  history: readonly LedgerLine[],
  all: readonly RecordedFact[],
): Promise<Show> {
  const recorders = new Map(history.map((l) => [l.at.epochMilliseconds, l.actor_name]))
  const bodies = new Map<string, string | null>()
  for (const code of new Set(all.map((f) => f.source.split(':')[1] ?? '')))
    if (code !== '') bodies.set(code, (await findUnitByCode(ctx.tx, code))?.officeName ?? null)
  const nameOf = (code: string): string | null => bodies.get(code) ?? null
  return (f) => {
    const { title, details } = showEntry(f.group, f.data, labels)
    return {
      id: f.id,
      group: f.group,
      title: title === '' ? groupOf(f.group).label : title,
      details,
      span: spanWords(f),
      ended: f.to !== null,
      level: f.level,
      source: showSource(f.source, nameOf),
      evidence: evidenceOf(f.evidence),
      recorded: dayOf(f.recordedAt),
      by: recorders.get(f.recordedAt.epochMilliseconds) ?? null,
    }
  }
}

const sectionsOf = (
  groups: readonly GroupCode[],
  facts: readonly RecordedFact[],
  show: Show,
): ProfileView['sections'] =>
  groups.map((code) => {
    const group = groupOf(code)
    return { group: code, label: group.label, entries: newestFirst(facts.filter((f) => f.group === code)).map(show) }
  })

type Core = Pick<Person, 'sex' | 'birth' | 'birthPlace' | 'homePlace' | 'nationality' | 'died'>

/** What the row of a person says to somebody who reads the professional part: enough to know who it is. */
const headlineOf = <T extends Core>(p: T): T => ({
  ...p,
  birth: yearOnly(p.birth),
  died: yearOnly(p.died),
  birthPlace: null,
  homePlace: null,
  nationality: null,
})

function coreWords(p: Core, labels: Labels, basic: boolean): [string, string][] {
  const words: [string, string][] = [
    [basic ? 'Ngày sinh' : 'Năm sinh', showPartialDay(p.birth)],
    ['Giới tính', p.sex === null ? '' : SEXES[p.sex].label],
    ...(basic ? placesOf(p, labels) : []),
  ]
  return p.died === null ? words : [...words, [basic ? 'Ngày mất' : 'Năm mất', showPartialDay(p.died)]]
}

const placesOf = (p: Core, labels: Labels): [string, string][] => [
  ['Quê quán', p.homePlace ?? ''],
  ['Nơi sinh', p.birthPlace ?? ''],
  ['Quốc tịch', p.nationality === null ? '' : (labels.code('quoc-tich', p.nationality) ?? p.nationality)],
]

/** What was done, newest first: lines of the ledger, and entries that came without one (an import). */
function historyLines(all: readonly RecordedFact[], ledger: readonly LedgerLine[], show: Show): HistoryLine[] {
  const noted = new Set(ledger.map((l) => l.at.epochMilliseconds))
  const lines = ledger.map((l) => ({
    at: l.at,
    who: l.actor_name,
    what: FACTS[l.kind]?.(l) ?? 'thay đổi hồ sơ',
    why: l.reason,
    entries: all.filter((f) => f.recordedAt.epochMilliseconds === l.at.epochMilliseconds).map(show),
  }))
  const others = Map.groupBy(
    all.filter((f) => !noted.has(f.recordedAt.epochMilliseconds)),
    (f) => f.recordedAt.epochMilliseconds,
  )
  for (const group of others.values()) {
    const [first] = group
    if (first === undefined) continue
    lines.push({
      at: first.recordedAt,
      who: 'Hệ thống',
      what: `ghi ${group.length} mục từ ${show(first).source}`,
      why: '',
      entries: group.map(show),
    })
  }
  return lines
    .sort((a, b) => Temporal.Instant.compare(b.at, a.at))
    .map((l) => ({ when: showInstant(l.at), who: l.who, what: l.what, why: l.why, entries: l.entries }))
}

/** The people before and after in the list the reader comes from. */
async function neighboursOf(ctx: Ctx, asked: ProfileAsked): Promise<ProfileView['neighbours']> {
  if (asked.list === null || asked.place === null) return null
  const conditions = readConditions(Object.fromEntries(groupedParams(asked.list)))
  const offset = Math.max(0, asked.place - 1)
  const ids = await foundIds(ctx.tx, await askedOf(ctx, conditions), {
    sort: conditions.sort,
    direction: conditions.direction,
    limit: 3,
    offset,
  })
  const people = new Map((await peopleByIds(ctx.tx, ids)).map((p) => [p.id, p]))
  const link = (i: number): string | null => {
    const p = people.get(ids[i - offset] ?? '')
    return p === undefined || i < 0
      ? null
      : `/tri-thuc/${p.code}?${new URLSearchParams({ ds: asked.list ?? '', vi: String(i) })}`
  }
  return {
    previous: link(asked.place - 1),
    next: link(asked.place + 1),
    list: addressOf({ ...conditions, page: Math.floor(asked.place / PAGE) + 1 }),
  }
}

/** Query values by name; a name that comes several times gives a list. */
function groupedParams(query: string): [string, string | string[]][] {
  const params = new URLSearchParams(query)
  return [...new Set(params.keys())].map((k) => {
    const all = params.getAll(k)
    return [k, all.length === 1 ? (all[0] ?? '') : all]
  })
}

/** Tệp bằng chứng of a dossier: given only where an entry of it, now or before, points at it. */
export async function readEvidence(
  ctx: Ctx,
  code: string,
  file: string,
): Promise<Decision<{ name: string; mediaType: string; bytes: Uint8Array }>> {
  const person = await personSeen(ctx, code)
  if (!person.ok) return person
  const basic = demand(canSeeBasic, ctx.actor, person.value.unitId)
  if (!basic.ok) return basic
  const facts = await recordedFacts(ctx.tx, person.value.id)
  const kept = facts.some((f) => evidenceOf(f.evidence).file === file) ? await findFile(ctx.tx, file) : null
  if (kept === null) return refuse('absent', 'person.no-evidence', 'Không tìm thấy tệp này trong hồ sơ.')
  return accept({ name: kept.name, mediaType: kept.media_type, bytes: kept.body })
}
