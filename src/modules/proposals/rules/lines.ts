/** Tách mục 5 thành từng kiến nghị: lines, dashes and numbers as offices type them; and whom a proposal is addressed to. */
import { squeeze } from '../../../kernel/text.ts'

const MARK = /^(?:[-–—+*•·▪]\s*|\(?\d{1,2}(?:\.\d{1,2})*[.)]\s+|\d{1,2}\s*[-–]\s+|\(?[a-zđ]\)\s*)/
const NOTHING = /^không(?: có| phát sinh)?(?: nội dung)?(?:(?:,| và)? (?:kiến nghị|đề xuất))*(?: gì| nào)?[.\s]*$/i
/** A lead of fewer words is a heading; a longer one that leads nothing is a proposal itself. */
const HEADING = 5

/**
 * The proposals of a section: every marked line begins one, unmarked lines after it belong to it; without any mark each line
 * is one. A line that ends with a colon leads the ones after it ("Đề nghị UBND tỉnh:") and stands before each of them.
 */
export function linesOf(section: string): string[] {
  const typed = section
    .split(/\r?\n/)
    .map(squeeze)
    .filter((l) => l !== '')
  const marked = typed.some((l) => MARK.test(l))
  const found: string[] = []
  let lead = ''
  let led = 0
  let open = false
  const closeLead = (): void => {
    if (lead.split(' ').length >= HEADING && led === 0) found.push(lead)
  }
  for (const line of typed) {
    const text = line.replace(MARK, '')
    if (text.endsWith(':')) {
      closeLead()
      lead = text
      led = 0
      open = false
    } else if (marked && !MARK.test(line) && open) found.push(`${found.pop() ?? ''} ${text}`)
    else {
      found.push(lead === '' ? text : `${lead} ${text}`)
      led++
      open = MARK.test(line)
    }
  }
  closeLead()
  return found.filter((t) => t !== '' && !NOTHING.test(t))
}

const BODY =
  '(?:UBND|Ủy ban|Uỷ ban|HĐND|Hội đồng|Thường trực|Ban|Tỉnh ủy|Tỉnh uỷ|Thành ủy|Trung ương|Chính phủ|Thủ tướng|Quốc hội|Bộ|Sở|Văn phòng|Liên hiệp|Đảng ủy|Mặt trận)'
const ASKED = new RegExp(
  `(?:[Đđ]ề nghị|[Kk]iến nghị(?: với)?|[Đđ]ề xuất(?: với)?)\\s+(?:các\\s+)?(${BODY}.*?)(?=\\s+(?:quan tâm|xem xét|bổ sung|sớm|ban hành|hướng dẫn|cho phép|cho|bố trí|tăng|hỗ trợ|chỉ đạo|tạo|có|cấp|trình|nghiên cứu|tiếp tục|phối hợp|tham mưu|tổ chức|thống nhất|điều chỉnh|sửa đổi)(?:\\s|$)|[,:;.]|$)`,
)

/** Kiến nghị với ai, as the sentence names it ("Đề nghị Sở Nội vụ sớm…" gives "Sở Nội vụ"); empty when it names nobody. */
export const addresseeOf = (text: string): string => ASKED.exec(text)?.[1]?.trim().slice(0, 200) ?? ''
