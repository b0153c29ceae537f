/**
 * Bảng họ, đệm, tên của người mẫu: shares of families in a hundred (Lê Trung Hoa, "Họ và tên người Việt Nam", 2005, as public tables
 * cite it), middle and given names by sex and by the years they were liked in (working estimates). Nobody real is meant.
 */

/** "Nguyễn 38.4 Trần 11": a word or words joined by `_`, and a weight. */
export type Weighted = readonly (readonly [value: string, weight: number])[]

/** Reads a table of words with weights; a word without one weighs 1. */
export const weighted = (text: string): Weighted =>
  [...text.matchAll(/([^\s\d]+)(?: (\d+(?:\.\d+)?))?/gu)].map(([, word = '', weight]) => [
    word.replaceAll('_', ' '),
    weight === undefined ? 1 : Number(weight),
  ])

/** Họ. */
export const FAMILIES: Weighted = weighted(`
  Nguyễn 38.4 Trần 11 Lê 9.5 Phạm 7.1 Hoàng 3.6 Vũ 4.2 Bùi 2.4 Đỗ 2.1 Đặng 2.1 Phan 1.8 Ngô 1.3 Dương 1 Đoàn 1 Đào 0.9 Lương 0.8
  Đinh 0.7 Trịnh 0.7 Mai 0.6 Tạ 0.5 Hà 0.5 Phùng 0.4 Tăng 0.4 Hồ 0.4 Lý 0.3 Cao 0.4 Lưu 0.3 Tô 0.3 Vương 0.3 Chu 0.3 Trương 0.4 Mạc 0.4
  Khúc 0.2 Nhữ 0.15 Quách 0.1 Kiều 0.1 Nghiêm 0.15 Đàm 0.15 La 0.05 Thái 0.1 Lại 0.15 Lã 0.1 Phí 0.1 Ninh 0.1 Doãn 0.1 Thân 0.05 Vi 0.03
  Đồng 0.15 Đậu 0.05 Tống 0.1 Khổng 0.05 Giang 0.05 Bạch 0.05 Cù 0.05 Ngụy 0.02 Tiêu 0.04 Thiều 0.03 An 0.03 Tôn 0.02 Sái 0.01
`)

/** Đệm và tên của một thời. `until` = last year of birth. */
export type Era = { readonly until: number; readonly middles: Weighted; readonly givens: Weighted }

