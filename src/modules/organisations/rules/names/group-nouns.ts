/**
 * Cách gọi chung: the nouns of open groups ("sở", "đoàn thể", "xã") and whom each means, the qualifiers behind them,
 * and the nouns that have no fixed members. A phrase is a group when every one of its nouns stands in these tables.
 */
import type { UnitGroup, UnitKind } from '../../words.ts'
import { nameKey } from './key.ts'

/** The part of a unit that decides whether a noun means it. */
export type Member = {
  readonly kind: UnitKind
  readonly group: UnitGroup
  readonly type: string | null
  readonly name: string
}

/** Một danh từ nhóm. */
export type GroupNoun = {
  readonly id: string
  /** On phrase keys, the whole noun without "các". */
  readonly noun: RegExp
  readonly means: (u: Member) => boolean
  /** What the members are called when counted: "17 cơ quan chuyên môn thuộc UBND". */
  readonly label: string
  /** A word too general to make a group alone ("các đơn vị"). */
  readonly weak?: boolean
  readonly example: string
}

const of = (group: UnitGroup) => (u: Member) => u.group === group
const named = (group: UnitGroup, begins: RegExp) => (u: Member) => u.group === group && begins.test(nameKey(u.name))
const typed = (kind: UnitKind, type: string) => (u: Member) => u.kind === kind && u.type?.toLowerCase() === type

/** Tổ chức chính trị - xã hội: the closed list of Điều 9 Hiến pháp 2013, on name keys. */
const SOCIO_POLITICAL =
  /^(?:ủy ban mặt trận tổ quốc|liên đoàn lao động|đoàn thanh niên|hội liên hiệp phụ nữ|hội nông dân|hội cựu chiến binh)/u
const ASSOCIATION = /^(?:hội|liên hiệp|liên minh|hiệp hội)(?: |$)/u

/** Bodies. */
export const BODY_NOUNS: readonly GroupNoun[] = [
  {
    id: 'so-nganh',
    noun: /^(?:sở|ban|ngành|cơ quan chuyên môn)(?: (?:ban|ngành|thuộc ủy ban nhân dân))*$/u,
    means: of('co-quan-chuyen-mon'),
    label: 'cơ quan chuyên môn thuộc UBND',
    example: 'Các sở, ban, ngành',
  },
  {
    id: 'dang',
    noun: /^(?:ban (?:xây dựng )?đảng|cơ quan đảng|cơ quan tham mưu giúp việc(?: của)?(?: tỉnh ủy| thành ủy)?)$/u,
    means: of('dang'),
    label: 'cơ quan Đảng',
    example: 'Các ban Đảng',
  },
  {
    id: 'doan-the',
    noun: /^(?:(?:mặt trận(?: tổ quốc)?(?: việt nam)? và các )?(?:đoàn thể|tổ chức)(?: chính trị xã hội)|đoàn thể|hội đoàn thể)$/u,
    means: (u) => u.group === 'mat-tran-doan-the' && SOCIO_POLITICAL.test(nameKey(u.name)),
    label: 'tổ chức chính trị - xã hội',
    example: 'Các tổ chức chính trị - xã hội tỉnh',
  },
  {
    id: 'hoi',
    noun: /^(?:hội|tổ chức hội|hội (?:đặc thù|quần chúng|nghề nghiệp)|tổ chức xã hội(?: nghề nghiệp)?)$/u,
    means: named('mat-tran-doan-the', ASSOCIATION),
    label: 'hội',
    example: 'Các hội',
  },
  {
    id: 'su-nghiep',
    noun: /^đơn vị sự nghiệp(?: công lập| công)?$/u,
    means: of('don-vi-su-nghiep'),
    label: 'đơn vị sự nghiệp',
    example: 'Các đơn vị sự nghiệp công lập thuộc UBND tỉnh',
  },
  {
    id: 'dai-hoc',
    noun: /^(?:(?:trường )?đại học|học viện)$/u,
    means: named('don-vi-su-nghiep', /^(?:trường đại học|đại học|học viện) /u),
    label: 'trường đại học',
    example: 'Các trường đại học',
  },
  {
    id: 'cao-dang',
    noun: /^(?:trường )?cao đẳng(?: nghề)?$/u,
    means: named('don-vi-su-nghiep', /^(?:trường )?cao đẳng /u),
    label: 'trường cao đẳng',
    example: 'Các trường đại học, cao đẳng',
  },
  {
    id: 'benh-vien',
    noun: /^bệnh viện$/u,
    means: named('don-vi-su-nghiep', /^bệnh viện /u),
    label: 'bệnh viện',
    example: 'Các bệnh viện',
  },
  {
    id: 'nganh-doc',
    noun: /^(?:cơ quan |đơn vị )?(?:ngành dọc|trung ương(?: đóng)?)$/u,
    means: of('nganh-doc'),
    label: 'cơ quan ngành dọc, lực lượng vũ trang',
    example: 'Các cơ quan Trung ương đóng trên địa bàn tỉnh',
  },
  {
    id: 'co-quan',
    noun: /^(?:cơ quan|cơ quan hành chính(?: nhà nước)?)$/u,
    means: of('co-quan-chuyen-mon'),
    label: 'cơ quan chuyên môn thuộc UBND',
    weak: true,
    example: 'Các cơ quan, đơn vị, địa phương',
  },
  {
    id: 'don-vi',
    noun: /^đơn vị$/u,
    means: of('don-vi-su-nghiep'),
    label: 'đơn vị sự nghiệp',
    weak: true,
    example: 'Các cơ quan, đơn vị',
  },
]

