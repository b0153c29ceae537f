/** Số liệu của địa bàn: the official figure a goal is measured by, for the plan's territory and for the one that took it over. */
import { type Day, showDay } from '../../../../kernel/day.ts'
import { figureFor } from '../../../indicators/public.ts'
import { figureSource, num, type Source } from './finding.ts'
import type { CheckInput, Territory } from './input.ts'

/** Đại lượng làm mẫu số, with the words plans use for it. */
export const WHOLES = [
  { quantity: 'population', label: 'dân số', words: /(?:tổng\s+)?dân\s+số|dân\s+cư/iu },
  { quantity: 'labour-force', label: 'lực lượng lao động', words: /lực\s+lượng\s+lao\s+động/iu },
  {
    quantity: 'employed',
    label: 'lao động có việc làm',
    words: /lao\s+động\s+(?:đang\s+)?(?:có\s+việc\s+làm|làm\s+việc)/iu,
  },
] as const

/** Một đại lượng làm mẫu số. */
export type Whole = (typeof WHOLES)[number]['quantity']

/** The quantity a denominator names; null when it is none of the series, or only a part of one ("dân số trong độ tuổi …"). */
export function wholeNamed(words: string): Whole | null {
  if (
    /trong\s+độ\s+tuổi|từ\s+\d+\s+tuổi|nông\s+thôn|thành\s+thị|đô\s+thị|dân\s+tộc|trưởng\s+thành|nữ|nam\s+giới|tham\s+gia/iu.test(
      words,
    )
  )
    return null
  return WHOLES.find((w) => w.words.test(words))?.quantity ?? null
}

/** "dân số". */
export const labelOf = (quantity: Whole): string => WHOLES.find((w) => w.quantity === quantity)?.label ?? ''

/** Con số của một địa bàn, with its sentence part and its sources (the one used first, then those not used). */
export type Known = {
  readonly territory: Territory
  readonly value: number
  readonly asOf: Day
  /** "Dân số tỉnh … (ngày 01/04/2024) là 1.971.326 người". */
  readonly words: string
  readonly sources: readonly Source[]
}

/** "Tỉnh A" within a sentence is "tỉnh A". */
const inSentence = (territory: string): string => territory.charAt(0).toLowerCase() + territory.slice(1)

/** The figure of each territory that had one: before the document's day for its own, from its first day on for the heir. */
export function knownWholes(input: CheckInput, quantity: Whole): Known[] {
  return input.territories.flatMap((territory): Known[] => {
    const day = territory.from === null || territory.from < input.on.day ? input.on.day : input.today
    const found = figureFor(input.figures, { quantity, territory: territory.name, day })
    if (found === null || (territory.from !== null && found.used.asOf < territory.from)) return []
    const { label, unit, used, others } = found
    return [
      {
        territory,
        value: used.value,
        asOf: used.asOf,
        words: `${label} ${inSentence(used.territory)} (${used.period}) là ${num(used.value)} ${unit}`,
        sources: [figureSource(used, label, unit, true), ...others.map((o) => figureSource(o, label, unit, false))],
      },
    ]
  })
}

/** "Cần dân số tỉnh … tại ngày gần nhất trước 22/04/2024". */
export function wanted(input: CheckInput, quantity: Whole): string {
  const place = inSentence(input.territories[0]?.name ?? 'địa bàn của văn bản')
  return `Cần số liệu: ${labelOf(quantity)} ${place}, ngày gần nhất trước ${showDay(input.on.day)}; hệ thống chưa có nên không đối chiếu`
}

/** The words that lead over to the heir: "Từ 01/07/2025 (Nghị quyết …), ". */
export const since = (t: Territory): string => (t.from === null ? '' : `Từ ${showDay(t.from)} (${t.act ?? ''}), `)
