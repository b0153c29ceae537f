/** Thông điệp: an envelope and its packets; whether it is one of ours, which records it holds. */
import { accept, type Decision, refuse } from '../../../kernel/result.ts'
import { fitsXml } from '../../../kernel/xml-text.ts'
import { type Fault, keyOf, listIn, numberIn, type Part, part, partIn, textIn } from './part.ts'
import { kindOf, type PacketKind, type Profile } from './profile.ts'

/** Một bản ghi của một gói. */
export type KindRecord = { readonly kind: PacketKind; readonly key: string; readonly record: Part }

/** Every record of a message, in order. */
export const recordsOf = (profile: Profile, message: Part): readonly KindRecord[] =>
  listIn(message, 'packets').flatMap((packet) => {
    const kind = kindOf(profile, packet.values.kind)
    if (kind === null) return []
    return listIn(packet, 'records').map((record) => ({ kind, key: keyOf(kind.key, record), record }))
  })

/** Who sent a message and under which id. */
export const senderOf = (message: Part): { code: string; name: string; id: string } => {
  const from = partIn(message, 'sender')
  return { code: textIn(from, 'code'), name: textIn(from, 'name'), id: textIn(message, 'id') }
}

/** The message when nothing is wrong with it; else every fault by its place, and the line where the file has lines. */
export function soundMessage(
  profile: Profile,
  read: { readonly part: Part; readonly faults: readonly Fault[] },
): Decision<Part> {
  const faults = read.faults.length > 0 ? read.faults : wholeFaults(profile, read.part)
  const first = faults[0]
  if (!first) return accept(read.part)
  const places = faults.map((f) => ({ ...f, where: f.line === null ? f.at : `dòng ${f.line}, ${f.at}` }))
  const fields = Object.fromEntries(places.map((f) => [f.at, `${f.where}: ${f.says}.`]))
  const message = `Gói có ${faults.length} chỗ sai, chỗ đầu tiên: ${places[0]?.where} ${first.says}. Chưa ghi gì.`
  return refuse('invalid', 'exchange.faults', message, { fields })
}

function wholeFaults(profile: Profile, message: Part): Fault[] {
  const of = (at: string, says: string): Fault => ({ at, line: null, says })
  const [hoSo = '', phienBan = ''] = profile.envelope.map((f) => f.name)
  if (textIn(message, 'profile') !== profile.id) return [of(hoSo, `phải là «${profile.id}»`)]
  if (numberIn(message, 'version') !== profile.version) return [of(phienBan, `phải là ${profile.version}`)]
  const sender = senderOf(message)
  const unfit = [sender.code, sender.id].some((t) => t === '' || t.length > MOST_NAME || !fitsXml(t))
  if (unfit) return [of('maThongDiep', `mã thông điệp và mã nơi gửi phải có từ 1 đến ${MOST_NAME} ký tự`)]
  const seen = new Set<string>()
  return recordsOf(profile, message).flatMap(({ kind, key }) => {
    const twice = seen.has(`${kind.id} ${key}`)
    seen.add(`${kind.id} ${key}`)
    if (key.length > MOST_KEY) return [of(`${kind.id} ${key.slice(0, MOST_NAME)}`, 'mã của bản ghi quá dài')]
    return twice ? [of(`${kind.id} ${key}`, 'có hai lần trong một thông điệp')] : []
  })
}

/** Longest code of a sender or message, and longest key of a record: what the indexes of the database take. */
const MOST_NAME = 200
const MOST_KEY = 1000

/** Thông điệp mới. */
export type NewMessage = {
  readonly id: string
  readonly madeAt: Temporal.Instant
  readonly sender: { readonly code: string; readonly name: string }
  readonly packets: readonly { readonly kind: string; readonly records: readonly Part[] }[]
}

/** A message of known values. */
export const message = (profile: Profile, m: NewMessage): Part =>
  part({
    profile: profile.id,
    version: profile.version,
    id: m.id,
    madeAt: m.madeAt.toString(),
    sender: part({ code: m.sender.code, name: m.sender.name }),
    packets: m.packets.map((p) => part({ kind: p.kind, records: p.records })),
  })
