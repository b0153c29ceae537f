/**
 * Ngoại lệ: where the tree departs from a rule, why, and since when. The list may only shrink: an exception that is no
 * longer needed fails the test of its rule.
 */

/** One departure. `where` is the path (or path and name) as the rule names it. */
export type Exception = {
  readonly rule: string
  readonly where: string
  readonly reason: string
  readonly since: string
}

/** Every departure there is. */
export const EXCEPTIONS: readonly Exception[] = [
  {
    rule: 'pure-imports',
    where: 'src/modules/accounts/rules/code.ts',
    reason: 'otplib tính mã của một thời điểm được đưa vào; không tự đọc đồng hồ',
    since: '2026-11-23',
  },
  {
    rule: 'public-names',
    where: 'src/modules/documents/public.ts',
    reason:
      'đọc, rà soát, xem trước và đóng một văn bản đều làm từ trang ban hành của programme: 16 tên; thêm tên nữa thì dời ranh giới',
    since: '2026-11-23',
  },
  {
    rule: 'public-names',
    where: 'src/modules/people/public.ts',
    reason:
      'sổ bộ người là gốc của năm mô-đun: ghi, gộp, hoàn tác, bảng nhóm và cột, đọc hồ sơ; tách cửa theo người dùng khi có mô-đun thứ sáu',
    since: '2026-11-23',
  },
  {
    rule: 'public-names',
    where: 'src/modules/indicators/public.ts',
    reason:
      'hai việc một cửa: định nghĩa và số đã ghi cho kế hoạch, báo cáo; giá trị tính theo công thức cho bảng điều hành, trang công khai',
    since: '2026-11-23',
  },
  {
    rule: 'public-names',
    where: 'src/modules/reporting/public.ts',
    reason:
      'dữ liệu mẫu soạn, trình, nhận báo cáo bằng chính thao tác của màn hình, bên cạnh số đếm cho chấm điểm và gói cho trao đổi, địa chỉ và chế độ của Kế hoạch: 17 tên',
    since: '2026-11-23',
  },
  {
    rule: 'sql-write',
    where: 'src/modules/accounts/views.ts',
    reason:
      'một câu lệnh tìm phiên, ghi lần thấy gần nhất và đọc quyền: mỗi yêu cầu đều chạy, tách ra là thêm một lượt hỏi',
    since: '2026-11-23',
  },
  ...['freeze', 'provincial'].map((file) => ({
    rule: 'pure-imports',
    where: `src/modules/reporting/rules/${file}.ts`,
    reason: 'nội dung báo cáo của tỉnh là đoạn văn có số liệu sống: dựng bằng các hàm thuần của official-paper.ts',
    since: '2026-11-23',
  })),
]

/** One breach of a rule: where, and what was found there. */
export type Breach = { readonly where: string; readonly what: string }

/** The breaches no exception covers, and the exceptions nothing needs any more: an empty list passes. */
export function judge(rule: string, breaches: readonly Breach[]): string[] {
  const allowed = EXCEPTIONS.filter((e) => e.rule === rule)
  const covers = (e: Exception, b: Breach) => b.where === e.where || b.where.startsWith(`${e.where}:`)
  const open = breaches.filter((b) => !allowed.some((e) => covers(e, b)))
  const idle = allowed.filter((e) => !breaches.some((b) => covers(e, b)))
  return [
    ...open.map((b) => `${b.where}: ${b.what}`),
    ...idle.map((e) => `${e.where}: ngoại lệ không còn cần, xóa khỏi exceptions.ts`),
  ]
}
