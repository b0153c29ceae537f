/** Dữ liệu mẫu cho văn bản của kịch bản. */
import { noteInput } from '../../programme/papers/fixtures.ts'
import { asUntilNow } from '../rules/levers.ts'
import type { Bands } from '../rules/result.ts'
import type { ScenarioPaper } from './scenario.ts'

const SECTORS: Readonly<Record<string, string>> = {
  'giao-duc': 'Giáo dục và đào tạo',
  'y-te': 'Y tế',
  'nong-nghiep': 'Nông nghiệp và môi trường',
}

const bands = (from: number, perYear: number): Bands =>
  Array.from({ length: 6 }, (_, i) => {
    const mean = from + perYear * i
    return {
      year: 2025 + i,
      mean,
      lo50: mean - 10 * i,
      hi50: mean + 10 * i,
      lo80: mean - 19 * i,
      hi80: mean + 19 * i,
      lo95: mean - 29 * i,
      hi95: mean + 29 * i,
    }
  })

/** A scenario of three sectors, five years ahead. */
export const scenarioInput = (): ScenarioPaper => ({
  issuer: noteInput().issuer,
  sector: (code) => SECTORS[code] ?? code,
  scenario: {
    id: '01900000-0000-7000-8000-000000000001',
    title: 'Tuyển thêm bác sĩ',
    note: 'Theo đề nghị của Sở Y tế tại cuộc họp ngày 10/11/2026.',
    levers: { ...asUntilNow(2030), recruit: 10, leave: -20 },
    result: {
      seed: 20261120,
      draws: 2000,
      start: 2025,
      years: 5,
      total: bands(41_200, 350),
      sectors: Object.keys(SECTORS).map((sector, i) => ({ sector, bands: bands(9000 + 1000 * i, 100) })),
      degrees: [],
      flows: Object.keys(SECTORS).map((sector) => ({
        year: 2030,
        sector,
        recruits: 300,
        leavers: 40,
        deaths: 4,
        retirements: 160,
        promotions: 25,
      })),
      goal: null,
      tornado: [],
    },
    modelDigest: 'a1'.repeat(32),
    resultDigest: 'b2'.repeat(32),
    savedAt: Temporal.Instant.from('2026-11-20T02:00:00Z'),
    savedBy: 'Trần Thị Lan',
    approvedAt: null,
    approvedBy: null,
    approvedAct: null,
  },
})
