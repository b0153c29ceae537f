/**
 * Tệp kịch bản: the part of the plan file (`docs/huong-dan/kich-ban.md`) that the register fills. Reading and checking it is the
 * model's own business; here it is only written.
 */

/** Một đại lượng chưa chắc: a number, or its mean and standard deviation. */
export type Uncertain = number | { readonly mean: number; readonly sd: number }

/** Ô người hiện có. */
export type FileCell = {
  readonly sector: string
  readonly degree: string
  readonly sex?: 'nam' | 'nu'
  readonly age?: number
  readonly stock: Uncertain
}

/** Tỷ lệ một năm, as a share of 1. */
export type FileRate = {
  readonly sector?: string
  readonly degree?: string
  readonly to?: string
  readonly value: number
  readonly sd: number
}

/** Người vào mỗi năm. */
export type FileInflow = {
  readonly sector: string
  readonly degree: string
  readonly sex?: 'nam' | 'nu'
  readonly age?: number
  readonly perYear: Uncertain
  readonly from: number
  readonly to: number
  readonly yield?: Uncertain
}

/** Nhu cầu một năm. */
export type FileNeed = { readonly sector: string; readonly value: Readonly<Record<string, number>> }

/** Mục tiêu. */
export type FileGoal = {
  readonly measure: 'stock' | 'rate'
  readonly value: number
  readonly per?: number
  readonly population?: Readonly<Record<string, Uncertain>>
  readonly year: number
  readonly probability: number
  readonly solveFor: 'inflow'
}

/** Tệp kịch bản. */
export type PlanFile = {
  readonly seed: number
  readonly draws: number
  readonly start: number
  readonly years: number
  readonly wholePersons: boolean
  readonly cells: readonly FileCell[]
  readonly rates: {
    readonly leave: readonly FileRate[]
    readonly death: readonly FileRate[]
    readonly promote: readonly FileRate[]
    readonly transfer: readonly FileRate[]
  }
  readonly retirement: 'vn-month-schedule'
  readonly extensions: readonly { readonly degree: string; readonly share: number; readonly years: number }[]
  readonly inflow: readonly FileInflow[]
  readonly need?: readonly FileNeed[]
  readonly goal?: FileGoal
}
