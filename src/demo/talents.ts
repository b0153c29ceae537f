/**
 * Nhân tài mẫu: decisions of seven years about people of the register, reviews, a few leavings of each kind, and what bodies
 * recruited in three years, one of them nobody. Nobody here was ever recognised by anyone.
 */
import { systemActor } from '../kernel/actor.ts'
import { addDays, type Day, day, yearOf } from '../kernel/day.ts'
import type { Unit } from '../modules/organisations/public.ts'
import { recogniseTalent, recordLeaving, recordRecruitment, recordReview } from '../modules/talent/public.ts'
import { transact } from '../platform/database/pool.ts'
import { rows, sql } from '../platform/database/sql.ts'
import { OFFICER } from './people.ts'
import { type Random, randomFrom, weightedPick } from './random.ts'
import { morningOf, type World } from './world.ts'

type Candidate = { readonly code: string; readonly unitId: string; readonly sector: string; readonly age: number }

/** Cohorts: how many were recognised so many years ago. */
const COHORTS: readonly (readonly [yearsAgo: number, people: number])[] = [
  [7, 9],
  [6, 7],
  [5, 8],
  [4, 6],
  [3, 11],
  [2, 8],
  [1, 12],
  [0, 5],
]

/** Who left: cohort, how, after how many days. */
type Gone = {
  readonly yearsAgo: number
  readonly nth: number
  readonly exit: string
  readonly after: number
  readonly reason?: string
}
const GONE: readonly Gone[] = [
  { yearsAgo: 7, nth: 1, exit: 'roi', after: 1130, reason: 'thu-nhap' },
  { yearsAgo: 7, nth: 3, exit: 'nghi-huu', after: 1420 },
  { yearsAgo: 7, nth: 5, exit: 'chuyen-trong-tinh', after: 1500 },
  { yearsAgo: 6, nth: 2, exit: 'roi', after: 2050, reason: 'gia-dinh' },
  { yearsAgo: 5, nth: 0, exit: 'roi', after: 640, reason: 'moi-truong' },
  { yearsAgo: 5, nth: 4, exit: 'tu-tran', after: 900 },
  { yearsAgo: 4, nth: 1, exit: 'roi', after: 980, reason: 'khu-vuc-tu' },
  { yearsAgo: 3, nth: 2, exit: 'roi', after: 700, reason: 'hoc-tiep' },
  { yearsAgo: 3, nth: 6, exit: 'roi', after: 850, reason: 'chuyen-tinh' },
  { yearsAgo: 2, nth: 3, exit: 'chuyen-trong-tinh', after: 400 },
]

/** The first day the sample system knows anything. */
const BEGAN = day('2024-12-02')

/** People with a degree who work for a body of the province, the most learned first. */
const candidates = (world: World): Promise<Candidate[]> =>
  transact(world.db, systemActor(), (tx) =>
    rows(
      tx,
      sql`select p.code, s.work_unit as "unitId", coalesce(s.sector, 'quan-ly-nha-nuoc') as sector,
            extract(year from age(${world.today}::date, s.birth))::int as age
          from people.slice s join people.person p on p.id = s.person_id join organisations.unit u on u.id = s.work_unit
          where s.to_day = '9999-12-31' and s.degree >= 6 and u.valid @> ${world.today}::date and p.merged_into is null and p.removed_at is null
            and s.birth between '1968-01-01' and '2000-12-31'
          order by s.degree desc, md5(p.code) limit 80`,
    ),
  )

const basisOf = (decidedOn: Day, young: boolean): string =>
  decidedOn >= '2025-01-01' ? 'nd-179-2024' : young ? 'nd-140-2017' : 'nq-hdnd'

const classOf = (young: boolean, random: Random): string =>
  young
    ? random.pick(['sinh-vien-xuat-sac', 'khoa-hoc-tre'])
    : random.pick(['dang-cong-tac', 'dang-cong-tac', 'chuyen-gia'])

/** When the department wrote it down: within the week, or when the system began. */
const recorded = (world: World, d: Day): Temporal.Instant => {
  const written = addDays(d, 6)
  const at = written < BEGAN ? BEGAN : written > world.today ? world.today : written
  return morningOf(at)
}

const plain = (d: Day): string => `${d.slice(8, 10)}/${d.slice(5, 7)}/${d.slice(0, 4)}`

async function recogniseCohort(
  world: World,
  people: readonly Candidate[],
  yearsAgo: number,
): Promise<{ code: string; decidedOn: Day }[]> {
  const random = randomFrom(`talents:${yearsAgo}`)
  const year = world.year - yearsAgo
  const made: { code: string; decidedOn: Day }[] = []
  for (const [i, p] of people.entries()) {
    const decidedOn = day(
      `${year}-${String(random.between(2, 9)).padStart(2, '0')}-${String(random.between(1, 28)).padStart(2, '0')}`,
    )
    const young = p.age - yearsAgo <= 30
    const input = {
      person: p.code,
      unitId: p.unitId,
      number: `${random.between(300, 2900)}/QĐ-UBND`,
      decidedOn,
      authority: 'Ủy ban nhân dân tỉnh (mẫu)',
      basis: basisOf(decidedOn, young),
      talentClass: classOf(young, random),
      sector: p.sector,
      committedUntil:
        i % 4 === 1
          ? plain(addDays(decidedOn, 365 * 5))
          : i % 7 === 3
            ? plain(addDays(world.today, random.between(10, 80)))
            : '',
      note: '',
    }
    made.push({
      ...(await world.act(recogniseTalent, input, { as: OFFICER, now: recorded(world, decidedOn) })),
      decidedOn,
    })
  }
  return made
}

