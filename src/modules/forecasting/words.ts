/** Từ dùng của dự báo. */

/** Mức tin của một dự báo chuỗi. */
export const FORECAST_LABELS: Readonly<Record<'none' | 'weak' | 'forecast', { label: string; source: string }>> = {
  none: { label: 'không phải dự báo', source: 'Dưới 5 năm số liệu, hoặc số liệu không thể có' },
  weak: { label: 'dự báo yếu', source: '5 đến 8 năm số liệu, hoặc chuỗi không đổi' },
  forecast: { label: 'dự báo', source: 'Từ 9 năm số liệu' },
}
