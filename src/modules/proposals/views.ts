/** Đọc kiến nghị, within the reader's rights. */
import { shared, sharedWithAll } from '../../platform/database/kept.ts'
import { ids, maybeRow, rows, sql, type Tx } from '../../platform/database/sql.ts'
import { officeNames } from '../organisations/public.ts'
import type { KnownLine, Reading } from './rules/gathering.ts'
import type { Proposal, ProposalStep, Source } from './words.ts'

const PROPOSAL = sql`select p.id, p.code, p.year, p.text, p.addressee, p.owner_id as "ownerId", p.due, p.state, p.answer, p.document,
    p.settled_on as "settledOn", p.passed_to as "passedTo", p.merged_into as "mergedInto", p.asker_ids as "askerIds", p.version
  from proposals.proposal p`

/** The proposals of a year that stand for themselves, by code. */
export const proposalsOf = (tx: Tx, year: number): Promise<Proposal[]> =>
  sharedWithAll(tx, ['proposals'], `proposals.year:${year}`, () =>
    rows<Proposal>(
      tx,
      sql`${PROPOSAL} where p.year = ${year} and p.merged_into is null order by length(p.code), p.code`,
    ),
  )

/** A proposal by its code, or null when there is none the reader may see. */
export const findProposal = (tx: Tx, code: string): Promise<Proposal | null> =>
  maybeRow<Proposal>(tx, sql`${PROPOSAL} where p.code = ${code}`)

/** Several at once, by code or id. */
export const findProposals = (tx: Tx, codes: readonly string[]): Promise<Proposal[]> =>
  rows<Proposal>(tx, sql`${PROPOSAL} where p.code = any(${[...codes]}::text[]) order by length(p.code), p.code`)

/** What was merged into a proposal, and what it was merged into. */
export const mergedWith = (tx: Tx, p: Proposal): Promise<Proposal[]> =>
  rows<Proposal>(
    tx,
    sql`${PROPOSAL} where p.merged_into = ${p.id} or p.id = ${p.mergedInto}::uuid order by length(p.code), p.code`,
  )

/** Bodies that owe an answer: the same whoever asks. */
const awaited = (tx: Tx): Promise<string[]> =>
  shared(tx, ['proposals'], 'proposals.awaited', async () =>
    (await rows<{ id: string }>(tx, sql`select id from proposals.awaited() id`)).map((r) => r.id),
  )

/** What units have to answer, the earliest day first; nothing is asked of the database where they owe none. */
export async function proposalsToAnswer(tx: Tx, unitIds: readonly string[]): Promise<Proposal[]> {
  if (unitIds.length === 0 || !(await awaited(tx)).some((id) => unitIds.includes(id))) return []
  return rows<Proposal>(
    tx,
    sql`${PROPOSAL} where p.owner_id = any(${ids(unitIds)}) and p.state = 'da-giao' and p.merged_into is null order by p.due, p.code`,
  )
}

/** The lines a proposal and those merged into it come from: the last line of each that was carried on. */
export async function sourcesOf(tx: Tx, proposalId: string): Promise<Source[]> {
  const found = await rows<Omit<Source, 'unitName'>>(
    tx,
    sql`select distinct s.id, s.obligation_id as "obligationId", s.unit_id as "unitId", s.report, s.title, s.year, s.number, s.line, s.text,
          (select min(r.number) from proposals.reading r where r.obligation_id = s.obligation_id and r.number > s.number) as "goneIn"
        from proposals.proposal p join proposals.attribution a on a.proposal_id = p.id join proposals.source s on s.id = a.source_id
        where (p.id = ${proposalId} or p.merged_into = ${proposalId})
          and not exists (select 1 from proposals.source n where n.continues = s.id)
        order by s.report, s.number, s.line`,
  )
  const names = await officeNames(tx, [...new Set(found.map((s) => s.unitId))])
  return found.map((s) => ({ ...s, unitName: names.get(s.unitId) ?? 'Cơ quan không còn trong sổ bộ' }))
}

/** The history of a proposal, oldest first. */
export const stepsOf = (tx: Tx, proposalId: string): Promise<ProposalStep[]> =>
  rows<ProposalStep>(
    tx,
    sql`select verb, reason, details, at, by_name as "byName" from proposals.step where proposal_id = ${proposalId} order by at, id`,
  )

/** Lines of a year gathered before that no later line carries on. */
export const knownLines = (tx: Tx, year: number): Promise<KnownLine[]> =>
  rows<KnownLine>(
    tx,
    sql`select s.id, s.obligation_id as "obligationId", s.number, s.text from proposals.source s
        where s.year = ${year} and not exists (select 1 from proposals.source n where n.continues = s.id) order by s.number, s.line`,
  )

/** Versions of reports of a year gathered before. */
export const readingsOf = (tx: Tx, year: number): Promise<Reading[]> =>
  rows<Reading>(
    tx,
    sql`select obligation_id as "obligationId", number from proposals.reading where year = ${year} order by obligation_id, number`,
  )

/** Which proposals lines belong to: pairs. */
export const attributionsOf = (
  tx: Tx,
  sourceIds: readonly string[],
): Promise<{ proposalId: string; sourceId: string }[]> =>
  rows(
    tx,
    sql`select proposal_id as "proposalId", source_id as "sourceId" from proposals.attribution
        where source_id = any(${ids(sourceIds)}) order by proposal_id, source_id`,
  )

/** What open proposals units must answer, one line per unit. */
export const owedBy = (tx: Tx, unitIds: readonly string[]): Promise<{ unitId: string; count: number }[]> =>
  rows(
    tx,
    sql`select owner_id as "unitId", count(*) as count from proposals.proposal
        where owner_id = any(${ids(unitIds)}) and state = 'da-giao' and merged_into is null group by owner_id order by owner_id`,
  )
