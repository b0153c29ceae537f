/** Thư mời nhận hồ sơ: one page to one person, with the code, how to use it, and what it does not mean. */
import { dayOf, showDay } from '../../../kernel/day.ts'
import { item, paragraph } from '../../../platform/word/official-paper.ts'
import type { PersonalPaper } from '../../../platform/word/personal-paper.ts'

/** Thư của một người. */
export type Letter = {
  readonly name: string
  readonly sex: string | null
  readonly personCode: string
  readonly body: string
  readonly code: string
  readonly endsAt: Temporal.Instant
  /** Year in which it is printed. */
  readonly year: number
}

/** "ông", "bà", or both where the record does not say. */
const address = (sex: string | null): string => (sex === 'nam' ? 'Ông' : sex === 'nu' ? 'Bà' : 'Ông/Bà')

/** The letter. The body signs it; number and date are given when it is sent. */
export function invitationLetter(l: Letter): PersonalPaper {
  const last = dayOf(l.endsAt)
  return {
    title: 'Thư mời nhận hồ sơ trí thức',
    subtitle: `Kính gửi: ${address(l.sex)} ${l.name}`,
    issuer: { superior: null, body: l.body },
    blocks: [
      paragraph(
        `${l.body} đang giữ hồ sơ trí thức của ${address(l.sex)}, mã ${l.personCode}. Kính mời ${address(l.sex)} nhận hồ sơ để xem dữ liệu đang có, báo chỗ sai, biết ai đã xem và tự chọn điều được công khai.`,
      ),
      paragraph('Mã mời: ', { text: l.code, bold: true }),
      paragraph(`Mã dùng một lần, đến hết ngày ${showDay(last)}.`),
      paragraph('Cách nhận hồ sơ:'),
      item('Mở trang đăng nhập của hệ thống, bấm «Nhận hồ sơ bằng mã mời», nhập mã mời và ngày sinh.'),
      item('Xem dữ liệu tìm thấy. Đúng thì đặt tên đăng nhập và mật khẩu rồi bấm «Đúng là tôi».'),
      item('Chọn từng mục được công khai. Không chọn mục nào thì tài khoản vẫn dùng được.'),
      paragraph(
        `Mã mời chỉ dành cho ${address(l.sex)}, không đưa cho người khác. Thư thất lạc hoặc dữ liệu không phải của mình: báo ${l.body} để thu hồi mã.`,
      ),
    ],
    place: '……………',
    date: null,
    year: l.year,
    signers: [{ title: 'Thủ trưởng cơ quan', note: '(Ký tên, đóng dấu)', name: null }],
  }
}
