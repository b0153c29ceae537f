/**
 * Từ của nhân tài: people recognised by a decision as having talent, where they work, how they leave, and how many of those
 * newly recruited they are. Of the person itself nothing stands here but the id of the dossier.
 */
import type { Day } from '../../kernel/day.ts'

/** Căn cứ công nhận. */
export type Basis = 'nd-179-2024' | 'nd-140-2017' | 'nd-40-2014' | 'nq-hdnd' | 'khac'

/** Căn cứ công nhận: label, where it comes from, and the day before which no decision can rest on it. */
export const BASES: Readonly<Record<Basis, { label: string; source: string; since: Day | null }>> = {
  'nd-179-2024': {
    label: 'Nghị định 179/2024/NĐ-CP',
    source: 'Chính sách thu hút, trọng dụng người có tài năng; hiệu lực từ 01/01/2025',
    since: '2025-01-01' as Day,
  },
  'nd-140-2017': {
    label: 'Nghị định 140/2017/NĐ-CP',
    source: 'Thu hút, tạo nguồn cán bộ từ sinh viên tốt nghiệp xuất sắc, cán bộ khoa học trẻ; ban hành 05/12/2017',
    since: '2017-12-05' as Day,
  },
  'nd-40-2014': {
    label: 'Nghị định 40/2014/NĐ-CP',
    source: 'Sử dụng, trọng dụng cá nhân hoạt động khoa học và công nghệ',
    since: '2014-01-01' as Day,
  },
  'nq-hdnd': { label: 'Nghị quyết của HĐND tỉnh', source: 'Chính sách thu hút, đãi ngộ của tỉnh', since: null },
  khac: { label: 'Văn bản khác', source: 'Nêu số, ngày ở ô ghi chú', since: null },
}

/** Nhóm được công nhận. */
export type TalentClass = 'dang-cong-tac' | 'sinh-vien-xuat-sac' | 'khoa-hoc-tre' | 'chuyen-gia'

/** Nhóm được công nhận. Nguồn: Nghị định 179/2024/NĐ-CP (ba nhóm, nhóm thứ hai gồm sinh viên và nhà khoa học trẻ). */
export const CLASSES: Readonly<Record<TalentClass, { label: string }>> = {
  'dang-cong-tac': { label: 'Cán bộ, công chức, viên chức có tài năng' },
  'sinh-vien-xuat-sac': { label: 'Sinh viên tốt nghiệp xuất sắc' },
  'khoa-hoc-tre': { label: 'Nhà khoa học trẻ tài năng' },
  'chuyen-gia': { label: 'Chuyên gia, nhà quản lý, nhà khoa học đầu ngành' },
}

/** Lý do kết thúc công nhận. */
export type EndReason = 'nguyen-vong' | 'khong-hoan-thanh' | 'vi-pham' | 'doi-linh-vuc' | 'het-thoi-han'

/** Lý do kết thúc công nhận. Nguồn: Nghị định 179/2024/NĐ-CP (theo nguyện vọng, không hoàn thành, vi phạm, thay đổi lĩnh vực ưu tiên); thời hạn ghi trong quyết định. */
export const END_REASONS: Readonly<Record<EndReason, { label: string }>> = {
  'nguyen-vong': { label: 'Theo nguyện vọng cá nhân' },
  'khong-hoan-thanh': { label: 'Không hoàn thành nhiệm vụ' },
  'vi-pham': { label: 'Vi phạm kỷ luật, pháp luật' },
  'doi-linh-vuc': { label: 'Thay đổi lĩnh vực ưu tiên' },
  'het-thoi-han': { label: 'Hết thời hạn ghi trong quyết định' },
}

/** Hình thức thôi làm việc tại một cơ quan. */
export type Exit = 'chuyen-trong-tinh' | 'nghi-huu' | 'tu-tran' | 'roi'

/**
 * Hình thức thôi làm việc: what each means for «tiếp tục làm việc sau 5 năm». `stays` goes on being followed; `allowed` is followed
 * up to that day and then neither stays nor leaves; `left` is the event that is counted.
 */
export const EXITS: Readonly<Record<Exit, { label: string; source: string; means: 'stays' | 'allowed' | 'left' }>> = {
  'chuyen-trong-tinh': {
    label: 'Chuyển công tác trong tỉnh',
    source: 'Kế hoạch, mục II.2.3: tiếp tục làm việc; chuyển trong tỉnh là còn làm việc',
    means: 'stays',
  },
  'nghi-huu': {
    label: 'Nghỉ hưu',
    source: 'Bộ luật Lao động 2019, Điều 169: hết tuổi lao động, không phải rời đi',
    means: 'allowed',
  },
  'tu-tran': { label: 'Từ trần', source: 'Không phải rời đi', means: 'allowed' },
  roi: { label: 'Rời đi', source: 'Lý do theo danh mục «Lý do người tài rời đi»', means: 'left' },
}

/** Danh mục lý do rời đi; retirement has a form of its own. */
export const LEAVING_LIST = 'ly-do-roi'

/** Mã trong danh mục lý do rời đi that is no leaving here: it is a form of its own. */
export const NOT_A_LEAVING: readonly string[] = ['nghi-huu']

