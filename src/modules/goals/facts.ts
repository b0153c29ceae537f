/** Sự kiện của mô-đun: the sentence of each fact, without the actor. */
import { type Day, showDay } from '../../kernel/day.ts'
import { showNumber } from '../../kernel/number.ts'
import type { LedgerLine } from '../../platform/ledger/record.ts'
import { CAUSES, type Cause, PATH_KINDS, type PathKind } from './words.ts'

/** Sentences by kind. */
export const FACTS: Readonly<Record<string, (line: LedgerLine) => string>> = {
  'goals.path-set': (l) =>
    `đặt lộ trình mục tiêu ${l.data.code}: ${PATH_KINDS[l.data.kind as PathKind].label.toLowerCase()} từ ${showNumber(Number(l.data.baseValue), 2)} ${l.data.unit} ngày ${showDay(l.data.baseOn as Day)}`,
  'goals.shared-out': (l) =>
    `giao mốc năm ${l.data.year} của mục tiêu ${l.data.code} (${showNumber(Number(l.data.milestone), 2)} ${l.data.unit}) cho ${l.data.bodies} cơ quan`,
  'goals.outlines-added': (l) =>
    `đưa bản đồ ranh giới «${l.data.title}» vào: ${l.data.places} vùng, từ ${showDay(l.data.from as Day)}`,
  'goals.outlines-removed': (l) => `bỏ bản đồ ranh giới «${l.data.title}»`,
  'goals.explained': (l) =>
    `giải trình mục tiêu ${l.data.code} chưa đạt mốc năm ${l.data.year} của ${l.data.unitName}: nguyên nhân ${CAUSES[l.data.cause as Cause].label.toLowerCase()}`,
}
