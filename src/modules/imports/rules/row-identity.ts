/**
 * Dòng này là ai trong tệp: the key under which a row is known again in the next file of the body, and which rows of one file name
 * one person. Two people of one name and birthday without numbers are told apart by their order in the file.
 */
import { sameSpelling } from '../../../kernel/text.ts'
import { type FindingCode, finding, type RowFinding } from './findings.ts'
import type { RowRead } from './read-row.ts'

/** Một dòng có khóa. `twice` = the row of the file it repeats, as far as can be told. */
export type KeyedRow = { readonly read: RowRead; readonly key: string; readonly clash: RowFinding | null }

/** Makes the keys of one file, row after row. `digest` = keyed, so that nothing can be read back. */
export function rowKeys(digest: (text: string) => string): (read: RowRead) => KeyedRow {
  const numbers = new Map<string, number>()
  const people = new Map<string, { row: number; numbered: boolean; count: number }>()
  const clashOf = (read: RowRead, code: FindingCode, row: number): RowFinding =>
    finding(read.row, null, code, '', String(row))
  return (read) => {
    const number = read.cccd ?? read.cmnd ?? read.orcid
    const who = `${sameSpelling(read.name)}|${read.birth ?? ''}`
    const before = people.get(who)
    const count = (before?.count ?? 0) + 1
    const key = digest(number === null ? `${who}|${count}` : `${who}|${number}`)
    people.set(who, { row: before?.row ?? read.row, numbered: number !== null, count })
    const sameNumber = read.cccd === null ? undefined : numbers.get(read.cccd)
    if (read.cccd !== null && sameNumber === undefined) numbers.set(read.cccd, read.row)
    if (sameNumber !== undefined) return { read, key, clash: clashOf(read, 'cccd.twice', sameNumber) }
    // Both with numbers of their own are two people; a birthday known only to the year proves nothing.
    const open = before !== undefined && !(before.numbered && number !== null) && read.birth?.length === 10
    return { read, key, clash: open ? clashOf(read, 'row.twice', before.row) : null }
  }
}
