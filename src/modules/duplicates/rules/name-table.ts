/**
 * Tần suất họ, đệm, tên khi cơ sở dữ liệu còn ít người. Families: Lê Trung Hoa, "Họ và tên người Việt Nam" (NXB Khoa học xã hội,
 * 2005), as cited by the public tables of Vietnamese family names; families under 0,5% and all đệm and given names are working
 * estimates without a published source: they only matter until the register itself has counted enough people.
 */

/** "nguyễn 38.4 trần 11" (percent) -> shares. */
const shares = (text: string): ReadonlyMap<string, number> =>
  new Map(
    [...text.matchAll(/([\p{L}\p{M}]+) ([\d.]+)/gu)].map(([, name = '', percent]) => [name, Number(percent) / 100]),
  )

/** Họ -> share of people. */
export const FAMILY_SHARES: ReadonlyMap<string, number> = shares(`
  nguyễn 38.4 trần 11 lê 9.5 phạm 7.1 hoàng 3.9 huỳnh 1.2 phan 4.5 vũ 2.8 võ 1.1 đặng 2.1 bùi 2 đỗ 1.4 hồ 1.3 ngô 1.3 dương 1
  lý 0.5 đào 0.5 đoàn 0.5 trịnh 0.4 đinh 0.4 lương 0.4 mai 0.3 phùng 0.3 tạ 0.3 vương 0.2 hà 0.4 cao 0.3 tô 0.2 lưu 0.2 trương 0.5
  chu 0.2 quách 0.1 tăng 0.1 thái 0.2 lâm 0.2 châu 0.1 kiều 0.1 nghiêm 0.1 đàm 0.1 la 0.1 mạc 0.1 khổng 0.05 từ 0.05 giang 0.05
  tống 0.1 triệu 0.1 hứa 0.05 vi 0.05 nông 0.1 ma 0.05 lò 0.05 sầm 0.02 lục 0.02 doãn 0.05 thân 0.05 an 0.03 bạch 0.05 âu 0.02 tôn 0.05
  quàng 0.02 cầm 0.02 giàng 0.05 thào 0.03 lường 0.05 hoa 0.01 hán 0.01 lại 0.1 lã 0.05 phí 0.03 ninh 0.03 cù 0.03 nhữ 0.02 vừ 0.02
  đồng 0.05 khúc 0.03 viên 0.01 thạch 0.03 sơn 0.02 kim 0.02 y 0.02 h 0.01 đồ 0.01 ông 0.01 lương 0.4 bành 0.01 đậu 0.05 văn 0.05
`)

/** Tiếng đệm -> share of people who have it among theirs. */
export const MIDDLE_SHARES: ReadonlyMap<string, number> = shares(`
  thị 33 văn 17 thu 3 thanh 4 minh 4 ngọc 3.5 hồng 2.5 đức 3 hữu 2.5 xuân 2.5 quang 3 đình 2.5 thúy 1.5 kim 1.6 bích 1.2 phương 2
  mai 1 lan 0.8 tuấn 1.5 quốc 2 anh 1.5 hoàng 2 mạnh 1.5 công 1.8 duy 1.5 trọng 1.2 việt 1.3 thế 1.5 bá 1.2 huy 1.2 ánh 0.6 hải 1 hà 1
  như 0.8 mỹ 0.7 diệu 0.6 cẩm 0.3 tiến 1 ngân 0.1 bảo 0.8 gia 0.6 khánh 0.8 trung 0.9 thành 1.2 trường 0.5 sỹ 0.5 sĩ 0.2 khắc 0.6
  vũ 0.5 thùy 0.9 tuyết 0.5 hoài 0.6 thái 0.6 phúc 0.4 huyền 0.3 nhật 0.6 tất 0.3 viết 0.5 doãn 0.2 quý 0.3 hùng 0.3 đăng 0.8 nữ 0.1
  thiện 0.2 lệ 0.3 linh 0.3 yến 0.3 vân 0.4 quỳnh 0.4 trúc 0.2 kiều 0.2 tố 0.2 hạnh 0.2 nam 0.3 sơn 0.2 bình 0.2 chí 0.4 cao 0.2 phú 0.3
`)

/** Tên -> share of people. */
export const GIVEN_SHARES: ReadonlyMap<string, number> = shares(`
  anh 2.6 hương 2 hà 2 hùng 1.6 hằng 1.4 huyền 1.3 hoa 1.5 hải 1.5 hạnh 1.2 hiền 1.4 linh 1.6 lan 1.5 loan 0.9 minh 1.5 mai 1.2 nga 1.2
  ngọc 1.2 nhung 1.2 phương 1.8 thảo 1.2 thủy 1.7 thúy 1.1 thu 1.1 trang 1.6 tuấn 1.6 tùng 0.9 thanh 1.5 thắng 1.1 thành 1.2 dũng 1.3 dung 1
  đức 1.1 cường 1.2 bình 1.2 nam 1.1 sơn 1.2 long 0.9 quang 0.8 trung 0.9 tâm 0.9 yến 0.9 vân 1.1 oanh 0.8 hường 0.6 hưng 0.7 hòa 1
  huệ 0.8 hồng 1.1 lý 0.4 liên 0.9 lệ 0.2 kiên 0.6 khánh 0.5 hiếu 0.7 hoàng 0.6 huy 0.6 duy 0.4 đạt 0.5 giang 0.7 bích 0.3 chung 0.4 chi 0.5
  chinh 0.3 công 0.3 dương 0.6 đông 0.4 hậu 0.5 hiệp 0.4 hoan 0.2 hợp 0.2 khoa 0.3 lâm 0.5 lợi 0.4 luyến 0.3 mạnh 0.6 my 0.2 nghĩa 0.4
  ngân 0.6 nguyên 0.3 nhàn 0.3 ninh 0.3 phong 0.5 phúc 0.5 quân 0.6 quyên 0.4 quyết 0.3 quỳnh 0.7 quý 0.4 sáng 0.2 sinh 0.2 tân 0.3 thái 0.4
  thịnh 0.4 thoa 0.5 thơm 0.4 thêu 0.2 thọ 0.3 thùy 0.5 tiến 0.7 tình 0.4 toàn 0.6 trà 0.3 trọng 0.2 tú 0.6 tuyên 0.2 tuyết 0.8 vinh 0.4
  việt 0.5 vũ 0.4 xuân 0.7 xuyến 0.3 ánh 0.5 ân 0.15 an 0.7 ái 0.05 ba 0.1 bảo 0.3 bắc 0.2 bằng 0.2 cúc 0.3 diệp 0.3 diệu 0.2 duyên 0.5 đào 0.3
  định 0.2 hân 0.1 hạ 0.1 hảo 0.2 hoài 0.4 học 0.1 hội 0.1 huấn 0.1 hưởng 0.1 khang 0.1 lam 0.2 lành 0.1 lộc 0.2 lương 0.3 mận 0.1 miền 0.1
  nhân 0.2 nhị 0.05 ninh 0.3 nương 0.1 phú 0.3 phượng 0.8 sen 0.2 sang 0.2 soạn 0.05 tài 0.3 thìn 0.1 thuận 0.4 thư 0.3 tươi 0.3 út 0.03 ý 0.05
`)
