/**
 * Giao việc: who leads and who co-ordinates, from the sentence, from labels ("Đơn vị chủ trì: …") or from the heading of
 * the agency under which a duty stands.
 */
import { startsBody } from './bodies.ts'
import { listOf } from './body-lists.ts'
import { nameEnd } from './name-end.ts'
import { cut, type Passage } from './passage.ts'
import { everyMatch, type Shape } from './phrase.ts'

/** Nhãn: what follows it. */
export type LabelRole = 'content' | 'lead' | 'coordinate' | 'carry-out' | 'due' | 'product' | 'other'

/** Labels of work sheets within plans. */
export const LABELS: readonly (Shape & { readonly role: LabelRole })[] = [
  {
    id: 'L3',
    role: 'lead',
    pattern:
      /(?:cơ quan|đơn vị|sở, ngành|sở, ban, ngành|đầu mối)\s+(?:(?:được giao\s+)?ch[uủ] tr[iìí]|đầu mối)(?:[^:;.]{0,40})?\s*:/iu,
    example: 'Đơn vị chủ trì tham mưu:',
  },
  {
    id: 'L3b',
    role: 'lead',
    pattern:
      /(?<=\()\s*(?=(?:Sở|UBND|Ủy ban|Ban|Công an|Văn phòng|Trung tâm|Bộ|Hội|Các)\s[^();]{2,120}\s+chủ trì\s*[;,.)])/gu,
    example: 'Rà soát danh mục dự án (Sở Tài chính chủ trì; phối hợp: Sở Xây dựng)',
  },
  { id: 'L3s', role: 'lead', pattern: /(?<![\p{L}])ch[uủ] tr[iìí](?:\s+thực hiện)?\s*:/iu, example: 'Chủ trì:' },
  {
    id: 'L4',
    role: 'coordinate',
    pattern: /(?:(?:cơ quan|đơn vị|sở, ngành|sở, ban, ngành)\s+)?ph[oôốồ]i h[oợọ]p(?:[^:;.]{0,30})?\s*:/iu,
    example: 'Cơ quan phối hợp thực hiện:',
  },
  {
    id: 'L5',
    role: 'carry-out',
    pattern: /(?:cơ quan|đơn vị|tổ chức)(?:, đơn vị)?\s+(?:tổ chức\s+)?(?:triển khai\s+)?thực hiện\s*:/iu,
    example: 'Cơ quan thực hiện:',
  },
  {
    id: 'D0',
    role: 'due',
    pattern:
      /(?:(?:thời gian|thời hạn|tiến độ|lộ trình)(?:\s+(?:thực hiện|hoàn thành|triển khai|trình|tổ chức|ban hành)){0,2}(?:,\s*\p{L}+\s*\p{L}*)?|hoàn thành(?:\s+trước)?)\s*:/iu,
    example: 'Thời gian thực hiện:',
  },
  {
    id: 'C1',
    role: 'content',
    pattern: /(?:nội dung(?:\s+(?:thực hiện|công việc|nhiệm vụ))?|nhiệm vụ)\s*:/iu,
    example: 'Nội dung thực hiện:',
  },
  {
    id: 'P1',
    role: 'product',
    pattern: /(?:sản phẩm|kết quả)(?:\s+(?:dự kiến|đầu ra|hoàn thành|thực hiện))?\s*:/iu,
    example: 'Sản phẩm dự kiến:',
  },
  {
    id: 'K1',
    role: 'other',
    pattern: /(?:kinh phí(?:\s+thực hiện)?|nguồn kinh phí|hình thức(?:\s+thực hiện)?|đối tượng|địa điểm|phạm vi)\s*:/iu,
    example: 'Kinh phí thực hiện:',
  },
]

/** One labelled stretch: the role and the words after the label. */
export type Labelled = { readonly role: LabelRole; readonly body: Passage; readonly start: number }

/** Length of a label's words without what closes the sentence or the bracket around it. */
function endOf(text: string): number {
  const bare = text.replace(/[\s.;(]+$/u, '')
  return bare.includes('(') ? bare.length : bare.replace(/[\s.;)]+$/u, '').length
}

/** The labelled stretches of a paragraph; a label counts at its start or after the end of a sentence. */
export function labelsIn(p: Passage): Labelled[] {
  const hits: { role: LabelRole; start: number; bodyStart: number }[] = []
  for (const { role, pattern } of LABELS) {
    for (const m of everyMatch(pattern, p.text)) {
      const before = p.text.slice(0, m.index).trimEnd()
      const opens = before === '' || /[.;(]$/u.test(before) || /^[-+*]$/u.test(before.slice(-1))
      if (m[0] === '' && hits.some((h) => h.start === m.index)) continue
      const overlaps = hits.some((h) => m.index < h.bodyStart && h.start < m.index + m[0].length)
      if (opens && !overlaps) hits.push({ role, start: m.index, bodyStart: m.index + m[0].length })
    }
  }
  hits.sort((a, b) => a.start - b.start)
  return hits.map((h, i) => {
    const end = hits[i + 1]?.start ?? p.text.length
    const body = cut(p, h.bodyStart, end)
    const named = h.start === h.bodyStart ? body.text.replace(/\s+chủ\s+trì[\s;,.)]*$/u, '').length : endOf(body.text)
    return { role: h.role, start: h.start, body: cut(body, 0, named) }
  })
}

