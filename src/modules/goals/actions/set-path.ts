/** Đặt lộ trình: from which figure a goal sets out and how its years are divided. */
import { z } from 'zod'
import { dayOf, showDay } from '../../../kernel/day.ts'
import { parseNumber } from '../../../kernel/number.ts'
import { refuse, refuseFields } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { dayField, oneOf, optionalNumber, optionalText, text } from '../../../platform/http/input.ts'
import { indicatorViews } from '../../indicators/public.ts'
import { canSetPaths } from '../rights.ts'
import { checkedPath } from '../rules/path.ts'
import { savePath } from '../store.ts'
import { PATH_KINDS, type PathKind } from '../words.ts'

const KINDS = Object.keys(PATH_KINDS) as PathKind[]

/** «2026: 70.000» on a line of its own; empty lines say nothing. */
const milestones = z.preprocess(
  (v) =>
    typeof v === 'string'
      ? v
          .split('\n')
          .map((l) => l.trim())
          .filter((l) => l !== '')
      : v,
  z
    .array(z.string())
    .default([])
    .transform((lines, ctx) =>
      lines.flatMap((line) => {
        const [, year, value] = /^(\d{4})\s*[:=\t ]\s*(.+)$/.exec(line) ?? []
        const number = value === undefined ? null : parseNumber(value)
        if (year !== undefined && number !== null) return [{ year: Number(year), value: number }]
        ctx.addIssue({
          code: 'custom',
          message: `Dòng «${line}» chưa đọc được. Mỗi dòng ghi một năm và một mốc, ví dụ 2026: 70.000`,
        })
        return []
      }),
    ),
)

/**
 * Sets the path of a goal; the one before stays to be read. Refuses unknown goals, goals without a target year, a base of a day to
 * come, and paths that cannot be walked (`rules/path.ts`).
 */
export const setPath = action({
  name: 'goals.set-path',
  right: canSetPaths,
  input: z.object({
    code: text(40, 'Chọn mục tiêu'),
    kind: oneOf(KINDS, 'Chọn cách chia mốc hằng năm'),
    baseOn: dayField('Nhập ngày của số liệu gốc, ví dụ 31/12/2023'),
    baseValue: optionalNumber().pipe(z.number({ error: 'Nhập số liệu gốc, ví dụ 65.000 hoặc 33,5' })),
    baseSource: text(500, 'Nhập nguồn của số liệu gốc'),
    milestones,
    document: optionalText(300),
  }),
  run: async (ctx, input) => {
    const goal = (await indicatorViews(ctx.tx)).find((d) => d.code === input.code)
    if (goal === undefined) return refuse('absent', 'goals.absent', `Không có mục tiêu mã ${input.code}.`)
    if (goal.byYear === null)
      return refuse('conflict', 'goals.no-year', 'Mục tiêu này không nêu năm phải đạt nên không có lộ trình.')
    if (input.baseOn > dayOf(ctx.now))
      return refuseFields('goals.base-to-come', {
        baseOn: `Ngày ${showDay(input.baseOn)} chưa tới. Số liệu gốc phải là số liệu đã có.`,
      })
    const path = checkedPath({
      kind: input.kind,
      base: { on: input.baseOn, value: input.baseValue },
      milestones: [...input.milestones].sort((a, b) => a.year - b.year),
      target: goal.target,
      byYear: goal.byYear,
    })
    if (!path.ok) return path
    const id = await savePath(ctx, goal.id, { ...path.value, baseSource: input.baseSource, document: input.document })
    return done(
      { id, code: goal.code },
      {
        kind: 'goals.path-set',
        subject: `indicator:${goal.code}`,
        data: { code: goal.code, kind: input.kind, baseOn: input.baseOn, baseValue: input.baseValue, unit: goal.unit },
      },
    )
  },
})