const place = (kind: UnitKind, noun: string, more = ''): GroupNoun => ({
  id: `${kind}:${noun}`,
  noun: new RegExp(`^${noun}${more}$`, 'u'),
  means: typed(kind, noun),
  label: noun,
  example: `UBND các ${noun}`,
})

/** Places of one type. Two types of one level named together mean the whole level ("các xã, phường"). */
export const PLACE_NOUNS: readonly GroupNoun[] = [
  place('district', 'huyện'),
  { ...place('district', 'thị xã'), noun: /^thị(?: xã)?$/u },
  { ...place('district', 'thành phố'), noun: /^thành(?: phố)?$/u },
  place('district', 'quận'),
  place('commune', 'xã'),
  place('commune', 'phường'),
  place('commune', 'thị trấn'),
  place('commune', 'đặc khu'),
]

/** Whole levels. `địa phương` is the level right below the province. */
export const LEVEL_NOUNS: readonly { noun: RegExp; kind: 'district' | 'commune' | 'below'; example: string }[] = [
  { noun: /^(?:cấp huyện|đơn vị hành chính cấp huyện)$/u, kind: 'district', example: 'UBND cấp huyện' },
  { noun: /^(?:cấp xã|đơn vị hành chính cấp xã|cơ sở)$/u, kind: 'commune', example: 'UBND cấp xã' },
  { noun: /^địa phương$/u, kind: 'below', example: 'Các địa phương' },
]

/** Danh từ không có thành viên cố định: the register cannot say who. */
export const OPEN_NOUNS: readonly { noun: RegExp; example: string }[] = [
  { noun: /^(?:tổ chức|cá nhân|tổ chức cá nhân)$/u, example: 'Các tổ chức, cá nhân' },
  { noun: /^(?:doanh nghiệp|hợp tác xã|hộ gia đình)(?: .*)?$/u, example: 'Các doanh nghiệp' },
  { noun: /^cơ quan (?:thông tấn|báo chí|truyền thông|thông tin)(?: .*)?$/u, example: 'Cơ quan thông tấn báo chí' },
  { noun: /^(?:báo chí|truyền thông|báo|đài)$/u, example: 'Các cơ quan thông tấn, báo chí' },
  { noun: /^cơ sở (?:giáo dục|đào tạo|y tế|khám|nghiên cứu)(?: .*)?$/u, example: 'Các cơ sở giáo dục' },
  { noun: /^đơn vị (?:trực thuộc|liên quan|chức năng)$/u, example: 'Các đơn vị trực thuộc' },
]

/** Từ bổ nghĩa đứng sau: taken off the end of a phrase, or off a noun. */
export type Qualifier = {
  readonly at: RegExp
  /** `place` says nothing more; `party` turns bodies into Party bodies; `open` = nobody in particular. */
  readonly turns: 'place' | 'party' | 'open'
  readonly example: string
}

/** Qualifiers; `SEAT` stands for the type and name of the province of the document. */
export const QUALIFIERS: readonly Qualifier[] = [
  {
    at: / (?:có )?liên quan(?: khác)?(?: .*)?$/u,
    turns: 'open',
    example: 'các cơ quan, đơn vị có liên quan',
  },
  { at: / khác$/u, turns: 'open', example: 'các cơ quan, tổ chức khác' },
  {
    at: / (?:được|đã được) (?:phân công|giao)(?: .*)?$/u,
    turns: 'open',
    example: 'Các cơ quan được phân công chủ trì',
  },
  { at: / (?:chủ trì|phối hợp)(?: .*)?$/u, turns: 'open', example: 'Các cơ quan chủ trì thực hiện nhiệm vụ' },
  { at: / (?:nêu trên|nói trên|chức năng)$/u, turns: 'open', example: 'Các sở, ngành nêu trên' },
  {
    at: /(?: ,)?(?: thuộc| của| trực thuộc)? (?:tỉnh ủy|thành ủy)$/u,
    turns: 'party',
    example: 'Các ban, cơ quan thuộc Tỉnh ủy',
  },
  {
    at: / (?:(?:đóng )?trên địa bàn|trong toàn|toàn|trong|thuộc|trực thuộc|của|cấp) (?:ủy ban nhân dân )?SEAT$/u,
    turns: 'place',
    example: 'Các đơn vị sự nghiệp công lập thuộc UBND tỉnh',
  },
  { at: /(?<!,|và) (?:ủy ban nhân dân )?SEAT$/u, turns: 'place', example: 'Các tổ chức chính trị - xã hội tỉnh' },
  {
    at: / thuộc phạm vi quản lý(?: của)?(?: SEAT)?$/u,
    turns: 'place',
    example: 'Các đơn vị thuộc phạm vi quản lý của tỉnh',
  },
  { at: / trên địa bàn$/u, turns: 'place', example: 'Các trường đại học trên địa bàn' },
  { at: / (?:trực thuộc|thuộc) (?:các )?sở(?: .*)?$/u, turns: 'open', example: 'Các đơn vị trực thuộc sở' },
]