/** Nữ. Women without Thị grow more common with every decade. */
export const WOMEN: readonly Era[] = [
  {
    until: 1965,
    middles: weighted(
      'Thị 82 Thị_Kim 3 Thị_Hồng 2 Thị_Minh 2 Thị_Ngọc 1 Thị_Thanh 2 Thanh 2 Minh 1 Kim 1 Hồng 1 Ngọc 1 Bích 1',
    ),
    givens: weighted(`
      Lan 6 Hoa 5 Hương 3 Nga 5 Liên 4 Hồng 4 Mai 4 Thanh 4 Minh 3 Tuyết 4 Nhung 2 Loan 3 Oanh 3 Vân 3 Hiền 3 Hà 3 Thủy 3 Bình 3 Xuân 3 Tâm 3
      Dung 3 Yến 2 Hạnh 3 Phượng 2 Mùi 1 Cúc 2 Đào 2 Sen 1 Thơm 1 Tý 1 Dần 1 Thìn 1 Hợi 1 Nhàn 1 Thoa 2 Chín 1 Hiên 1 Vinh 1 Lý 2 Tính 1 Ngọ 1 Bé 0.3
      Út 0.2 Gái 0.3 Nụ 0.4 Mận 0.6 Miện 0.2 Vượng 0.2 Khuyên 0.5 Chắt 0.1`),
  },
  {
    until: 1985,
    middles: weighted(`
      Thị 62 Thị_Thu 5 Thị_Thanh 4 Thị_Hồng 3 Thị_Kim 3 Thị_Minh 3 Thị_Thúy 2 Thị_Bích 2 Thị_Ngọc 2 Thị_Phương 1 Thị_Lan 1 Thị_Mai 1 Thu 3 Thanh 3
      Minh 2 Hồng 2 Ngọc 2 Kim 1 Bích 1 Thúy 1 Phương 1 Hải 0.6 Mỹ 0.3 Diệu 0.3 Việt 0.2 Ánh 0.3 Lệ 0.3 Quỳnh 0.2 Thị_Ánh 0.5`),
    givens: weighted(`
      Hương 6 Hà 6 Hằng 4.5 Hiền 5 Huyền 3.5 Thủy 5 Lan 4 Hoa 4 Nga 3.5 Thúy 2.5 Thu 2.5 Mai 3 Loan 2.5 Hạnh 3 Nhung 3.5 Vân 3 Yến 2.5 Hồng 2.5 Liên 2.5 Dung 3
      Phương 3.5 Oanh 2 Hường 2 Huệ 2 Thanh 3 Anh 2 Tuyết 2 Trang 2.5 Phượng 2 Hòa 2 Nguyệt 1.5 Thảo 2 Hảo 0.8 Minh 1.5 Tâm 1.5 Xuân 1.2 Ngọc 1.5 Ngân 0.8
      Quyên 0.8 Duyên 1.2 Lý 0.8 Thoa 1 Thơm 1 Chinh 0.6 Luyến 0.8 Thêu 0.5 Tươi 0.7 Nhàn 0.6 Thuận 0.7 Xuyến 0.6 Hoài 0.6 Bình 0.8 Linh 0.8 Ánh 0.8 Cúc 0.5
      Đào 0.4 Sen 0.3 Mận 0.2 Hậu 0.6 Lương 0.4 Tình 0.5 Ninh 0.2 Khuyên 0.4 Giang 0.5 Tuyến 0.4 Quế 0.3 Vui 0.2 Ái 0.1 Diệp 0.2 Hoan 0.3 Hợp 0.3 Nết 0.1`),
  },
  {
    until: 9999,
    middles: weighted(`
      Thị 34 Thị_Thu 5 Thị_Thanh 4 Thị_Hồng 3 Thị_Ngọc 3 Thị_Phương 3 Thị_Minh 2 Thị_Lan 2 Thị_Kim 1 Thị_Mai 2 Thị_Thùy 2 Thị_Hải 1 Thị_Vân 1 Thu 5 Thanh 4
      Phương 4 Minh 3 Ngọc 5 Hồng 3 Thùy 3 Quỳnh 2 Khánh 2 Mai 2 Hà 1.5 Bích 1 Hoài 1 Diệu 1 Linh 1 Hải 1 Kiều 0.8 Mỹ 0.8 Bảo 0.8 Ánh 0.7 Như 0.6 Huyền 0.7 Vân 0.6
      Yến 0.5 Cẩm 0.2 Trà 0.2 Tú 0.4 An 0.3 Gia 0.2 Nhật 0.3 Tuệ 0.1 Thảo 0.5 Nguyễn_Thu 0.1 Vũ_Hà 0.1`),
    givens: weighted(`
      Trang 7 Linh 7 Hương 4 Hà 4.5 Phương 5 Huyền 4.5 Thảo 4.5 Anh 6.5 Hằng 3.5 Nhung 3.5 Thủy 3 Hiền 3 Ngọc 3.5 Mai 3 Lan 2.5 Yến 2.5 Thùy 1.2 Ngân 2 Quỳnh 2.5
      Dung 2 Hoa 2 Vân 2 Loan 1.5 Thu 2 Thúy 1.5 Nga 1.7 Hạnh 1.6 Duyên 1.5 Hường 1.2 Oanh 1.2 Chi 1.2 Tâm 1 Ánh 1.2 My 1 Giang 1.2 Phượng 1 Huệ 0.9 Hòa 1 Hồng 1.2
      Liên 1 Thơm 0.6 Uyên 0.5 Trà 0.4 Vy 0.6 Nhi 0.5 Thư 0.7 Tú 0.6 Diệp 0.4 Hân 0.3 Châu 0.4 Mơ 0.2 Như 0.3 Tuyết 0.6 Xuân 0.5 Lệ 0.2 Ly 0.4 Minh 0.5 An 0.3 Khánh 0.3
      Nguyệt 0.5 Bích 0.3 Quyên 0.5 Luyến 0.3 Tươi 0.2 Thoa 0.3 Hậu 0.3 Lam 0.2 Hạ 0.1 Ý 0.05`),
  },
]

