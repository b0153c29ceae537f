/**
 * Nhân tài trong số tuyển mới (Kế hoạch, mục II.1.10: từ 20% trở lên so với tổng số tuyển dụng mới): a flow of a year. Where nobody was
 * recruited there is no share, neither 0% nor 100%. Pure.
 */
import { type Day, showDay, yearOf } from '../../../kernel/day.ts'
import { accept, type Decision, type Refusal, refuse, refuseFields } from '../../../kernel/result.ts'
import type { Recruitment } from '../words.ts'

/** Kết quả tuyển dụng sắp ghi. */
export type RecruitmentDraft = Pick<Recruitment, 'from' | 'to' | 'recruited' | 'talents' | 'named' | 'evidence'>

/** Whether results of a period may be recorded. `others` = what the body has in force besides the one corrected; `known` = codes of recognised people. */
export function recruiting(
  d: RecruitmentDraft,
  others: readonly Pick<Recruitment, 'from' | 'to'>[],
  known: readonly string[],
  today: Day,
): Decision<null> {
  const wrong: Record<string, string> = {}
  if (d.to < d.from) wrong.to = 'Ngày cuối kỳ phải từ ngày đầu kỳ trở đi'
  else if (yearOf(d.from) !== yearOf(d.to)) wrong.to = 'Kỳ phải nằm trong một năm; ghi mỗi năm một kỳ riêng'
  else if (d.to > today) wrong.to = `Kỳ chưa hết: ngày cuối kỳ phải đến hôm nay (${showDay(today)}) là cùng`
  const clash = others.find((o) => o.from <= d.to && d.from <= o.to)
  if (clash !== undefined && wrong.to === undefined)
    wrong.from = `Đã có kết quả của kỳ ${showDay(clash.from)} đến ${showDay(clash.to)}; chọn kỳ khác, hoặc đính chính kỳ ấy`
  if (d.recruited < 0) wrong.recruited = 'Số tuyển mới phải từ 0'
  if (d.talents < 0) wrong.talents = 'Số người có tài năng phải từ 0'
  else if (d.talents > d.recruited) wrong.talents = `Không thể nhiều hơn số tuyển mới (${d.recruited})`
  const unknown = d.named.filter((c) => !known.includes(c))
  if (unknown.length > 0) wrong.named = `Không có mã ${unknown.join(', ')} trong danh sách được công nhận`
  else if (new Set(d.named).size > d.talents)
    wrong.named = `Nêu ${new Set(d.named).size} người mà số có tài năng là ${d.talents}`
  if (d.talents > 0 && d.named.length === 0 && d.evidence === '')
    wrong.evidence = 'Nêu mã người được công nhận, hoặc quyết định, văn bằng, danh sách chứng minh'
  return Object.keys(wrong).length > 0 ? refuseFields('talent.recruitment', wrong) : accept(null)
}

/** Somebody else has written since the result was read. */
export const recruitmentChanged = (current: Recruitment): Refusal =>
  refuse(
    'stale',
    'talent.recruitment-changed',
    `Kết quả kỳ này vừa được ${current.recordedBy} sửa (bản ${current.version}). Chưa ghi gì; xem bản mới rồi làm lại.`,
    { theirs: { version: current.version, recruited: current.recruited, talents: current.talents } },
  )

/** Cộng của một khoảng: exact, or a range where a period reported lies only partly in it. */
export type Flow = {
  readonly recruited: { readonly low: number; readonly high: number }
  readonly talents: { readonly low: number; readonly high: number }
  /** The last day that is reported on; null = nothing was. */
  readonly dataOf: Day | null
  readonly bodies: number
}

/** Recruits of [from, to]. A period that reaches beyond counts as nobody at least and everybody at most. */
export function flowOf(all: readonly Recruitment[], from: Day, to: Day): Flow {
  const touching = all.filter((r) => r.state !== 'rut' && r.from <= to && from <= r.to)
  const inside = touching.filter((r) => from <= r.from && r.to <= to)
  const sum = (list: readonly Recruitment[], of: (r: Recruitment) => number): number =>
    list.reduce((n, r) => n + of(r), 0)
  const range = (of: (r: Recruitment) => number) => ({ low: sum(inside, of), high: sum(touching, of) })
  const last = touching.map((r) => (r.to < to ? r.to : to)).sort()
  return {
    recruited: range((r) => r.recruited),
    talents: range((r) => r.talents),
    dataOf: last.at(-1) ?? null,
    bodies: new Set(touching.map((r) => r.unitId)).size,
  }
}

/** Tỷ lệ nhân tài trong số tuyển mới: a share, or why there is none. */
export type RecruitShare =
  | { readonly state: 'value'; readonly share: number }
  | { readonly state: 'undefined' | 'no-source'; readonly why: string }

/** The share of exact figures. */
export function shareOfTalents(f: { recruited: number; talents: number } | null, year: number): RecruitShare {
  if (f === null) return { state: 'no-source', why: `Chưa có báo cáo tuyển dụng năm ${year}` }
  if (f.recruited === 0) return { state: 'undefined', why: `Không có ai được tuyển mới trong năm ${year}` }
  return { state: 'value', share: f.talents / f.recruited }
}
