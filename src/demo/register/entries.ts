/**
 * Lời khai của người mẫu: what bodies and people themselves said, with the gaps that real lists have, at the time when it was known.
 * The register is written from these the way an import writes it.
 */
import type { Day } from '../../kernel/day.ts'
import { firstDayOf, type PartialDay } from '../../kernel/partial-day.ts'
import { type Random, randomFrom } from '../random.ts'
import { on, yearIn } from './dates.ts'
import { keeperOn } from './keeper.ts'
import type { Life, Post } from './life.ts'
import { RANK_TITLES } from './rank-titles.ts'

/** Giá trị của một mục. */
type Data = Record<string, string | number | boolean>

/** Lời khai, bodies and places by their codes. */
export type Said = {
  readonly group: string
  readonly data: Data
  readonly from?: PartialDay | null
  readonly to?: PartialDay | null
  readonly level: -1 | 0 | 1 | 2 | 3
  readonly evidence?: string
  readonly source: string
}

/** Shares of people whose lists lack something. */
const GAPS = {
  cccd: 0.08,
  sex: 0.004,
  birthPlace: 0.3,
  homePlace: 0.12,
  phone: 0.18,
  email: 0.45,
  residence: 0.09,
  address: 0.6,
  schooling: 0.55,
  school: 0.12,
  graduated: 0.07,
  grade: 0.45,
  form: 0.25,
  major: 0.03,
  sector: 0.02,
  rank: 0.06,
  ethnicity: 0.25,
} as const

type Writing = {
  readonly life: Life
  readonly random: Random
  readonly known: Day
  readonly source: string
  readonly level: 0 | 1
  readonly said: Said[]
}

/** Everything said of a person by the day `known`; facts dated later are not known then, and what ends later still goes on. */
export function saidOf(life: Life, known: Day): Said[] {
  const state = life.trade.area === 'nha-nuoc'
  const w: Writing = {
    life,
    random: randomFrom(`said:${life.number}`),
    known,
    source: state ? `nhap:${keeperOn(life, known)}` : 'khai',
    level: state ? 1 : 0,
    said: [],
  }
  sayCore(w)
  sayContact(w)
  sayCategory(w)
  sayEducation(w)
  sayPosts(w)
  saySkills(w)
  sayService(w)
  sayScience(w)
  saySealed(w)
  sayOtherwise(w)
  return waits(life) ? w.said : w.said.map((s) => vouched(s, life, known))
}

/** Share of people who declare themselves of whom nobody has confirmed anything yet. */
const WAITING = 0.006

const waits = (life: Life): boolean =>
  life.trade.area === 'nha-nuoc' || randomFrom(`waits:${life.number}`).chance(WAITING)

/** What the person declared, confirmed by the body that keeps the dossier. */
const vouched = (s: Said, life: Life, known: Day): Said =>
  s.level === 0 && s.source === 'khai' ? { ...s, level: 1, source: `co-quan:${keeperOn(life, known)}` } : s

type More = {
  from?: PartialDay | Day | null
  to?: PartialDay | Day | null
  level?: Said['level']
  evidence?: string
  n?: number
}

function say(w: Writing, group: string, data: Data, more: More = {}): void {
  const from = more.from as PartialDay | null | undefined
  const to = more.to as PartialDay | null | undefined
  if (from && firstDayOf(from) > w.known) return
  const source = w.level === 1 ? `${w.source}:${group}.${more.n ?? 1}` : w.source
  w.said.push({
    group,
    data,
    ...(from ? { from } : {}),
    ...(to && firstDayOf(to) <= w.known ? { to } : {}),
    level: more.level ?? w.level,
    ...(more.evidence ? { evidence: more.evidence } : {}),
    source,
  })
}

const has = (w: Writing, what: keyof typeof GAPS): boolean => !w.random.chance(GAPS[what])

/** What is filled in. */
function some(data: Record<string, string | number | boolean | null | undefined>): Data {
  const found: Data = {}
  for (const name in data) {
    const value = data[name]
    if (value !== null && value !== undefined && value !== '') found[name] = value
  }
  return found
}

function sayCore(w: Writing): void {
  const { core } = w.life
  say(w, 'names', { fullName: core.name })
  const matched = w.random.chance(0.1)
  const birth = some({
    birth: core.birthKnown,
    sex: has(w, 'sex') ? core.sex : null,
    birthPlace: has(w, 'birthPlace') ? core.birthPlace : null,
    homePlace: has(w, 'homePlace') ? core.homePlace : null,
    nationality: core.nationality === 'VN' && w.random.chance(0.5) ? null : core.nationality,
  })
  say(w, 'birth', birth, matched ? { level: 3, evidence: 'Đối chiếu Cơ sở dữ liệu quốc gia về dân cư (mẫu)' } : {})
  if (core.cccd.startsWith('M')) say(w, 'identity', { passport: core.cccd })
  else if (has(w, 'cccd')) say(w, 'identity', { cccd: core.cccd })
}

