/** Từng mục của Kế hoạch: what the Plan asks stands in docs/clauses.yml with the routes and tests that answer it. */
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { readPlan } from '../../src/modules/documents/rules/read-plan.ts'
import { MODULES } from '../../src/modules.ts'
import { methodOf } from '../../src/platform/http/route.ts'
import { ROOT } from './tree.ts'

const read = (file: string): string => fs.readFileSync(path.join(ROOT, file), 'utf8')

const Clauses = z.array(
  z.strictObject({
    clause: z.string().min(1),
    asks: z.string().min(10),
    routes: z.array(z.string()).default([]),
    tests: z.array(z.string()).default([]),
    planned: z.number().int().min(2).max(6).optional(),
    later: z.string().optional(),
    reason: z.string().min(20).optional(),
  }),
)

const clauses = Clauses.parse(parse(read('docs/clauses.yml')))

/** `II.1.7a` is one half of the clause II.1.7. */
const wholeOf = (clause: string): string => clause.replace(/(\d)[a-z]$/, '$1')

describe('Từng mục của Kế hoạch', () => {
  it('mỗi mục tiêu, nhiệm vụ, trách nhiệm đọc được từ văn bản có trong danh sách, và danh sách không có mục lạ', () => {
    const plan = readPlan(read('examples/ke-hoach-1459.txt'))
    const inPlan = new Set([...plan.goals, ...plan.tasks].map((item) => wholeOf(item.clause)))
    const named = clauses.map((c) => c.clause)
    expect([...inPlan].filter((c) => !named.includes(c))).toEqual([])
    expect(named.filter((c) => !inPlan.has(c))).toEqual(['I.1', 'I.2', 'recipients'])
    expect(named.filter((c, i) => named.indexOf(c) !== i)).toEqual([])
  })

  it('mỗi mục có đường dẫn kèm kiểm thử, hoặc việc sẽ làm, hoặc lý do', () => {
    const bare = clauses.filter((c) => (c.routes.length === 0 || c.tests.length === 0) && !c.planned && !c.reason)
    expect(bare.map((c) => c.clause)).toEqual([])
    expect(clauses.filter((c) => (c.planned === undefined) !== (c.later === undefined)).map((c) => c.clause)).toEqual(
      [],
    )
  })

  it('mỗi đường dẫn được nêu có trong bảng đường dẫn của các mô-đun', () => {
    const all = MODULES.flatMap((m) => m.routes.map((r) => `${methodOf(r)} ${r.path}`))
    const lost = clauses.flatMap((c) => c.routes.filter((r) => !all.includes(r)).map((r) => `${c.clause}: ${r}`))
    expect(lost).toEqual([])
  })

  it('mỗi kiểm thử được nêu là một tệp có thật', () => {
    const lost = clauses.flatMap((c) =>
      c.tests.filter((t) => !fs.existsSync(path.join(ROOT, t))).map((t) => `${c.clause}: ${t}`),
    )
    expect(lost).toEqual([])
  })
})
