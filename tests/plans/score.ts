/**
 * Chấm bản đọc: what was read from a document beside what a person found in it. Items are paired one to one, best first;
 * names and words are compared after the same folding, so that spelling habits (Ủy/Uỷ, UBND, dashes) cost nothing.
 */
import type { toPlanJson } from '../../src/modules/documents/rules/plan-json.ts'

/** Kết quả đọc as `plan read --json` prints it. */
export type Read = ReturnType<typeof toPlanJson>

type Target = {
  text: string
  metric?: string | null
  comparator: string | null
  value: number | null
  valueHigh: number | null
  unit: string | null
  by: number | null
  byNote?: string
  optional?: boolean
  duplicateOf?: unknown
}
type Task = {
  section?: string
  text: string
  prefix?: boolean
  lead?: string[]
  coordinate?: string[]
  due?: string | null
}
type Reference = { kind: string; number: string; normalised?: string; date: string | null }
type Report = { to: string | null; via: string | null; due: string | readonly string[] | null }

/** Bản đối chiếu: what a person found, in the same shape; only what is compared is typed. */
export type Gold = {
  docType: string | null
  title: string | null
  docNumber: string | null
  issuer: string | null
  date: string | null
  tasksComplete?: unknown
  targets: Target[]
  tasks: Task[]
  references: Reference[]
  recurringReports: Report[]
  recipients: string[]
  signer: { name: string | null } | null
  sections: { no: string }[]
}

/** Số mục: right, read without being there, there without being read. */
export type Count = { hit: number; wrong: number; missed: number }

/** Các mặt được chấm. `…Exact`, `…Date` and the like count only `hit` and `missed`. */
export type Score = Record<
  | 'goals'
  | 'goalsExact'
  | 'tasks'
  | 'leads'
  | 'partners'
  | 'deadlines'
  | 'references'
  | 'referenceDates'
  | 'reports'
  | 'routes'
  | 'recipients'
  | 'header'
  | 'sections',
  Count
>

const SAME_WORDS: readonly (readonly [RegExp, string])[] = [
  [/[uủ][ỷy] ban nhân dân/g, 'ubnd'],
  [/hội đồng nhân dân/g, 'hđnd'],
  [/khoa học và công nghệ/g, 'kh&cn'],
  [/mặt trận tổ quốc(?: việt nam)?/g, 'mttq'],
  [/thành phố/g, 'tp'],
  [/uỷ/g, 'ủy'],
  [/(^|[\s,;])(?:các|những)\s+/g, '$1'],
]

