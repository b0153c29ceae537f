/** Họ tên mẫu: common family, middle and given names; nobody real is meant. */
import { fold } from '../kernel/text.ts'
import type { Random } from './random.ts'

const FAMILY = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Hoàng',
  'Vũ',
  'Đặng',
  'Bùi',
  'Đỗ',
  'Ngô',
  'Dương',
  'Đoàn',
  'Đào',
  'Mai',
  'Tạ',
  'Lương',
]
const WOMEN = [
  'Thị Lan',
  'Thị Hoa',
  'Thu Hà',
  'Thị Minh Nguyệt',
  'Thanh Huyền',
  'Thị Hằng',
  'Phương Thảo',
  'Thị Ánh Tuyết',
  'Ngọc Bích',
  'Thùy Dung',
  'Thị Mỹ Linh',
  'Kim Oanh',
  'Thị Yến',
  'Hồng Vân',
]
const MEN = [
  'Văn Đức',
  'Quang Minh',
  'Hữu Thắng',
  'Đình Ân',
  'Văn Hùng',
  'Thành Long',
  'Xuân Trường',
  'Ngọc Sơn',
  'Mạnh Cường',
  'Văn Khải',
  'Tiến Dũng',
  'Đăng Khoa',
  'Văn Phúc',
  'Trọng Nghĩa',
]

/** Một người mẫu. */
export type SampleName = { readonly name: string; readonly woman: boolean }

/** A full name. */
export function sampleName(random: Random): SampleName {
  const woman = random.chance(0.5)
  return { name: `${random.pick(FAMILY)} ${random.pick(woman ? WOMEN : MEN)}`, woman }
}

/** "hoa.syt": given name and the last part of the body's code. */
export const sampleUsername = (name: string, bodyCode: string): string =>
  `${fold(name).split(' ').at(-1) ?? 'nguoi'}.${(bodyCode.split('.').slice(1).join('-') || bodyCode).toLowerCase().replaceAll(/[^a-z0-9-]/g, '')}`
