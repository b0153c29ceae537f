/** Danh sách cơ quan: "các sở, ban, ngành, UBND các huyện và Sở A" as single names. */
import { EMPTY_WORDS, LIST_START, startsBody } from './bodies.ts'
import { DEPARTMENT } from './body-words.ts'
import { cut, type Passage } from './passage.ts'

const SHARED_HEAD = /^(?:[Cc]ác\s+)?([Ss]ở|[Bb]an|[Hh]uyện|[Xx]ã|[Pp]hường|[Tt]rường|[Hh]ội)(?:\s*:\s*|\s+)(?=\p{Lu})/u

/** "Các sở: Y tế, Giáo dục và Đào tạo, Công Thương" -> a body for each; null when `p` is no such list. */
function shared(p: Passage): Passage[] | null {
  const head = /^[Cc]ác\s/u.test(p.text) ? SHARED_HEAD.exec(p.text) : null
  if (!head) return null
  const kind = (head[1] ?? '').charAt(0).toUpperCase() + (head[1] ?? '').slice(1)
  const office = kind === 'Sở'
  const out: Passage[] = []
  let from = head[0].length
  while (from < p.text.length) {
    const rest = p.text.slice(from)
    const known = office ? (DEPARTMENT.exec(rest)?.[0] ?? null) : null
    const end = known ? known.length : rest.search(/\s*[,;]|\s+và\s/u)
    const name = cut(p, from, end < 0 ? p.text.length : from + end)
    if (!/^\p{Lu}/u.test(name.text) || startsBody(name.text)) break
    const at = [...Array.from({ length: kind.length + 1 }, () => name.at[0] ?? 0), ...name.at]
    out.push({ text: `${kind} ${name.text}`, at })
    const next = end < 0 ? null : /^\s*(?:[,;]\s*(?:và\s+)?|và\s+)/u.exec(rest.slice(end))
    if (!next) {
      const tail = cut(p, from + Math.max(0, end))
      return end < 0 || tail.text === '' || /^(?:tỉnh|thành phố)$/iu.test(tail.text) ? out : null
    }
    from += end + next[0].length
  }
  const tail = cut(p, from)
  return tail.text === '' ? out : [...out, ...listOf(tail)]
}

/** Cuts a list of bodies ("các sở, ban, ngành, UBND các huyện và Sở A") into names. */
export function listOf(p: Passage): Passage[] {
  const out: Passage[] = []
  let from = 0
  for (const m of p.text.matchAll(
    /\s*[,;]\s+(?:[-+•]\s*)?(?:và\s+)?(?:với\s+)?|\s+(?:và|cùng)\s+(?:với\s+)?|\s*\.\s+/gu,
  )) {
    const next = m.index + m[0].length
    const joint = /^(?:Báo|Văn phòng (?:HĐND|Đoàn ĐBQH)|Ban Quản lý Khu kinh tế)$/u.test(
      p.text.slice(from, m.index).trim(),
    )
    const insideBracket = p.text.slice(from, m.index).split('(').length > p.text.slice(from, m.index).split(')').length
    if (insideBracket || (joint && /và/u.test(m[0])) || !LIST_START.test(p.text.slice(next))) continue
    out.push(cut(p, from, m.index))
    from = next
  }
  out.push(cut(p, from))
  const names = out
    .map((x) => cut(x, 0, x.text.replace(EMPTY_WORDS.pattern, '').replace(/[\s,;.:]+$/u, '').length))
    .filter((x) => /\p{L}/u.test(x.text))
  const whole =
    names[0] && /^[Cc]ác\s+(?:[Ss]ở|[Bb]an|[Hh]uyện|[Xx]ã|[Pp]hường|[Tt]rường|[Hh]ội)(?:\s*:|\s+\p{Lu})/u.test(p.text)
  return (whole ? shared(cut(p, 0, p.text.replace(/[\s,;.:]+$/u, '').length)) : null) ?? names
}
