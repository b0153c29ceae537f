/** Ràng buộc của các bảng mà lượt nhập ghi, in words. */
export const CONSTRAINTS: Readonly<Record<string, string>> = {
  one_person_of_a_number:
    'Một số định danh trong tệp đã có ở hồ sơ khác. Chưa ghi gì; kiểm tra lại lô để thấy dòng nào.',
  one_main_post_on_a_day: 'Một người trong tệp có hai vị trí công tác chính cùng ngày. Chưa ghi gì; kiểm tra lại lô.',
  one_fact_of_a_slot_on_a_day: 'Một người trong tệp có hai mục cùng nhóm cùng ngày. Chưa ghi gì; kiểm tra lại lô.',
}
