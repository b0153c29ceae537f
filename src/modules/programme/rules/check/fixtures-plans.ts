/** Kế hoạch mẫu tự soạn: small plans of other provinces and subjects, each with the mistakes its name says. */

/** A health plan: beds and doctors as rates and counts that do not agree, a share of the wrong whole, a later year lower. */
export const HEALTH_PLAN = `ỦY BAN NHÂN DÂN
TỈNH MẪU SƠN
Số: 88/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Mẫu Sơn, ngày 15 tháng 3 năm 2024

KẾ HOẠCH
Phát triển nhân lực y tế đến năm 2030

Căn cứ Nghị quyết số 20-NQ/TW ngày 25/10/2017 của Ban Chấp hành Trung ương về tăng cường công tác bảo vệ sức khỏe;
Căn cứ Nghị định số 96/2023/NĐ-CP ngày 30/12/2022 của Chính phủ quy định chi tiết Luật Khám bệnh, chữa bệnh;

I. MỤC TIÊU
1. Đến năm 2025
- Tỷ lệ trạm y tế có bác sỹ làm việc đạt 90%.
2. Đến năm 2030
- Số bác sỹ đạt 15 bác sỹ/10.000 dân.
- Toàn tỉnh có 2.500 bác sỹ.
- Tỷ lệ trạm y tế có bác sỹ làm việc đạt 85%.
- Giảm 50% số ca tử vong mẹ.
II. NHIỆM VỤ
1. Sở Y tế chủ trì, phối hợp với Sở Tài chính xây dựng đề án đào tạo bác sỹ, hoàn thành trước ngày 01/3/2024.
III. TỔ CHỨC THỰC HIỆN
1. Định kỳ trước ngày 10 tháng 12 hằng năm, các cơ quan, đơn vị báo cáo kết quả về Sở Y tế để tổng hợp, báo cáo UBND tỉnh.

Nơi nhận:
- Sở Y tế;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Nguyễn Văn Mẫu
`

/** A digital plan after districts ended: it still gives work to districts and townships. */
export const DIGITAL_PLAN = `ỦY BAN NHÂN DÂN
TỈNH MẪU HẢI
Số: 12/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Mẫu Hải, ngày 05 tháng 9 năm 2025

KẾ HOẠCH
Chuyển đổi số giai đoạn 2025 - 2030

Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị; Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ;

I. MỤC TIÊU ĐẾN NĂM 2030
- 100% cán bộ cấp huyện được bồi dưỡng kỹ năng số.
- Tỷ lệ hộ gia đình sử dụng internet cáp quang đạt 80%.
- 70% doanh nghiệp công nghệ số tồn tại sau 03 năm thành lập.
- Tỷ lệ doanh nghiệp công nghệ số đạt 10% so với tổng số doanh nghiệp thành lập mới.
II. NHIỆM VỤ
1. Sở Khoa học và Công nghệ chủ trì, phối hợp với các sở, ban, ngành triển khai nền tảng số theo Quyết định số 794/QĐ-TTg.
2. UBND các huyện, thị xã, thành phố bố trí kinh phí thực hiện.
III. TỔ CHỨC THỰC HIỆN
1. Trước ngày 20 tháng 12 hằng năm, các sở, ban, ngành báo cáo UBND tỉnh (qua Sở Khoa học và Công nghệ để tổng hợp).

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Trần Thị Mẫu
`

/** A labour plan: a count and a share of the labour force that do not fit, a list that does not add up. */
export const LABOUR_PLAN = `ỦY BAN NHÂN DÂN
THÀNH PHỐ MẪU AN
Số: 305/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Mẫu An, ngày 20 tháng 01 năm 2026

KẾ HOẠCH
Phát triển nguồn nhân lực đến năm 2030

Căn cứ Luật Việc làm số 74/2025/QH15 ngày 16/6/2025;

I. MỤC TIÊU ĐẾN NĂM 2030
1. Nâng số người lao động qua đào tạo có bằng cấp, chứng chỉ lên 400.000 người, chiếm 35% lực lượng lao động của thành phố.
2. Đào tạo 1.200 người (khu vực I: 500 người; khu vực II: 600 người).
3. Hằng năm thu hút nhân tài đạt từ 15% trở lên so với tổng số tuyển dụng mới trong năm.
II. NHIỆM VỤ
1. Sở Nội vụ chủ trì xây dựng chương trình, hoàn thành trong quý II/2026.
III. TỔ CHỨC THỰC HIỆN
1. Trước ngày 15/6 và trước ngày 15/12 hằng năm, các cơ quan báo cáo Sở Nội vụ.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Lê Văn Mẫu
`

/** A plan in which nothing is wrong: no check may speak. */
export const SOUND_PLAN = `ỦY BAN NHÂN DÂN
TỈNH MẪU BÌNH
Số: 45/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Mẫu Bình, ngày 10 tháng 02 năm 2026

KẾ HOẠCH
Nâng cao chất lượng giáo dục năm 2026

Thực hiện Nghị quyết số 29-NQ/TW ngày 04/11/2013 của Ban Chấp hành Trung ương;

I. MỤC TIÊU ĐẾN NĂM 2026
1. Tỷ lệ trường học đạt chuẩn quốc gia đạt 75% (năm 2025 là 72%).
2. 100% giáo viên mầm non cấp xã quản lý đạt chuẩn trình độ đào tạo.
II. NHIỆM VỤ
1. Sở Giáo dục và Đào tạo chủ trì, phối hợp với Sở Tài chính rà soát cơ sở vật chất trường học, hoàn thành trước ngày 30/9/2026.
III. TỔ CHỨC THỰC HIỆN
1. Sở Giáo dục và Đào tạo theo dõi, đôn đốc; báo cáo UBND tỉnh trước ngày 20 tháng 12 hằng năm.

Nơi nhận:
- Các sở, ban, ngành;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Phạm Văn Mẫu
`
