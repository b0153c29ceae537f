/**
 * Câu chữ dùng chung: sentences that stand on more than one screen, word for word (ux.md §3.8).
 * A sentence used once lives with its page.
 */
import { showNumber } from '../kernel/number.ts'

/** Nhãn nút dùng ở nhiều trang. */
export const LABEL = {
  submitForSignature: 'Trình thủ trưởng ký',
  approveAndSubmit: 'Duyệt và nộp',
  returnReport: 'Trả lại báo cáo',
  nothingToReport: 'Không phát sinh trong kỳ',
  showFormula: 'Xem cách tính',
  undo: 'Hoàn tác',
  close: 'Đóng',
  back: 'Quay lại',
  retry: 'Thử lại',
  continueSession: 'Tiếp tục làm việc',
  saveAndNext: 'Lưu và sang mục sau',
} as const

/** "Đã lưu nháp lúc 10:42." */
export const savedAt = (time: string): string => `Đã lưu nháp lúc ${time}.`

/** The connection is gone; what was typed is safe. */
export const OFFLINE = 'Mất kết nối. Nội dung đã gõ được giữ trên máy này và sẽ gửi khi có mạng.'

/** The server did not take the draft. «Thử lại» follows as a button. */
export const NOT_SAVED = 'Chưa lưu được lên máy chủ. Nội dung vẫn còn trên máy này.'

/** The draft could be kept neither at the server nor on the machine. */
export const NOT_KEPT = 'Chưa lưu được lên máy chủ. Giữ trang này mở để không mất nội dung.'

/** "Bà Lan đã sửa ô này lúc 10:41 (44 thành 45). Chọn giá trị giữ lại." `who` begins with Ông or Bà, or is a full name. */
export const changedMeanwhile = (who: string, time: string, from: string, to: string): string =>
  `${who} đã sửa ô này lúc ${time} (${from} thành ${to}). Chọn giá trị giữ lại.`

/** "Nhập lý do trả lại, tối đa 1.000 ký tự" */
export const reasonNeeded = (of: string, max = 1000): string => `Nhập lý do ${of}, tối đa ${showNumber(max)} ký tự`

/** "Không còn việc nào đến hạn trong 7 ngày." */
export const NOTHING_DUE = 'Không còn việc nào đến hạn trong 7 ngày.'

/** "Chưa có nguồn số liệu. Cơ quan phải cung cấp: Sở Y tế." */
export const noSource = (body: string): string => `Chưa có nguồn số liệu. Cơ quan phải cung cấp: ${body}.`

/** "Số liệu tính đến 10:42 23/11/2026, theo địa giới hành chính ngày 30/06/2025." */
export const asOf = (instant: string, boundaries: string): string =>
  `Số liệu tính đến ${instant}, theo địa giới hành chính ngày ${boundaries}.`
