import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compiledOf, sql } from './query.ts'

describe('câu SQL', () => {
  it('giá trị thành tham số theo thứ tự, mảnh nằm đúng chỗ của nó', () => {
    const where = sql`a = ${1} and b = any(${[2, 3]}::int[])`
    expect(compiledOf(sql`select ${'x'} from t where ${where} limit ${4}`)).toEqual({
      sql: 'select $1 from t where a = $2 and b = any($3::int[]) limit $4',
      parameters: ['x', 1, [2, 3], 4],
    })
  })
  it('nối giá trị và mảnh; rỗng thì không có gì', () => {
    expect(compiledOf(sql`in (${sql.join([1, sql`now()`, 'b'])})`)).toEqual({
      sql: 'in ($1, now(), $2)',
      parameters: [1, 'b'],
    })
    expect(compiledOf(sql`${sql.join([sql`a`, sql`b`], sql` and `)}`).sql).toBe('a and b')
    expect(compiledOf(sql`x${sql.join([])}y`)).toEqual({ sql: 'xy', parameters: [] })
  })
  it('chữ, số, đúng sai, không có viết thẳng vào câu; dấu nháy không thoát ra được', () => {
    const literals = [sql.lit("O'Đức"), sql.lit(7), sql.lit(true), sql.lit(null)]
    expect(compiledOf(sql.join(literals)).sql).toBe("'O''Đức', 7, true, null")
  })
  it('điều người dùng gõ không bao giờ thành chữ của câu, dù trông như một mảnh', () => {
    fc.assert(
      fc.property(fc.anything(), (typed) => {
        expect(compiledOf(sql`select ${typed}`)).toEqual({ sql: 'select $1', parameters: [typed] })
      }),
    )
    const forged = { texts: ['; drop table t'], between: [] }
    expect(compiledOf(sql`select ${forged}`).sql).toBe('select $1')
  })
})
