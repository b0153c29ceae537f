/**
 * Tiêu đề cột thường gặp: the words that stand over columns of staff lists, and the field each means. Keys are without marks
 * and punctuation (`headingKey`); a phrase that is the whole heading is sure, one that only stands in it is a guess.
 */
import { COLUMNS } from '../../people/public.ts'
import { targetOfColumn } from './register.ts'
import { headingKey } from './sheet.ts'

/** Trường đích của một cột: `group.field` of the register, or one of the parts that several columns make up together. */
export type Target = string

/** Phần của nhiều cột: what columns hold that is no field by itself. */
export const PARTS: Readonly<Record<string, string>> = {
  order: 'Số thứ tự (không nhập)',
  skip: 'Không nhập cột này',
  never: 'Không được thu thập (không nhập)',
  'name.family': 'Họ và đệm',
  'name.given': 'Tên',
  'birth.day': 'Ngày sinh (chỉ ngày)',
  'birth.month': 'Tháng sinh',
  'birth.male': 'Năm sinh, cột Nam',
  'birth.female': 'Năm sinh, cột Nữ',
  'sex.male': 'Đánh dấu Nam',
  'sex.female': 'Đánh dấu Nữ',
  'person.code': 'Mã hồ sơ',
  'identity.any': 'CCCD hoặc CMND',
}

type Sources = 'sơ yếu lý lịch mẫu 2C' | 'danh sách của cơ quan' | 'bản xuất của hệ thống' | 'lý lịch khoa học'

/** Một dòng của bảng tiêu đề. */
export type Heading = { readonly target: Target; readonly phrases: readonly string[]; readonly source: Sources }

const list = (target: Target, phrases: string, source: Sources = 'danh sách của cơ quan'): Heading => ({
  target,
  phrases: phrases.split('|').map((p) => headingKey(p)),
  source,
})

