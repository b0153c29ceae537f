/** Đồng ý, công khai, yêu cầu về dữ liệu, thư mời: the words of the module, each with its label and its source. */
import type { GROUPS } from '../people/public.ts'

type GroupCode = (typeof GROUPS)[number]['code']

/** Mục đích xử lý mà chủ hồ sơ được hỏi. State management itself asks nobody (Luật 91/2025/QH15, Điều 19). */
export type Purpose = 'cong-khai' | 'lien-he' | 'chuyen-gia'

/** Mục đích, in words of the screen. */
export const PURPOSES: Readonly<Record<Purpose, { label: string; source: string }>> = {
  'cong-khai': { label: 'Công khai trong danh bạ trí thức của tỉnh', source: 'Luật 91/2025/QH15, Điều 16' },
  'lien-he': { label: 'Nhận liên hệ công việc', source: 'Luật 91/2025/QH15, Điều 9' },
  'chuyen-gia': { label: 'Mời tư vấn, phản biện, tham gia hội đồng', source: 'Luật 91/2025/QH15, Điều 9' },
}

/** Mục xin đồng ý. */
export type ConsentItem = 'danh-ba' | 'dao-tao' | 'linh-vuc' | 'cong-trinh' | 'khen-thuong' | 'lien-he' | 'chuyen-gia'

/** What is asked for one item. */
export type ItemWords = {
  readonly label: string
  readonly purpose: Purpose
  /** What others will see, or what will happen. */
  readonly shows: string
  /** Groups of the dossier whose fields of tier A may then be shown. */
  readonly groups: readonly GroupCode[]
  readonly source: string
}

/** Các mục xin đồng ý, in the order they are asked. There is no item for a photograph: the system keeps none. */
export const ITEMS: Readonly<Record<ConsentItem, ItemWords>> = {
  'danh-ba': {
    label: 'Có tên trong danh bạ công khai',
    purpose: 'cong-khai',
    shows:
      'Họ và tên, học hàm, học vị, chức vụ và nơi công tác. Các mục công khai khác chỉ hiện khi mục này được chọn.',
    groups: ['names', 'academic-title', 'post'],
    source: 'Luật 91/2025/QH15, Điều 16',
  },
  'dao-tao': {
    label: 'Quá trình đào tạo',
    purpose: 'cong-khai',
    shows: 'Trình độ, chuyên ngành, cơ sở đào tạo, năm tốt nghiệp. Không có số hiệu văn bằng.',
    groups: ['education'],
    source: 'Luật 91/2025/QH15, Điều 16',
  },
  'linh-vuc': {
    label: 'Lĩnh vực nghiên cứu, chuyên môn sâu',
    purpose: 'cong-khai',
    shows: 'Lĩnh vực và từ khóa.',
    groups: ['research-field'],
    source: 'Luật 91/2025/QH15, Điều 16',
  },
  'cong-trinh': {
    label: 'Công trình, sáng chế, nhiệm vụ khoa học',
    purpose: 'cong-khai',
    shows: 'Nhan đề, năm, vai trò. Không có kinh phí.',
    groups: ['publication', 'invention', 'project'],
    source: 'Luật 91/2025/QH15, Điều 16',
  },
  'khen-thuong': {
    label: 'Khen thưởng',
    purpose: 'cong-khai',
    shows: 'Danh hiệu, hình thức khen thưởng, giải thưởng và năm.',
    groups: ['award'],
    source: 'Luật 91/2025/QH15, Điều 16',
  },
  'lien-he': {
    label: 'Nhận liên hệ qua thư điện tử',
    purpose: 'lien-he',
    shows: 'Sở Nội vụ chuyển tiếp thư của người quan tâm. Địa chỉ thư không hiện ra.',
    groups: [],
    source: 'Luật 91/2025/QH15, Điều 9',
  },
  'chuyen-gia': {
    label: 'Nhận lời mời tư vấn, phản biện',
    purpose: 'chuyen-gia',
    shows: 'Cơ quan của tỉnh thấy khả năng tham gia và gửi lời mời; mỗi lời mời vẫn được quyền từ chối.',
    groups: [],
    source: 'Luật 91/2025/QH15, Điều 9',
  },
}

/** Các mục, in the order they are asked. */
export const ITEM_ORDER = Object.keys(ITEMS) as ConsentItem[]

/** Điều đã chọn về một mục. */
export type ConsentState = 'dong-y' | 'khong' | 'rut'

/** Điều đã chọn, in words of the screen. */
export const CONSENT_STATES: Readonly<Record<ConsentState, { label: string; source: string }>> = {
  'dong-y': { label: 'Đồng ý', source: 'Luật 91/2025/QH15, Điều 9' },
  khong: { label: 'Không đồng ý', source: 'Luật 91/2025/QH15, Điều 9' },
  rut: { label: 'Rút lại đồng ý', source: 'Luật 91/2025/QH15, Điều 10' },
}

/** Chế độ pháp lý lúc đồng ý: an old consent stays valid (Luật 91/2025/QH15, Điều 39) and is marked as such. */
export type ConsentRegime = 'nd13' | 'luat91'

/** Chế độ pháp lý, in words of the screen. */
export const REGIMES: Readonly<Record<ConsentRegime, { label: string; source: string }>> = {
  nd13: { label: 'Theo Nghị định 13/2023/NĐ-CP, còn giá trị', source: 'Luật 91/2025/QH15, Điều 39' },
  luat91: { label: 'Theo Luật 91/2025/QH15', source: 'Luật 91/2025/QH15, Điều 9' },
}

/** Cách ghi nhận đồng ý. */
export type Channel = 'cong' | 'giay'

