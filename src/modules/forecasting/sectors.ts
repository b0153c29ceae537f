/** Tên lĩnh vực, trình độ on screens of forecasts. */
import { dayOf } from '../../kernel/day.ts'
import type { Ctx } from '../../platform/action.ts'
import { codeBook } from '../code-lists/public.ts'
import { REST } from './rules/base.ts'
import { UNKNOWN_SECTOR } from './rules/history.ts'

/** Tên của mã. */
export type Names = {
  readonly sector: (code: string) => string
  readonly degree: (code: string) => string
  readonly sectors: readonly { readonly value: string; readonly label: string }[]
}

const DEGREES: Readonly<Record<string, string>> = {
  '6': 'Đại học',
  '7': 'Thạc sĩ, chuyên khoa I',
  '8': 'Tiến sĩ, chuyên khoa II',
  '0': 'Chưa rõ trình độ',
}

/** Names of today. */
export async function readNames(ctx: Ctx): Promise<Names> {
  const list = (await codeBook(ctx.tx, dayOf(ctx.now))).list('linh-vuc')
  return {
    sector: (code) =>
      code === REST
        ? 'Chỉ có số liệu thống kê'
        : code === UNKNOWN_SECTOR
          ? 'Chưa rõ lĩnh vực'
          : (list.labelOf(code) ?? code),
    degree: (code) => DEGREES[code] ?? code,
    sectors: list.entries.map((e) => ({ value: e.code, label: e.label })),
  }
}
