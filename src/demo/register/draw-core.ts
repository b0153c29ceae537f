/** Nhân thân của người mẫu: name, sex, birth, numbers, places. Twins share all but the given name and the last digits. */
import type { Day } from '../../kernel/day.ts'
import { type PartialDay, partialOf } from '../../kernel/partial-day.ts'
import { lastDayAtWork } from '../../modules/people/fixtures.ts'
import { type Random, randomFrom } from '../random.ts'
import { later, on, yearIn } from './dates.ts'
import type { Commune, Land } from './land.ts'
import type { Core } from './life.ts'
import { drawForeigner, drawGiven, drawName, fullName, type Sex } from './names.ts'
import type { Trade } from './trades.ts'

/** Every so many people the next one is the twin of the one before. */
const TWIN_EVERY = 613

/** Whether the person of this number is the younger twin of the one before. */
export const isTwin = (number: number): boolean => number % TWIN_EVERY === TWIN_EVERY - 1

/** Tỉnh khác: name and number of the province in the citizen number (TT 07/2016/TT-BCA). */
const ELSEWHERE: readonly (readonly [string, string])[] = [
  ['tỉnh Hưng Yên', '033'],
  ['thành phố Hải Phòng', '031'],
  ['thành phố Hà Nội', '001'],
  ['tỉnh Thái Bình', '034'],
  ['tỉnh Quảng Ninh', '022'],
  ['tỉnh Bắc Ninh', '027'],
  ['tỉnh Nam Định', '036'],
  ['tỉnh Nghệ An', '040'],
  ['tỉnh Thanh Hóa', '038'],
]
const HOME_CODE = '030'

/** Two people in a hundred have only a year on paper, a few a month. */
const YEAR_ONLY = 0.022
const MONTH_ONLY = 0.006
const NEW_YEAR = 0.012

/** The core of person `number`. */
export function drawCore(number: number, trade: Trade, land: Land, today: Day): Core {
  if (isTwin(number)) return twinOf(drawCore(number - 1, trade, land, today), number)
  const random = randomFrom(`core:${number}`)
  const sex: Sex = random.chance(trade.women) ? 'nu' : 'nam'
  const birth = drawBirth(random, trade, sex, today)
  if (trade.category === 'nguoi-nuoc-ngoai') return foreigner(random, birth, number)
  const name = drawName(random, sex, yearIn(birth))
  const home = random.pick(land.communes)
  const [birthPlace, code] = random.chance(0.81) ? ([homeOf(home, land), HOME_CODE] as const) : random.pick(ELSEWHERE)
  return {
    ...name,
    name: fullName(name),
    sex,
    birth,
    birthKnown: knownOf(random, birth),
    nationality: 'VN',
    cccd: numberOf(code, sex, birth, number),
    birthPlace,
    homePlace: random.chance(0.7) ? birthPlace : homeOf(random.pick(land.communes), land),
  }
}

function twinOf(older: Core, number: number): Core {
  const random = randomFrom(`twin:${number}`)
  let given = older.given
  while (given === older.given) given = drawGiven(random, older.sex, yearIn(older.birth)).given
  const cccd = numberOf(older.cccd.slice(0, 3), older.sex, older.birth, number)
  return { ...older, given, name: fullName({ ...older, given }), cccd }
}

function foreigner(random: Random, birth: Day, number: number): Core {
  const { name, sex, country } = drawForeigner(random)
  const words = name.split(' ')
  return {
    family: words[0] ?? '',
    middle: '',
    given: words.slice(1).join(' '),
    name,
    sex,
    birth,
    birthKnown: birth as string as PartialDay,
    ethnicity: '',
    nationality: country,
    cccd: `M${String((number * 7_654_321) % 100_000_000).padStart(8, '0')}`,
    birthPlace: '',
    homePlace: '',
  }
}

/** Triangular between the youngest and the oldest age. */
function drawBirth(random: Random, trade: Trade, sex: Sex, today: Day): Day {
  const [low, mode, high] = agesOf(trade, sex)
  const u = random.roll()
  const cut = (mode - low) / (high - low)
  const age =
    u < cut
      ? low + Math.sqrt(u * (high - low) * (mode - low))
      : high - Math.sqrt((1 - u) * (high - low) * (high - mode))
  const birth = later(today, -Math.floor(age * 365.2425) - random.between(0, 364))
  return bySchedule(random.chance(NEW_YEAR) ? on(yearIn(birth), 1, 1) : birth, trade, sex, today)
}

const CLOSE_TO_LEAVING = 54

/** Somebody retired has reached the age of leaving, somebody of the State has not: else the birth is some months off. */
function bySchedule(birth: Day, { category }: Trade, sex: Sex, today: Day): Day {
  if (yearIn(today) - yearIn(birth) < CLOSE_TO_LEAVING) return birth
  const left = (at: Day): boolean => lastDayAtWork(sex, at) < today
  let at = birth
  if (category === 'huu-tri') while (!left(at)) at = later(at, -120)
  else if (STATE.has(category)) while (left(at)) at = later(at, 120)
  return at
}

/** Ages of the State end where people leave work (Bộ luật Lao động 2019, Điều 169); up to a year is added below. */
function agesOf({ ages: [low, mode, high], category }: Trade, sex: Sex): readonly [number, number, number] {
  if (category === 'huu-tri') return [sex === 'nam' ? 62 : low, mode, high]
  return STATE.has(category) ? [low, mode, Math.min(high, sex === 'nu' ? 55.5 : 60)] : [low, mode, high]
}
const STATE: ReadonlySet<string> = new Set(['can-bo', 'cong-chuc', 'vien-chuc'])

function knownOf(random: Random, birth: Day): PartialDay {
  const known = random.roll()
  return partialOf(birth, known < YEAR_ONLY ? 'year' : known < YEAR_ONLY + MONTH_ONLY ? 'month' : 'day')
}

/** Twelve digits on the pattern of TT 07/2016/TT-BCA; the last six are all different among a million people. */
function numberOf(place: string, sex: Sex, birth: Day, number: number): string {
  const century = (yearIn(birth) >= 2000 ? 2 : 0) + (sex === 'nu' ? 1 : 0)
  return `${place}${century}${birth.slice(2, 4)}${String((number * 618_033 + 271_829) % 1_000_000).padStart(6, '0')}`
}

const lower = (name: string): string => `${name.charAt(0).toLowerCase()}${name.slice(1)}`

/** "xã Ái Quốc, huyện Nam Sách, tỉnh …", as papers of before the mergers write it. */
export function homeOf(commune: Commune, land: Land): string {
  return [commune.name, land.nameOf(commune.district), land.nameOf(commune.district.split('.')[0] ?? '')]
    .map(lower)
    .join(', ')
}
