/** Trang mẫu: the charts of the forecasting pages, with figures of the right size. */
import { day } from '../../src/kernel/day.ts'
import { card, columns, stack } from '../../src/ui/card.ts'
import { courseChart } from '../../src/ui/course.ts'
import type { Fan, FanPoint } from '../../src/ui/fan.ts'
import { buttons, form } from '../../src/ui/form.ts'
import { head } from '../../src/ui/head.ts'
import { type Html, html } from '../../src/ui/html.ts'
import { levelField } from '../../src/ui/level.ts'
import { type Frame, page } from '../../src/ui/page.ts'

const SOURCE = 'Nguồn: báo cáo đã duyệt của Sở Y tế, đến 31/12/2025. Tính lúc 10:42 23/11/2026.'

const at = (year: number, value: number) => ({ on: day(`${year}-12-31`), value })

/** A point whose bands widen like those of a random walk. */
function point(year: number, mean: number, sd: number): FanPoint {
  const side = (z: number): readonly [number, number] => [mean - z * sd, mean + z * sd]
  const [[lo50, hi50], [lo80, hi80], [lo95, hi95]] = [side(0.67), side(1.28), side(1.96)]
  return { on: day(`${year}-12-31`), mean, lo50, hi50, lo80, hi80, lo95, hi95 }
}

const doctors = (fan: Fan | null, title: string, target = 19): Html =>
  courseChart({
    title,
    subtitle: 'Bác sĩ trên 10.000 dân, toàn tỉnh, 2016–2030',
    unit: 'bác sĩ/10.000 dân',
    points: [7.6, 7.9, 8.1, 8.6, 9.2, 9.4, 10.1, 10.9, 11.5, 12.1].map((v, i) => at(2016 + i, v)),
    others: [{ ...at(2022, 9.8), label: 'Niên giám thống kê' }],
    path: [at(2020, 9.2), at(2025, 14), at(2030, 19)],
    target: { value: target, high: null, label: `Mục tiêu 2030: ${target}` },
    from: day('2016-12-31'),
    to: day('2030-12-31'),
    source: SOURCE,
    ...(fan === null ? {} : { fan }),
  })

const FAN: Fan = {
  points: [1, 2, 3, 4, 5].map((k) => point(2025 + k, 12.1 + 0.52 * k, 0.35 * Math.sqrt(k) + 0.2 * k)),
  words: 'Khả năng đạt: 2%.',
  scenarioFrom: null,
}

const FAR: Fan = {
  points: Array.from({ length: 15 }, (_, i) => point(2026 + i, 12.6 + 0.5 * i, 0.35 * Math.sqrt(i + 1) + 0.25 * i)),
  words: 'Khả năng đạt năm 2030: 2%.',
  scenarioFrom: day('2035-12-31'),
}

const WILD: Fan = {
  points: [1, 2, 3, 4, 5].map((k) => ({
    ...point(2025 + k, 12.1 + 0.5 * k, 0.3 * k),
    lo95: 12.1 - 4.6 * k,
    hi95: 12.1 + 9 * k,
  })),
  words: 'Khả năng đạt: 11%.',
  scenarioFrom: null,
}

const people = (): Html =>
  courseChart({
    title: 'Mục tiêu 85.000 người có thể đạt, chắc hơn nếu giữ đà tuyển của ba năm qua',
    subtitle: 'Người có trình độ đại học trở lên, toàn tỉnh, 2021–2030',
    unit: 'người',
    points: [64200, 68100, 70900, 74300, 78412].map((v, i) => at(2021 + i, v)),
    others: [],
    path: [],
    target: { value: 85000, high: null, label: 'Mục tiêu 2030: 85.000' },
    from: day('2021-12-31'),
    to: day('2030-12-31'),
    source: SOURCE,
    fan: {
      points: [1, 2, 3, 4, 5].map((k) => point(2025 + k, 78412 + 1900 * k, 1300 * Math.sqrt(k))),
      words: 'Khả năng đạt: 76%.',
      scenarioFrom: null,
    },
  })

/** Levels pulled, and the answer they change. */
const levels = (): Html =>
  form({
    action: '/bieu-do',
    method: 'get',
    answer: 'ket-qua',
    label: 'Kéo mức',
    body: html`
${levelField({ name: 'tuyen-moi', label: 'Bác sĩ tuyển mới mỗi năm', unit: 'người', value: 1200, min: 0, max: 2000, step: 10, hint: 'Kể cả người chuyển từ tỉnh ngoài về.' })}
${levelField({ name: 'thoi-viec', label: 'Tỷ lệ thôi việc', unit: '%', value: 2.5, min: 0, max: 10, step: 0.1 })}
${levelField({ name: 'giu-lai', label: 'Tuổi nghỉ hưu được kéo dài thêm', unit: 'năm', value: 'ba', min: 0, max: 10, step: 1, error: 'Nhập một số từ 0 đến 10' })}
${buttons({ label: 'Tính', kind: 'main' })}`,
  })

/** The charts, two beside each other on a desk. */
export const chartsPage = (f: Frame): Html =>
  page(f, {
    title: 'Biểu đồ dự báo',
    crumbs: [{ label: 'Các phần', href: '/' }, { label: 'Biểu đồ dự báo' }],
    body: html`${head({ title: 'Biểu đồ của các trang dự báo' })}${columns('two', [
      stack(
        card({
          body: html`<div id="ket-qua">${doctors(FAN, 'Với đà hiện nay, năm 2030 còn thiếu 4,3 bác sĩ trên 10.000 dân')}</div>`,
        }),
        card({ title: 'Kéo mức', body: levels() }),
        card({ body: doctors(WILD, 'Số liệu dao động mạnh, khoảng 95% rất rộng') }),
      ),
      stack(
        card({ body: people() }),
        card({ body: doctors(FAR, 'Mức 19 chỉ tới sau năm 2037 nếu giữ đà hiện nay') }),
        card({ body: doctors(null, 'Số bác sĩ tăng chậm hơn lộ trình') }),
      ),
    ])}`,
  })
