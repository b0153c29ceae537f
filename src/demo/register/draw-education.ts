/** Học vấn của người mẫu: degrees with years that fit the age, the academic title, theory, languages, computing. */
import type { Day } from '../../kernel/day.ts'
import { type Random, weightedPick } from '../random.ts'
import { later, on, yearIn } from './dates.ts'
import type { Core, Degree, Life } from './life.ts'
import { ABROAD, MAJORS, type Major } from './majors.ts'
import type { Quotas } from './quotas.ts'
import type { Trade } from './trades.ts'

const FORM = weightedPick([
  ['chinh-quy', 64],
  ['vlvh', 24],
  ['lien-thong', 7],
  ['tu-xa', 3],
  ['van-bang-2', 2],
] as const)
const GRADE = weightedPick([
  ['kha', 48],
  ['trung-binh-kha', 18],
  ['trung-binh', 13],
  ['gioi', 18],
  ['xuat-sac', 3],
] as const)
/** Of every so many doctors of some years one is professor or associate professor (15 of 250 in all), of these every fourth professor. */
const TITLE_EVERY = 8
const PROFESSOR_EVERY = 4

/** The last year whose degrees are given on a day: they are given in the middle of the year. */
export const lastSchoolYear = (today: Day): number => yearIn(later(today, -181))

/** What a person learned, oldest first. */
export function drawDegrees(random: Random, trade: Trade, core: Core, quotas: Quotas, today: Day): Degree[] {
  const born = yearIn(core.birth)
  const major = random.pick(MAJORS[trade.major])
  const medical = major.degree === 'BS' || major.degree === 'DS'
  if (quotas.take(`college:${trade.code}`, trade.college ?? 0)) return [basic(random, '5', major, born + 21, 3)]
  const first = Math.min(born + random.between(22, 23) + (medical ? 2 : 0), lastSchoolYear(today))
  const viaCollege = !medical && random.chance(0.14)
  const graduate = basic(
    random,
    '6',
    major,
    viaCollege ? Math.min(first + random.between(3, 8), lastSchoolYear(today)) : first,
    medical ? 6 : 4,
  )
  const start = viaCollege ? [basic(random, '5', major, born + 21, 3), { ...graduate, form: 'lien-thong' }] : [graduate]
  return [...start, ...higher(random, { trade, major, after: graduate.graduated, quotas, today })]
}

function basic(random: Random, level: string, major: Major, graduated: number, years: number): Degree {
  return {
    level,
    degree: level === '6' ? major.degree : null,
    major,
    school: level === '5' ? random.pick(COLLEGES) : random.pick(major.schools),
    country: null,
    form: FORM(random),
    started: graduated - years,
    graduated,
    grade: GRADE(random),
  }
}

const COLLEGES = [
  'Trường Cao đẳng Sư phạm Hải Dương',
  'Trường Cao đẳng Hải Dương',
  'Trường Cao đẳng Y tế Hải Dương',
  'Trường Cao đẳng Sư phạm Trung ương',
] as const

type Higher = { trade: Trade; major: Major; after: number; quotas: Quotas; today: Day }

function higher(random: Random, { trade, major, after, quotas, today }: Higher): Degree[] {
  const last = lastSchoolYear(today)
  // Who is too young for a degree is not counted among those of whom a share has it.
  const time = (years: number): boolean => after + years <= last
  const doctor = time(7) && quotas.take(`doctor:${trade.code}`, trade.doctor ?? 0)
  const master = (time(3) && quotas.take(`master:${trade.code}`, trade.master ?? 0)) || doctor
  const specialist = !master && time(5) && quotas.take(`specialist:${trade.code}`, trade.specialist ?? 0)
  const found: Degree[] = []
  let year = after
  const add = (level: string, degree: string, [least, most]: readonly [number, number], years: number): void => {
    year += Math.max(least, Math.min(random.between(least, most), last - year - (doctor && level === '7' ? 4 : 0)))
    found.push(postgraduate(random, { level, degree, major, year, years }))
  }
  if (master) add('7', 'ThS', [3, 11], 2)
  if (specialist) add('CKI', 'CKI', [5, 12], 2)
  if (doctor) add('8', 'TS', [4, 9], 4)
  if (specialist && year + 6 <= last && quotas.take('second-specialist', 0.2)) add('CKII', 'CKII', [6, 10], 2)
  return found
}