/** Danh mục xếp loại khi đánh giá hằng năm. */
export const RATING_LIST = 'xep-loai-chat-luong'

/** Chế độ đã hưởng. Nguồn: Nghị định 179/2024/NĐ-CP, Điều 15, và chính sách của tỉnh. */
export const BENEFITS = {
  'phu-cap': { label: 'Phụ cấp tăng thêm' },
  'dao-tao': { label: 'Đào tạo, bồi dưỡng, khảo sát' },
  'chu-tri': { label: 'Chủ trì đề tài, dự án' },
  'nha-o': { label: 'Hỗ trợ nhà ở' },
  'nghi-duong': { label: 'Nghỉ dưỡng hằng năm' },
  'thu-hut': { label: 'Trợ cấp thu hút một lần' },
} as const

/** Chế độ đã hưởng. */
export type Benefit = keyof typeof BENEFITS

/** Mốc theo dõi: years since recognition at which there is a review. Nguồn: Kế hoạch, mục II.2.3 (sau 5 năm). */
export const MILESTONES = [1, 2, 3, 4, 5] as const

/** Số năm phải theo dõi: the goal speaks of five. */
export const YEARS = 5

/** Tình trạng làm việc of somebody recognised. */
export type Standing = 'lam-viec' | 'nghi-huu' | 'tu-tran' | 'roi'

/** Tình trạng làm việc. Nguồn: thiết kế hệ thống, từ hình thức thôi làm việc. */
export const STANDINGS: Readonly<Record<Standing, { label: string }>> = {
  'lam-viec': { label: 'Đang làm việc' },
  'nghi-huu': { label: 'Đã nghỉ hưu' },
  'tu-tran': { label: 'Đã từ trần' },
  roi: { label: 'Đã rời đi' },
}

/** Ai ghi, lúc nào, bản nào; a version that was superseded is kept. */
export type Recorded = {
  readonly version: number
  readonly recordedAt: Temporal.Instant
  readonly recordedBy: string
  readonly supersededAt: Temporal.Instant | null
}

/** Công nhận: one decision about one person, as one version of it. */
export type Recognition = Recorded & {
  /** The same for every version of one decision. */
  readonly key: string
  readonly talentId: string
  readonly number: string
  readonly decidedOn: Day
  readonly authority: string
  readonly basis: Basis
  readonly talentClass: TalentClass
  /** Code of `linh-vuc`. */
  readonly sector: string
  /** The last day of the commitment to work, when there is one. */
  readonly committedUntil: Day | null
  readonly note: string
  /** The first day on which it no longer holds, or null. Somebody who goes on working is followed all the same. */
  readonly endedOn: Day | null
  readonly endReason: EndReason | null
  readonly endDocument: string
  /** Recorded by mistake: counts nowhere. */
  readonly withdrawn: boolean
}

/** Quá trình làm việc: one stretch at one body. `leftOn` is the first day the person no longer works there. */
export type Episode = Recorded & {
  readonly key: string
  readonly talentId: string
  readonly unitId: string
  readonly from: Day
  readonly leftOn: Day | null
  readonly exit: Exit | null
  /** Code of `ly-do-roi`; only with `roi`. */
  readonly reason: string | null
  readonly document: string
}

/** Đánh giá ở một mốc. */
export type Review = Recorded & {
  readonly talentId: string
  readonly milestone: number
  readonly on: Day
  /** Code of `xep-loai-chat-luong`. */
  readonly rating: string
  readonly benefits: readonly Benefit[]
  readonly remark: string
  readonly document: string
}

/** Một người được công nhận, with all that is in force. */
export type Talent = {
  readonly id: string
  /** `NT-0001`. */
  readonly code: string
  /** The dossier that is kept now; several talents may lead to one person after a merging. */
  readonly personId: string
  /** The body at which the person works or worked last; it decides who sees this. */
  readonly unitId: string
  readonly version: number
  readonly recognitions: readonly Recognition[]
  readonly episodes: readonly Episode[]
  readonly reviews: readonly Review[]
}

/** Trạng thái của một bản số liệu tuyển dụng. */
export type RecruitmentState = 'bao-cao' | 'dinh-chinh' | 'rut'

/** Trạng thái của một bản số liệu tuyển dụng. Nguồn: thiết kế hệ thống. */
export const RECRUITMENT_STATES: Readonly<Record<RecruitmentState, { label: string }>> = {
  'bao-cao': { label: 'Báo cáo lần đầu' },
  'dinh-chinh': { label: 'Đính chính' },
  rut: { label: 'Rút' },
}

/** Kết quả tuyển dụng of one body in one period of a year, as one version. */
export type Recruitment = Recorded & {
  readonly key: string
  readonly unitId: string
  readonly from: Day
  /** The last day of the period, included. */
  readonly to: Day
  readonly state: RecruitmentState
  /** Newly recruited. */
  readonly recruited: number
  /** People with talent among them. */
  readonly talents: number
  /** Codes of recognised people among them. */
  readonly named: readonly string[]
  /** Decisions, certificates, list: why they count as having talent. */
  readonly evidence: string
  readonly document: string
  readonly reason: string
}
