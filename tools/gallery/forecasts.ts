/** Trang mẫu: supply and need, age pyramid, heat table and sensitivity of the workforce pages. */
import { card, columns, stack } from '../../src/ui/card.ts'
import { head } from '../../src/ui/head.ts'
import { type Balance, type HeatCell, heatTable } from '../../src/ui/heat.ts'
import { type Html, html } from '../../src/ui/html.ts'
import { linesChart } from '../../src/ui/lines.ts'
import { type Frame, page } from '../../src/ui/page.ts'
import { pyramidChart } from '../../src/ui/pyramid.ts'
import { tornadoChart } from '../../src/ui/tornado.ts'

const SOURCE = 'Nguồn: sổ bộ ngày 31/12/2025 và định mức đang dùng. Tính lúc 10:42 23/11/2026.'
const YEARS = [2022, 2023, 2024, 2025, 2026, 2027, 2028, 2029, 2030]
const ZONE = { from: 2025, label: 'dự báo' }

const supply = (): Html =>
  linesChart({
    title: 'Ngành y tế thiếu 620 bác sĩ vào năm 2030 dù tuyển như ba năm qua',
    subtitle: 'Người, toàn tỉnh, 2022–2030',
    unit: 'người',
    years: YEARS,
    zone: ZONE,
    source: SOURCE,
    series: [
      {
        name: 'Nguồn cung (đang làm việc)',
        short: 'Nguồn cung',
        values: [2410, 2455, 2490, 2530, 2566, 2598, 2622, 2641, 2655],
        band: YEARS.map((y, i) => (y < 2026 ? null : [2530 - 10 * (i - 3), 2530 + 60 * (i - 3)])),
      },
      {
        name: 'Nhu cầu theo định mức',
        values: [2700, 2760, 2815, 2890, 2970, 3040, 3120, 3200, 3275],
      },
      { name: 'Khoảng thiếu', values: [290, 305, 325, 360, 404, 442, 498, 559, 620] },
    ],
  })

const scenarios = (): Html =>
  linesChart({
    title: 'Chỉ kịch bản vừa giữ người vừa tuyển thêm đạt nhu cầu trước năm 2030',
    subtitle: 'Bác sĩ trên 10.000 dân, toàn tỉnh, 2022–2030',
    unit: 'bác sĩ/10.000 dân',
    years: YEARS,
    zone: { from: 2025, label: 'kịch bản' },
    source: SOURCE,
    series: [
      { name: 'Như hiện nay', values: [10.1, 10.9, null, 12.1, 12.6, 13.1, 13.6, 14.1, 14.7] },
      {
        name: 'Tuyển thêm 80 người mỗi năm',
        short: 'Tuyển thêm 80',
        values: [10.1, 10.9, null, 12.1, 13, 13.9, 14.8, 15.6, 16.5],
      },
      {
        name: 'Giảm thôi việc còn 1%',
        short: 'Giảm thôi việc',
        values: [10.1, 10.9, null, 12.1, 12.8, 13.5, 14.2, 14.9, 15.6],
      },
      { name: 'Cả hai', values: [10.1, 10.9, null, 12.1, 13.4, 14.8, 16.2, 17.6, 19.1] },
    ],
  })

const many = (): Html =>
  linesChart({
    title: 'Bốn trong sáu ngành thiếu thêm người sau năm 2025',
    subtitle: 'Khoảng thiếu, người, toàn tỉnh, 2022–2030',
    unit: 'người',
    years: YEARS,
    zone: ZONE,
    source: SOURCE,
    series: [
      'Y tế',
      'Giáo dục và đào tạo',
      'Khoa học và công nghệ',
      'Nông nghiệp và môi trường',
      'Xây dựng',
      'Văn hóa, thể thao và du lịch',
    ].map((name, k) => ({
      name,
      values: k === 5 ? YEARS.map(() => null) : YEARS.map((_, i) => 290 - 60 * k + i * (40 - 13 * k)),
    })),
  })

