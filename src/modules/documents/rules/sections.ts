/**
 * Cây đề mục: paragraphs arranged under the headings they stand under, numbered as the document numbers them.
 */
import type { PlanSection } from '../words.ts'
import { assignmentIn, bodiesOfHeading, labelsIn } from './assignments.ts'
import type { Block } from './lines.ts'
import { type MarkerKind, RANK } from './markers.ts'
import { spanOf } from './passage.ts'
import { phrase, type Shape } from './phrase.ts'

/** Nút: a heading, a numbered item, a bullet or a plain paragraph (`kind` null), with what stands under it. */
export type Node = {
  readonly kind: MarkerKind | null
  readonly no: string
  /** `II`, `II.1`, `II.1.7`: bullets and plain paragraphs are counted within their heading. */
  readonly path: string
  readonly block: Block
  readonly children: Node[]
  readonly parent: Node | null
}

/** The tree of a document: the paragraphs before the first heading, and the headings. */
export type Tree = { readonly opening: readonly Block[]; readonly roots: readonly Node[] }

/** Nội dung của phần: what a heading announces. */
export type Topic = 'purpose' | 'goals' | 'tasks' | 'duties' | 'money' | 'situation'

/** What headings announce. `top` rows are looked for anywhere in a top heading, the others at the start of any heading. */
export const TOPICS: readonly {
  readonly id: string
  readonly topic: Topic
  readonly pattern: RegExp
  readonly top: boolean
  readonly example: string
}[] = [
  {
    id: 'goals',
    topic: 'goals',
    pattern: /^(?:các |một số |hệ thống |những )?(?:m[ụuú]c ti[êeềếểễ]u|ch[ỉiíì] ti[êeềếểễ]u|tầm nhìn)/iu,
    top: false,
    example: 'Mục tiêu đến năm 2030',
  },
  {
    id: 'outlook',
    topic: 'goals',
    pattern: /^(?:định hướng|tầm nhìn)(?: \p{L}+){0,6}?,? (?:đến|giai đoạn|tới)(?: năm)? 20\d\d/iu,
    top: false,
    example: 'Định hướng đến năm 2040',
  },
  {
    id: 'purpose',
    topic: 'purpose',
    pattern: /^(?:mục đích|yêu cầu|quan điểm|phạm vi|đối tượng)(?!.{0,60}(?:mục tiêu|chỉ tiêu))/iu,
    top: false,
    example: 'Mục đích, yêu cầu',
  },
  {
    id: 'situation',
    topic: 'situation',
    pattern:
      /^(?:(?:đánh giá |bối cảnh,? |khái quát )?(?:thực trạng|hiện trạng)|bối cảnh|tình hình|đặc điểm|kết quả|đánh giá|khái quát|sự cần thiết)/iu,
    top: false,
    example: 'Thực trạng đội ngũ',
  },
  {
    id: 'money',
    topic: 'money',
    pattern: /^(?:kinh phí|nguồn lực thực hiện|dự toán)/iu,
    top: false,
    example: 'Kinh phí thực hiện',
  },
  {
    id: 'duties',
    topic: 'duties',
    pattern:
      /^(?:tổ chức (?:triển khai )?thực hiện|phân công|trách nhiệm|chế độ (?:thông tin,? ?)?(?:và )?báo cáo|kiểm tra, giám sát|công tác báo cáo)/iu,
    top: false,
    example: 'Tổ chức thực hiện',
  },
  {
    id: 'tasks',
    topic: 'tasks',
    pattern: /^(?:các |một số )?(?:nhiệm vụ|giải pháp|nội dung)/iu,
    top: false,
    example: 'Nhiệm vụ, giải pháp chủ yếu',
  },
  {
    id: 'duties-top',
    topic: 'duties',
    pattern: phrase('tổ chức thực hiện|tổ chức triển khai|phân công'),
    top: true,
    example: 'KINH PHÍ VÀ TỔ CHỨC THỰC HIỆN',
  },
  {
    id: 'tasks-top',
    topic: 'tasks',
    pattern: phrase('nhiệm vụ|giải pháp|nội dung|phương hướng'),
    top: true,
    example: 'CÁC NHÓM NHIỆM VỤ',
  },
  {
    id: 'goals-top',
    topic: 'goals',
    pattern: phrase('m[ụuú]c ti[êeềếểễ]u|ch[ỉiíì] ti[êeềếểễ]u'),
    top: true,
    example: 'QUAN ĐIỂM, MỤC TIÊU',
  },
]

/** The topic announced by a heading, or null. */
export function topicOf(title: string, top: boolean): Topic | null {
  return TOPICS.find((t) => (top || !t.top) && t.pattern.test(title))?.topic ?? null
}

const isList = (kind: MarkerKind | null): boolean => kind === null || kind === 'bullet' || kind === 'plus'

function pathOf(parent: Node | null, kind: MarkerKind | null, no: string, prefix: string): string {
  if (isList(kind)) {
    const index = (parent?.children.filter((c) => isList(c.kind)).length ?? 0) + 1
    return parent ? `${parent.path}.${index}` : String(index)
  }
  const label = kind === 'article' ? `Đ${no}` : kind === 'part' ? `P${no}` : no
  if (!parent) return `${prefix}${label}`
  // "1.1" under "1" already names its parent.
  const tail = label.split('.')
  const known = parent.path.split('.')
  const shared =
    tail.length > 1 && known.at(-1) === tail[0]
      ? 1
      : tail.length > 2 && known.at(-2) === tail[0] && known.at(-1) === tail[1]
        ? 2
        : 0
  return `${parent.path}.${tail.slice(shared).join('.')}`
}

