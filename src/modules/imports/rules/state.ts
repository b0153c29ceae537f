/** Việc nào vào lúc nào: verbs against states, from the one table in words.ts. */
import { accept, type Decision, refuse } from '../../../kernel/result.ts'
import { ALLOWED, BATCH_STATES, type Batch, type BatchVerb } from '../words.ts'

/** Refuses a verb that does not fit the state of the batch. */
export function demandVerb(batch: Pick<Batch, 'state'>, verb: BatchVerb): Decision<null> {
  if (ALLOWED[batch.state].includes(verb)) return accept(null)
  return refuse(
    'conflict',
    `batch.${batch.state}`,
    `Lô này ở tình trạng «${BATCH_STATES[batch.state].label}» nên không làm được việc ấy. Không có gì thay đổi.`,
  )
}
