/**
 * Văn bản điện tử đóng gói: one file that holds who sends what to whom and every attachment. The names of its elements are
 * data; elements this system does not know are no fault, for the package is kept as it came.
 */
import shipped from '../../../../facts/exchange/van-ban-edxml.json' with { type: 'json' }
import { parseDay } from '../../../kernel/day.ts'
import { accept, type Decision, refuse } from '../../../kernel/result.ts'
import type { ReadElement, XmlElement } from '../../../platform/xml/element.ts'

/** Hồ sơ gói văn bản đi kèm hệ thống. */
export const EDXML = shipped

type Name = keyof typeof EDXML.names

/** Cơ quan gửi, nhận. */
export type Organ = { readonly code: string; readonly name: string }

/** Tệp đính kèm: `base64` = its bytes, `sha256` = their hash when the sender told it. */
export type Attachment = {
  readonly id: string
  readonly name: string
  readonly mediaType: string
  readonly description: string
  readonly sha256: string | null
  readonly base64: string
}

/** Văn bản. */
export type EdDocument = {
  readonly documentId: string
  readonly from: Organ & { readonly over: string }
  readonly to: readonly Organ[]
  readonly number: string
  readonly notation: string
  readonly place: string
  /** ISO, or null when it cannot be read. */
  readonly day: string | null
  readonly typeName: string
  readonly subject: string
  readonly signer: { readonly competence: string; readonly position: string; readonly name: string }
  readonly sentAt: string
  readonly attachments: readonly Attachment[]
}

const HASH_PREFIX = 'nk'

type Child = XmlElement | string | null

const element = (name: Name, ...children: readonly Child[]): XmlElement => ({
  name: EDXML.names[name],
  attributes: {},
  children: children.flatMap((c) => (c === null || c === '' ? [] : [c])),
})

/** The root element of a package. */
export function packageOf(d: EdDocument): XmlElement {
  const header = element('header', messageOf(d), element('traces', traceOf(d)))
  const body = element('body', element('manifest', ...d.attachments.map(referenceOf)))
  const root = element('root', element('envelope', header, body), element('encoded', ...d.attachments.map(encodedOf)))
  return { ...root, attributes: { xmlns: EDXML.namespace, [`xmlns:${HASH_PREFIX}`]: EDXML.hashNamespace } }
}

const messageOf = (d: EdDocument): XmlElement =>
  element(
    'message',
    element('from', element('bodyCode', d.from.code), element('over', d.from.over), element('bodyName', d.from.name)),
    ...d.to.map((t) => element('to', element('bodyCode', t.code), element('bodyName', t.name))),
    element('documentId', d.documentId),
    element('code', element('number', d.number), element('notation', d.notation)),
    element('promulgation', element('place', d.place), element('day', d.day)),
    element('type', element('typeName', d.typeName)),
    element('subject', d.subject),
    element(
      'signer',
      element('competence', d.signer.competence),
      element('position', d.signer.position),
      element('fullName', d.signer.name),
    ),
  )

const traceOf = (d: EdDocument): XmlElement =>
  element('trace', element('bodyCode', d.from.code), element('at', d.sentAt))

function referenceOf(a: Attachment): XmlElement {
  const hash: XmlElement = {
    name: `${HASH_PREFIX}:${EDXML.names.hash}`,
    attributes: { thuatToan: 'SHA-256' },
    children: a.sha256 === null ? [] : [a.sha256],
  }
  return element(
    'reference',
    element('attachmentName', a.name),
    element('contentId', a.id),
    element('contentType', a.mediaType),
    element('description', a.description),
    a.sha256 === null ? null : hash,
  )
}

const encodedOf = (a: Attachment): XmlElement =>
  element(
    'attachment',
    element('contentType', a.mediaType),
    element('contentId', a.id),
    element('description', a.description),
    element('content', a.base64),
    element('attachmentName', a.name),
  )

const broken = (e: ReadElement, says: string): Decision<never> =>
  refuse('invalid', 'edxml.broken', `Gói văn bản sai tại dòng ${e.line}: ${says}. Chưa ghi gì.`)

