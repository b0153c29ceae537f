/** Cần làm: six things a person does once for the own record; each says whether it is done and where it is done. */
import type { Step } from '../../../ui/steps.ts'

/** What the list is made from. */
export type ChecklistFacts = {
  /** Whether every item of the consent form was answered, yes or no. */
  readonly asked: boolean
  /** Codes of what is missing in the dossier. */
  readonly gaps: readonly string[]
  readonly hasField: boolean
  readonly hasWork: boolean
  /** Whether the person said within a year that the record is right. */
  readonly checked: boolean
  readonly pending: number
}

/** The six steps, in the order they are done. */
export function checklist(f: ChecklistFacts): Step[] {
  const others = f.gaps.filter((g) => g !== 'reach' && g !== 'research-field')
  const step = (label: string, done: boolean, href: string, detail?: string): Step => ({
    label,
    state: done ? 'done' : 'todo',
    href,
    ...(detail === undefined || done ? {} : { detail }),
  })
  return [
    step('Nhận hồ sơ', true, '/toi/du-lieu'),
    step('Chọn mục công khai', f.asked, '/toi/quyen-rieng-tu'),
    step('Khai điện thoại hoặc thư điện tử', !f.gaps.includes('reach'), '/toi/du-lieu/khai/contact'),
    step(
      'Khai lĩnh vực và công trình',
      f.hasField && f.hasWork,
      f.hasField ? '/toi/du-lieu/khai/publication' : '/toi/du-lieu/khai/research-field',
    ),
    step('Bổ sung điều còn thiếu', others.length === 0, '/toi/du-lieu', `${others.length} điều`),
    step('Xác nhận hồ sơ đúng', f.checked, '/toi/du-lieu#xac-nhan'),
  ]
}
