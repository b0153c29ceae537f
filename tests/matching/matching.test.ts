/** Ngưỡng của việc ghép hồ sơ: labelled pairs by recipe and by hand, and a register of 20.000. Figures are printed as they are. */
import { describe, expect, it } from 'vitest'
import { halfOf, hardPairs } from './hard-pairs.ts'
import { contextFor, type Measured, measure, precisionOf, recallOf, verdictOf } from './measure.ts'
import { composePairs, type LabelledPair, SEEDS } from './pairs.ts'
import { scanRegister } from './register.ts'

const MIN_PRECISION = 0.999
const MIN_RECALL = 0.98
const MAX_QUEUE = 0.02
const REGISTER = 20_000

const contextOf = (pairs: readonly LabelledPair[]) =>
  contextFor(
    pairs.flatMap((p) => [p.a.name, p.b.name]),
    REGISTER,
  )

const percent = (share: number): string => `${(100 * share).toFixed(2).replace('.', ',')}%`

function say(what: string, m: Measured): void {
  console.log(
    `${what}: ${m.pairs} cặp, ${m.same} cặp một người; tự ghép ${m.auto}, đúng ${percent(precisionOf(m))}; tự ghép hoặc hỏi ${percent(recallOf(m))}; hỏi nhầm ${m.asked}`,
  )
}

function holdTo(m: Measured): void {
  expect(m.wrong).toEqual([])
  expect(precisionOf(m)).toBeGreaterThanOrEqual(MIN_PRECISION)
  expect(recallOf(m), m.missed.join('\n')).toBeGreaterThanOrEqual(MIN_RECALL)
}

describe('Bộ cặp có nhãn', () => {
  const setting = SEEDS.setting.flatMap(composePairs)
  const measuring = composePairs(SEEDS.measuring)
  const hard = hardPairs()

  it('có ít nhất 2.000 cặp theo công thức và 150 cặp viết tay, một nửa là hai người', () => {
    expect(setting.length + measuring.length).toBeGreaterThanOrEqual(2000)
    expect(hard.length).toBeGreaterThanOrEqual(150)
    expect(hard.filter((p) => !p.same).length).toBeGreaterThan(50)
  })

  const parts: Readonly<Record<string, readonly LabelledPair[]>> = {
    'theo công thức, phần để đặt trọng số': setting,
    'theo công thức, phần chỉ để đo': measuring,
    'viết tay, nửa đầu': halfOf(hard, 0),
    'viết tay, nửa sau': halfOf(hard, 1),
  }
  const context = contextOf(measuring)

  it.each(Object.keys(parts))('cặp %s: đủ ngưỡng tự ghép đúng và ngưỡng tìm thấy', (part) => {
    const m = measure(parts[part] ?? [], context)
    say(`Cặp ${part}`, m)
    holdTo(m)
  })

  it('tự ghép không sai lần nào trên 12.000 cặp của tám hạt giống khác', () => {
    const many = [11, 12, 13, 14, 15, 16, 17, 18].flatMap(composePairs)
    const m = measure(many, context)
    say('Tám hạt giống khác', m)
    expect(m.auto).toBeGreaterThan(1500)
    expect(m.wrong).toEqual([])
  })

  it('sinh đôi không bao giờ bị tự ghép hay bị hỏi như một việc gần chắc', () => {
    const twins = [...setting, ...measuring, ...hard].filter((p) => p.tag.startsWith('sinh'))
    const bad = twins.filter((p) => ['auto', 'likely'].includes(verdictOf(p, context)))
    expect(twins.length).toBeGreaterThan(300)
    expect(bad).toEqual([])
  })
})

describe('Quét một cơ sở dữ liệu 20.000 người, 400 người có hai hồ sơ', () => {
  const scanned = scanRegister(2711, REGISTER, 400)

  it('hàng chờ không quá 2% số hồ sơ, mỗi hồ sơ không quá 5 ứng viên', () => {
    const { rows, queued, queuedInVain, compared, mostCandidates } = scanned
    console.log(
      `Quét ${rows} hồ sơ: so ${compared} lượt, chờ hỏi ${queued} (${percent(queued / rows)}), trong đó ${queuedInVain} không trùng; nhiều nhất ${mostCandidates} ứng viên; tự ghép ${scanned.auto}, đúng ${scanned.autoRight}; tìm thấy ${scanned.found} trên ${scanned.twice}`,
    )
    expect(queued / rows).toBeLessThanOrEqual(MAX_QUEUE)
    expect(mostCandidates).toBeLessThanOrEqual(5)
  })

  it('tự ghép đều đúng, tìm thấy từ 98%', () => {
    expect(scanned.autoRight).toBe(scanned.auto)
    expect(scanned.found / scanned.twice).toBeGreaterThanOrEqual(MIN_RECALL)
  })
})