function sayContact(w: Writing): void {
  const { life } = w
  const reach = some({
    phone: has(w, 'phone') ? life.phone : null,
    email: has(w, 'email') ? life.email : null,
    address: has(w, 'address') ? null : life.address,
  })
  if (life.abroad !== null) {
    say(w, 'contact', { ...reach, abroad: life.abroad })
    return
  }
  if (!has(w, 'residence')) {
    if (Object.keys(reach).length > 0) say(w, 'contact', reach)
    return
  }
  for (const [i, s] of life.residence.entries()) {
    if (s.code !== null) say(w, 'contact', { residence: s.code, ...reach }, { from: s.from, to: s.to, n: i + 1 })
  }
}

function sayCategory(w: Writing): void {
  const { life } = w
  const { trade, formerTrade, retired } = life
  const sector = has(w, 'sector') ? trade.sector : null
  if (formerTrade === null || retired === null) {
    say(w, 'category', some({ category: trade.category, sector, area: trade.area, main: true }))
    return
  }
  const before = { category: formerTrade.category, sector: formerTrade.sector, area: formerTrade.area, main: true }
  say(w, 'category', before, { to: retired })
  say(
    w,
    'category',
    { category: trade.category, sector: formerTrade.sector, area: trade.area, main: true },
    { from: retired, n: 2 },
  )
}

function sayEducation(w: Writing): void {
  const { life } = w
  if (w.level === 1 && has(w, 'schooling')) say(w, 'schooling', { level: life.schooling })
  for (const [i, d] of life.degrees.entries()) {
    // A list of staff often holds the highest degree alone.
    if (i < life.degrees.length - 1 && w.random.chance(0.45)) continue
    const proven = w.random.chance(d.level === '8' ? 0.7 : 0.12)
    const data = some({
      level: d.level,
      major: has(w, 'major') ? d.major.name : null,
      field: w.random.chance(0.8) ? d.major.field : null,
      school: has(w, 'school') ? d.school : null,
      country: d.country,
      form: has(w, 'form') ? d.form : null,
      started: w.random.chance(0.2) ? d.started : null,
      graduated: has(w, 'graduated') ? d.graduated : null,
      grade: has(w, 'grade') ? d.grade : null,
      degree: d.degree,
    })
    if (d.graduated > yearIn(w.known)) continue
    say(w, 'education', data, {
      n: i + 1,
      ...(proven ? { level: 2 as const, evidence: 'Bản sao văn bằng (mẫu)' } : {}),
    })
  }
  const { title } = life
  if (title !== null && title.year <= yearIn(w.known))
    say(
      w,
      'academic-title',
      some({
        title: title.title,
        recognised: title.year,
        appointed: title.year,
        discipline: life.degrees.at(-1)?.major.name,
      }),
      { level: 2, evidence: 'Giấy chứng nhận đạt tiêu chuẩn chức danh (mẫu)' },
    )
}

function sayPosts(w: Writing): void {
  const { life } = w
  for (const [i, p] of life.posts.entries()) say(w, 'post', postData(w, p), { from: p.from, to: p.to, n: i + 1 })
  if (life.ranks.length > 0 && !has(w, 'rank')) return
  for (const [i, r] of life.ranks.entries()) {
    const [title = '', cls = ''] = RANK_TITLES[r.code] ?? []
    const to = life.ranks[i + 1]?.from ?? life.retired
    say(w, 'rank', some({ code: r.code, title, class: cls, step: r.step }), { from: r.from, to, n: i + 1 })
  }
}

const postData = (w: Writing, p: Post): Data =>
  some({
    body: p.body,
    bodyText: p.bodyText,
    department: p.department,
    position: p.position,
    leadership: p.leadership,
    kind: 'chinh',
    contract:
      w.life.trade.category === 'vien-chuc' ? 'hdlv-kxd' : w.life.trade.category === 'cong-chuc' ? 'bien-che' : null,
    reason: p.to !== null && p.to <= w.known ? p.reason : null,
  })

