/** Nhóm theo dõi: a goal on what people do some years after they began has no value before the first of them got there. */
import { yearOf } from '../../../../kernel/day.ts'
import { type Draft, step } from './finding.ts'
import type { CheckInput } from './input.ts'

/** Forms of a wait. Group 1 = number, group 2 = unit; what follows tells since when. */
const WAITS: readonly RegExp[] = [
  /(?:ở\s+lại|gắn\s+bó|duy\s+trì|tiếp\s+tục|có\s+việc\s+làm|hoạt\s+động|phục\s+vụ|tồn\s+tại|công\s+tác)[^.;]{0,80}?\s(?:tối\s+thiểu|ít\s+nhất|sau|từ)\s+(\d{1,2})\s+(năm|tháng)/iu,
  /sau\s+(\d{1,2})\s+(năm|tháng)\s+(?:được\s+thu\s+hút|tốt\s+nghiệp|được\s+tuyển|tuyển\s+dụng|được\s+đào\s+tạo|ra\s+trường|thành\s+lập|kể\s+từ|khởi\s+nghiệp|thoát\s+nghèo)/iu,
  /trong\s+(?:vòng\s+)?(\d{1,2})\s+(năm|tháng)\s+sau\s+(?:khi|đào\s+tạo|tốt\s+nghiệp)/iu,
]

/** "sau 05 năm thực hiện Nghị quyết": the age of a policy, not of people. */
const OF_POLICY = /^\s*(?:triển\s+khai|thực\s+hiện|thi\s+hành|ban\s+hành|tổ\s+chức\s+thực\s+hiện|nữa)/iu

const BEGAN =
  /^\s*(?:kể\s+từ\s+khi\s+|sau\s+khi\s+|khi\s+)?(được\s+thu\s+hút|tốt\s+nghiệp|được\s+tuyển\s+dụng|tuyển\s+dụng|được\s+đào\s+tạo|ra\s+trường|thành\s+lập|khởi\s+nghiệp|thoát\s+nghèo)/iu

type Wait = { readonly years: number; readonly began: string }

/** The wait a goal speaks of, in whole years; null when it speaks of none. */
export function waitIn(text: string): Wait | null {
  for (const form of WAITS) {
    const m = form.exec(text)
    if (!m) continue
    const n = Number(m[1])
    const rest = text.slice(m.index + m[0].length)
    const years = m[2]?.toLowerCase() === 'năm' ? n : Math.ceil(n / 12)
    const policy = OF_POLICY.test(rest) || /\d{4}/.test(m[1] ?? '')
    const began =
      /(được\s+thu\s+hút|tốt\s+nghiệp|được\s+tuyển\s+dụng|tuyển\s+dụng|được\s+đào\s+tạo|ra\s+trường|thành\s+lập|khởi\s+nghiệp|thoát\s+nghèo)$/iu.exec(
        m[0],
      )?.[1]
    if (!policy && years > 0) return { years, began: began ?? BEGAN.exec(rest)?.[1] ?? 'bắt đầu được tính' }
  }
  return null
}

/** Goals on people who must first be there for some years. */
export const cohortNotMeasurable = (input: CheckInput): Draft[] =>
  input.reading.goals.flatMap((goal): Draft[] => {
    const wait = goal.value === null ? null : waitIn(goal.text)
    if (wait === null) return []
    const first = step(yearOf(input.on.day), '+', wait.years)
    const last = goal.by === null ? null : step(goal.by, '-', wait.years)
    const never = last !== null && last.result < first.a
    const end =
      last === null
        ? 'Văn bản không nêu năm phải đạt nên chưa biết nhóm cuối cùng.'
        : never
          ? `Đến năm ${last.a} chưa nhóm nào đủ ${wait.years} năm: chỉ tiêu không đo được trong kỳ của văn bản.`
          : `Để có kết quả vào năm ${last.a}, nhóm cuối cùng là nhóm ${wait.began} năm ${last.a} - ${last.b} = ${last.result}.`
    return [
      {
        kind: 'cohort-not-measurable',
        clause: goal.clause,
        ...(never ? { severity: 'contradiction' as const } : {}),
        spans: [goal.span],
        arithmetic: `Nhóm ${wait.began} năm Y chỉ có kết quả từ năm Y + ${wait.years}. Nhóm ${wait.began} năm ${first.a} đo được từ năm ${first.a} + ${first.b} = ${first.result}; trước năm đó chỉ tiêu chưa có giá trị, không phải bằng 0. ${end}`,
        steps: [first, ...(last === null ? [] : [last])],
      },
    ]
  })
