/** Kịch bản không thể có: named by cell and reason. */
import { describe, expect, it } from 'vitest'
import { answerScenario } from '../engine/answer.ts'

const PLAN = { start: 2025, years: 5, cells: [{ sector: 'y-te', degree: 'bac-si', stock: 100 }] }

const GOAL = { sector: 'y-te', value: 300, year: 2030, solveFor: 'inflow' }

const CASES: readonly (readonly [string, Record<string, unknown>, string, RegExp])[] = [
  ['số tuyển âm', { inflow: [{ perYear: -3 }] }, 'inflow[0].perYear', /không thể âm/],
  ['tỷ lệ lớn hơn 1', { rates: { leave: 1.2 } }, 'rates.leave', /lớn hơn mức cao nhất/],
  ['tổng tỷ lệ lớn hơn 1', { rates: { leave: 0.7, death: 0.4 } }, 'rates.leave', /là 1,1, lớn hơn 1/],
  ['tên ô viết sai', { rates: { promot: 0.1 } }, 'rates.promot', /Có phải là "promote"/],
  [
    'tên ngành không có',
    { rates: { leave: [{ sector: 'yte', value: 0.1 }] } },
    'rates.leave[0].sector',
    /Không có ngành "yte"/,
  ],
  ['chữ ở ô số', { cells: [{ stock: 'nhiều' }] }, 'cells[0].stock', /Cần một số/],
  ['thiếu người hiện có', { cells: [] }, 'cells', /ít nhất một dòng/],
  ['nghỉ hưu theo tuổi mà không có tuổi', { retirement: { age: 60 } }, 'cells[0].age', /Thiếu tuổi/],
  ['quy tắc nghỉ hưu lạ', { retirement: 'sau-60' }, 'retirement', /vn-month-schedule/],
  ['năm mục tiêu ngoài kỳ', { goal: { value: 1, year: 2040 } }, 'goal.year', /nằm ngoài 2025–2030/],
  ['mục tiêu theo dân số mà thiếu dân số', { goal: { measure: 'rate', value: 19 } }, 'goal.population', /cần dân số/],
  ['độ lệch quá lớn', { rates: { leave: { mean: 0.1, sd: 0.5 } } }, 'rates.leave.sd', /quá lớn/],
  [
    'hai ngành mà dòng tuyển không nêu ngành',
    {
      cells: [...PLAN.cells, { sector: 'khac', degree: 'bac-si', stock: 1 }],
      inflow: [{ degree: 'bac-si', perYear: 1 }],
    },
    'inflow[0].sector',
    /phải nêu ngành/,
  ],
  [
    'tuyển sau năm mục tiêu',
    { inflow: [{ sector: 'y-te', from: 2031 }], goal: GOAL },
    'inflow[0].from',
    /không kịp tính cho năm 2030/,
  ],
  ['không ai vào làm', { inflow: [{ sector: 'y-te', yield: 0 }], goal: GOAL }, 'goal', /không làm tăng/],
  [
    'quá mức tuyển cao nhất',
    { inflow: [{ sector: 'y-te', max: 20 }], goal: GOAL },
    'inflow[0].max',
    /cao hơn mức nhiều nhất 20/,
  ],
  [
    'mục tiêu của nhiều ngành mà không có dòng tuyển',
    { cells: [...PLAN.cells, { sector: 'khac', degree: 'bac-si', stock: 1 }], goal: { ...GOAL, sector: null } },
    'inflow',
    /thêm một dòng inflow/,
  ],
]

describe('Kịch bản không thể có', () => {
  it.each(CASES)('%s: nêu ô và lý do', async (_, change, path, reason) => {
    const inflow = Array.isArray(change.inflow)
      ? change.inflow.map((r: object) => ('degree' in r || change.cells ? r : { degree: 'bac-si', ...r }))
      : undefined
    const answers = await answerScenario(
      { ...PLAN, ...change, ...(inflow ? { inflow } : {}) },
      { threads: 1, wasm: true },
    )
    if (answers.ok) throw new Error('kịch bản này phải bị từ chối')
    expect(answers.fields?.[path] ?? JSON.stringify(answers)).toMatch(reason)
    expect(answers.message).toContain(path)
  })

  it('nêu hết các ô sai trong một lần', async () => {
    const json = { ...PLAN, rates: { leave: 2, deth: 1 }, inflow: [{ perYear: -1 }] }
    const answers = await answerScenario(json, { threads: 1, wasm: true })
    expect(answers.ok ? [] : Object.keys(answers.fields ?? {}).sort()).toEqual([
      'inflow[0].perYear',
      'rates.deth',
      'rates.leave',
    ])
  })
})