function saySkills(w: Writing): void {
  const { theory, stateTraining, language, digital } = w.life
  if (theory !== null) say(w, 'political-theory', { level: theory.level, proof: 'bang' }, { from: theory.on })
  if (stateTraining !== null)
    say(w, 'state-training', { programme: stateTraining.programme }, { from: stateTraining.on })
  if (language !== null) {
    const able = Number(language.level) >= 5 && w.random.chance(0.5)
    const judged = able ? { international: true, assessedBy: 'Phỏng vấn của hội đồng (mẫu)' } : {}
    say(w, 'language', some({ ...language, ...judged }))
  }
  if (digital !== null) say(w, 'digital-skill', { level: digital })
}

function sayService(w: Writing): void {
  const { life, random } = w
  for (const [i, a] of life.appraisals.entries())
    say(w, 'appraisal', { year: a.year, result: a.result }, { from: on(a.year, 12, 20), n: i + 1 })
  for (const [i, a] of life.awards.entries())
    say(w, 'award', { class: a.class, award: a.award, authority: a.authority }, { from: a.on, n: i + 1 })
  if (life.core.sex === 'nam' && life.trade.area === 'nha-nuoc' && random.chance(0.025)) {
    const left = yearIn(life.core.birth) + 21
    say(w, 'military', { entered: `${left - 2}-02-20`, left: `${left}-02-20`, rank: 'Trung sĩ' })
  }
}

function sayScience(w: Writing): void {
  const { life, known } = w
  const last = life.degrees.at(-1)
  const scientist = life.researchShare !== null || life.works.length > 1
  if (scientist && last !== undefined) {
    const keywords = last.major.name.toLowerCase()
    say(w, 'research-field', { field: last.major.research, main: true, keywords })
    if (life.researchShare !== null)
      say(w, 'research-time', { share: life.researchShare, role: 'Nghiên cứu' }, { from: on(yearIn(known), 1, 1) })
  }
  const seen = new Set<string>()
  for (const [i, work] of life.works.entries()) {
    const name = String(work.data.title ?? work.data.subject)
    if (seen.has(name)) continue
    seen.add(name)
    say(w, work.group, work.data, { from: work.on, n: i + 1 })
  }
  const { association, talent, availability } = life
  if (association !== null)
    say(w, 'membership', some({ association: association.name, post: association.post }), { from: association.from })
  if (talent !== null)
    say(
      w,
      'talent',
      {
        basis: talent.basis,
        recruited: talent.recruited,
        kind: 'Sinh viên tốt nghiệp xuất sắc, người có trình độ cao',
      },
      { from: talent.recruited },
    )
  if (availability !== null)
    say(w, 'availability', {
      expert: true,
      topics: availability.topics,
      hours: availability.hours,
      unpaid: availability.unpaid,
    })
}

function saySealed(w: Writing): void {
  const { life, random } = w
  if (w.level === 1 && life.core.ethnicity !== '' && has(w, 'ethnicity'))
    say(w, 'ethnicity', { ethnicity: life.core.ethnicity, religion: life.religion })
  if (w.level === 1 && life.party !== null) say(w, 'party', { member: true, joined: life.party })
  if (w.level === 1 && random.chance(0.0008))
    say(w, 'discipline', { kind: 'Khiển trách', decision: '12/QĐ (mẫu)' }, { from: on(yearIn(w.known) - 1, 6, 10) })
}

/** Shares of proven degrees, and of people of the State, of whom somebody also says something else. */
const OTHERWISE = { degree: 0.07, post: 0.005 } as const
const OTHER_POSTS = ['Chuyên viên chính', 'Tổ trưởng', 'Phó Trưởng phòng', 'Kế toán trưởng'] as const

/**
 * Mâu thuẫn: what the person declares against what the body said, or a list of the commune against the paper that the person brought;
 * both are kept until somebody decides.
 */
function sayOtherwise(w: Writing): void {
  const random = randomFrom(`otherwise:${w.life.number}`)
  const other: Pick<Said, 'level' | 'source'> =
    w.level === 1 ? { level: 0, source: 'khai' } : { level: 1, source: `nhap:${keeperOn(w.life, w.known)}:education.9` }
  const degree = w.said.find((s) => s.group === 'education' && s.level === 2 && typeof s.data.graduated === 'number')
  if (degree !== undefined && random.chance(OTHERWISE.degree)) {
    const graduated = Number(degree.data.graduated) + random.pick([-2, -1, -1])
    w.said.push({ group: 'education', data: { ...degree.data, graduated }, ...other })
  }
  const post = w.said.findLast((s) => s.group === 'post' && s.level === 1 && s.to === undefined)
  if (post === undefined || !random.chance(OTHERWISE.post)) return
  const position = random.pick(OTHER_POSTS.filter((p) => p !== post.data.position))
  w.said.push({ ...post, data: { ...post.data, position }, ...other })
}
