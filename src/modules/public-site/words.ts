/** Từ dùng của cổng công khai: which sets of open data there are, and what each of their columns means. */

/** Bộ dữ liệu mở. */
export type DatasetName = 'muc-tieu' | 'so-lieu' | 'nhiem-vu' | 'don-vi'

/** Cột của một bộ dữ liệu: name in the file, meaning, unit or form. */
export type Column = { readonly name: string; readonly meaning: string; readonly form: string }

/** Bộ dữ liệu: title, what a row is, and its dictionary. */
export type Dataset = {
  readonly title: string
  readonly row: string
  readonly columns: readonly Column[]
  readonly source: string
}

const column = (name: string, meaning: string, form: string): Column => ({ name, meaning, form })

/** Các bộ dữ liệu mở. Nguồn: NĐ 47/2020/NĐ-CP, Điều 17 đến 19 (dữ liệu mở của cơ quan nhà nước). */
export const DATASETS: Readonly<Record<DatasetName, Dataset>> = {
  'muc-tieu': {
    title: 'Mục tiêu và kết quả hiện có',
    row: 'một mục tiêu của kế hoạch',
    source: 'Kế hoạch, mục II; số liệu theo cách tính công bố ở từng mục tiêu',
    columns: [
      column('ma', 'Mã mục tiêu', 'chữ'),
      column('ten', 'Tên chỉ tiêu', 'chữ'),
      column('don_vi_tinh', 'Đơn vị tính', 'chữ'),
      column('dich', 'Đích bằng lời', 'chữ'),
      column('nam_dich', 'Năm phải đạt', 'năm'),
      column('gia_tri_thap', 'Giá trị hiện có, cận dưới', 'số'),
      column('gia_tri_cao', 'Giá trị hiện có, cận trên; bằng cận dưới khi biết chính xác', 'số'),
      column('ngay_so_lieu', 'Ngày của số liệu', 'yyyy-mm-dd'),
      column('muc_tien_do', 'Mức tiến độ theo phương pháp công bố', 'chữ'),
      column('nguon', 'Nguồn số liệu, hoặc vì sao chưa có', 'chữ'),
    ],
  },
  'so-lieu': {
    title: 'Diễn biến của các mục tiêu',
    row: 'một số liệu của một mục tiêu tại một ngày',
    source: 'Số liệu đã ghi kèm nguồn và số tính từ hồ sơ tại cuối các năm',
    columns: [
      column('ma', 'Mã mục tiêu', 'chữ'),
      column('ngay', 'Ngày của số liệu', 'yyyy-mm-dd'),
      column('gia_tri_thap', 'Giá trị, cận dưới', 'số'),
      column('gia_tri_cao', 'Giá trị, cận trên', 'số'),
      column('don_vi_tinh', 'Đơn vị tính', 'chữ'),
      column('loai', 'so-lieu: của mục tiêu; nguon-khac: nguồn khác công bố; moc: mốc của lộ trình', 'chữ'),
      column('nguon', 'Nguồn', 'chữ'),
    ],
  },
  'nhiem-vu': {
    title: 'Nhiệm vụ của kế hoạch và tình trạng',
    row: 'một nhiệm vụ',
    source: 'Kế hoạch, mục III; tình trạng theo báo cáo của cơ quan chủ trì',
    columns: [
      column('ma', 'Mã nhiệm vụ', 'chữ'),
      column('noi_dung', 'Nội dung', 'chữ'),
      column('chu_tri', 'Cơ quan chủ trì', 'chữ'),
      column('thoi_han', 'Thời hạn bằng lời', 'chữ'),
      column('tinh_trang', 'Tình trạng', 'chữ'),
    ],
  },
  'don-vi': {
    title: 'Cơ quan, đơn vị và địa bàn',
    row: 'một đơn vị đang có hiệu lực',
    source: 'Sổ bộ tổ chức theo các nghị quyết sắp xếp',
    columns: [
      column('ma', 'Mã trong hệ thống', 'chữ'),
      column('ten', 'Tên', 'chữ'),
      column('loai', 'Loại đơn vị', 'chữ'),
      column('ma_cap_tren', 'Mã đơn vị cấp trên', 'chữ'),
      column('tu_ngay', 'Có hiệu lực từ', 'yyyy-mm-dd'),
    ],
  },
}

/** Các bộ, in the order of the page. */
export const DATASET_NAMES = Object.keys(DATASETS) as [DatasetName, ...DatasetName[]]

/** Giấy phép dùng lại. Nguồn: NĐ 47/2020/NĐ-CP, Điều 18. */
export const LICENCE =
  'Được tự do sử dụng, chia sẻ, kể cả cho mục đích thương mại, khi nêu nguồn và ngày của số liệu. Không dùng để suy ra thông tin của cá nhân.'