/** A text as compared. */
export function folded(text: string | null | undefined): string {
  let out = (text ?? '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[–—]/g, '-')
    .replace(/[“”"*]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/\s*([-/])\s*/g, '$1')
    .replace(/^[-+•]\s*|[.;,:]+$/g, '')
    .trim()
  for (const [words, short] of SAME_WORDS) out = out.replace(words, short)
  return out.replace(/\s+/g, ' ').trim()
}

const words = (text: string | null | undefined): string[] =>
  folded(text)
    .split(/[^\p{L}\p{N}%&]+/u)
    .filter((w) => w !== '')

/** Share of the words of the shorter text that the other one has; 1 when one contains the other. */
function shared(a: string | null | undefined, b: string | null | undefined): number {
  const [x, y] = [folded(a), folded(b)]
  if (x === '' || y === '') return 0
  if (x.includes(y) || y.includes(x)) return 1
  const [one, other] = [new Set(words(a)), new Set(words(b))]
  return [...one].filter((w) => other.has(w)).length / Math.min(one.size, other.size)
}

/** Shorter over longer, in words: "Sở" is not "Sở Nội vụ". */
function lengths(a: string, b: string): number {
  const [x, y] = [words(a).length, words(b).length]
  return x === 0 || y === 0 ? 0 : Math.min(x, y) / Math.max(x, y)
}

type Pair = readonly [gold: number, read: number]

function pairs<G, R>(gold: readonly G[], read: readonly R[], fits: (g: G, r: R) => number): Pair[] {
  const all = gold.flatMap((g, i) =>
    read.flatMap((r, j) => {
      const fit = fits(g, r)
      return fit > 0 ? [{ fit, i, j }] : []
    }),
  )
  all.sort((a, b) => b.fit - a.fit)
  const [usedGold, usedRead] = [new Set<number>(), new Set<number>()]
  const out: Pair[] = []
  for (const { i, j } of all) {
    if (usedGold.has(i) || usedRead.has(j)) continue
    usedGold.add(i)
    usedRead.add(j)
    out.push([i, j])
  }
  return out
}

const counted = (found: number, gold: number, read: number): Count => ({
  hit: found,
  wrong: read - found,
  missed: gold - found,
})

const names = (gold: readonly string[], read: readonly string[]): Count =>
  counted(
    pairs(gold, read, (g, r) =>
      folded(g) === folded(r) ? 2 : shared(g, r) >= 0.85 && lengths(g, r) >= 0.6 ? shared(g, r) : 0,
    ).length,
    gold.length,
    read.length,
  )

const add = (a: Count, b: Count): Count => ({
  hit: a.hit + b.hit,
  wrong: a.wrong + b.wrong,
  missed: a.missed + b.missed,
})
const NONE: Count = { hit: 0, wrong: 0, missed: 0 }
const right = (list: readonly boolean[]): Count =>
  counted(list.filter(Boolean).length, list.length, list.filter(Boolean).length)

function goals(gold: Gold, read: Read): Pick<Score, 'goals' | 'goalsExact'> {
  const wanted = gold.targets.filter((t) => t.value !== null && t.value !== undefined)
  const got = read.targets.filter((t) => t.value !== null)
  const sameYear = (g: Target, by: number | null) => (g.by ?? null) === by || (g.byNote !== undefined && by === null)
  const found = pairs(wanted, got, (g, r) => {
    const near = Math.max(shared(g.text, r.text), shared(g.metric ?? g.text, r.text))
    if (g.value !== r.value || near < 0.5) return 0
    return (
      1 +
      (sameYear(g, r.by) ? 4 : 0) +
      (g.comparator === r.comparator ? 2 : 0) +
      shared(g.metric ?? g.text, r.metric ?? r.text)
    )
  })
  const soft = (t: Target | undefined) => t?.optional === true || t?.duplicateOf !== undefined
  const hard = found.filter(([i]) => !soft(wanted[i]))
  const must = wanted.filter((t) => !soft(t)).length
  const exact = hard.filter(([i, j]) => {
    const [g, r] = [wanted[i], got[j]]
    return g && r && g.comparator === r.comparator && (g.valueHigh ?? null) === r.valueHigh && sameYear(g, r.by)
  })
  return {
    goals: { hit: hard.length, wrong: got.length - found.length, missed: must - hard.length },
    goalsExact: { hit: exact.length, wrong: 0, missed: must - exact.length },
  }
}

function tasks(gold: Gold, read: Read): Pick<Score, 'tasks' | 'leads' | 'partners' | 'deadlines'> {
  const found = pairs(gold.tasks, read.tasks, (g, r) => {
    const near = shared(g.text, r.text)
    if (near < 0.8 || (g.prefix !== true && lengths(g.text, r.text) < 0.4)) return 0
    return near + (g.section === r.section ? 1 : 0) + (folded(g.text) === folded(r.text) ? 1 : 0)
  })
  let [leads, partners, deadlines] = [NONE, NONE, NONE]
  for (const [i, j] of found) {
    const [g, r] = [gold.tasks[i], read.tasks[j]]
    if (!g || !r) continue
    leads = add(leads, names(g.lead ?? [], r.lead))
    const told = names(g.coordinate ?? [], r.coordinate)
    // A partner that stands in the task's own sentence is no false finding.
    const inText = r.coordinate.filter(
      (c) => folded(g.text).includes(folded(c)) && !(g.coordinate ?? []).some((x) => shared(x, c) >= 0.85),
    ).length
    partners = add(partners, { ...told, wrong: Math.max(0, told.wrong - inText) })
    if (g.due || r.due) deadlines = add(deadlines, right([(g.due ?? null) === r.due]))
  }
  const wrong = gold.tasksComplete ? 0 : read.tasks.length - found.length
  return { tasks: { hit: found.length, wrong, missed: gold.tasks.length - found.length }, leads, partners, deadlines }
}

function references(gold: Gold, read: Read): Pick<Score, 'references' | 'referenceDates'> {
  const bare = (n: string) => folded(n).replace(/\s/g, '')
  const found = pairs(gold.references, read.references, (g, r) =>
    [bare(g.number), bare(g.normalised ?? g.number)].includes(bare(r.number)) ? (g.date === r.date ? 2 : 1) : 0,
  )
  const dates = found.map(([i, j]) => (gold.references[i]?.date ?? null) === (read.references[j]?.date ?? null))
  return {
    references: counted(found.length, gold.references.length, read.references.length),
    referenceDates: right(dates),
  }
}

function reports(gold: Gold, read: Read): Pick<Score, 'reports' | 'routes'> {
  const days = (due: string | readonly string[] | null) => [due ?? []].flat().sort().join('+')
  const found = pairs(gold.recurringReports, read.recurringReports, (g, r) => {
    const addressee = !g.to || !r.to || shared(g.to, r.to) >= 0.5
    return days(g.due) === days(r.due) && addressee ? 1 + (folded(g.via) === folded(r.via) ? 2 : 0) : 0
  })
  const dated = gold.recurringReports.filter((g, i) => g.due && !found.some(([x]) => x === i)).length
  const routes = found.map(([i, j]) => folded(gold.recurringReports[i]?.via) === folded(read.recurringReports[j]?.via))
  return {
    reports: { hit: found.length, wrong: read.recurringReports.length - found.length, missed: dated },
    routes: right(routes),
  }
}

const withoutNote = (line: string): string => line.replace(/\s*\((?:để )?(?:b\/c|b\/cáo|báo cáo)\)/giu, '')

/** Chấm một văn bản. */
export function score(gold: Gold, read: Read): Score {
  const numbers = read.sections.map((s) => folded(s.no))
  const header = [
    folded(gold.docType) === folded(read.docType),
    folded(gold.docNumber) === folded(read.docNumber),
    folded(gold.issuer) === folded(read.issuer),
    (gold.date ?? null) === read.date,
    shared(gold.title, read.title) >= 0.9 || (!gold.title && !read.title),
    folded(gold.signer?.name) === folded(read.signer?.name),
  ]
  return {
    ...goals(gold, read),
    ...tasks(gold, read),
    ...references(gold, read),
    ...reports(gold, read),
    recipients: names(gold.recipients.map(withoutNote), read.recipients.map(withoutNote)),
    header: right(header),
    sections: right(gold.sections.map((s) => numbers.includes(folded(s.no)))),
  }
}

/** Cộng điểm của nhiều văn bản. */
export function total(scores: readonly Score[]): Score {
  const first = scores[0]
  if (first === undefined) throw new Error('nothing to add up')
  return Object.fromEntries(
    Object.keys(first).map((key) => [key, scores.map((s) => s[key as keyof Score]).reduce(add, NONE)]),
  ) as Score
}

/** Phần đọc đúng trong những gì đọc được. */
export const precision = (c: Count): number => (c.hit + c.wrong === 0 ? 1 : c.hit / (c.hit + c.wrong))
/** Phần đọc được trong những gì có. */
export const recall = (c: Count): number => (c.hit + c.missed === 0 ? 1 : c.hit / (c.hit + c.missed))
