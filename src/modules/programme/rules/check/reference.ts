/**
 * Viện dẫn: numbers that are misspelt, do not fit their date, or contradict another mention in the same document. Only what
 * the document itself (and the calendar) shows; whether a document of that number exists is not known here.
 */
import { parseDay, showDay } from '../../../../kernel/day.ts'
import type { PlanReading } from '../../../documents/public.ts'
import { type Draft, step } from './finding.ts'
import type { CheckInput } from './input.ts'

type Reference = PlanReading['references'][number]

/** Ký hiệu viết sai: what stands there, how it is written right. */
export const SIGNS: readonly { readonly wrong: RegExp; readonly right: string; readonly why: string }[] = [
  {
    wrong: /^(\d+)\/(NQ|CT|KL|QĐ|QyĐ|KH|HD|TB|BC)-?(TW|TU)$/u,
    right: '$1-$2/$3',
    why: 'văn bản của Đảng viết số, gạch nối, loại, gạch chéo, cơ quan',
  },
  {
    wrong: /^(\d+)-(QĐ|NQ|CT|NĐ|KH)\/(UBND|HĐND|TTg|CP|BNV)$/u,
    right: '$1/$2-$3',
    why: 'văn bản hành chính viết số, gạch chéo, loại, gạch nối, cơ quan',
  },
  {
    wrong: /^(\d+(?:\/\d{4})?)\/(QĐ|CT|CĐ)-?(?:Tg|TTG|TTgg|TG|Ttg)$/u,
    right: '$1/$2-TTg',
    why: 'ký hiệu của Thủ tướng Chính phủ là TTg',
  },
  { wrong: /^(\d+(?:\/\d{4})?)\/(CT|QĐ)TTg$/u, right: '$1/$2-TTg', why: 'thiếu gạch nối giữa loại và cơ quan' },
  { wrong: /^(\d+(?:\/\d{4})?)\/ND-CP$/u, right: '$1/NĐ-CP', why: 'ký hiệu của nghị định là NĐ' },
  { wrong: /^(\d+(?:\/\d{4})?)\/QD-(.+)$/u, right: '$1/QĐ-$2', why: 'ký hiệu của quyết định là QĐ' },
  { wrong: /^(\d+)\/(\d{4})\/(NĐ|NQ)CP$/u, right: '$1/$2/$3-CP', why: 'thiếu gạch nối giữa loại và cơ quan' },
]

/** Khóa Quốc hội: first and last year of the acts that bear it. */
const TERMS: Readonly<Record<string, readonly [number, number]>> = {
  QH10: [1997, 2002],
  QH11: [2002, 2007],
  QH12: [2007, 2011],
  QH13: [2011, 2016],
  QH14: [2016, 2021],
  QH15: [2021, 2026],
  QH16: [2026, 2031],
}

const name = (r: Reference): string => `${r.kind} số ${r.number}`
const dated = (r: Reference): string => (r.date === null ? '' : ` ngày ${showDay(parseDay(r.date))}`)
const full = (r: Reference): string => `${name(r)}${dated(r)}`

const found = (r: Reference, arithmetic: string, more: Partial<Draft> = {}): Draft => ({
  kind: 'reference',
  clause: r.basis ? 'phần căn cứ' : 'viện dẫn',
  spans: [r.span],
  arithmetic,
  ...more,
})

function malformed(r: Reference): Draft[] {
  const rule = SIGNS.find((s) => s.wrong.test(r.number))
  const right = r.normalised ?? (rule === undefined ? null : r.number.replace(rule.wrong, rule.right))
  if (right === null || right === r.number) return []
  return [
    found(
      r,
      `Ký hiệu "${r.number}" viết sai quy cách${rule === undefined ? '' : ` (${rule.why})`}; có thể là "${right}".`,
      {
        severity: 'note',
        proposal: `Đối chiếu và xem xét sửa thành "${right}".`,
      },
    ),
  ]
}

/** The year inside the number, or the term of the National Assembly, against the date. */
function wrongYear(r: Reference): Draft[] {
  if (r.date === null) return []
  const year = Number(r.date.slice(0, 4))
  const inside = /^\d+\/((?:19|20)\d{2})\//u.exec(r.number)?.[1]
  if (inside !== undefined && Number(inside) !== year)
    return [
      found(r, `${full(r)}: năm trong số hiệu là ${inside}, năm của ngày ban hành là ${year}.`, {
        severity: 'contradiction',
      }),
    ]
  const term = TERMS[/\/(QH\d{2})$/u.exec(r.number)?.[1] ?? '']
  if (term !== undefined && (year < term[0] || year > term[1]))
    return [
      found(
        r,
        `${full(r)}: khóa Quốc hội trong ký hiệu làm việc từ năm ${term[0]} đến năm ${term[1]}, không phải năm ${year}.`,
        { severity: 'contradiction' },
      ),
    ]
  return []
}

