/**
 * Gợi ý liên kết: which tasks of the province an item of a body's own plan carries out, with a score and the reasons in
 * words. It only suggests; the officer decides.
 */
import { type Day, showDay } from '../../../kernel/day.ts'
import { fold } from '../../../kernel/text.ts'
import { type Content, contentOf, likeness, sameWords, sharedPhrases, type Weights, weightsOf } from './likeness.ts'

/** Mục của kế hoạch cơ quan, as far as linking asks. `named` = bodies its text or columns name. */
export type OwnWork = {
  readonly text: string
  readonly named: readonly string[]
  readonly due: Day | null
}

/** Nhiệm vụ của tỉnh, as far as linking asks. */
export type ProvincialTask = {
  readonly id: string
  readonly code: string
  readonly text: string
  readonly leadUnitId: string | null
  readonly coordinators: readonly string[]
  /** Names of lead and partners, as the register and as the document write them. */
  readonly bodies: readonly string[]
  readonly due: Day | null
}

/** Whose plan it is, and how the province's plan is cited. */
export type Setting = {
  readonly unitId: string
  /** `1459/KH-UBND`. */
  readonly programmeNumber: string
}

/** Một gợi ý. `score` 0..1; reasons most telling first. */
export type Suggestion = {
  readonly taskId: string
  readonly code: string
  readonly score: number
  readonly reasons: readonly string[]
}

/** At most so many are offered. */
export const MOST_SUGGESTIONS = 3

/** Below this it is chance. */
const LEAST = 0.14

/** What scores less than this share of the first suggestion only distracts from it. */
const BESIDE_FIRST = 0.5

/** A first suggestion counts as clear from this score on, when the second one lies well behind. */
export const STRONG = 0.4
const BEHIND = 0.15

/** The suggestion that may be confirmed together with those of other items; null when the first is weak or has a rival. */
export function clearSuggestion(list: readonly Suggestion[]): Suggestion | null {
  const [first, second] = list
  return first !== undefined && first.score >= STRONG && first.score - (second?.score ?? 0) >= BEHIND ? first : null
}

/** Nothing but the same words reaches 1. */
const BEST_BUT_COPY = 0.97

/** Signs besides the words count only where the words have something in common. */
const SOMETHING = 0.06

type Sign = { readonly adds: number; readonly reason: string }

type Prepared = { readonly task: ProvincialTask; readonly content: Content }

/** Suggests for every item of a plan at once: the weights of the plan are computed once. */
export function suggester(
  tasks: readonly ProvincialTask[],
  setting: Setting,
): (item: OwnWork) => readonly Suggestion[] {
  const prepared = tasks.map((task) => ({ task, content: contentOf(task.text) }))
  const weigh = weightsOf(prepared.map((p) => p.content))
  return (item) => {
    const own = contentOf(item.text)
    const found = prepared
      .map((p) => suggestion(item, own, p, weigh, setting))
      .filter((s) => s !== null)
      .sort((a, b) => b.score - a.score)
    const least = (found[0]?.score ?? 0) * BESIDE_FIRST
    return found.filter((s) => s.score >= least).slice(0, MOST_SUGGESTIONS)
  }
}

function suggestion(item: OwnWork, own: Content, p: Prepared, weigh: Weights, setting: Setting): Suggestion | null {
  const { task } = p
  const copied = own.size > 0 && sameWords(item.text, task.text)
  const like = copied ? 1 : likeness(own, p.content, weigh)
  const cited = citation(item.text, task.code, setting.programmeNumber)
  const signs = like < SOMETHING ? [] : [...bodySigns(item, task, setting), ...dueSign(item, task)]
  const all = [...(cited === null ? [] : [cited]), ...signs]
  const sum = like + all.reduce((n, s) => n + s.adds, 0)
  const score = copied ? 1 : Math.min(sum, BEST_BUT_COPY)
  if (score < LEAST || (like < SOMETHING && cited === null)) return null
  const phrases = copied ? [] : sharedPhrases(item.text, p.content, weigh, 3)
  // Single syllables in common are chance.
  if (!copied && cited === null && phrases.length === 0) return null
  const words = copied ? 'Nguyên văn nhiệm vụ của tỉnh' : aboutWords(phrases)
  const told = all.map((s) => s.reason)
  const reasons = cited === null ? [words, ...told] : [cited.reason, words, ...told.slice(1)]
  return {
    taskId: task.id,
    code: task.code,
    score: Math.round(score * 100) / 100,
    reasons: reasons.filter((r) => r !== ''),
  }
}

const aboutWords = (phrases: readonly string[]): string =>
  phrases.length === 0 ? '' : `Cùng nói về ${phrases.map((f) => `«${f}»`).join(', ')}`

/** "mục III.3.3 Kế hoạch số 1459/KH-UBND", "điểm 3.3 mục III": the clause itself is named. */
function citation(text: string, code: string, number: string): Sign | null {
  const clause = new RegExp(`(?<![\\p{L}\\d.])${RegExp.escape(code)}(?![.\\d]*\\d|\\p{L})`, 'u').test(text)
  if (!clause) return null
  const plan = number !== '' && text.includes(number)
  if (!plan && !/(?:mục|điểm|khoản|nhiệm vụ)\s/iu.test(text)) return null
  return { adds: 0.5, reason: `Dẫn mục ${code} của kế hoạch tỉnh` }
}

function bodySigns(item: OwnWork, task: ProvincialTask, setting: Setting): Sign[] {
  const own: Sign[] =
    task.leadUnitId === setting.unitId
      ? [{ adds: 0.12, reason: 'Cơ quan chủ trì nhiệm vụ này' }]
      : task.coordinators.includes(setting.unitId)
        ? [{ adds: 0.07, reason: 'Cơ quan phối hợp nhiệm vụ này' }]
        : []
  const text = fold(item.text)
  const shared = task.bodies.find(
    (b) => b.length > 5 && (item.named.some((n) => fold(n) === fold(b)) || text.includes(fold(b))),
  )
  return shared === undefined ? own : [...own, { adds: 0.06, reason: `Cùng nêu ${shared}` }]
}

const dueSign = (item: OwnWork, task: ProvincialTask): Sign[] =>
  item.due !== null && item.due === task.due ? [{ adds: 0.05, reason: `Cùng thời hạn ${showDay(item.due)}` }] : []
