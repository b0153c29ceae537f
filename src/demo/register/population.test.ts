/** Dân số tri thức mẫu: repeatable, near the published figures, in the words of the code lists, and lives that can have been lived. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day, day } from '../../kernel/day.ts'
import { firstDayOf, type PartialDay } from '../../kernel/partial-day.ts'
import { readCodeLists } from '../../modules/code-lists/facts.ts'
import { bookOn, type ListBook, listBook, type Published } from '../../modules/code-lists/rules/look-up.ts'
import { readRegisterFacts } from '../../modules/organisations/facts.ts'
import { changeDossier } from '../../modules/people/rules/change.ts'
import { checkCitizenId } from '../../modules/people/rules/citizen-id.ts'
import { retirementDay } from '../../modules/people/rules/retirement.ts'
import { groupOf, isGroup } from '../../modules/people/words/groups.ts'
import { BASELINE } from './baseline.ts'
import { saidOf } from './entries.ts'
import { keeperOn } from './keeper.ts'
import type { Life } from './life.ts'
import { FAMILIES } from './name-tables.ts'
import { drawPeople } from './population.ts'
import { shippedLand } from './world-land.ts'

const TODAY = day('2026-11-23')
const N = 20_000
const drawn = (count: number, today: Day = TODAY): Life[] => [...drawPeople(count, shippedLand(today), today)]
const PEOPLE = drawn(N)
const CROWD = PEOPLE.slice(0, 4000)

const LEVELS = ['5', '6', 'CKI', '7', 'CKII', '8']
const highest = (life: Life): string =>
  life.degrees.map((d) => d.level).sort((a, b) => LEVELS.indexOf(b) - LEVELS.indexOf(a))[0] ?? ''
const share = (fits: (life: Life) => boolean, of: readonly Life[] = PEOPLE): number =>
  of.filter(fits).length / of.length
const yearOf = (d: string): number => Number(d.slice(0, 4))

describe('Lặp lại được', () => {
  it('cùng số người, cùng ngày: cùng những người ấy, từng chữ; lời khai cũng vậy', () => {
    const [first, second] = [drawn(700), drawn(700)]
    expect(JSON.stringify(second)).toBe(JSON.stringify(first))
    const said = (lives: readonly Life[]) => JSON.stringify(lives.map((l) => saidOf(l, TODAY)))
    expect(said(second)).toBe(said(first))
  })
  it('người số n là một người ở mọi thế giới cùng số lãnh đạo, dù lớn hay nhỏ', () => {
    expect(JSON.stringify(PEOPLE.slice(100, 900))).toBe(JSON.stringify(drawn(1000).slice(100, 900)))
  })
})

describe('Gần số liệu đã công bố', () => {
  const graduates = PEOPLE.filter((l) => highest(l) !== '5')
  it.each([
    ['tiến sĩ', (l: Life) => highest(l) === '8', BASELINE.doctors.value, 0.1],
    ['thạc sĩ', (l: Life) => highest(l) === '7', BASELINE.masters.value, 0.05],
    ['giáo sư, phó giáo sư', (l: Life) => l.title !== null, BASELINE.professors.value, 0.35],
    ['được tôn vinh', (l: Life) => l.awards.some((a) => a.class === 'ton-vinh'), BASELINE.honoured.value, 0.35],
  ])('%s trên người có trình độ đại học trở lên', (_, fits, value, within) => {
    const published = value / BASELINE.graduates.value
    const ours = share(fits, graduates)
    expect(Math.abs(ours / published - 1), `${ours} so với ${published}`).toBeLessThan(within)
  })
  it('người Kinh', () => {
    const vietnamese = PEOPLE.filter((l) => l.core.nationality === 'VN')
    expect(share((l) => l.core.ethnicity === '01', vietnamese) * 100).toBeCloseTo(BASELINE.kinh.value, 0)
  })
  it('bác sĩ: từ mức đã có của năm 2017 tới mức muốn có của năm 2030', () => {
    const per = (perTenThousand: number): number =>
      (perTenThousand * BASELINE.population.value) / 10_000 / BASELINE.graduates.value
    const ours = share((l) => l.trade.code === 'bac-si', graduates)
    expect(ours).toBeGreaterThan(per(BASELINE.publicDoctors.value))
    expect(ours).toBeLessThan(per(BASELINE.doctorsWanted.value))
  })
  it('hai nghìn người có tỷ lệ của hai vạn người', () => {
    const few = drawn(2000)
    for (const level of ['5', '6', '7', '8'])
      expect(Math.abs(share((l) => highest(l) === level, few) - share((l) => highest(l) === level))).toBeLessThan(0.004)
  })
})

describe('Họ tên, người trùng tên, sinh đôi', () => {
  const vietnamese = PEOPLE.filter((l) => l.core.nationality === 'VN')
  const total = FAMILIES.reduce((sum, [, weight]) => sum + weight, 0)
  it.each(FAMILIES.slice(0, 6))('họ %s', (family, weight) => {
    expect(share((l) => l.core.family === family, vietnamese)).toBeCloseTo(weight / total, 1.7)
  })
  it('hơn nửa số người trùng họ tên với người khác; tên hay gặp nhất không quá một phần trăm', () => {
    const names = Map.groupBy(PEOPLE, (l) => l.core.name)
    const shared = [...names.values()].filter((l) => l.length > 1).reduce((n, l) => n + l.length, 0) / N
    expect(shared).toBeGreaterThan(0.45)
    expect(shared).toBeLessThan(0.75)
    const most = Math.max(...[...names.values()].map((l) => l.length)) / N
    expect(most).toBeGreaterThan(0.002)
    expect(most).toBeLessThan(0.01)
  })
  it('người cùng ngày sinh nhiều như trong một sổ thật', () => {
    const pairs = (keyOf: (l: Life) => string): number =>
      [...Map.groupBy(PEOPLE, keyOf).values()].reduce((n, l) => n + (l.length * (l.length - 1)) / 2, 0)
    const [born, bornOfOneFamily] = [pairs((l) => l.core.birth), pairs((l) => `${l.core.birth}${l.core.family}`)]
    const even = (N * (N - 1)) / 2 / (45 * 365.25)
    expect(born / even).toBeGreaterThan(0.8)
    expect(born / even).toBeLessThan(1.6)
    expect(bornOfOneFamily / born).toBeGreaterThan(0.14)
    expect(bornOfOneFamily / born).toBeLessThan(0.25)
    const bornOfOneName = pairs((l) => `${l.core.birth}${l.core.name}`)
    expect(bornOfOneName).toBeGreaterThan(0)
    expect(bornOfOneName / N).toBeLessThan(0.002)
  })
  it('sinh đôi: chung họ, ngày sinh, nơi sinh; khác tên, khác số; khoảng ba người trong một nghìn', () => {
    const key = (l: Life): string => [l.core.family, l.core.birth, l.core.birthPlace, l.core.homePlace].join('|')
    const born = PEOPLE.filter((l) => l.core.birthPlace !== '')
    const twins = [...Map.groupBy(born, key).values()].filter((l) => l.length > 1)
    expect((twins.length * 2) / N).toBeGreaterThan(0.002)
    expect((twins.length * 2) / N).toBeLessThan(0.005)
    const [older, younger] = [PEOPLE[611], PEOPLE[612]]
    if (older === undefined || younger === undefined) throw new Error('too few people')
    expect(key(older)).toBe(key(younger))
    expect(older.core.sex).toBe(younger.core.sex)
    expect(older.core.given).not.toBe(younger.core.given)
    expect(older.core.cccd).not.toBe(younger.core.cccd)
  })
  it('mọi số định danh khác nhau và đúng mẫu; người nước ngoài có hộ chiếu', () => {
    expect(new Set(PEOPLE.map((l) => l.core.cccd)).size).toBe(N)
    for (const { core } of PEOPLE) {
      if (core.nationality !== 'VN') expect(core.cccd).toMatch(/^M\d{8}$/)
      else
        expect(checkCitizenId(core.cccd, { sex: core.sex, birth: core.birth, on: TODAY })).toMatchObject({
          ok: true,
          problem: null,
        })
    }
  })
})

describe('Mã dùng là mã của danh mục ngày ấy', () => {
  const shipped: Published[] = readCodeLists().map((l) => ({
    ...l,
    list: l.name,
    valid: { from: l.from, to: l.until },
  }))
  const built = new Map<Published | null, ListBook>(shipped.map((v) => [v, listBook(v)]))
  const books = bookOn(
    Map.groupBy(shipped, (v) => v.list),
    TODAY,
    (v) => built.get(v) ?? listBook(v),
  )
  const AWARDS = ['danh-hieu-thi-dua', 'hinh-thuc-khen-thuong', 'danh-hieu', 'giai-thuong', 'ton-vinh']

  it.each(['2024-11-20', '2025-08-15', '2026-03-10', '2026-11-03'])('lời khai biết đến ngày %s', (known) => {
    const wrong = new Set<string>()
    for (const life of CROWD)
      for (const s of saidOf(life, day(known))) {
        if (!isGroup(s.group)) throw new Error(s.group)
        const year = s.data.graduated ?? s.data.year
        const book = books.on(year === undefined ? day(known) : day(`${year}-12-31`))
        for (const [name, value] of Object.entries(s.data)) {
          const field = groupOf(s.group).fields.find((f) => f.name === name || `${f.name}Text` === name)
          if (field === undefined) wrong.add(`${s.group} không có ô ${name}`)
          else if (field.kind === 'code' && book.list(field.list ?? '').rankOf(String(value)) < 0)
            wrong.add(`${s.group}.${name}: ${value} (${year ?? known})`)
        }
        if (s.group === 'award' && books.list(String(s.data.class)).codeOf(String(s.data.award)) === null)
          wrong.add(`${s.data.award} không thuộc ${s.data.class}`)
        if (s.group === 'award') expect(AWARDS).toContain(s.data.class)
      }
    expect([...wrong]).toEqual([])
  })
})

describe('Cơ quan quản lý hồ sơ là cơ quan của ngày ấy', () => {
  const { units, events } = readRegisterFacts()
  const all = [...units, ...events.flatMap((e) => e.units)]
  const ends = new Map(events.flatMap((e) => e.ends.map((code) => [code, e.on] as const)))
  const from = new Map(all.map((u) => [u.code, u.from]))

  it.each(['2024-06-01', '2024-11-20', '2025-01-15', '2025-08-15', '2026-11-23'])('ngày %s', (on) => {
    for (const life of CROWD) {
      const keeper = keeperOn(life, day(on))
      expect((from.get(keeper) ?? '9999') <= on && (ends.get(keeper) ?? '9999') > on, `${keeper} ngày ${on}`).toBe(true)
    }
  })
  it('nguồn của lời khai năm 2024 là cơ quan của năm 2024', () => {
    const sources = new Set(CROWD.flatMap((l) => saidOf(l, day('2024-11-20')).map((s) => s.source.split(':')[1] ?? '')))
    for (const code of sources) if (code !== '') expect(from.get(code) ?? '9999', code).toMatch(/^(19|20[01]|202[0-4])/)
  })
})

/** Everything that cannot be in a life, in words; none for a life that can have been lived. */
function implausible(life: Life, today: Day): string[] {
  const { core, degrees, posts, ranks, trade } = life
  const born = yearOf(core.birth)
  const adult = `${born + 20}${core.birth.slice(4)}`
  const wrong: string[] = []
  const must = (what: string, right: boolean): void => {
    if (!right) wrong.push(`${what}: số ${life.number} ${trade.code} sinh ${core.birth}`)
  }
  for (const [i, d] of degrees.entries()) {
    must(`tốt nghiệp năm ${d.graduated}`, d.graduated - born >= 20 && d.graduated <= yearOf(today))
    must(`vào học năm ${d.started}`, d.started - born >= 17 && d.started < d.graduated)
    must('bằng sau có sau bằng trước', i === 0 || d.graduated > (degrees[i - 1]?.graduated ?? 0))
    if (d.level === '8') must(`tiến sĩ năm ${d.graduated}`, d.graduated - born >= 28)
    if (d.level === '7') must(`thạc sĩ năm ${d.graduated}`, d.graduated - born >= 24)
  }
  must('có bằng cao đẳng trở lên', degrees.length > 0)
  for (const [i, p] of posts.entries()) {
    const starts = firstDayOf(p.from as PartialDay)
    must(`đi làm ${p.from}`, starts >= adult && starts <= today)
    must(`vị trí kết thúc ${p.to}`, p.to === null || p.to > starts)
    const before = posts[i - 1]
    must(`vị trí ${p.from} chồng vị trí trước`, before === undefined || (before.to !== null && before.to <= starts))
  }
  for (const [i, r] of ranks.entries())
    must(`ngạch ${r.code} từ ${r.from}`, r.from >= adult && r.from <= today && r.from > (ranks[i - 1]?.from ?? ''))
  const leaves = addDays(retirementDay(core.sex, core.birth, 'day'), 1)
  if (life.retired !== null) {
    must(`nghỉ hưu ${life.retired}, theo luật ${leaves}`, life.retired === leaves && life.retired <= today)
    must(
      'còn vị trí sau nghỉ hưu',
      posts.every((p) => p.to !== null && p.to <= leaves),
    )
  }
  if (['can-bo', 'cong-chuc', 'vien-chuc'].includes(trade.category)) must('quá tuổi nghỉ hưu còn làm', leaves > today)
  const { title, theory, party } = life
  const doctor = degrees.find((d) => d.level === '8')
  if (title !== null)
    must(
      `${title.title} năm ${title.year}`,
      doctor !== undefined && title.year > doctor.graduated && title.year - born >= 33,
    )
  if (theory !== null)
    must(`lý luận ${theory.on}`, theory.on < today && yearOf(theory.on) - born >= (theory.level === 'CC' ? 35 : 25))
  if (party !== null) must(`vào Đảng ${party}`, party < today && yearOf(party) - born >= 18)
  for (const a of life.awards) must(`khen ${a.on}`, a.on > adult && a.on < today && a.on < (life.retired ?? '9999'))
  for (const w of life.works) must(`công trình ${w.on}`, w.on > adult && w.on < today)
  for (const a of life.appraisals) must(`xếp loại năm ${a.year}`, `${a.year}-12-31` > adult && a.year < yearOf(today))
  if (life.talent !== null)
    must(`thu hút ${life.talent.recruited}`, life.talent.recruited === firstDayOf(posts[0]?.from as PartialDay))
  return wrong
}

