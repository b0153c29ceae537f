/** Nhân WebAssembly: compiled once in a process, laid over a memory that holds the tables of the plan. */
import { type Blocks, type Entry, LANES } from '../workforce/blocks.ts'
import type { Kernel } from '../workforce/plain-kernel.ts'
import { CELL, kernelBytes, YEAR_OF_FACTORS } from './kernel-listing.ts'

type BlockCall = (...addresses: readonly number[]) => void

const PAGE = 65_536

const compiled: { module: WebAssembly.Module | null } = { module: null }

/** Whether the machine can run the kernel. */
export const canRunWasm = (): boolean => typeof WebAssembly === 'object' && WebAssembly.validate(kernelBytes())

/** Counts out memory from the start, in steps of 16 bytes. */
class Room {
  size = 0

  take(bytes: number): number {
    const at = this.size
    this.size += Math.ceil(bytes / 16) * 16
    return at
  }
}

type Laid = {
  readonly older: 0 | 1
  readonly stock: number
  readonly rates: number
  readonly keeps: number
  readonly before: number
  readonly after: number
}

/** The kernel of some blocks, in WebAssembly. */
export function wasmKernel(all: Blocks): Kernel {
  const { degrees: D, ages: A, years: T } = all
  const room = new Room()
  const people = room.take((D + 1) * A * CELL)
  const factors = room.take(T * YEAR_OF_FACTORS)
  const out = room.take(T * D * CELL)
  const writes: ((memory: ArrayBuffer) => void)[] = []
  const tables = new Map<Float64Array, number>()
  const tableAt = (table: Float64Array): number => {
    const known = tables.get(table)
    if (known !== undefined) return known
    const at = room.take(table.byteLength)
    tables.set(table, at)
    writes.push((memory) => new Float64Array(memory, at, table.length).set(table))
    return at
  }
  const laid = all.blocks.map((b): Laid => {
    const rates = room.take((D + 1) * A * CELL)
    writes.push((memory) => new Float64Array(memory, rates + A * CELL, b.rates.length).set(b.rates))
    const keeps = room.take(T * 4)
    const addresses = b.keeps.map(tableAt)
    writes.push((memory) => new Int32Array(memory, keeps, T).set(addresses))
    return {
      older: b.older,
      stock: tableAt(b.stock),
      rates,
      keeps,
      before: entries(b.before, A, room, writes),
      after: entries(b.after, A, room, writes),
    }
  })
  const memory = new WebAssembly.Memory({ initial: Math.ceil(room.size / PAGE) + 1 })
  for (const write of writes) write(memory.buffer)
  const block = started(memory)
  const [given, found] = [
    new Float64Array(memory.buffer, factors, T * 5 * LANES),
    new Float64Array(memory.buffer, out, T * D * LANES),
  ]
  return (index, factorsIn, outTo) => {
    const at = laid[index]
    if (at === undefined) return
    given.set(factorsIn)
    block(at.stock, people, at.rates, at.keeps, factors, at.before, at.after, out, D, A, T, at.older)
    outTo.set(found)
  }
}

/** Addresses of the years' entries, one more than years; each entry: bytes into people, bytes into the sums, heads. */
function entries(
  years: readonly (readonly Entry[])[],
  ages: number,
  room: Room,
  writes: ((memory: ArrayBuffer) => void)[],
): number {
  const count = years.reduce((sum, y) => sum + y.length, 0)
  const [index, list] = [room.take((years.length + 1) * 4), room.take(count * 16)]
  writes.push((memory) => {
    const view = new DataView(memory)
    let at = list
    years.forEach((year, k) => {
      view.setInt32(index + 4 * k, at, true)
      for (const e of year) {
        view.setInt32(at, (ages + e.cell) * CELL, true)
        view.setInt32(at + 4, e.degree * CELL, true)
        view.setFloat64(at + 8, e.heads, true)
        at += 16
      }
    })
    view.setInt32(index + 4 * years.length, at, true)
  })
  return index
}

function started(memory: WebAssembly.Memory): BlockCall {
  compiled.module ??= new WebAssembly.Module(kernelBytes())
  const { exports } = new WebAssembly.Instance(compiled.module, { env: { memory } })
  return exports.block as BlockCall
}