/** A document cannot rest on one that is younger. */
function younger(r: Reference, input: CheckInput): Draft[] {
  const sure = ['given', 'written'].includes(input.on.basis)
  if (!sure || r.date === null || r.date <= input.on.day) return []
  return [
    found(
      r,
      `${full(r)} được viện dẫn trong văn bản ngày ${showDay(input.on.day)}: ngày viện dẫn sau ngày của văn bản.`,
      { severity: 'contradiction' },
    ),
  ]
}

/** "45", "-nq/tw" of "45-NQ/TW". */
export function digitsAndSign(number: string): { digits: string; sign: string } | null {
  const m = /^(\d+)(.*)$/u.exec(number)
  return m ? { digits: m[1] ?? '', sign: (m[2] ?? '').toLowerCase() } : null
}

/** One number is the other with two neighbouring digits exchanged. */
export function swapped(a: string, b: string): boolean {
  if (a === b || a.length !== b.length || a.length < 2) return false
  const off = [...a].flatMap((c, i) => (c === b[i] ? [] : [i]))
  const [i, j] = off
  return off.length === 2 && i !== undefined && j === i + 1 && a[i] === b[j] && a[j] === b[i]
}

const sameIssuer = (a: Reference, b: Reference): boolean =>
  a.issuer === null ||
  b.issuer === null ||
  a.issuer === b.issuer ||
  a.issuer.startsWith(b.issuer) ||
  b.issuer.startsWith(a.issuer)

function sameNumber(a: Reference, b: Reference): Draft[] {
  if (a.date === null || b.date === null || a.date === b.date || !sameIssuer(a, b)) return []
  const [x, y] = [Number(a.date.slice(0, 4)), Number(b.date.slice(0, 4))]
  const spans = [a.span, b.span]
  if (x === y)
    return [
      found(
        b,
        `Cùng số ${b.number} nhưng ghi hai ngày: ${showDay(parseDay(a.date))} và ${showDay(parseDay(b.date))}; một văn bản chỉ có một ngày.`,
        { spans, severity: 'contradiction' },
      ),
    ]
  const gap = step(Math.max(x, y), '-', Math.min(x, y))
  return [
    found(
      b,
      `Cùng số ${b.number} ở hai năm ${x} và ${y} (${gap.a} - ${gap.b} = ${gap.result} năm): có thể là hai văn bản khác nhau, hoặc một nơi ghi sai năm.`,
      { spans, steps: [gap], severity: 'note' },
    ),
  ]
}

function pairOf(a: Reference, b: Reference): Draft[] {
  if (a.number.toLowerCase() === b.number.toLowerCase()) return sameNumber(a, b)
  const [p, q] = [digitsAndSign(a.number), digitsAndSign(b.number)]
  if (p === null || q === null || p.sign !== q.sign || !swapped(p.digits, q.digits)) return []
  // Two days that are both written and differ are two documents.
  if (a.date !== null && b.date !== null && a.date !== b.date) return []
  return [
    found(
      b,
      `${full(a)} và ${full(b)} chỉ khác nhau ở hai chữ số đổi chỗ (${p.digits}, ${q.digits}): nghi là một văn bản viết hai cách.`,
      { spans: [a.span, b.span] },
    ),
  ]
}

/** The deepest clause whose words hold the place; null in the opening. */
export function clauseAt(r: PlanReading, at: number): string | null {
  const holds = (x: { span: readonly [number, number] }): boolean => x.span[0] <= at && at < x.span[1]
  const item = [...r.goals, ...r.tasks].find(holds)
  if (item !== undefined) return item.clause
  const below = (list: PlanReading['sections']): string | null => {
    const own = list.findLast((s) => s.span[0] <= at)
    return own === undefined ? null : (below(own.children) ?? own.path)
  }
  return below(r.sections)
}

/** References that need another look. */
export const referenceErrors = (input: CheckInput): Draft[] => {
  const { references } = input.reading
  const all = [
    ...references.flatMap((r) => [...malformed(r), ...wrongYear(r), ...younger(r, input)]),
    ...references.flatMap((a, i) => references.slice(i + 1).flatMap((b) => pairOf(a, b))),
  ]
  return all.map((d) => ({ ...d, clause: clauseAt(input.reading, d.spans.at(-1)?.[0] ?? 0) ?? d.clause }))
}
