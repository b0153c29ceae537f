/** Hồi quy trị tuyệt đối: weighted least absolute errors with a ridge, by repeated weighted least squares. */

/** One observation: what multiplies the weights, the outcome, the cost of a unit of error. */
export type Row = { readonly f: Float64Array; readonly y: number; readonly cost: number }

const ROUNDS = 12
const SMALL = 0.05

/** The weights that make the sum of cost × |error| least. */
export function leastAbsolute(rows: readonly Row[], size: number, ridge: number): Float64Array {
  let weights = new Float64Array(size)
  for (let round = 0; round < ROUNDS; round++) {
    const a = new Float64Array(size * size)
    const b = new Float64Array(size)
    for (const { f, y, cost } of rows) {
      let error = y
      for (let j = 0; j < size; j++) error -= (f[j] ?? 0) * (weights[j] ?? 0)
      const w = cost / Math.max(Math.abs(error), SMALL)
      for (let j = 0; j < size; j++) {
        const fw = (f[j] ?? 0) * w
        b[j] = (b[j] ?? 0) + fw * y
        for (let l = 0; l <= j; l++) a[j * size + l] = (a[j * size + l] ?? 0) + fw * (f[l] ?? 0)
      }
    }
    for (let j = 0; j < size; j++) a[j * size + j] = (a[j * size + j] ?? 0) + ridge
    weights = solved(a, b, size)
  }
  return weights
}

/** Solves a symmetric positive system given by its lower half (Cholesky, in place). */
function solved(a: Float64Array, b: Float64Array, size: number): Float64Array<ArrayBuffer> {
  const at = (i: number, j: number): number => a[i * size + j] ?? 0
  for (let j = 0; j < size; j++)
    for (let i = j; i < size; i++) {
      let v = at(i, j)
      for (let k = 0; k < j; k++) v -= at(i, k) * at(j, k)
      a[i * size + j] = i === j ? Math.sqrt(v) : v / at(j, j)
    }
  const x = Float64Array.from(b)
  for (let i = 0; i < size; i++) {
    let v = x[i] ?? 0
    for (let k = 0; k < i; k++) v -= at(i, k) * (x[k] ?? 0)
    x[i] = v / at(i, i)
  }
  for (let i = size - 1; i >= 0; i--) {
    let v = x[i] ?? 0
    for (let k = i + 1; k < size; k++) v -= at(k, i) * (x[k] ?? 0)
    x[i] = v / at(i, i)
  }
  return x
}
