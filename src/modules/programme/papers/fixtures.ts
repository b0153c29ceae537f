/** Dữ liệu mẫu cho phiếu rà soát: findings that the real plan document gives. */
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
  addressees: ['Cơ quan soạn thảo Kế hoạch số 1459/KH-UBND'],
  counts: [
    { label: 'mục tiêu', count: 22 },
    { label: 'nhiệm vụ', count: 22 },
    { label: 'văn bản được viện dẫn', count: 3 },
    { label: 'nơi nhận', count: 12 },
  ],
  basis: 'xét theo ngày 22/04/2024 (ngày đã cho); địa bàn: Tỉnh Hải Dương',
  items: [
    {
      place: 'Mục II.1.1b',
      label: 'Số người và tỷ lệ không khớp',
      quotes: ['lên trên 85.000 người.', 'Đạt tỷ lệ khoảng 3% tổng dân số của tỉnh.'],
      finding: 'Dân số ngày 01/04/2024 là 1.971.326 người: 85.000 : 1.971.326 = 4,31%, không phải 3%.',
      ground: 'Luật Thống kê 2015',
      proposal: 'Giữ một con số làm gốc, tính lại con số kia.',
      group: 'Mâu thuẫn, phải xử lý',
    },
    {
      place: 'Mục III.1, III.2',
      label: 'Không nêu một cơ quan chủ trì',
      quotes: [],
      finding: '21 : 22 = 95,45% nhiệm vụ không nêu một cơ quan chủ trì.',
      ground: 'Yêu cầu 6 rõ trong phân công nhiệm vụ',
      proposal: 'Giao một cơ quan chủ trì cho từng nhiệm vụ.',
      group: 'Chưa đo được hoặc chưa rõ',
    },
  ],
  figures: [
    {
      what: 'Dân số, Tỉnh Hải Dương, ngày 01/04/2024',
      value: '1.971.326 người',
      source: 'danso.asia, dẫn cơ quan thống kê',
      used: true,
    },
    {
      what: 'Dân số, Tỉnh Hải Dương, bình quân năm 2023',
      value: '1.956.900 người',
      source: 'Niên giám thống kê (chưa kiểm chứng)',
      used: false,
    },
  ],
  slips: [
    {
      place: 'Phần đầu',
      label: 'Thể thức, câu chữ của văn bản',
      quotes: ['Số: /KH-UBND'],
      finding: 'Thiếu số văn bản. Bản gửi không có số và ngày ban hành.',
      ground: 'Nghị định số 30/2020/NĐ-CP, Phụ lục I',
      proposal: 'Xem lại theo bản đã ký.',
      group: 'Lưu ý',
    },
    {
      place: 'Mục II.1.1',
      label: 'Thể thức, câu chữ của văn bản',
      quotes: ['Phân đầu'],
      finding: 'Nghi lỗi nhận dạng chữ. “Phân đầu” nghi là “Phấn đấu”.',
      ground: 'Nghị định số 30/2020/NĐ-CP, Phụ lục I',
      proposal: 'Xem xét sửa thành "Phấn đấu".',
      group: 'Lưu ý',
    },
  ],
  source: 'plan:1459',
  signature: { authority: ['TL. Giám đốc'], post: 'Trưởng phòng\nCông chức, viên chức', name: 'Nguyễn Minh Tuấn' },
  recipients: ['Như trên', 'Giám đốc Sở (để báo cáo)'],
  filing: 'CCVC',
})
