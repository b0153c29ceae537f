/** Chữ gõ bằng bảng mã cũ: theo phông chữ của ô trước, theo mặt chữ sau, không rõ thì hỏi. */
import { expect, it } from 'vitest'
import { Decoder, encodingByWords } from './encoding.ts'

const read = (text: string, font: string | null, fallback: 'TCVN3' | 'VNI' | null = null) =>
  new Decoder(fallback).read(text, font)

it.each([
  ['TCVN3 theo phông .VnTime', 'NguyÔn V¨n §øc', '.VnTime', 'Nguyễn Văn Đức'],
  ['VNI theo phông VNI-Times', 'Nguyeãn Vaên Ñöùc', 'VNI-Times', 'Nguyễn Văn Đức'],
  ['phông kết thúc bằng H vẽ chữ thường thành chữ hoa', 'NguyÔn V¨n §øc', '.VnTimeH', 'NGUYỄN VĂN ĐỨC'],
  ['chữ không dấu trong phông H cũng là chữ hoa', 'Lan', '.VnArialH', 'LAN'],
  ['chữ Unicode dưới phông cũ giữ nguyên', 'Nguyễn Văn Đức', '.VnTime', 'Nguyễn Văn Đức'],
  ['"là", "và" Unicode dưới phông cũ giữ nguyên', 'là hoà và', '.VnTime', 'là hoà và'],
  ['ư của TCVN3 là dấu nối mềm', 'L\u00adu ThÞ H\u00ad¬ng', '.VnTime', 'Lưu Thị Hương'],
  ['phông Unicode không đổi gì', 'Café Gò Vấp', 'Times New Roman', 'Café Gò Vấp'],
  ['số và chữ không dấu', '0912 345 678', '.VnTime', '0912 345 678'],
])('%s', (_, text, font, wanted) => expect(read(text, font)).toBe(wanted))

it('tệp chữ không có phông: đọc theo bảng mã đã quyết định cho cả cột', () => {
  expect(read('TrÇn ThÞ Thu Hµ', null, 'TCVN3')).toBe('Trần Thị Thu Hà')
  expect(read('Traàn Thò Thu Haø', null, 'VNI')).toBe('Trần Thị Thu Hà')
  expect(read('Lê Đức', null, 'TCVN3')).toBe('Lê Đức')
})

it('bảng mã theo mặt chữ: rõ thì lấy, nêu số liệu', () => {
  expect(encodingByWords(['NguyÔn V¨n §øc', 'TrÇn ThÞ Hµ', 'Ph¹m V¨n B×nh'])).toMatchObject({
    page: 'TCVN3',
    clear: true,
    by: 'letters',
  })
  expect(encodingByWords(['Nguyeãn Vaên Ñöùc', 'Traàn Thò Haø', 'Phaïm Vaên Bình'])).toMatchObject({
    page: 'VNI',
    clear: true,
  })
  expect(encodingByWords(['Nguyễn Văn Đức', 'Trần Thị Hà'])).toMatchObject({ page: null, clear: true })
  expect(encodingByWords(['Hoàn toàn là và'])).toMatchObject({ page: null })
  expect(encodingByWords(['abc', '123'])).toMatchObject({ page: null, clear: true })
})

it('hai cách đọc gần như nhau: phải hỏi', () => {
  const found = encodingByWords(['¸Ð ÑÖ', 'Þß ¬ö', 'ßµ ÐÑ'])
  expect(found.page === null || !found.clear).toBe(true)
})
