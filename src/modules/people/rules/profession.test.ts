import { describe, expect, it } from 'vitest'
import { professionOfPost, professionOfRank } from './profession.ts'

describe('nghề theo mã chức danh', () => {
  it.each<[string, string | null]>([
    ['V.07.02.26', 'gv-mam-non'],
    ['V.07.03.07', 'gv-tieu-hoc'],
    ['V.07.04.32', 'gv-thcs'],
    ['V.07.05.15', 'gv-thpt'],
    ['V.07.07.18', 'gv-thpt'],
    ['V.07.01.23', 'giang-vien'],
    ['V.07.08.22', 'giang-vien'],
    ['V.08.01.03', 'bac-si'],
    ['V.08.02.06', 'bac-si'],
    ['V.08.03.07', 'y-si'],
    ['V.08.08.22', 'duoc-si'],
    ['V.07.07.20', null],
    ['V.07.06.16', null],
    ['01.003', null],
  ])('%s', (code, profession) => {
    expect(professionOfRank(code)).toBe(profession)
  })
})

describe('nghề theo lời của vị trí', () => {
  it.each<[string, string, string | null, string | null]>([
    ['Giáo viên', 'Trường Tiểu học Gia Tân', null, 'gv-tieu-hoc'],
    ['Giáo viên mầm non', '', null, 'gv-mam-non'],
    ['Giáo viên Toán', 'Trường THPT Hồng Quang', 'to-truong', 'gv-thpt'],
    ['Giáo viên', 'Trường Tiểu học và THCS An Bình', null, 'giao-vien'],
    ['Giáo viên THCS', 'Trường Tiểu học và THCS An Bình', null, 'gv-thcs'],
    ['Hiệu trưởng', 'Trường Mầm non Hoa Sen', 'hieu-truong', 'gv-mam-non'],
    ['Hiệu trưởng', '', 'hieu-truong', null],
    ['Bác sỹ điều trị', 'Khoa Nội', null, 'bac-si'],
    ['Bác sĩ', '', 'gd-benh-vien', 'bac-si'],
    ['Giảng viên', 'Khoa Kinh tế', null, 'giang-vien'],
    ['Điều dưỡng trưởng', 'Khoa Nhi', null, 'dieu-duong'],
    ['Y sĩ', 'Trạm Y tế', null, 'y-si'],
    ['Nhân viên thiết bị', 'Trường THCS', null, null],
    ['Chuyên viên', 'Phòng Giáo dục', null, null],
  ])('%s, %s', (position, department, leadership, profession) => {
    expect(professionOfPost(position, department, leadership)).toBe(profession)
  })
})