const ages = (): Html => {
  const men = [62, 210, 268, 240, 236, 244, 180, 96, 14]
  const women = [95, 312, 340, 286, 250, 212, 120, 22, 2]
  return pyramidChart({
    title: 'Từ nay đến năm 2030 có 331 bác sĩ tới tuổi nghỉ hưu, phần lớn là nam',
    subtitle: 'Bác sĩ đang làm việc theo tuổi và giới, toàn tỉnh',
    now: 'Năm 2026',
    later: 'Năm 2030',
    retirement: { men: { age: 61.5, words: '61 tuổi 6 tháng' }, women: { age: 57, words: '57 tuổi' } },
    source: SOURCE,
    bands: men.map((m, i) => ({
      from: 20 + 5 * i,
      to: i === men.length - 1 ? null : 25 + 5 * i,
      label: i === men.length - 1 ? '60 trở lên' : `${20 + 5 * i}–${24 + 5 * i}`,
      men: m,
      women: women[i] ?? 0,
      menLater: Math.round(((men[i - 1] ?? 70) + m) / 2),
      womenLater: Math.round(((women[i - 1] ?? 110) + (women[i] ?? 0)) / 2),
    })),
  })
}

const classOf = (v: number): Balance => (v < -60 ? 'far-short' : v < -10 ? 'short' : v <= 10 ? 'even' : 'over')
const heatCell = (v: number): HeatCell => ({ value: v, balance: classOf(v) })

const heat = (): Html =>
  heatTable({
    title: 'Y tế thiếu ở mọi khu vực; giáo dục tiểu học thừa ở ba khu vực',
    subtitle: 'Cung trừ nhu cầu năm 2030, người. Thiếu nhiều: dưới -60; thiếu: dưới -10; thừa: trên 10',
    unit: 'người',
    corner: 'Ngành',
    columns: ['Khu vực 1', 'Khu vực 2', 'Khu vực 3', 'Khu vực 4', 'Khu vực 5', 'Khu vực 6', 'Toàn tỉnh'],
    source: SOURCE,
    rows: [
      ['Y tế', [-120, -84, -38, -72, -15, -291]],
      ['Giáo dục tiểu học', [24, 18, -4, 31, 2, -12]],
      ['Giáo dục trung học', [-14, -22, 3, -8, -65, 6]],
      ['Khoa học và công nghệ', [-9, -31, -12, 0, 4, null]],
      ['Nông nghiệp và môi trường', [5, 12, -18, -2, 7, 9]],
    ].map(([name, values]) => ({
      name: String(name),
      href: '?nganh',
      cells: [...(values as (number | null)[]), -1204].map((v) => (v === null ? null : heatCell(v))),
    })),
  })

const sensitivity = (): Html =>
  tornadoChart({
    title: 'Tỷ lệ thôi việc làm kết quả đổi nhiều nhất, hơn cả số tuyển mới',
    subtitle: 'Số bác sĩ năm 2030 so với mức 2.655 người khi giữ mọi giả định',
    unit: 'người',
    source: SOURCE,
    swings: [
      { label: 'Tuổi nghỉ hưu thực tế', low: -64, high: 58, lowWords: 'sớm 1 năm', highWords: 'muộn 1 năm' },
      { label: 'Tỷ lệ thôi việc mỗi năm', low: 182, high: -236, lowWords: '1%', highWords: '4,5%' },
      { label: 'Số tuyển mới mỗi năm', low: -150, high: 150, lowWords: '90 người', highWords: '150 người' },
      {
        label: 'Tỷ lệ sinh viên cử đi học theo hợp đồng trở về làm việc tại tỉnh sau khi tốt nghiệp',
        low: -40,
        high: 0,
        lowWords: '60%',
        highWords: '100%',
      },
      { label: 'Tỷ lệ chuyển sang khu vực tư', low: -6, high: -21, lowWords: '0,2%', highWords: '0,8%' },
    ],
  })

/** Workforce charts, two beside each other on a desk. */
export const forecastsPage = (f: Frame): Html =>
  page(f, {
    title: 'Biểu đồ cung và cầu',
    crumbs: [{ label: 'Các phần', href: '/' }, { label: 'Biểu đồ cung và cầu' }],
    body: html`${head({ title: 'Biểu đồ cung và cầu nhân lực' })}${columns('two', [
      stack(card({ body: supply() }), card({ body: ages() })),
      stack(card({ body: scenarios() }), card({ body: sensitivity() })),
    ])}${card({ body: heat() })}${card({ body: many() })}`,
  })
