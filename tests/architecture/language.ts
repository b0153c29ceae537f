/** Lời bị tránh trên màn hình: official Vietnamese speaks of the matter, not to the reader (ui/strings.ts). */

/** Words no screen, title or sentence uses. A letter on either side makes another word ("bạn" in "bạn đọc" is caught too). */
export const BANNED_WORDS = /(?<!\p{L})(vui lòng|xin lỗi|không hợp lệ|bạn|đồng chí)(?!\p{L})/iu