/** Reads a package; what it must say and does not is told with the line of where it should stand. */
export function documentOf(root: ReadElement): Decision<EdDocument> {
  if (root.local !== EDXML.names.root) return broken(root, `phải bắt đầu bằng <${EDXML.names.root}>`)
  const message = first(root, 'envelope', 'header', 'message')
  if (!message) return broken(root, `thiếu <${EDXML.names.message}>`)
  const from = first(message, 'from')
  if (!from || said(from, 'bodyCode') === '') return broken(message, 'thiếu mã cơ quan gửi')
  const needed: readonly Name[] = ['documentId', 'subject']
  const lacking = needed.find((name) => said(message, name) === '')
  if (lacking) return broken(message, `thiếu <${EDXML.names[lacking]}>`)
  const attachments = attachmentsOf(root)
  if (!attachments.ok) return attachments
  const signer = first(message, 'signer')
  return accept({
    documentId: said(message, 'documentId'),
    from: { code: said(from, 'bodyCode'), name: said(from, 'bodyName'), over: said(from, 'over') },
    to: all(message, 'to').map((t) => ({ code: said(t, 'bodyCode'), name: said(t, 'bodyName') })),
    number: said(message, 'code', 'number'),
    notation: said(message, 'code', 'notation'),
    place: said(message, 'promulgation', 'place'),
    day: dayOf(said(message, 'promulgation', 'day')),
    typeName: said(message, 'type', 'typeName'),
    subject: said(message, 'subject'),
    signer: {
      competence: signer ? said(signer, 'competence') : '',
      position: signer ? said(signer, 'position') : '',
      name: signer ? said(signer, 'fullName') : '',
    },
    sentAt: said(root, 'envelope', 'header', 'traces', 'trace', 'at'),
    attachments: attachments.value,
  })
}

function attachmentsOf(root: ReadElement): Decision<readonly Attachment[]> {
  const told = first(root, 'envelope', 'body', 'manifest')
  const references = new Map((told ? all(told, 'reference') : []).map((r) => [said(r, 'contentId'), r]))
  const found: Attachment[] = []
  for (const e of all(root, 'encoded').flatMap((e) => all(e, 'attachment'))) {
    const id = said(e, 'contentId')
    const base64 = said(e, 'content').replace(/\s/g, '')
    if (base64 === '' || !/^[A-Za-z0-9+/]+={0,2}$/.test(base64) || base64.length % 4 !== 0)
      return broken(e, `tệp đính kèm «${said(e, 'attachmentName') || id}» rỗng hoặc không phải base64`)
    const reference = references.get(id)
    const hash = reference?.children.find((c) => typeof c !== 'string' && c.local === EDXML.names.hash)
    found.push({
      id,
      name: said(e, 'attachmentName') || (reference ? said(reference, 'attachmentName') : '') || id || 'tep-dinh-kem',
      mediaType: said(e, 'contentType') || 'application/octet-stream',
      description: said(e, 'description'),
      sha256: hash && typeof hash !== 'string' ? textOf(hash).trim().toLowerCase() : null,
      base64,
    })
    references.delete(id)
  }
  const lost = [...references.values()][0]
  if (lost) return broken(lost, `tệp «${said(lost, 'attachmentName')}» có trong danh mục mà không có trong gói`)
  return accept(found)
}

const all = (e: ReadElement, name: Name): ReadElement[] =>
  e.children.filter((c) => typeof c !== 'string').filter((c) => c.local === EDXML.names[name])

const first = (e: ReadElement, ...path: readonly Name[]): ReadElement | null =>
  path.reduce<ReadElement | null>((at, name) => (at ? (all(at, name)[0] ?? null) : null), e)

const textOf = (e: ReadElement): string => e.children.filter((c) => typeof c === 'string').join('')

const said = (e: ReadElement, ...path: readonly Name[]): string => {
  const found = first(e, ...path)
  return found ? textOf(found).trim() : ''
}

/** Days are written 2026-12-04, 2026/12/04 or 04/12/2026, some with a time behind. */
function dayOf(text: string): string | null {
  const [bare = ''] = text.split(/[T ]/)
  const reversed = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/.exec(bare)
  return parseDay(reversed ? `${reversed[3]}/${reversed[2]}/${reversed[1]}` : bare)
}