/** Arranges blocks under their headings; `prefix` keeps the paths of an annex apart from those of the document. */
export function treeOf(blocks: readonly Block[], prefix = ''): Tree {
  const opening: Block[] = []
  const roots: Node[] = []
  const stack: Node[] = []
  // A decision that holds its programme itself: "Điều 1 … I. Mục tiêu". Elsewhere articles stand under Roman parts.
  const outer =
    blocks.find((b) => b.marker?.kind === 'article' || b.marker?.kind === 'roman')?.marker?.kind === 'article'
  const rankOf = (kind: MarkerKind): number => (kind === 'article' && outer ? RANK.part : RANK[kind])
  for (const block of blocks) {
    const kind = block.marker?.kind ?? null
    // A paragraph without a marker ends a list and stands under the nearest heading.
    const rank = kind === null ? RANK.bullet : rankOf(kind)
    while (stack.length > 0 && rankOf(stack.at(-1)?.kind ?? 'bullet') >= rank) stack.pop()
    const parent = stack.at(-1) ?? null
    if (!parent && isList(kind)) {
      opening.push(block)
      continue
    }
    const no = block.marker?.no ?? ''
    const node: Node = { kind, no, path: pathOf(parent, kind, no, prefix), block, children: [], parent }
    if (parent) parent.children.push(node)
    else roots.push(node)
    if (kind !== null) stack.push(node)
  }
  return { opening, roots }
}

/** Whether a node is a heading or a numbered item (not a bullet, not a plain paragraph). */
export const isNumbered = (n: Node): boolean => !isList(n.kind)

/** Đoạn kết: paragraphs after the last duty that close the document and give no duty of their own. */
export const CLOSINGS: readonly Shape[] = [
  {
    id: 'order',
    pattern: /^(?:UBND|Ủy ban nhân dân)\s+[^,.]{2,30}\s+yêu cầu\s/u,
    example: 'UBND tỉnh yêu cầu các sở, ban, ngành triển khai',
  },
  { id: 'above', pattern: /^Trên đây là\s/u, example: 'Trên đây là Kế hoạch thực hiện Nghị quyết' },
  {
    id: 'course',
    pattern: phrase('^trong quá trình (?:tổ chức|triển khai|thực hiện)'),
    example: 'Trong quá trình thực hiện, nếu có vướng mắc',
  },
  {
    id: 'ask',
    pattern: /^(?:Yêu cầu|Đề nghị)\s+(?:các|Thủ trưởng|Giám đốc)\s/u,
    example: 'Yêu cầu các cơ quan, đơn vị nghiêm túc thực hiện',
  },
]

/** Whether a paragraph closes the document. */
export const isClosing = (text: string): boolean => CLOSINGS.some((c) => c.pattern.test(text))

/** A numbered item that gives work in its own sentence; a paragraph after it only stands there by chance. */
const givesWork = (n: Node): boolean => {
  const text = n.block.body.text
  return /[.;]$/u.test(text) && n.children.every((c) => c.kind === null) && assignmentIn(n.block.body).lead.length > 0
}

/** Whether a node announces what stands under it and says nothing itself. */
export function isHeading(n: Node): boolean {
  if (!isNumbered(n)) return false
  const text = n.block.body.text
  const under = n.children.filter((c) => !(c.kind === null && isClosing(c.block.body.text)))
  if (under.length > 0 && givesWork(n)) return false
  if (under.length > 0) return text.length <= 400 && (text.length <= 150 || !/[.;]$/u.test(text))
  return text.length <= 250 && !/[.;]$/u.test(text) && topicOf(text, n.parent === null) !== null
}

/** The topic a node stands under: that of the nearest heading that announces one, else of the body it gives work to. */
export function topicAt(n: Node | null): Topic | null {
  for (let at = n; at; at = at.parent) {
    const text = at.block.body.text
    // A sentence of its own announces nothing: "1. Các nhiệm vụ phải có sản phẩm."
    const said = at === n && at.children.length === 0 && /[.;]$/u.test(text) && text.length > 40
    const topic = isNumbered(at) && !said ? topicOf(text, at.parent === null) : null
    if (topic) return topic
  }
  for (let at = n; at; at = at.parent) {
    if (!isNumbered(at)) continue
    const body = at.block.body
    if (bodiesOfHeading(body).length > 0 || assignmentIn(body).lead.length > 0) return 'duties'
    if (at.parent === null && holdsLabels(at)) return 'tasks'
  }
  return null
}

/** Whether lines under a heading say who leads: "+ Chủ trì: Văn phòng Sở". */
function holdsLabels(n: Node): boolean {
  for (const c of walk(n.children)) {
    const label = labelsIn(c.block.body)[0]
    if (label?.start === 0 && (label.role === 'lead' || label.role === 'carry-out')) return true
  }
  return false
}

/** The nearest heading above a node. */
export function headingOf(n: Node): Node | null {
  let at = n.parent
  while (at && !isNumbered(at)) at = at.parent
  return at
}

/** Every node, parents before children. */
export function* walk(nodes: readonly Node[]): Generator<Node> {
  for (const n of nodes) {
    yield n
    yield* walk(n.children)
  }
}

/** The headings and numbered items as the reading shows them. */
export function sectionsOf(nodes: readonly Node[]): PlanSection[] {
  return nodes.filter(isNumbered).map((n) => ({
    no: n.kind === 'article' ? `Điều ${n.no}` : n.kind === 'part' ? `Phần ${n.no}` : n.no,
    path: n.path,
    title: n.block.body.text,
    span: spanOf(n.block.whole),
    children: sectionsOf(n.children),
  }))
}
