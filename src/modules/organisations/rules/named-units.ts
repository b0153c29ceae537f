/** Đơn vị nêu trong biểu mẫu: a code, or a name as somebody types it, against the units of a day. */
import { accept, type Decision, refuse } from '../../../kernel/result.ts'
import { fold } from '../../../kernel/text.ts'
import type { Unit } from '../words.ts'

/** How a unit stands in a list to choose from; `unitNamed` reads it back. */
export const unitChoice = (u: Pick<Unit, 'code' | 'kind' | 'name' | 'officeName'>): string =>
  `${u.kind === 'body' ? u.officeName : u.name} · ${u.code}`

const CODE_AT_END = /(?:^|·\s*)([A-Y]\d{2}(?:\.[A-Z0-9]+)*)\s*$/

/** The unit meant. Refuses a name nobody bears, and one that several bear: then a code must tell which. */
export function unitNamed(units: readonly Unit[], typed: string): Decision<Unit> {
  const code = CODE_AT_END.exec(typed.trim())?.[1]
  const words = fold(typed)
  const found = units.filter((u) =>
    code === undefined ? fold(u.name) === words || fold(u.officeName) === words : u.code === code,
  )
  const [first] = found
  if (first === undefined)
    return refuse(
      'invalid',
      'unit.unknown',
      `Không có đơn vị «${typed}» trong ngày này. Chọn trong danh sách hoặc gõ mã.`,
    )
  if (found.length > 1)
    return refuse(
      'invalid',
      'unit.ambiguous',
      `Có ${found.length} đơn vị tên «${typed}». Gõ mã của một đơn vị: ${found.map((u) => u.code).join(', ')}.`,
    )
  return accept(first)
}