/** Ai làm: names as written. */
export type Assignment = {
  readonly lead: readonly Passage[]
  readonly coordinate: readonly Passage[]
  readonly support: boolean
}

/** Không ai được nêu tên. */
export const NOBODY: Assignment = { lead: [], coordinate: [], support: false }

/** Words that may open a sentence before its subject. Each is skipped up to the comma before the name of a body. */
export const OPENERS: readonly Shape[] = [
  {
    id: 'basis',
    pattern: /^(?:Căn cứ|Trên cơ sở|Theo(?!\s+dõi)|Thực hiện)\s/u,
    example: 'Căn cứ Kế hoạch này, Thủ trưởng các sở, ban, ngành xây dựng kế hoạch',
  },
  {
    id: 'R1',
    pattern:
      /^(?:Định kỳ|Hằng năm|Hàng năm|Hằng quý|Hàng quý|Hằng tháng|Hàng tháng|Trước (?:các )?ngày|Chậm nhất|Trong|Sau|Khi|Từ|Đến|Năm|Giai đoạn|Mỗi năm)(?=\s|,)/u,
    example: 'Định kỳ hằng năm, các cơ quan, đơn vị báo cáo',
  },
]

/** Verbs that give work to the name after them (L6), or ask for it (L8). */
export const GIVERS: readonly Shape[] = [
  {
    id: 'L6',
    pattern: /^(?:(?:UBND|Ủy ban nhân dân)\s+(?:tỉnh|thành phố|Thành phố)\s+)?[Gg]iao\s+(?:cho\s+)?/u,
    example: 'Giao Sở Nội vụ theo dõi việc thực hiện',
  },
  { id: 'L8', pattern: /^Đề nghị\s+/u, example: 'Đề nghị Ủy ban Mặt trận Tổ quốc tỉnh tuyên truyền' },
]

const TIMED = /^(?:Định kỳ|Hằng|Hàng|Trước|Chậm nhất|Trong|Sau|Khi|Từ|Đến)\s/u
const WORKING = /(?<!\p{L})(?:tổng hợp|báo cáo|xây dựng|tham mưu|rà soát|tổ chức|hoàn thành|chủ trì)(?!\p{L})/u

/** Where the subject of a sentence begins, past openers and givers; -1 when the sentence names nobody. */
function subjectStart(text: string): number {
  for (const giver of GIVERS) {
    const m = giver.pattern.exec(text)
    if (m && startsBody(text.slice(m[0].length))) return m[0].length
  }
  if (startsBody(text)) return 0
  if (!OPENERS.some((o) => o.pattern.test(text))) return -1
  for (const m of everyMatch(/,\s+(?:giao\s+|đề nghị\s+)?/gu, text)) {
    // "Định kỳ hằng quý tổng hợp, báo cáo UBND tỉnh, Bộ …": the work began before the comma, its bodies are addressees.
    if (TIMED.test(text) && WORKING.test(text.slice(0, m.index))) break
    const at = m.index + m[0].length
    if (startsBody(text.slice(at)) && nameEnd(text.slice(at)) > 0) return at
  }
  return -1
}

const PARTNERS = /ph[oôốồ]i\s+h[oợọ]p(?:\s+chặt\s+chẽ)?(?:\s+(?:với|cùng(?:\s+với)?))?\s+/giu

/** The partners named by the first "phối hợp với …" of `p` that names somebody, within `reach` characters. */
function partnersOf(p: Passage, reach = Number.POSITIVE_INFINITY): Passage[] {
  for (const m of everyMatch(PARTNERS, p.text)) {
    if (m.index > reach) break
    const from = m.index + m[0].length
    const rest = p.text.slice(from)
    if (!startsBody(rest) && !/^(?:các|những|doanh nghiệp|tổ chức|cơ quan|đơn vị|chính quyền|nhà trường)\s/u.test(rest))
      continue
    const sentence = /;(?:\s|$)/u.exec(rest)
    const stops = [nameEnd(rest), sentence ? sentence.index : -1].filter((i) => i >= 0)
    return listOf(cut(p, from, stops.length ? from + Math.min(...stops) : p.text.length))
  }
  return []
}

/** A title of its own before the sentence: "Chế độ báo cáo: trước ngày …", "Chiếu sáng công cộng: Thay thế …". */
const SUBTITLE = /^(?!(?:Sở|UBND|Ủy ban|Ban|Công an|Văn phòng|Đề nghị|Giao(?!\s+thông))\s)\p{Lu}[\p{Ll}\s,]{3,60}:\s+/u

