/** Dữ liệu mẫu cho phiếu rà soát: defects that the real plan document has. */
import { day } from '../../../kernel/day.ts'
import type { ReviewNoteInput } from './review-note.ts'

/** A note on the plan. */
export const noteInput = (): ReviewNoteInput => ({
  issuer: { superior: 'Ủy ban nhân dân tỉnh Hải Dương', body: 'Sở Nội vụ', place: 'Hải Dương' },
  number: { number: '7', symbol: 'PRS-SNV' },
  date: day('2024-05-03'),
  year: 2024,
  document:
    'Kế hoạch số 1459/KH-UBND ngày 22/4/2024 của Ủy ban nhân dân tỉnh triển khai thực hiện Nghị quyết số 45-NQ/TW',
  shortName: 'Kế hoạch số 1459/KH-UBND',
  addressees: ['Văn phòng Ủy ban nhân dân tỉnh'],
  counts: [
    { label: 'mục tiêu', count: 22 },
    { label: 'nhiệm vụ', count: 22 },
    { label: 'văn bản được viện dẫn', count: 3 },
    { label: 'nơi nhận', count: 12 },
  ],
  defects: [
    {
      place: 'Sau mục III',
      quote: '',
      finding: 'Số mục nhảy từ III sang V, không có mục IV',
      proposal: 'Xác nhận đánh lại số mục hoặc bổ sung mục IV',
      group: 'Thể thức',
    },
    {
      place: 'Phần đầu văn bản',
      quote: 'Số: /KH-UBND',
      finding: 'Bản gửi không có số và ngày ban hành',
      proposal: 'Nhập số 1459, ngày 22/4/2024 theo sổ văn bản đi',
      group: 'Thể thức',
    },
    {
      place: 'Mục II.1, gạch đầu dòng 1',
      quote: 'lên trên 85.000 người. Đạt tỷ lệ khoảng 3% tổng dân số',
      finding: 'Với dân số khoảng 1,96 triệu người, 85.000 người tương ứng 4,3%',
      proposal: 'Theo dõi cả hai chỉ tiêu, xin ý kiến về cách tính tỷ lệ',
      group: 'Mâu thuẫn số liệu',
    },
    {
      place: 'Mục II.1, gạch đầu dòng 1',
      quote: 'Phân đầu nâng số người',
      finding: 'Lỗi chữ: "Phân đầu"',
      proposal: 'Sửa thành "Phấn đấu"',
      group: 'Chính tả',
    },
    {
      place: 'Mục III.4, gạch đầu dòng 1',
      quote: 'chuyên gia khoa học công nghệ',
      finding: 'Có thể là "chuyển giao khoa học công nghệ"',
      proposal: 'Xác nhận từ đúng',
      group: 'Chính tả',
    },
    {
      place: 'Mục III',
      quote: '',
      finding: '20 trong 22 nhiệm vụ không nêu cơ quan chủ trì',
      proposal: 'Phân công cơ quan chủ trì khi đưa vào theo dõi',
      group: 'Thiếu thông tin',
    },
  ],
  source: 'plan:1459',
  signature: { authority: ['TL. Giám đốc'], post: 'Trưởng phòng\nCông chức, viên chức', name: 'Nguyễn Minh Tuấn' },
  recipients: ['Như trên', 'Giám đốc Sở (để báo cáo)'],
  filing: 'CCVC',
})