/** Versions grow by one with everything recorded. */
type Told = { readonly code: string; readonly decidedOn: Day; version: number }

async function reviewAll(world: World, t: Told, until: Day): Promise<void> {
  const random = randomFrom(`talents:review:${t.code}`)
  const rating = weightedPick([
    ['HTXS', 2],
    ['HTT', 6],
    ['HT', 1],
  ] as const)
  for (const milestone of [1, 2, 3, 4, 5]) {
    const on = addDays(t.decidedOn, milestone * 366 + random.between(1, 40))
    // The last of a few is still to be written.
    if (on >= until || (random.chance(0.12) && on > addDays(world.today, -400))) return
    const input = {
      code: t.code,
      version: t.version,
      milestone,
      on,
      rating: rating(random),
      benefits: ['phu-cap', random.pick(['dao-tao', 'chu-tri', 'nha-o'])],
      remark: '',
      document: `Phiếu đánh giá năm ${yearOf(on)} (mẫu)`,
    }
    await world.act(recordReview, input, { as: OFFICER, now: recorded(world, on) })
    t.version++
  }
}

async function leave(world: World, t: Told, gone: Gone, to: Unit | undefined): Promise<void> {
  const leftOn = addDays(t.decidedOn, gone.after)
  if (leftOn > world.today) return
  const input = {
    code: t.code,
    version: t.version,
    leftOn,
    exit: gone.exit,
    reason: gone.reason ?? '',
    toUnitId: gone.exit === 'chuyen-trong-tinh' ? (to?.id ?? '') : '',
    document: 'Quyết định (mẫu)',
  }
  await world.act(recordLeaving, input, { as: OFFICER, now: recorded(world, leftOn) })
  t.version++
}

/** Recognises, reviews, lets go. */
export async function playTalents(world: World, bodies: readonly Unit[]): Promise<void> {
  const all = await candidates(world)
  let taken = 0
  for (const [yearsAgo, count] of COHORTS) {
    const people = all.slice(taken, taken + count)
    taken += count
    for (const [nth, made] of (await recogniseCohort(world, people, yearsAgo)).entries()) {
      const told: Told = { ...made, version: 1 }
      const gone = GONE.find((g) => g.yearsAgo === yearsAgo && g.nth === nth)
      const until = gone === undefined ? world.today : addDays(made.decidedOn, gone.after)
      await reviewAll(world, told, until > world.today ? world.today : until)
      const unitId = people[nth]?.unitId
      if (gone !== undefined)
        await leave(
          world,
          told,
          gone,
          bodies.find((b) => b.id !== unitId),
        )
    }
  }
}

/** Bodies that report their recruits; the others are asked on the page. */
const REPORTING = 34

/** The part of a year a body existed in, up to the last reported day. */
function periodOf(u: Unit, year: number, today: Day): { from: Day; to: Day } | null {
  const from = u.valid.from > `${year}-01-01` ? u.valid.from : day(`${year}-01-01`)
  const end = year === yearOf(today) ? day(`${year}-10-31`) : day(`${year}-12-31`)
  const to = u.valid.to !== null && u.valid.to <= end ? addDays(u.valid.to, -1) : end
  return yearOf(from) === year && from <= to && to < today ? { from, to } : null
}

/** What bodies recruited in this year and the two before. */
export async function playRecruitment(world: World): Promise<void> {
  for (const year of [world.year - 2, world.year - 1, world.year]) {
    const random = randomFrom(`recruits:${year}`)
    const bodies = (await world.obligated(year)).filter((u) => u.group !== 'cap-xa').slice(0, REPORTING)
    for (const [i, u] of bodies.entries()) {
      const period = periodOf(u, year, world.today)
      if (period === null || (year === world.year && random.chance(0.2))) continue
      const recruited = i % 6 === 5 ? 0 : random.between(2, 14)
      const talents = recruited === 0 ? 0 : Math.min(recruited, Math.round(recruited * random.roll() * 0.38))
      const input = {
        unitId: u.id,
        ...period,
        recruited,
        talents,
        named: '',
        evidence: talents === 0 ? '' : 'Quyết định tuyển dụng kèm bằng tốt nghiệp xuất sắc (mẫu)',
        document: `Báo cáo tuyển dụng năm ${year} (mẫu)`,
      }
      await world.act(recordRecruitment, input, { as: OFFICER, now: recorded(world, period.to) })
    }
  }
}
