/** Dữ kiện: what comes with the product, and the sentence of each fact the module records. */
import shipped from '../../../facts/forecast-assumptions.json' with { type: 'json' }
import { showNumber } from '../../kernel/number.ts'
import type { LedgerLine } from '../../platform/ledger/record.ts'
import { ASSUMPTIONS, type Assumption, type AssumptionKind } from './words.ts'

const START: readonly Assumption[] = shipped.assumptions.map((a) => ({
  kind: a.kind as AssumptionKind,
  sector: null,
  value: a.value,
  sd: a.sd,
  evidence: 'Giả định ban đầu, chưa có số liệu của tỉnh',
  recordedAt: null,
  recordedBy: '',
}))

/** Assumptions a province starts from. */
export const shippedAssumptions = (): readonly Assumption[] => START

const word = (line: LedgerLine, key: string): string => String(line.data[key] ?? '')

const assumption = (line: LedgerLine): string => {
  const kind = ASSUMPTIONS[word(line, 'kind') as AssumptionKind]
  const sector = word(line, 'sector')
  return `${kind?.label ?? word(line, 'kind')}${sector === '' ? '' : ` (${sector})`}`
}

/** Điều đã xảy ra, in a sentence without the actor. */
export const FACTS: Readonly<Record<string, (line: LedgerLine) => string>> = {
  'forecasting.assumption-set': (l) => `ghi giả định ${assumption(l)}: ${showNumber(Number(l.data.value), 4)}`,
  'forecasting.assumption-dropped': (l) => `bỏ giả định đã ghi ${assumption(l)}`,
  'forecasting.scenario-saved': (l) => `lưu kịch bản «${word(l, 'title')}»`,
  'forecasting.scenario-approved': (l) => `ghi kịch bản «${word(l, 'title')}» được duyệt theo ${word(l, 'act')}`,
  'forecasting.scenario-set-aside': (l) => `bỏ kịch bản «${word(l, 'title')}» khỏi danh sách`,
  'forecasting.issued': (l) => `đưa ra dự báo của ${word(l, 'count')} mục tiêu ngày ${word(l, 'day')}`,
}
