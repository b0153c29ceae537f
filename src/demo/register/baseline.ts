/**
 * Số liệu để so: published figures of the province whose shares the invented people come near. The sources contradict each other
 * (3.000 or 1.500 masters, 65.000 with a university degree or with at least a college one); the set of the Provincial Committee's
 * report is taken whole, so that its parts belong together. Nothing later is published.
 */

/** Một con số đã công bố. */
export type Published = { readonly value: number; readonly of: string; readonly source: string }

const REPORT = 'baohaiduong.vn, 24/11/2022 (báo cáo của Tỉnh ủy về Nghị quyết 27-NQ/TW)'

/** Figures by what they count. */
export const BASELINE = {
  graduates: { value: 65_000, of: 'người có trình độ đại học trở lên, cuối năm 2022', source: REPORT },
  doctors: { value: 250, of: 'tiến sĩ, cuối năm 2022', source: REPORT },
  masters: { value: 3_000, of: 'thạc sĩ, cuối năm 2022', source: REPORT },
  professors: { value: 15, of: 'giáo sư, phó giáo sư, cuối năm 2022', source: REPORT },
  honoured: { value: 108, of: 'trí thức được tôn vinh đến cuối năm 2022', source: 'baomoi.com, 28/12/2022' },
  kinh: { value: 99.4, of: '% dân số là người Kinh, năm 2019', source: 'foreign.haiduong.gov.vn (Tổng điều tra 2019)' },
  publicDoctors: {
    value: 6.8,
    of: 'bác sĩ công lập trên 10.000 dân, năm 2017',
    source: 'lib.hutech.edu.vn/chi-tiet?id=488358',
  },
  population: { value: 1_850_600, of: 'dân số trung bình năm 2017', source: '123docz.net/trich-doan/3822228' },
  doctorsWanted: { value: 19, of: 'bác sĩ trên 10.000 dân, mục tiêu năm 2030', source: 'Kế hoạch 1459/KH-UBND' },
} as const satisfies Readonly<Record<string, Published>>