type Postgraduate = { level: string; degree: string; major: Major; year: number; years: number }

function postgraduate(random: Random, { level, degree, major, year, years }: Postgraduate): Degree {
  const abroad = random.chance(level === '8' ? 0.22 : 0.06) ? random.pick(ABROAD) : null
  return {
    level,
    degree,
    major: { ...major, name: major.name.replace(/^Sư phạm (.)/u, (_, first: string) => first.toUpperCase()) },
    school: abroad?.school ?? random.pick(major.schools),
    country: abroad?.country ?? null,
    form: 'chinh-quy',
    started: year - years,
    graduated: year,
    grade: 'khong-xep-loai',
  }
}

/** Học hàm: the shares of 2022. */
export function drawTitle(random: Random, degrees: readonly Degree[], quotas: Quotas, today: Day): Life['title'] {
  const doctorate = degrees.find((d) => d.level === '8')
  if (doctorate === undefined || doctorate.graduated + 5 >= yearIn(today)) return null
  const doctors = quotas.count('doctors')
  if (doctors % TITLE_EVERY !== 1) return null
  const title = (doctors - 1) % (TITLE_EVERY * PROFESSOR_EVERY) === TITLE_EVERY * (PROFESSOR_EVERY - 1) ? 'GS' : 'PGS'
  return { title, year: Math.min(doctorate.graduated + random.between(5, 12), yearIn(today) - 1) }
}

const LANGUAGES = weightedPick([
  ['en', 87],
  ['zh', 4],
  ['fr', 2.5],
  ['ru', 3],
  ['ja', 1.5],
  ['ko', 2],
] as const)
const LANGUAGE_TESTS = weightedPick([
  ['cu-b', 38],
  ['khung-6-bac', 34],
  ['cu-a', 8],
  ['cu-c', 6],
  ['vstep', 5],
  ['toeic', 4],
  ['ielts', 2.5],
  ['cu-nhan', 2.5],
] as const)
const LEVEL_OF: Readonly<Record<string, readonly string[]>> = {
  'cu-a': ['1'],
  'cu-b': ['2'],
  'cu-c': ['3'],
  'cu-nhan': ['5'],
  vstep: ['3', '4'],
  ielts: ['4', '5'],
  toeic: ['2', '3', '4'],
}

/** Ngoại ngữ; null = none. */
export function drawLanguage(random: Random, share: number): Life['language'] {
  if (!random.chance(share)) return null
  const language = LANGUAGES(random)
  const drawn = LANGUAGE_TESTS(random)
  const certificate = language === 'en' || !['toeic', 'ielts', 'vstep'].includes(drawn) ? drawn : 'khung-6-bac'
  const score =
    certificate === 'toeic'
      ? `${random.between(80, 170) * 5}`
      : certificate === 'ielts'
        ? random.pick(['5.5', '6.0', '6.5', '7.0'])
        : ''
  return { language, level: random.pick(LEVEL_OF[certificate] ?? ['2', '2', '3']), certificate, score }
}

const COMPUTING = weightedPick([
  ['co-ban', 56],
  ['cu-b', 20],
  ['cu-a', 9],
  ['nang-cao', 8],
  ['ic3', 2],
  ['mos', 2],
  ['trung-cap-tro-len', 3],
] as const)

/** Tin học; null = none. */
export const drawDigital = (random: Random, share: number): string | null =>
  random.chance(share) ? COMPUTING(random) : null

/** Lý luận chính trị of somebody of the State. */
export function drawTheory(random: Random, leader: boolean, core: Core, today: Day): Life['theory'] {
  const roll = random.roll()
  const level = leader
    ? roll < 0.45
      ? 'CC'
      : roll < 0.92
        ? 'TC'
        : null
    : roll < 0.012
      ? 'CC'
      : roll < 0.2
        ? 'TC'
        : roll < 0.34
          ? 'SC'
          : null
  const earliest = yearIn(core.birth) + (level === 'CC' ? 35 : 26)
  if (level === null || earliest >= yearIn(today)) return null
  const year = Math.min(earliest + random.between(0, 9), yearIn(today) - 1)
  return { level, on: later(on(year, 1, 1), random.between(100, 330)) }
}
