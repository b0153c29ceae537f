/** Quyền: the verbs of the module run on a file named by whoever calls them; nothing of the register is read. */
import type { Right } from '../../kernel/right.ts'

/** Every right of the module. */
export const RIGHTS: readonly Right[] = []