/** Cách ghi nhận đồng ý, in words of the screen. */
export const CHANNELS: Readonly<Record<Channel, { label: string; source: string }>> = {
  cong: { label: 'Trên hệ thống', source: 'Luật 91/2025/QH15, Điều 9' },
  giay: { label: 'Trên giấy', source: 'Luật 91/2025/QH15, Điều 9' },
}

/** Bản thông báo xử lý dữ liệu: its text is never changed once somebody answered to it; a new text is a new version. */
export type Notice = { readonly version: string; readonly paragraphs: readonly string[] }

/** Các bản thông báo, oldest first; the last one is shown. */
export const NOTICES: readonly Notice[] = [
  {
    version: '2026-11',
    paragraphs: [
      'Hồ sơ trí thức được cơ quan nhà nước lập để quản lý đội ngũ; việc này không cần đồng ý (Luật 91/2025/QH15, Điều 19). Những mục dưới đây nằm ngoài việc đó nên chỉ thực hiện khi chủ hồ sơ đồng ý, từng mục một.',
      'Ai thấy: mọi người, trên trang công khai của tỉnh; riêng mục mời tư vấn chỉ cơ quan của tỉnh thấy. Dữ liệu lấy thẳng từ hồ sơ, không sao chép sang nơi khác. Dữ liệu nhạy cảm, số định danh, địa chỉ, điện thoại không bao giờ công khai.',
      'Ông/Bà có thể rút lại đồng ý bất cứ lúc nào. Trang công khai ngừng hiển thị ngay.',
      'Không đồng ý mục nào thì tài khoản vẫn dùng được như thường và không bị hạn chế quyền lợi.',
    ],
  },
]

/** Bản thông báo đang dùng. */
export const NOTICE: Notice = NOTICES[NOTICES.length - 1] ?? { version: '', paragraphs: [] }

/** Loại yêu cầu của chủ hồ sơ (Luật 91/2025/QH15, Điều 4). */
export type RequestKind = 'chinh-sua' | 'cung-cap' | 'hoi-ly-do' | 'xoa' | 'han-che' | 'phan-doi'

/** Loại yêu cầu, in words of the screen. */
export const REQUEST_KINDS: Readonly<Record<RequestKind, { label: string; source: string; hint: string }>> = {
  'chinh-sua': {
    label: 'Sửa thông tin sai',
    source: 'Luật 91/2025/QH15, Điều 4, Điều 13',
    hint: 'Nêu giá trị đúng và chứng cứ. Trong lúc xác minh, cả hai giá trị được giữ.',
  },
  'cung-cap': {
    label: 'Cho biết, cung cấp dữ liệu',
    source: 'Luật 91/2025/QH15, Điều 4',
    hint: 'Hỏi cơ quan đang giữ dữ liệu gì, dùng vào việc gì. Dữ liệu trong hệ thống tải được ngay, không cần yêu cầu.',
  },
  'hoi-ly-do': {
    label: 'Hỏi lý do đã xem hồ sơ',
    source: 'Luật 91/2025/QH15, Điều 4',
    hint: 'Gửi từ trang «Ai đã xem».',
  },
  xoa: {
    label: 'Xóa dữ liệu',
    source: 'Luật 91/2025/QH15, Điều 4, Điều 14',
    hint: 'Dữ liệu cơ quan nhà nước phải giữ theo luật thì không xóa; câu trả lời nêu căn cứ.',
  },
  'han-che': {
    label: 'Hạn chế xử lý dữ liệu',
    source: 'Luật 91/2025/QH15, Điều 4, Điều 10',
    hint: 'Nêu phần dữ liệu và việc cần hạn chế.',
  },
  'phan-doi': {
    label: 'Phản đối việc xử lý',
    source: 'Luật 91/2025/QH15, Điều 4, Điều 10',
    hint: 'Nêu việc xử lý bị phản đối và lý do.',
  },
}

/** Các loại yêu cầu, in the order of the forms. */
export const REQUEST_ORDER = Object.keys(REQUEST_KINDS) as RequestKind[]

/** Trạng thái của một yêu cầu. */
export type RequestState = 'da-gui' | 'da-tiep-nhan' | 'chap-nhan' | 'tu-choi'

/** Trạng thái, in words of the screen. */
export const REQUEST_STATES: Readonly<
  Record<RequestState, { label: string; shape: 'wait' | 'soon' | 'ok' | 'back'; source: string }>
> = {
  'da-gui': { label: 'Đã gửi, chờ tiếp nhận', shape: 'wait', source: 'NĐ 356/2025/NĐ-CP' },
  'da-tiep-nhan': { label: 'Đang xác minh', shape: 'soon', source: 'NĐ 356/2025/NĐ-CP' },
  'chap-nhan': { label: 'Đã chấp nhận', shape: 'ok', source: 'NĐ 356/2025/NĐ-CP' },
  'tu-choi': { label: 'Không chấp nhận', shape: 'back', source: 'NĐ 356/2025/NĐ-CP' },
}

/** Số ngày một mã mời còn dùng được. */
export const INVITATION_DAYS = 60

/** The one sentence of every refused claim; it does not tell which part was wrong, nor whether there is such a record. */
export const CLAIM_REFUSED =
  'Chưa tìm thấy hồ sơ khớp với mã mời và ngày sinh đã nhập. Kiểm tra lại thư mời. Nhập sai nhiều lần thì phải chờ 15 phút.'

/** Source mark of what a person says about the own record. */
export const OWN_WORD = 'khai'

/** Purpose written when the person opens the own sealed data. */
export const OWN_READING = 'Chủ hồ sơ tự xem'
