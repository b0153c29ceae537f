/** Từ chối của bản nháp biến động. */
import { refuse } from '../../../kernel/result.ts'

/** The draft was applied or given up meanwhile, or never was. */
export const DRAFT_GONE = refuse(
  'absent',
  'draft.gone',
  'Bản nháp này đã thực hiện, đã bỏ hoặc không có. Xem danh sách biến động tổ chức.',
)

/** Somebody else changed the draft. */
export const DRAFT_CHANGED = refuse(
  'stale',
  'draft.stale',
  'Bản nháp vừa được người khác sửa. Chưa ghi gì; tải lại trang để xem bản mới rồi làm tiếp.',
)
