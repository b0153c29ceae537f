/** Số liệu thống kê mẫu: counts of enterprises and forces from invented reports, so that the coverage has something to stand on. */
import { day } from '../kernel/day.ts'
import { declareCells, declareOverlap } from '../modules/cells/public.ts'
import type { Unit } from '../modules/organisations/public.ts'
import { morningOf, type World } from './world.ts'

const PAPER = 'Số liệu mẫu để dùng thử, không phải số liệu chính thức'

type Sample = {
  readonly title: string
  readonly population: 'doanh-nghiep' | 'llvt'
  readonly area: string
  /** Which body supplies; the department of home affairs when none of that name works. */
  readonly supplier: RegExp
  /** Sector -> university, master, doctor. */
  readonly counts: Readonly<Record<string, readonly [number, number, number]>>
  /** Graduates who have a dossier too; none = not declared. */
  readonly overlap?: readonly [number, number]
}

const SAMPLES: readonly Sample[] = [
  {
    title: 'Lao động trong khu công nghiệp, doanh nghiệp có vốn đầu tư nước ngoài',
    population: 'doanh-nghiep',
    area: 'fdi',
    supplier: /Khu kinh tế|khu công nghiệp/i,
    counts: {
      'cong-thuong': [6480, 412, 9],
      'kinh-te': [1730, 168, 3],
      'cong-nghe-thong-tin': [905, 74, 2],
      'xay-dung-giao-thong': [340, 21, 0],
      luat: [96, 11, 0],
      'y-te': [58, 4, 0],
    },
    overlap: [140, 220],
  },
  {
    title: 'Doanh nghiệp tư nhân, điều tra mẫu',
    population: 'doanh-nghiep',
    area: 'tu-nhan',
    supplier: /Công Thương/i,
    counts: {
      'cong-thuong': [4120, 230, 5],
      'kinh-te': [3890, 305, 6],
      'xay-dung-giao-thong': [1510, 88, 2],
      'cong-nghe-thong-tin': [720, 61, 1],
      'nong-nghiep': [260, 19, 1],
      'y-te': [410, 52, 3],
      'giao-duc': [690, 84, 4],
      luat: [130, 22, 1],
    },
  },
  {
    title: 'Lực lượng vũ trang',
    population: 'llvt',
    area: 'llvt',
    supplier: /Nội vụ/i,
    counts: { 'quoc-phong-an-ninh': [1240, 96, 7] },
  },
]

const DEGREES = ['6', '7', '8'] as const

/** Declares the samples as of the end of last year. */
export async function declareSampleCounts(world: World, bodies: readonly Unit[]): Promise<void> {
  const asOf = day(`${world.year - 1}-12-31`)
  const now = morningOf(day(`${world.year}-02-10`))
  for (const s of SAMPLES) {
    const supplier =
      bodies.find((u) => s.supplier.test(u.officeName)) ?? bodies.find((u) => /Nội vụ/i.test(u.officeName))
    const boxes = Object.fromEntries(
      Object.entries(s.counts).flatMap(([sector, list]) =>
        list.map((n, i) => [`so.${sector}.${DEGREES[i]}`, String(n)] as const),
      ),
    )
    const { title, population, area } = s
    const input = { unitId: supplier?.id, population, title, asOf, document: PAPER, area, boxes }
    const { code } = await world.act(declareCells, input, { now })
    if (s.overlap === undefined) continue
    const [low, high] = s.overlap
    await world.act(
      declareOverlap,
      { source: code, from: asOf, low, high, basis: 'chon-mau', evidence: PAPER },
      { now },
    )
  }
}
