/**
 * Dữ liệu mẫu: the real plan, the real register of bodies and places, and a synthetic year of work around them: one complete
 * previous year and the open year, relative to the day of the first load. Everything goes through the same actions as the
 * screens, each at its own instant.
 */
import fs from 'node:fs'
import { systemActor } from '../kernel/actor.ts'
import { addDays, day, dayOf, yearOf } from '../kernel/day.ts'
import type { Decision } from '../kernel/result.ts'
import { readCodeLists } from '../modules/code-lists/facts.ts'
import { loadDaysOff, publishList } from '../modules/code-lists/public.ts'
import { uploadDocument } from '../modules/documents/public.ts'
import { loadFacts } from '../modules/indicators/public.ts'
import { followFacts, markOldAsRead } from '../modules/notices/public.ts'
import { readRegisterFacts } from '../modules/organisations/facts.ts'
import { issuerOn, loadRegister, unitsByIds } from '../modules/organisations/public.ts'
import { adoptPlan, currentProgramme, obligatedIn } from '../modules/programme/public.ts'
import { perform } from '../platform/action.ts'
import { type Database, transact } from '../platform/database/pool.ts'
import { json, run, sql } from '../platform/database/sql.ts'
import { playAppraisal } from './appraisal.ts'
import { declareSampleCounts } from './counts.ts'
import { playDoubles } from './doubles.ts'
import { recordSampleFigures, setSamplePaths } from './figures.ts'
import { playOpenYear } from './open-year.ts'
import { playOwnPeople } from './own-people.ts'
import { makePeople, staffedBodies } from './people.ts'
import { buildPreviousReport, playPreviousYear } from './previous-year.ts'
import { playProposals } from './proposals.ts'
import { loadPeople } from './register/load-people.ts'
import { playRecruitment, playTalents } from './talents.ts'
import { playTasks } from './tasks.ts'
import { morningOf, type World } from './world.ts'

const PLAN_FILE = new URL('../../examples/ke-hoach-1459.txt', import.meta.url)
const PLAN_NUMBER = '1459/KH-UBND'
const PLAN_DAY = day('2024-04-22')
/** People of the sample world; `demo load --people N` asks for another number. */
const SAMPLE_PEOPLE = 2000
/** Sample notices older than this were read long ago. */
const READ_DAYS = 12

function must<O>(what: string, decision: Decision<O>): O {
  if (decision.ok) return decision.value
  throw new Error(`Nạp dữ liệu mẫu dừng ở "${what}": ${decision.message} ${JSON.stringify(decision.fields ?? {})}`)
}

async function layFoundations(db: Database, act: World['act']): Promise<string> {
  const before = morningOf(addDays(PLAN_DAY, -7))
  for (const list of readCodeLists()) await act(publishList, list, { now: before })
  await act(loadDaysOff, {}, { now: before })
  await act(loadRegister, readRegisterFacts(), { now: before })
  const adopted = morningOf(addDays(PLAN_DAY, 1))
  const file = { name: 'ke-hoach-1459.txt', mediaType: 'text/plain', bytes: fs.readFileSync(PLAN_FILE) }
  const uploaded = await act(uploadDocument, { file, text: '' }, { now: adopted })
  await act(adoptPlan, { document: uploaded.id, number: PLAN_NUMBER, date: PLAN_DAY, seen: true }, { now: adopted })
  await act(loadFacts, {}, { now: morningOf(addDays(PLAN_DAY, 2)) })
  const programme = await transact(db, systemActor(), (tx) => currentProgramme(tx))
  if (programme === null) throw new Error('Nạp dữ liệu mẫu: kế hoạch chưa được ban hành vào hệ thống.')
  return programme.id
}

/** The planner of the database knows nothing of tables that were filled a moment ago; its own rounds come a minute later. */
const tellPlanner = (db: Database): Promise<unknown> => db.pool.query('analyze')

/** Loads the sample world into an empty database. */
export async function loadDemo(
  db: Database,
  now: Temporal.Instant,
  count = SAMPLE_PEOPLE,
): Promise<{ accounts: number; previous: number; open: number; people: number }> {
  const machine = systemActor('Dữ liệu mẫu')
  const act: World['act'] = async (what, input, at = {}) =>
    must(what.name, await perform(db, { actor: at.as ?? machine, now: at.now ?? now }, what, input))
  await transact(db, machine, (tx) =>
    run(tx, sql`insert into platform.setting (key, value) values ('demo', ${json(true)}) on conflict (key) do nothing`),
  )
  const programmeId = await layFoundations(db, act)
  await tellPlanner(db)
  const today = dayOf(now)
  const year = yearOf(today)
  const obligated: World['obligated'] = (y) =>
    transact(db, machine, async (tx) => {
      const holders = await obligatedIn(tx, programmeId, y)
      const units = new Map(
        (
          await unitsByIds(
            tx,
            holders.map((h) => h.unitId),
          )
        ).map((u) => [u.id, u]),
      )
      // By code, so that the same world comes out of every load.
      return holders.flatMap((h) => units.get(h.unitId) ?? []).sort((a, b) => (a.code < b.code ? -1 : 1))
    })
  const world: World = { db, now, today, year, programmeId, act, obligated }
  const territory = await transact(db, machine, (tx) => currentProgramme(tx))
  const issuer = await transact(db, machine, (tx) => issuerOn(tx, territory?.territoryId ?? '', today))
  const bodies = staffedBodies(await obligated(year))
  const from = day(`${year - 1}-07-01`)
  const accounts = await makePeople(
    db,
    { actor: machine, now: morningOf(from), from },
    { bodies, department: issuer.homeAffairs, committee: issuer.committee },
  )
  await recordSampleFigures(world)
  await setSamplePaths(world)
  await declareSampleCounts(world, bodies)
  const previous = await playPreviousYear(world)
  await playProposals(world, bodies)
  await playTasks(world, bodies)
  const open = await playOpenYear(world, bodies)
  await playAppraisal(world, bodies)
  const people = await loadPeople(db, now, count)
  await tellPlanner(db)
  const again = people > 0 ? await playDoubles(world) : 0
  if (people > 0) await playOwnPeople(world)
  if (people > 0) await playTalents(world, bodies)
  await playRecruitment(world)
  await buildPreviousReport(world)
  await followFacts({ db, now })
  await transact(db, machine, (tx) => markOldAsRead(tx, now.subtract({ hours: 24 * READ_DAYS })))
  await tellPlanner(db)
  return { accounts, previous, open, people: people + again }
}
