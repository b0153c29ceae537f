/** Khai, đính chính, rút số liệu, khai mức trùng: what may follow what. Pure. */
import { type Day, showDay } from '../../../kernel/day.ts'
import { accept, type Decision, type Refusal, refuse, refuseFields } from '../../../kernel/result.ts'
import { type Cell, isGraduate, type OverlapBasis, type Release, SMALL } from '../words.ts'

/** Tổng của một bản: all counts, and those from university up. */
export const totalsOf = (cells: readonly Cell[]): { total: number; graduates: number } => ({
  total: cells.reduce((sum, c) => sum + c.count, 0),
  graduates: cells.reduce((sum, c) => sum + (isGraduate(c.degree) ? c.count : 0), 0),
})

/** A total as the ledger tells it: small ones are not told there either. */
export const toldTotal = (n: number): number | string => (n > 0 && n < SMALL ? `dưới ${SMALL}` : n)

/** Whether counts of a day may be declared: not of a day to come, and not where counts of that day stand already. */
export function declaring(
  asOf: Day,
  today: Day,
  before: readonly Pick<Release, 'asOf'>[],
  code: string,
): Decision<null> {
  if (asOf > today)
    return refuseFields('cells.future', { asOf: `Ngày của số liệu phải đến hôm nay (${showDay(today)}) là cùng` })
  if (before.some((r) => r.asOf === asOf))
    return refuse(
      'conflict',
      'cells.declared-already',
      `Nguồn ${code} đã có số liệu ngày ${showDay(asOf)}. Chưa ghi gì; mở bản ấy và đính chính.`,
    )
  return accept(null)
}

/** Somebody else has written since the counts were read. */
export const changedMeanwhile = (current: Release): Refusal =>
  refuse(
    'stale',
    'cells.changed-meanwhile',
    `Số liệu ngày ${showDay(current.asOf)} vừa được ${current.recordedBy} sửa (bản ${current.version}). Chưa ghi gì; xem bản mới rồi làm lại.`,
    { theirs: { version: current.version, total: current.total, graduates: current.graduates } },
  )

/** The version that follows; refuses when somebody else has written since it was read. */
export const following = (current: Release, seen: number): Decision<number> =>
  current.version === seen ? accept(current.version + 1) : changedMeanwhile(current)

/** Mức trùng sắp khai. */
export type OverlapDraft = { readonly low: number; readonly high: number; readonly basis: OverlapBasis }

/** Whether an overlap is possible: no more than the source counts, exact when lists were compared, none when it cannot be. */
export function overlapping(draft: OverlapDraft, graduates: number): Decision<null> {
  const wrong: Record<string, string> = {}
  if (draft.low < 0) wrong.low = 'Số thấp nhất phải từ 0'
  if (draft.high < draft.low) wrong.high = 'Số cao nhất phải từ số thấp nhất trở lên'
  else if (draft.high > graduates)
    wrong.high = `Nguồn này chỉ đếm ${graduates} người từ đại học trở lên; số trùng không thể nhiều hơn`
  if (draft.basis === 'tach-biet' && draft.high > 0)
    wrong.high = 'Hai bên không thể có cùng một người thì số trùng là 0'
  if (draft.basis === 'doi-chieu' && draft.low !== draft.high)
    wrong.high = 'Đã đối chiếu danh sách thì hai số bằng nhau; chỉ biết khoảng thì chọn căn cứ khác'
  return Object.keys(wrong).length > 0 ? refuseFields('cells.overlap', wrong) : accept(null)
}