/** "… theo tiêu chí mới. Giao Sở A chủ trì, phối hợp với Sở B …": the order comes in a later sentence. */
function laterOrder(p: Passage): Passage | null {
  for (const m of everyMatch(/[.;]\s+(?=\p{Lu})/gu, p.text)) {
    const rest = cut(p, m.index + m[0].length)
    const asked = /^(?:Giao|Đề nghị)\s/u.test(rest.text) && subjectStart(rest.text) >= 0
    const end = asked || !startsBody(rest.text) ? -1 : nameEnd(rest.text)
    if (asked || (end > 0 && /^chủ\s+trì(?!\p{L})/u.test(rest.text.slice(end)))) return rest
  }
  return null
}

/** Who leads and helps by the words of the sentence itself. */
export function assignmentIn(given: Passage): Assignment {
  const title = SUBTITLE.exec(given.text)
  const p = title ? cut(given, title[0].length) : given
  const own = assignmentOf(p)
  const later = own.lead.length === 0 && !/^(?:Chủ|Phối|Là|Làm)/u.test(p.text) ? laterOrder(p) : null
  return later ? assignmentOf(later) : own
}

/** "Phòng Quy hoạch, phát triển tài nguyên du lịch: Là đầu mối …": the names end at the colon. */
const NAMED = /^([^:.;()]{3,200}):\s+(?=\p{L})/u

function assignmentOf(given: Passage): Assignment {
  const alone = /^Riêng\s+/u.exec(given.text)
  const p = alone && startsBody(given.text.slice(alone[0].length)) ? cut(given, alone[0].length) : given
  const named = NAMED.exec(p.text)
  if (named?.[1] && startsBody(named[1]) && !GIVEN.test(named[1]) && !/^Các\s+\p{L}+$/u.test(named[1])) {
    const work = cut(p, named[0].length)
    const support = /^phối\s+hợp/iu.test(work.text)
    return { lead: listOf(cut(p, 0, named[1].length)), coordinate: partnersOf(work), support }
  }
  const at = subjectStart(p.text)
  if (at >= 0) {
    const rest = cut(p, at)
    const end = nameEnd(rest.text)
    if (end <= 0) return NOBODY
    const lead = listOf(cut(rest, 0, end))
    const work = cut(rest, end)
    const support = /^phối\s+hợp/iu.test(work.text)
    return { lead, coordinate: partnersOf(work), support }
  }
  if (/^(?:Chủ\s+trì|Là\s+cơ\s+quan|Làm\s+đầu\s+mối)/u.test(p.text)) return { ...NOBODY, coordinate: partnersOf(p) }
  if (/^Phối\s+hợp/u.test(p.text)) return { ...NOBODY, coordinate: partnersOf(p, 0), support: true }
  return { ...NOBODY, coordinate: partnersOf(p) }
}

/** Words by which a name that stands alone after a label or in a heading ends. */
const GIVEN =
  /(?<!\p{L})(?:chủ trì|phối hợp|chủ động|có trách nhiệm|chịu trách nhiệm|tham mưu|tổ chức thực hiện|tổ chức triển khai|triển khai|thực hiện|căn cứ|theo chức năng)(?!\p{L})/u
/** Names made of words that are also work: "Phòng Quản lý quy hoạch, kiến trúc". */
const PLAIN_NAME =
  /^(?:Phòng|Ban|Chi cục|Cục|Trung tâm|Vụ|Tổ|Quỹ|Công ty|Ngân hàng|Chi nhánh|Các|Trường|Viện|Hội)\s[^.:]{0,240}$/u

/** The bodies a heading names ("2. Sở Nội vụ"), or none when it is no agency heading. */
export function bodiesOfHeading(p: Passage): Passage[] {
  const text = p.text
    .replace(/[:.;]+$/u, '')
    .replace(/\s*\((?:là\s+)?(?:cơ quan|đơn vị)\s+(?:thường trực|đầu mối|chủ trì)[^)]*\)$/iu, '')
  const name = cut(p, 0, text.length)
  const asked = /^(?:Đề nghị|Giao|Trách nhiệm của|Nhiệm vụ của)\s+(?:các\s+cơ\s+quan:?\s+)?/u.exec(name.text)
  const bare = asked ? cut(name, asked[0].length) : name
  if (bare.text.length > 250 || !startsBody(bare.text) || GIVEN.test(bare.text)) return []
  return nameEnd(bare.text) > 0 && !PLAIN_NAME.test(bare.text) ? [] : listOf(bare)
}

/** "Cơ quan thực hiện: A chủ trì …; B, C chủ động …": the first leads, the others of later parts help. */
export function carryOut(p: Passage): Assignment {
  const parts = p.text.split(/;\s+/u)
  const first = parts[0] ?? ''
  const given = GIVEN.exec(first)
  const end = given ? given.index : -1
  if (end <= 0) return { lead: listOf(p), coordinate: [], support: false }
  const lead = listOf(cut(p, 0, end))
  const coordinate: Passage[] = [...partnersOf(cut(p, end, first.length), 20)]
  let from = first.length
  for (const part of parts.slice(1)) {
    const piece = cut(p, p.text.indexOf(part, from), p.text.indexOf(part, from) + part.length)
    from += part.length
    const stop = nameEnd(piece.text)
    if (startsBody(piece.text)) coordinate.push(...listOf(stop > 0 ? cut(piece, 0, stop) : piece))
  }
  return { lead, coordinate, support: false }
}