/** Nam. */
export const MEN: readonly Era[] = [
  {
    until: 1965,
    middles: weighted(`
      Văn 46 Đức 5 Hữu 4 Xuân 5 Quang 4 Đình 5 Ngọc 3 Minh 2 Thanh 2 Công 2 Trọng 2 Bá 2 Khắc 2 Huy 2 Quốc 2 Thế 2 Tiến 1 Viết 1.5 Danh 0.8 Như 0.5 Tất 0.5 Sỹ 0.5 Duy 1 Mạnh 1`),
    givens: weighted(`
      Hùng 4 Dũng 3 Bình 4 Thành 3 Sơn 3 Minh 3 Hải 3 Long 2 Thắng 3 Chiến 2 Hòa 3 Khánh 1 Thanh 3 Tiến 3 Tuấn 2 Vinh 2 Quang 3 Lợi 2 Phúc 2 Thịnh 1 Thọ 1.5 Toàn 2 Đức 2 Cường 2
      Nam 2 Hưng 1 Nghĩa 1.5 Ngọc 2 Sinh 1 Tân 1 Thái 1.5 Thuận 1 Vượng 1 Luận 0.5 Hiển 0.6 Dần 0.4 Tý 0.4 Mão 0.2 Sửu 0.2 Khang 0.2 Bằng 0.5 Bảo 0.5 Lâm 1 Kỳ 0.3 Oánh 0.1 Đính 0.1
      Chức 0.2 Nhạ 0.1 Đoàn 0.3 Khoát 0.1 Ích 0.1 Uẩn 0.05`),
  },
  {
    until: 1985,
    middles: weighted(`
      Văn 36 Đức 6 Hữu 4 Xuân 4 Quang 5 Đình 4 Ngọc 3 Minh 3 Thanh 3 Công 3 Trọng 2 Bá 1.5 Khắc 1 Huy 2 Quốc 3 Thế 2 Tiến 3 Viết 1 Duy 2 Mạnh 4 Anh 2 Việt 1.5 Trung 1 Hồng 1 Hoàng 1.5
      Văn_Minh 0.1 Hải 0.5 Sỹ 0.3 Tuấn 1 Thành 1 Trường 0.5 Thái 0.4 Tất 0.3 Chí 0.5`),
    givens: weighted(`
      Hùng 5.5 Tuấn 6 Dũng 5 Cường 4.5 Thắng 4 Minh 4 Hải 4.5 Sơn 4 Nam 3 Đức 3.5 Thành 4 Hưng 3 Trung 3.5 Long 2.5 Anh 3 Quang 3 Tùng 2 Tiến 3 Hiếu 2 Bình 2.5 Toàn 2 Mạnh 2 Kiên 1.8 Đạt 1
      Huy 1.2 Quân 1.8 Vinh 1.5 Việt 1.5 Khánh 1.2 Phong 1.2 Hoàng 1.2 Duy 1 Chung 1 Hiệp 1.2 Lâm 1.5 Thanh 2 Hà 1 Đông 1 Giang 1 Tâm 1 Thịnh 1 Phúc 1 Tài 0.7 Quyết 0.8 Công 0.7 Văn 0.2 Thái 1
      Sáng 0.4 Thuận 0.8 Lợi 0.8 Khoa 0.6 Nghĩa 0.8 Thọ 0.5 Chiến 0.8 Khải 0.5 Vượng 0.6 Ngọc 0.8 Linh 0.6 Đoàn 0.4 Ân 0.2 Dục 0.05 Hậu 0.5 Luân 0.2 Tú 0.8 Trường 0.8 Hòa 1 Bắc 0.5 Tới 0.1`),
  },
  {
    until: 9999,
    middles: weighted(`
      Văn 23 Đức 7 Hữu 3 Xuân 2.5 Quang 6 Đình 3 Ngọc 3 Minh 5 Thanh 3 Công 3 Trọng 1.5 Bá 1 Huy 3 Quốc 4 Thế 1.5 Tiến 4 Duy 4 Mạnh 4 Anh 4 Việt 3 Trung 2 Hồng 1 Hoàng 4 Hải 1 Tuấn 3 Thành 2
      Trường 1 Gia 0.8 Bảo 0.8 Khánh 0.6 Nhật 1 Đăng 1.5 Thái 0.8 Phúc 0.5 Tùng 0.6 Sỹ 0.2 Nam 0.5`),
    givens: weighted(`
      Anh 6 Tuấn 4.5 Dũng 3.5 Hiếu 4 Đức 4.5 Nam 4 Long 4 Hùng 3 Cường 3 Minh 4.5 Huy 4 Thắng 3 Hải 3 Sơn 3 Tùng 3.5 Quân 3 Trung 3.5 Thành 3 Hoàng 3.5 Đạt 3 Duy 3 Kiên 2.2 Mạnh 2 Linh 1.5
      Việt 2 Khánh 1.6 Phong 1.8 Quang 2.5 Hưng 2.5 Giang 1.2 Toàn 1.5 Tiến 2 Bình 1 Vinh 1 Lâm 1.2 Khoa 1 Phúc 1.2 Thịnh 1 Tú 1.4 Trường 1.4 Tài 0.8 Dương 1.5 Chung 0.6 Hiệp 1 Công 0.6 Thái 1 An 0.6
      Bảo 0.6 Khôi 0.4 Nguyên 0.5 Nhật 0.4 Nghĩa 0.6 Đông 0.5 Lộc 0.4 Vũ 0.8 Sang 0.3 Khải 0.4 Tân 0.4 Quyền 0.2 Ân 0.1`),
  },
]

