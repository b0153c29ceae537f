/**
 * Ví dụ của một cột: some values beside the heading, so that an officer sees what it holds. They are kept with the batch and shown,
 * so values of tier C never stand among them, and numbers of people stand by their last three digits.
 */
import { GROUPS } from '../../people/public.ts'
import type { MappedColumn } from './columns.ts'

const SEALED: ReadonlySet<string> = new Set(GROUPS.filter((g) => g.keeps === 'sealed').map((g) => g.code))

const groupOfTarget = (target: string | null): string => target?.split('.')[0] ?? ''

/** A long number by its last digits: whose it is cannot be told, that it is a number can. */
const bare = (text: string): string => text.replace(/\d(?=(?:[\s.]?\d){3})(?:[\s.]?\d){5,}/g, (n) => `…${n.slice(-3)}`)

/** The column with examples that may be kept and shown. */
export const withSafeExamples = <C extends MappedColumn>(c: C): C => ({
  ...c,
  examples: SEALED.has(groupOfTarget(c.target)) ? [] : c.examples.map(bare),
})
