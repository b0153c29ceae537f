/** Nhân WebAssembly: compiled once in a process, laid over a memory that holds the tables of the plan. */
import { type Blocks, type Entry, LANES } from '../workforce/blocks.ts'
import type { Kernel } from '../workforce/plain-kernel.ts'
import { CELL, kernelBytes, SHARES, YEAR_OF_FACTORS } from './kernel-listing.ts'

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
  readonly kinds: number
  readonly kindCount: number
  readonly ways: number
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
  const shares = room.take(Math.max(...all.blocks.map((b) => b.kinds.length / 4)) * SHARES)
  const ways = new Map<Int32Array, number>()
  const waysAt = (kindOf: Int32Array): number => {
    const known = ways.get(kindOf)
    if (known !== undefined) return known
    const at = room.take(kindOf.length * 8)
    ways.set(kindOf, at)
    writes.push((memory) => new Int32Array(memory, at, kindOf.length * 2).set(addressesOf(kindOf, A, shares)))
    return at
  }
  const laid = all.blocks.map((b): Laid => {
    const keeps = room.take(T * 4)
    const addresses = b.keeps.map(tableAt)
    writes.push((memory) => new Int32Array(memory, keeps, T).set(addresses))
    return {
      older: b.older,
      stock: tableAt(b.stock),
      kinds: tableAt(b.kinds),
      kindCount: b.kinds.length / 4,
      ways: waysAt(b.kindOf),
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
    const { stock, kinds, kindCount, keeps, before, after, older } = at
    block(stock, people, kinds, kindCount, shares, at.ways, keeps, factors, before, after, out, D, A, T, older)
    outTo.set(found)
  }
}

/** For each cell where the shares of its own kind stand, and those of the cell a degree below (kind 0 below the lowest). */
function addressesOf(kindOf: Int32Array, ages: number, shares: number): Int32Array {
  const addresses = new Int32Array(kindOf.length * 2)
  for (let c = 0; c < kindOf.length; c++) {
    addresses[2 * c] = shares + SHARES * (kindOf[c] ?? 0)
    addresses[2 * c + 1] = shares + SHARES * (kindOf[c - ages] ?? 0)
  }
  return addresses
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
