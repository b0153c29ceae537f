/** Lệnh forecast series: every id gets all its rows, in both forms. */
import { describe, expect, it } from 'vitest'
import { commands } from './commands/series.ts'
import { readSeries } from './series/csv.ts'
import { answerFor, csvFor, textFor } from './series-answer.ts'

const FILE = `id,kind,start,values,h
a,percent,2012,10;11;12;13;14;15;16;17;18,
"b, hai",count,2020,5;6,3
c,percent,2018,10;20;400;30;40;50,
d,count,2018,1;ba;3;4;5;6,
e,other,2020,,12`

describe('Câu trả lời cho một tệp', () => {
  const { lines } = readSeries(FILE)

  it('mỗi chuỗi đủ số năm của nó, kể cả chuỗi bị từ chối', () => {
    const { series, rows, horizon } = answerFor(lines, 4)
    expect(horizon).toBe(4)
    expect(series.map((s) => [s.id, s.label, s.rows.length])).toEqual([
      ['a', 'dự báo', 4],
      ['b, hai', 'không phải dự báo', 3],
      ['c', 'không phải dự báo', 4],
      ['d', 'không phải dự báo', 4],
      ['e', 'không phải dự báo', 12],
    ])
    expect(rows.length).toBe(27)
    expect(Object.keys(rows[0] ?? {})).toEqual(['id', 'method', 'k', 'mean', 'lo80', 'hi80', 'lo95', 'hi95'])
    expect(rows.every((r) => Object.values(r).every((v) => typeof v === 'string' || Number.isFinite(v)))).toBe(true)
    expect(series.map((s) => s.reason)).toEqual([
      null,
      expect.stringMatching(/Mới có 2 năm/),
      expect.stringMatching(/400/),
      expect.stringMatching(/"ba"/),
      expect.stringMatching(/Không có số liệu/),
    ])
    expect(series[4]?.notes.join(' ')).toMatch(/kịch bản/)
  })

  it('dạng csv mang đúng các số ấy', () => {
    const [head, ...out] = csvFor(lines, 4).split('\n')
    expect(head).toBe('id,method,k,mean,lo80,hi80,lo95,hi95')
    expect(out.length).toBe(27)
    expect(out[4]).toMatch(/^"b, hai",nguyen-khi,1,6,/)
    const first = answerFor(lines, 4).rows[0]
    expect(out[0]).toBe(Object.values(first ?? {}).join(','))
  })

  it('dạng chữ nói năm cuối và lý do', () => {
    expect(textFor(lines, 4, (v) => v.toFixed(1))).toMatch(/a: dự báo, năm 2024: .*95%/)
  })
})

describe('Lệnh', () => {
  const io = (args: string[], flags: Record<string, string | true>) => ({
    args,
    flags,
    now: Temporal.Instant.from('2026-11-23T00:00:00Z'),
    print: () => undefined,
  })
  const verb = commands.find((c) => c.noun === 'forecast' && c.verb === 'series')

  it.each(['0', '-3', '2.5', 'mười', '61', true] as const)('số năm %s bị từ chối', async (horizon) => {
    if (verb?.needs !== 'nothing') throw new Error('lệnh không được cần cơ sở dữ liệu')
    expect(await verb.run(io(['x.csv'], { horizon }))).toMatchObject({ ok: false, code: 'forecasting.horizon' })
  })
})