/** Bảng tiêu đề. A phrase stands once; the more special one is written out whole. */
export const HEADINGS: readonly Heading[] = [
  list('order', 'STT|TT|Số TT|Số thứ tự|S TT|No'),
  list(
    'names.fullName',
    'Họ và tên|Họ tên|Họ và tên khai sinh|Họ tên khai sinh|Họ, tên|Họ và tên cán bộ|Họ và tên giáo viên|Họ và tên viên chức|Họ và tên công chức|Tên cán bộ|Họ tên nhân viên|Họ, chữ đệm và tên|Họ, chữ đệm, tên khai sinh|Họ đệm và tên|Họ và tên CBCCVC|Full name|Họ và tên chuyên gia|Họ tên CBVC',
  ),
  list('name.family', 'Họ và đệm|Họ đệm|Họ và tên đệm|Họ, đệm|Họ lót|Họ và chữ lót|Họ, chữ đệm|Họ tên đệm|Họ'),
  list('name.given', 'Tên'),
  list('names.otherName', 'Tên gọi khác|Bí danh|Bút danh|Tên thường dùng|Các tên gọi khác', 'sơ yếu lý lịch mẫu 2C'),
  list(
    'birth.birth',
    'Ngày sinh|Ngày tháng năm sinh|Ngày, tháng, năm sinh|Năm sinh|Sinh ngày|NTN sinh|N sinh|Ngày tháng năm sinh dương lịch|Ngày th năm sinh|Sinh năm|NS|Date of birth',
  ),
  list('birth.day', 'Ngày sinh ngày|Ngày tháng năm sinh ngày|Năm sinh ngày'),
  list('birth.month', 'Tháng sinh|Ngày sinh tháng|Ngày tháng năm sinh tháng|Năm sinh tháng'),
  list('birth.birth', 'Ngày sinh năm|Ngày tháng năm sinh năm|Năm sinh năm'),
  list(
    'birth.male',
    'Năm sinh Nam|Ngày sinh Nam|Ngày tháng năm sinh Nam|Sinh ngày Nam|Ngày, tháng, năm sinh Nam giới|Năm sinh Nam giới',
  ),
  list('birth.female', 'Năm sinh Nữ|Ngày sinh Nữ|Ngày tháng năm sinh Nữ|Sinh ngày Nữ|Năm sinh Nữ giới|Nữ năm sinh'),
  list('birth.sex', 'Giới tính|GT|Phái|Nam nữ|Nam, nữ|Nam hay nữ|Sex|Giới'),
  list('sex.male', 'Giới tính Nam|Nam'),
  list('sex.female', 'Giới tính Nữ|Nữ|Phái nữ|Là nữ|Nữ giới'),
  list('birth.birthPlace', 'Nơi sinh', 'sơ yếu lý lịch mẫu 2C'),
  list(
    'birth.homePlace',
    'Quê quán|Nguyên quán|Quê|Quê quán xã huyện tỉnh|Nguyên quán quê quán',
    'sơ yếu lý lịch mẫu 2C',
  ),
  list('birth.nationality', 'Quốc tịch'),
  list('birth.died', 'Ngày mất'),
  list(
    'identity.any',
    'CCCD CMND|CMND CCCD|CMND thẻ căn cước|Số CMND CCCD|Số CMND thẻ căn cước|CMND hoặc CCCD|Số CMND CCCD hộ chiếu|CMTND CCCD|Số CCCD CMND|CMND căn cước công dân',
  ),
  list(
    'identity.cccd',
    'CCCD|Số CCCD|Căn cước công dân|Số căn cước công dân|Số căn cước|Số thẻ căn cước|Mã định danh|Số định danh|Số định danh cá nhân|Mã định danh cá nhân|ĐDCN|Số định danh cá nhân CCCD|Số ĐDCN|Số ĐDCN CCCD|Thẻ căn cước|Căn cước',
  ),
  list(
    'identity.cmnd',
    'CMND|Số CMND|CMTND|Số CMTND|Chứng minh nhân dân|Số chứng minh nhân dân|Số CMND cũ|Số chứng minh thư|CMT|Số CMT',
  ),
  list('identity.passport', 'Hộ chiếu|Số hộ chiếu|Passport'),
  list('identity.tax', 'Mã số thuế|MST|Mã số thuế cá nhân|Mã số thuế TNCN'),
  list(
    'identity.insurance',
    'Số BHXH|Số sổ BHXH|Mã số BHXH|Số bảo hiểm xã hội|Mã số bảo hiểm xã hội|Số sổ bảo hiểm xã hội|Sổ BHXH',
  ),
  list('identity.orcid', 'ORCID|Mã ORCID|ORCID ID', 'lý lịch khoa học'),
  list('identity.scopus', 'Scopus ID|Mã Scopus|Scopus', 'lý lịch khoa học'),
  list('identity.scientist', 'Mã nhà khoa học', 'lý lịch khoa học'),
  list('ethnicity.ethnicity', 'Dân tộc|DT', 'sơ yếu lý lịch mẫu 2C'),
  list('ethnicity.religion', 'Tôn giáo|TG', 'sơ yếu lý lịch mẫu 2C'),
  list(
    'contact.residence',
    'Nơi ở hiện nay xã phường|Xã phường|Xã, phường|Phường xã|Phường, xã|Xã, phường, thị trấn|Xã phường thị trấn|Địa bàn|Nơi cư trú xã|Xã phường nơi ở',
  ),
  list(
    'contact.address',
    'Nơi ở hiện nay|Chỗ ở hiện nay|Địa chỉ|Nơi ở|Chỗ ở|Địa chỉ liên hệ|Địa chỉ nơi ở|Nơi cư trú|Nơi ở hiện tại|Chỗ ở hiện tại',
    'sơ yếu lý lịch mẫu 2C',
  ),
  list(
    'contact.permanent',
    'Hộ khẩu thường trú|Thường trú|HKTT|Nơi đăng ký thường trú|Nơi thường trú|Địa chỉ thường trú|Nơi đăng ký HKTT|Hộ khẩu',
    'sơ yếu lý lịch mẫu 2C',
  ),
  list(
    'contact.phone',
    'Điện thoại|Số điện thoại|SĐT|ĐT|Di động|Số ĐT|Điện thoại di động|ĐTDĐ|Điện thoại liên hệ|Số điện thoại liên hệ|Số di động|Phone|Mobile',
  ),
  list(
    'contact.email',
    'Email|E-mail|Thư điện tử|Hộp thư điện tử|Địa chỉ email|Hòm thư|Thư điện tử công vụ|Email công vụ|Địa chỉ thư điện tử',
  ),
  list('contact.abroad', 'Nước đang ở|Nước sở tại|Nước cư trú'),
  list(
    'category.category',
    'Nhóm đối tượng|Đối tượng|Loại cán bộ|Loại CBCCVC|CB CC VC|Cán bộ công chức viên chức|Đối tượng CBCCVC|Diện|Loại lao động|Loại đối tượng',
  ),
  list('category.sector', 'Lĩnh vực|Lĩnh vực công tác|Lĩnh vực hoạt động|Ngành lĩnh vực|Lĩnh vực chuyên môn'),
  list('category.area', 'Khu vực'),
  list(
    'schooling.level',
    'Trình độ văn hóa|Trình độ giáo dục phổ thông|Giáo dục phổ thông|TĐVH|Văn hóa|Trình độ Văn hóa|GDPT|Học vấn phổ thông|Trình độ học vấn phổ thông|Trình độ phổ thông',
    'sơ yếu lý lịch mẫu 2C',
  ),
  list(
    'education.level',
    'Trình độ chuyên môn|Trình độ chuyên môn cao nhất|Trình độ đào tạo|TĐCM|Trình độ CM|Trình độ|Chuyên môn|Trình độ cao nhất|Trình độ chuyên môn nghiệp vụ|Bằng cấp|Trình độ chuyên môn được đào tạo|Trình độ CMNV|Trình độ CMKT|Trình độ chuyên môn kỹ thuật|Văn bằng cao nhất|Bậc đào tạo|Học vấn|Trình độ học vấn|Trình độ trình độ chuyên môn',
    'sơ yếu lý lịch mẫu 2C',
  ),
  list('education.degree', 'Học vị|Văn bằng|Học vị văn bằng|Học vị cao nhất', 'lý lịch khoa học'),
  list(
    'education.major',
    'Chuyên ngành|Chuyên ngành đào tạo|Ngành|Ngành học|Ngành chuyên ngành|Ngành, chuyên ngành|Chuyên môn đào tạo|Ngành đào tạo|Trình độ chuyên ngành|Chuyên ngành được đào tạo|Trình độ chuyên môn ngành|Ngành đào tạo chuyên ngành|Trình độ chuyên môn chuyên ngành',
    'sơ yếu lý lịch mẫu 2C',
  ),
  list(
    'education.school',
    'Cơ sở đào tạo|Trường đào tạo|Nơi đào tạo|Tên trường|Trường|Trường tốt nghiệp|Trường cấp bằng|Nơi tốt nghiệp|Cơ sở cấp bằng',
    'sơ yếu lý lịch mẫu 2C',
  ),
  list('education.country', 'Nước đào tạo|Quốc gia đào tạo'),
  list('education.form', 'Hình thức đào tạo|Hệ đào tạo|Hình thức|Hệ|Loại hình đào tạo', 'sơ yếu lý lịch mẫu 2C'),
  list('education.started', 'Năm vào học|Năm nhập học'),
  list(
    'education.graduated',
    'Năm tốt nghiệp|Năm TN|Tốt nghiệp năm|Năm cấp bằng|Năm nhận bằng|Năm được cấp bằng',
    'sơ yếu lý lịch mẫu 2C',
  ),
  list('education.grade', 'Xếp loại tốt nghiệp|Xếp loại bằng|Loại tốt nghiệp|Xếp loại TN|Hạng tốt nghiệp|Loại bằng'),
  list('education.diploma', 'Số hiệu văn bằng|Số bằng|Số hiệu bằng|Số văn bằng'),
  list('education.recognition', 'Công nhận văn bằng nước ngoài|Công nhận văn bằng'),
  list('education.thesis', 'Đề tài luận án|Tên luận án|Đề tài luận văn|Đề tài luận văn luận án', 'lý lịch khoa học'),
  list(
    'academic-title.title',
    'Học hàm|Chức danh khoa học|Chức danh GS PGS|Học hàm học vị|Học hàm, học vị',
    'lý lịch khoa học',
  ),
  list('academic-title.recognised', 'Năm công nhận đạt chuẩn', 'lý lịch khoa học'),
  list(
    'academic-title.appointed',
    'Năm phong học hàm|Năm bổ nhiệm học hàm|Năm được phong|Năm phong|Năm phong hàm',
    'lý lịch khoa học',
  ),
  list(
    'political-theory.level',
    'Lý luận chính trị|LLCT|Trình độ LLCT|Trình độ lý luận chính trị|Lý luận|TĐ LLCT|Chính trị|Trình độ chính trị|Trình độ LL chính trị',
    'sơ yếu lý lịch mẫu 2C',
  ),
  list(
    'state-training.programme',
    'Quản lý nhà nước|QLNN|Trình độ QLNN|Trình độ quản lý nhà nước|Bồi dưỡng QLNN|QL nhà nước',
    'sơ yếu lý lịch mẫu 2C',
  ),
  list(
    'language.any',
    'Ngoại ngữ|Trình độ ngoại ngữ|TĐ ngoại ngữ|NN|Chứng chỉ ngoại ngữ|Anh văn|Tiếng Anh|Trình độ tiếng Anh',
    'sơ yếu lý lịch mẫu 2C',
  ),
  list('language.language', 'Ngôn ngữ|Thứ tiếng|Tên ngoại ngữ'),
  list('digital-skill.level', 'Tin học|Trình độ tin học|CNTT|Chứng chỉ tin học|TĐ tin học', 'sơ yếu lý lịch mẫu 2C'),
  list('party.member', 'Đảng viên|Là đảng viên|ĐV|Đảng'),
  list(
    'party.joined',
    'Ngày vào Đảng|Ngày vào Đảng CSVN|Ngày kết nạp Đảng|Vào Đảng|Ngày vào Đảng dự bị|Ngày vào ĐCSVN',
    'sơ yếu lý lịch mẫu 2C',
  ),
  list('party.official', 'Ngày chính thức|Ngày vào Đảng chính thức|Chính thức ngày', 'sơ yếu lý lịch mẫu 2C'),
  list('party.post', 'Chức vụ Đảng|Chức vụ trong Đảng|Chức vụ Đảng đoàn thể'),
  list('military.entered', 'Ngày nhập ngũ', 'sơ yếu lý lịch mẫu 2C'),
  list('military.left', 'Ngày xuất ngũ', 'sơ yếu lý lịch mẫu 2C'),
  list('military.rank', 'Quân hàm|Quân hàm cao nhất', 'sơ yếu lý lịch mẫu 2C'),
  list(
    'post.body',
    'Cơ quan|Đơn vị|Cơ quan, đơn vị|Cơ quan đơn vị|Đơn vị công tác|Nơi công tác|Cơ quan công tác|Cơ quan đơn vị công tác|Tên cơ quan|Tên đơn vị|Đơn vị đang công tác|Nơi làm việc|Cơ quan, đơn vị công tác|Đơn vị sử dụng|Trường công tác|Cơ quan đơn vị đang công tác',
  ),
  list(
    'post.department',
    'Phòng ban|Phòng, ban|Phòng|Khoa phòng|Khoa, phòng|Tổ bộ môn|Phòng, khoa, tổ|Bộ phận|Khoa|Tổ chuyên môn|Phòng ban đơn vị|Bộ phận công tác|Phòng khoa',
  ),
  list(
    'post.position',
    'Vị trí việc làm|VTVL|Chức danh|Công việc đang làm|Nhiệm vụ được giao|Công việc|Chức danh chuyên môn|Chuyên môn đảm nhiệm|Nghề nghiệp|Công việc được giao|Môn dạy',
  ),
  list(
    'post.leadership',
    'Chức vụ|Chức vụ hiện tại|Chức vụ hiện nay|Chức vụ chính quyền|Chức vụ chức danh|Chức vụ, chức danh|Chức vụ công tác|Chức danh, chức vụ|Chức vụ đang giữ|Chức vụ lãnh đạo',
    'sơ yếu lý lịch mẫu 2C',
  ),
  list(
    'post.from',
    'Ngày bổ nhiệm|Ngày bổ nhiệm chức vụ|Ngày nhận nhiệm vụ|Ngày về cơ quan|Ngày tuyển dụng|Ngày vào cơ quan|Ngày vào ngành|Năm tuyển dụng|Năm vào ngành|Thời điểm tuyển dụng|Ngày vào cơ quan hiện nay|Ngày bắt đầu làm việc|Ngày, tháng, năm tuyển dụng|Thời gian tuyển dụng|Ngày tháng tuyển dụng',
    'sơ yếu lý lịch mẫu 2C',
  ),
  list('post.contract', 'Loại hợp đồng|Hợp đồng|Loại HĐ|Hình thức hợp đồng|HĐLV'),
  list('post.decision', 'Quyết định bổ nhiệm|Số quyết định|Quyết định tuyển dụng'),
  list(
    'rank.code',
    'Mã ngạch|Mã số ngạch|Mã ngạch công chức|Mã chức danh nghề nghiệp|Mã số CDNN|Mã CDNN|Mã số chức danh nghề nghiệp|Mã số|Mã ngạch viên chức|Mã ngạch CDNN|Ngạch công chức mã số',
    'sơ yếu lý lịch mẫu 2C',
  ),
  list(
    'rank.title',
    'Ngạch|Ngạch công chức|Tên ngạch|Chức danh nghề nghiệp|CDNN|Ngạch viên chức|Ngạch CDNN|Tên chức danh nghề nghiệp|Ngạch chức danh nghề nghiệp|Ngạch, chức danh nghề nghiệp|Ngạch bậc',
    'sơ yếu lý lịch mẫu 2C',
  ),
  list('rank.class', 'Hạng|Hạng chức danh|Hạng CDNN|Hạng viên chức|Hạng chức danh nghề nghiệp'),
  list('rank.step', 'Bậc|Bậc lương', 'sơ yếu lý lịch mẫu 2C'),
  list('rank.from', 'Ngày bổ nhiệm ngạch|Ngày giữ ngạch|Ngày hưởng|Thời điểm giữ ngạch'),
  list('appraisal.year', 'Năm đánh giá|Năm xếp loại|Năm đánh giá xếp loại'),
  list(
    'appraisal.result',
    'Xếp loại chất lượng|Đánh giá xếp loại|Kết quả đánh giá|Xếp loại|Đánh giá phân loại|Xếp loại cán bộ|Kết quả xếp loại|Xếp loại chất lượng CBCCVC|Mức xếp loại',
  ),
  list(
    'award.award',
    'Khen thưởng|Danh hiệu|Danh hiệu thi đua|Danh hiệu được phong tặng|Hình thức khen thưởng|Danh hiệu cao nhất',
    'sơ yếu lý lịch mẫu 2C',
  ),
  list('discipline.kind', 'Kỷ luật|Hình thức kỷ luật', 'sơ yếu lý lịch mẫu 2C'),
  list(
    'research-field.field',
    'Lĩnh vực nghiên cứu|Hướng nghiên cứu|Chuyên môn sâu|Lĩnh vực nghiên cứu chính|Lĩnh vực KHCN|Lĩnh vực khoa học',
    'lý lịch khoa học',
  ),
  list('research-time.share', 'Tỷ lệ thời gian nghiên cứu|Thời gian nghiên cứu|FTE'),
  list('membership.association', 'Hội|Hội viên|Hội đoàn tham gia|Hội tham gia|Hội viên hội'),
  list('talent.basis', 'Căn cứ thu hút|Diện thu hút|Căn cứ pháp lý thu hút'),
  list(
    'never',
    'Họ tên vợ chồng|Vợ chồng|Quan hệ gia đình|Bố mẹ|Con|Thu nhập|Tài sản|Hệ số lương|Hệ số|Lương|Tổng thu nhập|Sức khỏe|Tình trạng sức khỏe|Chiều cao|Cân nặng|Nhóm máu|Quy hoạch|Quy hoạch chức danh|Diện quy hoạch|Thành phần gia đình|Thành phần xuất thân|Số tài khoản|Tài khoản ngân hàng|Phụ cấp|Phụ cấp chức vụ|Tiền lương|Số con|Tình trạng hôn nhân|Hôn nhân|Thương binh|Gia đình chính sách',
    'sơ yếu lý lịch mẫu 2C',
  ),
  list(
    'skip',
    'Ghi chú|Chú thích|Ghi chú khác|Nơi cấp|Ngày cấp|Nơi cấp CCCD|Ngày cấp CCCD|Ngày cấp CMND|Nơi cấp CMND|Ngày cấp nơi cấp|Ảnh|Chữ ký|Ký nhận|Xác nhận',
  ),
]

/** Headings of the template and of the export; with the group above them, and alone. */
const ownLabels = (): [string, Target][] =>
  COLUMNS.flatMap((c): [string, Target][] => [
    [headingKey(`${c.over} ${c.heading}`), targetOfColumn(c)],
    [headingKey(c.heading), targetOfColumn(c)],
  ])

/** Phrase -> target. What the tables of officials mean comes before the labels of the register. */
export const PHRASES: ReadonlyMap<string, Target> = new Map([
  ...ownLabels(),
  ...HEADINGS.flatMap((h) => h.phrases.map((p) => [p, h.target] as const)),
])

/** Where a phrase comes from, for the explanation of a guess. */
export const SOURCE_OF: ReadonlyMap<string, Sources> = new Map(
  HEADINGS.flatMap((h) => h.phrases.map((p) => [p, h.source] as const)),
)
