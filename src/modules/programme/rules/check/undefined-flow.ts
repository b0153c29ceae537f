/** Tỷ lệ trên số phát sinh: a share of what is newly recruited, founded or admitted has no value while nothing is, and differs by period. */
import type { Draft } from './finding.ts'
import type { CheckInput } from './input.ts'

/** Mẫu số là số phát sinh trong kỳ. */
const FLOW =
  /(?:(?:tổng\s+)?số\s+)?(?:[\p{L}, ]{0,60}?)?(?:tuyển\s+dụng\s+mới|tuyển\s+mới|mới\s+tuyển(?:\s+dụng)?|(?:được\s+)?tuyển\s+dụng|thành\s+lập\s+mới|mới\s+thành\s+lập|kết\s+nạp\s+mới|mới\s+kết\s+nạp|cấp\s+mới|đăng\s+ký\s+mới|bổ\s+nhiệm\s+mới)/iu

/** The period is said. */
const PERIOD =
  /(?:hằng|hàng|mỗi|từng|bình\s+quân)\s+năm|trong\s+năm|cả\s+giai\s+đoạn|trong\s+(?:cả\s+)?giai\s+đoạn|giai\s+đoạn\s+\d{4}|lũy\s+kế|luỹ\s+kế|\/năm/iu

/** "so với tổng số tuyển dụng mới", "trên tổng số …", "trong tổng số …": what the share is taken of, in the text itself. */
const OF = /(?:so\s+với|trên|trong|của)\s+((?:tổng\s+số|số)\s+[^,.;()]{3,80})/iu

/** The words of the flow the share is taken of; null when its whole is a stock. */
export function flowOf(denominator: string | null, text: string): string | null {
  const words =
    denominator ??
    OF.exec(text)?.[1] ??
    /%\s+((?:số\s+)?[^,.;()]{3,60}?(?:tuyển\s+(?:dụng\s+)?mới|thành\s+lập\s+mới))/iu.exec(text)?.[1] ??
    ''
  return FLOW.test(words) ? words.trim() : null
}

/** Shares of a flow without a period. */
export const undefinedFlow = (input: CheckInput): Draft[] =>
  input.reading.goals.flatMap((goal): Draft[] => {
    if (goal.unit !== '%' || goal.value === null) return []
    const flow = flowOf(goal.denominator, goal.text)
    if (flow === null || PERIOD.test(goal.text)) return []
    return [
      {
        kind: 'undefined-flow',
        clause: goal.clause,
        spans: [goal.span],
        arithmetic: `Tỷ lệ = số đạt yêu cầu : "${flow}". Mẫu số là số phát sinh trong kỳ: kỳ nào mẫu số bằng 0 thì phép chia không có kết quả, kỳ nào mẫu số nhỏ thì tỷ lệ thay đổi mạnh. Văn bản không nêu tính từng năm hay cả giai đoạn${goal.by === null ? '' : ` đến năm ${goal.by}`}, nên cùng số liệu có thể cho hai kết quả khác nhau.`,
      },
    ]
  })
