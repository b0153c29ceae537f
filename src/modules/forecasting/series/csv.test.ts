/** Đọc tệp chuỗi: quotes, marks, own horizons, and lines that cannot be read but are answered. */
import { describe, expect, it } from 'vitest'
import { readSeries, recordsOf } from './csv.ts'

const lineOf = (row: string, head = 'id,kind,start,values,h') => readSeries(`${head}\n${row}\n`).lines[0]

describe('Tệp chuỗi', () => {
  it('dấu đầu tệp, xuống dòng kiểu Windows, dấu ngoặc kép, cột đảo thứ tự', () => {
    const text = '\uFEFFkind,values,id,start\r\npercent,"1;2,5;3","a, ""b""",2010\r\n'
    expect(readSeries(text).lines[0]).toMatchObject({
      id: 'a, "b"',
      input: { kind: 'percent', start: 2010, values: [1, 2.5, 3] },
      horizon: null,
      unread: [],
    })
  })

  it('xuống dòng trong dấu ngoặc kép không cắt dòng; ngoặc không đóng thì hết ở cuối tệp', () => {
    expect(recordsOf('a,"b\nc"\nd,e')).toEqual([
      ['a', 'b\nc'],
      ['d', 'e'],
    ])
    expect(recordsOf('a,"b')).toEqual([['a', 'b']])
  })

  it.each([
    ['x,count,2010,1;;3;-;…;na,', [1, null, 3, null, null, null]],
    ['x,count,2010,1e3; 2.5 ;3%,', [1000, 2.5, 3]],
    ['x,count,2010,,', []],
  ])('%s', (row, values) => {
    expect(lineOf(row)?.input.values).toEqual(values)
    expect(lineOf(row)?.unread).toEqual([])
  })

  it('số năm riêng của chuỗi; số năm sai thì nói và dùng số của lệnh', () => {
    expect(lineOf('x,count,2010,1;2,15')?.horizon).toBe(15)
    expect(lineOf('x,count,2010,1;2,0')).toMatchObject({ horizon: null, unread: [expect.stringMatching(/"0"/)] })
  })

  it('chữ, loại lạ, năm lạ: dòng còn nguyên tên, kèm lý do', () => {
    const line = lineOf('x,lạ,hai nghìn,1;ba;5,')
    expect(line?.input).toEqual({ kind: 'other', start: 1, values: [1, null, 5] })
    expect(line?.unread.join(' ')).toMatch(/Loại "lạ".*Năm đầu "hai nghìn".*"ba"/)
  })

  it('thiếu cột thì nêu tên cột', () => {
    expect(readSeries('id,values\na,1;2').missing).toEqual(['kind', 'start'])
  })
})
