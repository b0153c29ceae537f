/**
 * Ràng buộc: the last guard answers with the same kind of refusal as the rules. Constraints carry business names
 * (`one_lead_per_task`); modules say what each means in `constraints` of their manifest.
 */
import { type Refusal, refuse } from '../../kernel/result.ts'

/** Sentence for each business-named constraint, filled from the manifests at start. */
const SENTENCES = new Map<string, string>()

/** Tells what the constraints of a module mean. */
export function explainConstraints(sentences: Readonly<Record<string, string>>): void {
  for (const [name, sentence] of Object.entries(sentences)) SENTENCES.set(name, sentence)
}

type DatabaseError = { code?: string; constraint?: string }

/** The refusal a violated constraint stands for; null for any other error. */
export function refusalOfConstraint(error: unknown): Refusal | null {
  const { code, constraint } = error as DatabaseError
  if (code === '40001' || code === '40P01') {
    return refuse(
      'later',
      'database.busy',
      'Có thao tác khác cùng lúc trên dữ liệu này. Chưa ghi gì, thử lại sau ít giây.',
    )
  }
  if (code === '42501') {
    return refuse('forbidden', 'database.scope', 'Dữ liệu này ngoài phạm vi được giao. Liên hệ: quản trị hệ thống.')
  }
  if (!constraint || !code?.startsWith('23')) return null
  const sentence = SENTENCES.get(constraint)
  return sentence ? refuse('conflict', `database.${constraint}`, sentence) : null
}
