/** Phần và toàn thể: parts listed after a total that do not make it up, a part larger than its whole, shares of a structure that do not make 100%. */
import { parseNumber } from '../../../../kernel/number.ts'
import { type Draft, num, type Step, step } from './finding.ts'
import type { CheckInput } from './input.ts'
import type { Goal } from './metric.ts'

const NUMBER = /(?<![\p{L}\d.,/-])(\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)\s*(%|\p{L}+)?/gu

/** What belongs to a date, a year or an age is no part. */
const NO_PART = /(?:năm|ngày|tháng|quý|tuổi|giai\s+đoạn|Điều|số|mục|lần\s+thứ|đến)\s*$/iu

type Part = { readonly value: number; readonly at: number }

/** Numbers of the same unit in `text`. */
function partsIn(text: string, unit: string): Part[] {
  const wanted = unit === '%' ? '%' : (unit.split(/[\s/]/)[0] ?? '').toLowerCase()
  return [...text.matchAll(NUMBER)].flatMap((m) => {
    const value = parseNumber(m[1] ?? '')
    const own = (m[2] ?? '').toLowerCase() === wanted
    return value === null || !own || NO_PART.test(text.slice(0, m.index)) ? [] : [{ value, at: m.index }]
  })
}

const ALL_OF_IT = /(?:bao\s+)?gồm|cụ\s+thể|chia\s+ra|phân\s+bổ|\(\s*$/iu
const SOME_OF_IT = /trong\s+đó/iu
/** Two milestones of one goal are no parts. */
const MILESTONES = /(?:năm|giai\s+đoạn)\s+\d{4}/iu

function sum(parts: readonly Part[]): { total: number; steps: Step[] } {
  const steps: Step[] = []
  const total = parts.slice(1).reduce((sofar, p) => {
    const s = step(sofar, '+', p.value)
    steps.push(s)
    return s.result
  }, parts[0]?.value ?? 0)
  return { total, steps }
}

const shown = (n: number, unit: string): string => `${num(n)}${unit === '%' ? '%' : ` ${unit}`}`

/** "120 trạm (A: 25 trạm, B: 60 trạm)", "120 trạm, trong đó 130 trạm …". */
function listed(g: Goal): Draft[] {
  if (g.value === null || g.unit === null || g.unit === '%') return []
  const unit = g.unit
  const whole = partsIn(g.text, unit).find((p) => p.value === g.value)
  if (whole === undefined) return []
  const rest = g.text.slice(whole.at)
  const list = /(?:\(|trong\s+đó|gồm|cụ\s+thể|chia\s+ra|phân\s+bổ)(.*)$/isu.exec(rest)
  if (!list || MILESTONES.test(list[1] ?? '')) return []
  const parts = partsIn(list[1] ?? '', unit)
  const over = parts.find((p) => p.value > (g.value ?? 0))
  if (over !== undefined)
    return [
      {
        kind: 'part-over-whole',
        clause: g.clause,
        spans: [g.span],
        arithmetic: `Phần ${shown(over.value, unit)} lớn hơn tổng ${shown(g.value, unit)}: ${num(over.value)} - ${num(g.value)} = ${num(over.value - g.value)}.`,
        steps: [step(over.value, '-', g.value)],
      },
    ]
  const complete = ALL_OF_IT.test(rest.slice(0, rest.indexOf(list[1] ?? ''))) && !SOME_OF_IT.test(rest)
  const { total, steps } = sum(parts)
  if (!complete || parts.length < 2 || total === g.value) return []
  const gap = total > g.value ? step(total, '-', g.value) : step(g.value, '-', total)
  return [
    {
      kind: 'sum-mismatch',
      clause: g.clause,
      spans: [g.span],
      arithmetic: `Các phần cộng lại: ${parts.map((p) => num(p.value)).join(' + ')} = ${shown(total, unit)}; tổng ghi ${shown(g.value, unit)}, lệch ${num(gap.result)}.`,
      steps: [...steps, gap],
    },
  ]
}

/** "Cơ cấu kinh tế: nông nghiệp 10%, công nghiệp 60%, dịch vụ 35%": three or more shares of one structure. */
function structures(input: CheckInput): Draft[] {
  const { text, goals } = input.reading
  const told = new Set<number>()
  return goals.flatMap((g): Draft[] => {
    if (g.unit !== '%') return []
    const from = text.lastIndexOf('\n', g.span[0]) + 1
    const end = text.indexOf('\n', g.span[1])
    const line = text.slice(from, end < 0 ? text.length : end)
    if (told.has(from) || !/cơ\s+cấu/iu.test(line) || MILESTONES.test(line.replace(/^[^:]*:/, ''))) return []
    told.add(from)
    const parts = partsIn(line.slice(line.search(/cơ\s+cấu/iu)), '%')
    const { total, steps } = sum(parts)
    if (parts.length < 3 || total < 80 || total > 120 || Math.abs(total - 100) < 0.5) return []
    return [
      {
        kind: 'sum-mismatch',
        clause: g.clause,
        spans: [[from, from + line.length]],
        arithmetic: `Các tỷ trọng cộng lại: ${parts.map((p) => num(p.value)).join(' + ')} = ${num(total)}%, không bằng 100%.`,
        steps,
      },
    ]
  })
}

/** "đạt 120% số xã": more than all of them. */
function overAll(g: Goal): Draft[] {
  const level = g.unit === '%' && g.value !== null && g.value > 100 && g.measure === 'level'
  if (!level || /kế\s+hoạch|dự\s+toán|so\s+với|cùng\s+kỳ|công\s+suất|chỉ\s+tiêu\s+(?:được\s+)?giao/iu.test(g.text))
    return []
  return [
    {
      kind: 'part-over-whole',
      clause: g.clause,
      spans: [g.span],
      arithmetic: `Tỷ lệ ${num(g.value ?? 0)}% lớn hơn 100%: phần không thể lớn hơn toàn thể.`,
    },
  ]
}

/** Totals, parts and structures that do not add up. */
export const partsAndWholes = (input: CheckInput): Draft[] => [
  ...input.reading.goals.flatMap((g) => [...listed(g), ...overAll(g)]),
  ...structures(input),
]