/** Tên của người các dân tộc ít người trên địa bàn: whole names, with the code of the list `dan-toc`. */
export const MINORITY: readonly { readonly ethnicity: string; readonly women: Weighted; readonly men: Weighted }[] = [
  {
    ethnicity: '02',
    women: weighted('Nông_Thị_Hằng Hoàng_Thị_Slao Ma_Thị_Nguyệt Lương_Thị_Thắm'),
    men: weighted('Nông_Văn_Chuyên Ma_Văn_Thực Bế_Ích_Quân Hoàng_Văn_Páo'),
  },
  {
    ethnicity: '03',
    women: weighted('Lò_Thị_Piêng Quàng_Thị_Xuân Cà_Thị_Hoan Lường_Thị_Hặc'),
    men: weighted('Lò_Văn_Phóng Quàng_Văn_Hặc Cầm_Bá_Thoan Lường_Văn_Tướng'),
  },
  {
    ethnicity: '06',
    women: weighted('Bùi_Thị_Mến Quách_Thị_Đông Đinh_Thị_Úy'),
    men: weighted('Bùi_Văn_Nảo Quách_Công_Thọ Đinh_Công_Sứ Hà_Công_Tín'),
  },
  {
    ethnicity: '07',
    women: weighted('Nông_Thị_Ỏn Triệu_Thị_Tấm Lục_Thị_Hòe'),
    men: weighted('Triệu_Văn_Phúng Lục_Văn_Thư Hứa_Văn_Sằm'),
  },
  {
    ethnicity: '08',
    women: weighted('Vàng_Thị_Mỷ Giàng_Thị_Dợ Sùng_Thị_Chư'),
    men: weighted('Giàng_A_Páo Vừ_Mí_Sính Sùng_A_Lử Thào_A_Vảng'),
  },
  {
    ethnicity: '09',
    women: weighted('Bàn_Thị_Ngân Triệu_Mùi_Nái Phàn_Tả_Mẩy'),
    men: weighted('Bàn_Văn_Sơn Triệu_Tài_Thông Phàn_Lở_Mềnh'),
  },
  { ethnicity: '04', women: weighted('Lý_Mỹ_Phương Trần_Ái_Hoa'), men: weighted('Lý_Vĩ_Quang Quách_Tử_Minh') },
  { ethnicity: '12', women: weighted("H'Loan_Niê H'Mai_Ayun Y_Blôm_Niê"), men: weighted('Y_Thuyên_Ênuôl Y_Thịnh_Niê') },
  { ethnicity: '18', women: weighted('Trần_Thị_Sằm Lê_Thị_Phin'), men: weighted('Trần_Văn_Phìn Tạ_Văn_Sủi') },
]

/** Người nước ngoài: name, sex and code of the list `quoc-tich`. */
export const FOREIGNERS: readonly { readonly name: string; readonly sex: 'nam' | 'nu'; readonly country: string }[] = [
  { name: 'Kim Min-seo', sex: 'nu', country: 'KR' },
  { name: 'Park Ji-hoon', sex: 'nam', country: 'KR' },
  { name: 'Tanaka Hiroshi', sex: 'nam', country: 'JP' },
  { name: 'Sato Yumi', sex: 'nu', country: 'JP' },
  { name: 'Chen Wei-ling', sex: 'nu', country: 'TW' },
  { name: "Sean O'Connor", sex: 'nam', country: 'IE' },
  { name: 'Anna-Lena Fischer', sex: 'nu', country: 'DE' },
  { name: 'Rajesh Kumar', sex: 'nam', country: 'IN' },
]
