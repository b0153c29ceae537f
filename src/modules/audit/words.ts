/** Từ ngữ của nhật ký: labels for the details a line may carry. */

/** Chi tiết thường gặp của một dòng nhật ký (tier A). Keys not listed are shown as they are. Nguồn: từ dùng trên các màn hình của hệ thống. */
export const DETAIL_LABELS: Readonly<Record<string, string>> = {
  address: 'Địa chỉ máy',
  username: 'Tên đăng nhập',
  name: 'Tên',
  role: 'Vai trò',
  from: 'Từ ngày',
  until: 'Đến hết ngày',
  act: 'Văn bản',
  closed: 'Số phiên đã kết thúc',
  locked: 'Tài khoản bị khóa tạm',
  sample: 'Tài khoản mẫu',
  secondStepOff: 'Gỡ xác thực hai bước',
  by: 'Cách xác thực',
  year: 'Năm',
  due: 'Thời hạn',
  code: 'Mã',
  number: 'Số, ký hiệu',
  date: 'Ngày',
  version: 'Phiên bản',
  sha256: 'Mã băm của tệp',
  file: 'Tệp',
  count: 'Số lượng',
  state: 'Trạng thái',
  unit: 'Cơ quan',
  title: 'Tiêu đề',
}

/** Loại người thực hiện. Nguồn: từ dùng trên các màn hình của hệ thống. */
export const ACTOR_KINDS: Readonly<Record<string, string>> = {
  account: 'Người dùng',
  machine: 'Hệ thống khác',
  system: 'Hệ thống',
  anonymous: 'Chưa đăng nhập',
}
