/** Số liệu mẫu của mục tiêu: enough years to show a course; every source says that they are sample figures. */
import { day } from '../kernel/day.ts'
import { setPath } from '../modules/goals/public.ts'
import { recordValue } from '../modules/indicators/public.ts'
import { morningOf, type World } from './world.ts'

const SOURCE = 'Số liệu mẫu để dùng thử, không phải số liệu chính thức'

/** Code -> figures of the five years before the open one, oldest first. */
const COURSES: Readonly<Record<string, readonly number[]>> = {
  'II.1.2': [9.2, 9.8, 10.5, 11.3, 12.1],
  'II.1.5': [28.9, 30.6, 32.4, 33.8, 35.2],
  'II.1.3': [91.4, 93.2, 95.1, 96.4, 97.8],
  'II.1.7a': [8.6, 9.4, 10.7, 12.9, 13.4],
  'II.1.8a': [92.5, 94.1, 95.9, 97.6, 98.7],
}

/** Records the courses, each at the end of its year. */
export async function recordSampleFigures(world: World): Promise<void> {
  for (const [code, values] of Object.entries(COURSES)) {
    for (const [i, value] of values.entries()) {
      const asOf = day(`${world.year - values.length + i}-12-31`)
      const input = { code, asOf, value, estimate: false, source: SOURCE, status: 'unverified', note: 'Dữ liệu mẫu' }
      await world.act(recordValue, input, { now: morningOf(day(`${world.year - values.length + i + 1}-01-15`)) })
    }
  }
}

/** Code -> figure of the end of the year before last, from which a goal counted from dossiers sets out. */
const BASES: Readonly<Record<string, string>> = {
  'II.1.1a': '24.300',
  'II.1.6': '78',
  'II.1.8a': '95',
  'II.1.9': '12',
}

/** Sets the paths of goals that are counted from dossiers: their first years say how far the filling had come, so somebody sets a base. */
export async function setSamplePaths(world: World): Promise<void> {
  const now = morningOf(world.today)
  for (const [code, baseValue] of Object.entries(BASES)) {
    const input = {
      code,
      kind: 'tuyen-tinh',
      baseOn: `31/12/${world.year - 2}`,
      baseValue,
      baseSource: SOURCE,
      milestones: '',
      document: '',
    }
    await world.act(setPath, input, { now })
  }
}
