/** Kiểm tra toàn bộ dữ kiện của sổ bộ before it is loaded: double codes, missing parents, then every event in turn. */
import { checkEvents, type Issue, type Known } from './event-check.ts'
import { allUnits } from './register.ts'
import type { RegisterFacts, UnitFact } from './register-facts.ts'

/** Issues of a whole register. */
export function checkRegister(facts: RegisterFacts): Issue[] {
  const seen = new Map<string, UnitFact>()
  const issues: Issue[] = []
  for (const u of allUnits(facts)) {
    if (seen.has(u.code)) issues.push(fault(u, 'unit.twice', `Mã ${u.code} được ghi hai lần.`))
    seen.set(u.code, u)
  }
  for (const u of seen.values()) {
    const parent = u.parent === null ? undefined : seen.get(u.parent)
    if (u.parent !== null && (!parent || parent.from > u.from))
      issues.push(
        fault(u, 'unit.parent', `Đơn vị cấp trên ${u.parent} của ${u.code} không có trong sổ bộ ngày bắt đầu.`),
      )
  }
  const known = new Map<string, Known>(
    facts.units.map((u) => [u.code, { kind: u.kind, parent: u.parent, from: u.from, to: null }]),
  )
  return [...issues, ...checkEvents(facts.events, known, { history: true, recorded: [] })]
}

const fault = (u: UnitFact, code: string, message: string): Issue => ({
  level: 'error',
  code,
  event: '',
  unit: u.code,
  message,
})
