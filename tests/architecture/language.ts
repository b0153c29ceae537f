/** Lời bị tránh trên màn hình: official Vietnamese speaks of the matter, not to the reader (ui/strings.ts). */

/** Words no screen, title or sentence uses. "tỉnh bạn", "nước bạn" of official texts speak of a neighbour, not to the reader. */
export const BANNED_WORDS = /(?<!\p{L})(vui lòng|xin lỗi|không hợp lệ|(?<!(tỉnh|nước) )bạn|đồng chí)(?!\p{L})/iu
