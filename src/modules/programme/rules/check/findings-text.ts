/** Phát hiện bằng chữ: the findings of `plan check`, as text for people and as JSON for programs. */
import { showDay } from '../../../../kernel/day.ts'
import { type Finding, sourceWords } from './finding.ts'
import type { CheckInput, DocumentDay } from './input.ts'
import { KINDS, SEVERITIES, type Severity } from './kinds.ts'

const QUOTE = 160
const MOST_QUOTES = 3

const BASIS: Readonly<Record<DocumentDay['basis'], string>> = {
  given: 'ngày ban hành đã nhập',
  written: 'ngày ghi trong văn bản',
  month: 'văn bản chỉ ghi tháng, lấy ngày đầu tháng',
  year: 'văn bản chỉ ghi năm, lấy ngày đầu năm',
  references: 'văn bản không ghi ngày, lấy ngày của văn bản viện dẫn muộn nhất',
  today: 'văn bản không ghi ngày, lấy ngày rà soát',
}

/** "01/04/2024 (văn bản chỉ ghi tháng, …)". */
export const dayWords = (on: DocumentDay): string => `${showDay(on.day)} (${BASIS[on.basis]})`

/** "Mục II.1.1b", "Các mục tiêu": where a finding stands, as a heading. */
export const placeWords = (clause: string): string =>
  /^(?:[IVXLC]+|\d+|PL)(?:[.,\s]|\d|$)/.test(clause)
    ? `Mục ${clause}`
    : clause.charAt(0).toUpperCase() + clause.slice(1)

/** Words of the document on one line, cut at a word. */
export function quote(text: string, max = QUOTE): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= max ? line : `${line.slice(0, line.lastIndexOf(' ', max))}…`
}

/** Findings of each severity that has some, gravest first. */
export const bySeverity = <F extends Finding>(list: readonly F[]): { severity: Severity; label: string; list: F[] }[] =>
  (Object.keys(SEVERITIES) as Severity[])
    .map((severity) => ({ severity, label: SEVERITIES[severity], list: list.filter((f) => f.severity === severity) }))
    .filter((g) => g.list.length > 0)

function one(f: Finding, n: number): string {
  const shown = f.evidence.slice(0, MOST_QUOTES).map((e) => `     "${quote(e.text)}"`)
  const more = f.evidence.length - shown.length
  return [
    `  ${n}. ${placeWords(f.clause)}. ${KINDS[f.kind].label} [${f.kind}]`,
    ...shown,
    ...(more > 0 ? [`     và ${more} chỗ khác`] : []),
    `     ${f.arithmetic}`,
    ...f.sources.map((s) => `     ${s.value === null ? '' : s.used ? 'Dùng: ' : 'Không dùng: '}${sourceWords(s)}`),
    `     Đề xuất: ${f.proposal}`,
  ].join('\n')
}

/** The findings for people. */
export function findingsText(list: readonly Finding[], input: CheckInput): string {
  const place = input.territories.map((t) => t.name).join(', nay thuộc ') || 'chưa rõ'
  const head = `Rà soát theo ngày ${dayWords(input.on)}; địa bàn: ${place}.`
  if (list.length === 0) return `${head}\nKhông phát hiện nội dung cần xem xét.`
  let n = 0
  const groups = bySeverity(list).map((g) =>
    [`${g.label}: ${g.list.length}`, ...g.list.map((f) => one(f, ++n))].join('\n'),
  )
  return [head, ...groups].join('\n\n')
}

/** The findings for programs: exactly these keys. */
export const findingsJson = (list: readonly Finding[]) => ({
  findings: list.map(({ kind, clause, severity, evidence, arithmetic, sources }) => ({
    kind,
    clause,
    severity,
    evidence,
    arithmetic,
    sources,
  })),
})