describe('Đời công tác có thật được', () => {
  it('hai vạn người của hôm nay', () => {
    expect(PEOPLE.flatMap((l) => implausible(l, TODAY))).toEqual([])
  })
  it('nạp vào bất kỳ ngày nào từ năm 2025 tới năm 2035 cũng vậy', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), (days) => {
        const today = addDays(day('2025-01-01'), days)
        expect(drawn(700, today).flatMap((l) => implausible(l, today))).toEqual([])
      }),
      { numRuns: 12 },
    )
  })
  it('mỗi trường, mỗi phòng một người đứng đầu', () => {
    const heads = CROWD.flatMap((l) => l.posts)
      .filter((p) => p.to === null && ['gd-so', 'ct-xa', 'ht-dai-hoc', 'gd-benh-vien'].includes(p.leadership ?? ''))
      .map((p) => `${p.body ?? p.bodyText}|${p.leadership}`)
    expect(new Set(heads).size).toBe(heads.length)
  })
})

describe('Lời khai như danh sách thật', () => {
  const digest = (text: string): string => text
  const dossiers = CROWD.map((life) => {
    let n = 0
    const entries = saidOf(life, TODAY).flatMap((s) => (isGroup(s.group) ? [{ ...s, group: s.group }] : []))
    const at = { newId: () => `${n++}`, digest, unitId: '', batchId: null }
    return changeDossier(null, entries, at)
  })
  const having = (fits: (d: (typeof dossiers)[number]) => boolean): number =>
    dossiers.filter(fits).length / dossiers.length

  it('một phần nhỏ hồ sơ có mâu thuẫn để cơ quan quyết định', () => {
    const contested = having((d) => d.facts.some((f) => f.level === -1))
    expect(contested).toBeGreaterThan(0.003)
    expect(contested).toBeLessThan(0.02)
  })
  it('khoảng một phần mười hồ sơ thiếu số định danh, một phần nhỏ chỉ biết năm sinh', () => {
    expect(having((d) => d.identifiers.length === 0)).toBeCloseTo(0.08, 1)
    const yearOnly = having((d) => d.person.birth?.length === 4)
    expect(yearOnly).toBeGreaterThan(0.01)
    expect(yearOnly).toBeLessThan(0.04)
  })
  it('không lời nào bị từ chối: mọi mục đều ghi được', () => {
    const told = dossiers.flatMap((d) => d.findings.filter((f) => f.code !== 'dossier.contested'))
    expect(told).toEqual([])
  })
})
